"""A person's way through statements and passages, judged by single keys."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal, TypedDict

import click

from quoth.cli.keys import Keys
from quoth.errors import QuothError

if TYPE_CHECKING:
    from quoth.ledger import Ledger
    from quoth.ledger.records import Part
    from quoth.ledger.reviewing import Item
    from quoth.records import Statement

KEYS = "y right  n wrong  e edit  s source  a add  space skip  u undo  ? help  q quit"
OF_PASSAGE = "y nothing is missing  a add  space skip  u undo  ? help  q quit"
HELP = """\
  y      right: source, cue, content, and who answers for it; of a passage:
         all that begins in it is found, and is right as it stands
  n      wrong: there is no such statement
  e      edit: a part stands elsewhere; give its words as they stand, or START:END
  s      source: somebody else answers for it, or nobody
  a      add a statement that is missing here
  space  skip: say nothing
  u      undo the last thing said, and go back to it
  q      quit; all that was said is kept

  What is marked under the text:  ~~~ source  ^^^ cue  ─── content  ··· passage
"""
PARTS: dict[str, Part] = {"c": "content", "u": "cue", "s": "source"}

Step = Literal["on", "again", "ask", "back", "quit"]
"""What comes after a key: the next item, this one shown again, another key, or an earlier item."""


class Signed(TypedDict):
    """By whom and why something is said."""

    who: str
    why: str


class Walk:
    """Shows items one by one, and keeps at once what is said of each."""

    def __init__(
        self,
        ledger: Ledger,
        items: Sequence[Item],
        who: str,
        why: str = "",
        done: Callable[[Item], None] = lambda _: None,
    ) -> None:
        """`why` is kept with all that is said; `done` is told of passages with nothing missing."""
        self._ledger, self._items, self._done = ledger, list(items), done
        self._signed = Signed(who=who, why=why)
        self._keys = Keys()
        self._said: list[tuple[int, str, str]] = []
        """Of which item, what it counts as, and the correction's id."""
        self._skipped: set[int] = set()
        self._entered: set[Item] = set()

    def go(self) -> None:
        """From the first item to the last, or until the person quits; then what was said."""
        if not self._items:
            click.echo("nothing left to review")
            return
        at = 0
        try:
            while at < len(self._items):
                self._enter(at)
                step = self._judge(at)
                if step == "quit":
                    break
                at = self._undo() if step == "back" else at + 1
        finally:
            self._sum_up(len(self._items) - at)

    def _enter(self, at: int) -> None:
        """Put what nobody judged in a passage before it."""
        from quoth.ledger.reviewing import unjudged_in

        item = self._items[at]
        if item.key is None and item not in self._entered:
            self._entered.add(item)
            self._items[at:at] = unjudged_in(item, self._ledger.corrected(item.document))

    def _judge(self, at: int) -> Step:
        """Show an item, again after each change, until it is left."""
        item = self._items[at]
        step: Step = "again"
        statement = None
        while step in ("again", "ask"):
            if step == "again":
                statement = self._show(at)
                if statement is None and item.key is not None:
                    return "on"  # something else that was said has taken it away
            click.echo(f"\n{KEYS if statement else OF_PASSAGE} > ", nl=False)
            key = self._keys.key()
            click.echo("" if key in (None, " ") else key)
            try:
                step = self._do(key, at, statement)
            except QuothError as error:
                click.echo(f"  {error}")
                step = "ask"
        return step

    def _do(self, key: str | None, at: int, statement: Statement | None) -> Step:
        item = self._items[at]
        match key:
            case None | "q":
                return "quit"
            case " ":
                self._skipped.add(at)
                return "on"
            case "u" if self._said:
                return "back"
            case "u":
                click.echo("  nothing said yet")
                return "ask"
            case "a":
                return self._add(at)
            case "y" if statement is None:
                self._done(item)
                return "on"
            case "y" | "n" | "e" | "s" if statement is not None:
                name = f"{item.document}:{statement.id}"
                act = {"y": self._right, "n": self._wrong, "e": self._edit, "s": self._source}[key]
                return act(at, name)
            case _:
                click.echo(HELP if key == "?" else "  no such key; ? shows them")
                return "ask"

    def _right(self, at: int, name: str) -> Step:
        return self._keep(at, "right", self._ledger.confirm(name, **self._signed).id, "on")

    def _wrong(self, at: int, name: str) -> Step:
        return self._keep(at, "wrong", self._ledger.reject(name, **self._signed).id, "on")

    def _edit(self, at: int, name: str) -> Step:
        click.echo("  part: c content  u cue  s source words > ", nl=False)
        part = PARTS.get(self._keys.key() or "")
        click.echo(part or "")
        words = self._keys.line("  its words, or START:END; - for none > ") if part else None
        if not part or not words:
            return "ask"
        given = None if words == "-" else words
        made = self._ledger.edit(name, part, given, **self._signed)
        return self._keep(at, "edited", made.id, "again")

    def _source(self, at: int, name: str) -> Step:
        from quoth.export.card import source_lines

        seen = self._ledger.corrected(self._items[at].document)
        click.echo("".join(source_lines(seen.reading, seen.names)), nl=False)
        called = self._keys.line("  who answers for it: a name, p3, words; - for nobody > ")
        if not called:
            return "ask"
        given = None if called == "-" else called
        made = self._ledger.set_source(name, given, **self._signed)
        return self._keep(at, "source set", made.id, "again")

    def _add(self, at: int) -> Step:
        content = self._keys.line("  content that is missing > ")
        if not content:
            return "ask"
        cue = self._keys.line("  its cue, if it has one > ") or None
        source = self._keys.line("  the words that name its source, if any > ") or None
        made = self._ledger.add_statement(
            self._items[at].document, content, source=source, cue=cue, **self._signed
        )
        return self._keep(at, "added", made.id, "again")

    def _keep(self, at: int, count: str, name: str, step: Step) -> Step:
        self._said.append((at, count, name))
        self._skipped.discard(at)
        return step

    def _undo(self) -> int:
        """Take the last thing said back; the item that it was said of."""
        from quoth.export.corrections import undone_line

        at, _, name = self._said.pop()
        click.echo(f"  {undone_line(self._ledger.undo(name, who=self._signed['who']))}")
        return at

    def _show(self, at: int) -> Statement | None:
        from quoth.export.card import Shown, passage_card, statement_card

        item = self._items[at]
        seen = self._ledger.corrected(item.document)
        shown = Shown(item.document, at + 1, len(self._items))
        if item.key is None:
            click.echo("\n" + "".join(passage_card(seen.reading, item.spans, shown)), nl=False)
            return None
        statement = item.among(seen.reading.statements)
        if statement:
            card = statement_card(seen.reading, statement, shown, seen.names, seen.verdicts)
            click.echo("\n" + "".join(card), nl=False)
        return statement

    def _sum_up(self, left: int) -> None:
        counts = Counter(count for _, count, _ in self._said)
        if self._skipped:
            counts["skipped"] = len(self._skipped)
        said = ", ".join(f"{count} {name}" for name, count in counts.items())
        click.echo(f"\n{said or 'nothing said'}; {left} left")
