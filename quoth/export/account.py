"""An account for people: every sentence and whose word it is, what has no source, the shares."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from quoth.account import Account, Label, OwnVoice, Sentence, Share
from quoth.account.shares import OWN, called, shortened
from quoth.export import wording
from quoth.export.characters import one_line
from quoth.export.view import Screen
from quoth.records import Passage, Span

LABELS: dict[Label, str] = {
    "charge": "Charges",
    "figure": "Figures",
    "cause": "Causes",
    "motive": "Motives",
}
NOTE = "In the document's own voice, with no source given. Nothing is said of whether it is so."
LONGEST = 160
"""Characters of a sentence that are shown, if not all are asked for."""
_NARROWEST = 48
_WHO = 20
_PLACE = 10
_BAR = 24
_VOICES = {"own": "  ", "passed_on": "┃ ", "both": "┆ "}


def account_view(account: Account, screen: Screen | None = None) -> Iterator[str]:
    """The view of one account, piece by piece; each piece ends in a line feed."""
    screen = screen or Screen()
    return printed(_parts(account, screen), screen)


def printed(parts: Iterable[RenderableType], screen: Screen) -> Iterator[str]:
    """Each part as the text of `screen`; spaces at line ends are left out."""
    paper = io.StringIO()
    console = Console(
        file=paper,
        width=max(screen.width, _NARROWEST),
        force_terminal=screen.styled,
        force_jupyter=False,
        color_system="standard" if screen.styled else None,
        legacy_windows=False,
    )
    for part in parts:
        console.print(part)
        yield "".join(f"{line.rstrip()}\n" for line in paper.getvalue().split("\n")[:-1])
        paper.seek(0)
        paper.truncate()


def _parts(account: Account, screen: Screen) -> Iterator[RenderableType]:
    document = account.reading.document
    yield ruled(one_line(document.name), screen)
    for fact in filter(None, (document.title, document.published)):
        yield Text(f" {one_line(fact)}")
    yield Text()
    marked = {one.sentence: one for one in account.unsourced}
    who = _Who(account)
    for sentence in account.sentences:
        yield _sentence(account, sentence, marked.get(sentence.span), who, screen.full)
    yield Text()
    yield ruled("No source given", screen)
    yield from _unsourced(account, screen.full)
    for title, shares in (
        ("Share of the text by source", account.by_source),
        ("By kind of source", account.by_kind),
        ("By act", account.by_act),
    ):
        yield ruled(title, screen)
        yield Group(_table(shares), Text())


class _Who:
    """Names of the sources of statements."""

    def __init__(self, account: Account) -> None:
        self._sources = {source.id: source for source in account.reading.sources}
        self._statements = {one.id: one for one in account.reading.statements}

    def names(self, sentence: Sentence) -> str:
        names = [self._name(one) for one in sentence.statements]
        if sentence.voice != "passed_on" or not names:
            names.append(OWN)
        return "\n".join(dict.fromkeys(names))

    def _name(self, statement: str) -> str:
        one = self._statements[statement]
        source = self._sources.get(one.source_id or "")
        if source:
            return one_line(called(source))
        return one_line(shortened(one.source.text)) if one.source else "(no source)"


def ruled(title: str, screen: Screen) -> Text:
    """A heading with a line to the edge."""
    width = max(screen.width, _NARROWEST)
    line = Text.assemble(" ", ("━━ ", "dim"), (title, "bold"), " ")
    line.truncate(width)
    return line + Text("━" * max(width - line.cell_len, 0), style="dim")


def grid(*columns: Mapping[str, object]) -> Table:
    """A table without lines, as wide as the screen, behind a margin of one cell."""
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(width=0)  # the margin
    for column in columns:
        table.add_column(overflow="fold", **column)  # type: ignore[arg-type]
    return table


def _sentence(
    account: Account, sentence: Sentence, marked: OwnVoice | None, who: _Who, full: bool
) -> Table:
    table = grid({"width": _WHO}, {"ratio": 1}, {"width": _PLACE, "justify": "right"})
    words = _words(account, sentence.span, full)
    bar = _VOICES[sentence.voice]
    labels = f"\n{', '.join(marked.labels)}" if marked else ""
    table.add_row(
        "",
        Text(who.names(sentence), style="dim" if sentence.voice == "own" else "bold"),
        Text.assemble((bar, "magenta"), words),
        Text.assemble(_place(account, sentence.span), (labels, "bold")),
    )
    return table


def _unsourced(account: Account, full: bool) -> Iterator[RenderableType]:
    if not account.unsourced:
        yield Text(" No charge, figure, cause or motive without a source was found.\n")
        return
    yield Text(f" {NOTE}\n")
    for label, title in LABELS.items():
        found = [one for one in account.unsourced if label in one.labels]
        if not found:
            continue
        table = grid({"width": _PLACE}, {"ratio": 1})
        table.add_row("", Text(title, style="bold"), Text(str(len(found)), style="bold"))
        for one in found:
            words = _words(account, one.sentence, full)
            for by, span in one.words:
                if by == label:
                    carried = one_line(account.reading.document.text[span.start : span.end])
                    words.highlight_words([carried], "magenta")
            by_which = [
                one_line(account.reading.document.text[span.start : span.end])
                for by, span in one.words
                if by == label
            ]
            if by_which:
                words = Text.assemble(words, "\n", (f"by: {', '.join(by_which)}", "dim"))
            table.add_row("", Text(_place(account, one.sentence), style="dim"), words)
        yield Group(table, Text())


def _table(shares: tuple[Share, ...]) -> Table:
    table = grid(
        {"ratio": 1},
        {"width": 14, "justify": "right"},
        {"width": 8, "justify": "right"},
        {"width": _BAR},
    )
    for one in shares:
        said = {0: "", 1: "1 statement"}.get(one.statements, f"{one.statements} statements")
        filled = round(_BAR * one.share)
        bar = Text.assemble(("━" * filled, "magenta"), ("┄" * (_BAR - filled), "dim"))
        table.add_row("", one_line(one.name).replace("_", " "), said, percent(one.share), bar)
    return table


def _words(account: Account, span: Span, full: bool) -> Text:
    words = one_line(account.reading.document.text[span.start : span.end])
    if not full and len(words) > LONGEST:
        words = words[:LONGEST].rsplit(" ", 1)[0] + " …"
    return Text(words)


def _place(account: Account, span: Span) -> str:
    return wording.place(Passage(account.reading.document, (span,)).places)


def percent(share: float) -> str:
    """A share as per cent, with one decimal below ten."""
    return f"{100 * share:.0f} %" if share >= 0.0995 or not share else f"{100 * share:.1f} %"
