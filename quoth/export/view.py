"""The view for people: every statement with who, by which word, what, in which form and where.

Sources stand in one column, cue and content in the next; place, form and what is not plainly
said at the right edge. What stands inside another statement follows it, set in. Quoted words carry
a bar, so that nothing is told by colour alone.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from rich.console import Console
from rich.text import Text

from quoth.export import wording
from quoth.export.characters import one_line
from quoth.records import Document, Passage, Reading, Source, Statement
from quoth.voice import Leaning, leaning

CONTENT_LINES = 6
SOURCE_LINES = 4
"""Longer contents and sources are shortened to this many lines on a screen."""

BARS = {"direct": "┃ ", "mixed": "┆ ", "indirect": "  "}
_MARGIN = " "
_GUTTER = "  "
_PLACE_WIDTH = 10
_LABEL_WIDTH = 12
_NARROWEST = 48
_DEEPEST = 3
"""Statements that stand deeper in others than this are set in no further."""


@dataclass(frozen=True, slots=True)
class Screen:
    """What the view is made for: its width in cells, whether it takes styles, how much it shows."""

    width: int = 80
    styled: bool = False
    full: bool = False
    """Show long contents whole."""


def view(reading: Reading, screen: Screen | None = None) -> Iterator[str]:
    """The view of one reading, piece by piece; each piece ends in a line feed."""
    pen = Pen(screen or Screen())
    yield pen.draw(pen.heading(reading.document))
    sources = {source.id: source for source in reading.sources}
    for statement, depth in _nested(reading.statements):
        source = sources.get(statement.source_id or "")
        yield pen.draw(pen.statement(statement, source, depth))
    yield pen.draw(pen.foot(leaning(reading)))


class Pen:
    """Lays text out for one screen; `right` are the cells of the column at the right edge."""

    def __init__(self, screen: Screen, right: int = _PLACE_WIDTH) -> None:
        self.full = screen.full
        self.width = max(screen.width, _NARROWEST) - len(_MARGIN)
        self.source_width = min(max(self.width // 4, 12), 24)
        gutters = 2 * len(_GUTTER)
        self.right = right
        self.content_width = self.width - self.source_width - right - gutters
        self.paper = io.StringIO()
        self.console = Console(
            file=self.paper,
            width=max(screen.width, _NARROWEST),
            force_terminal=screen.styled,
            force_jupyter=False,
            color_system="standard" if screen.styled else None,
            legacy_windows=False,
        )

    def draw(self, lines: Iterable[Text]) -> str:
        page = Text()
        for line in lines:
            line.rstrip()
            if line:
                page.append(_MARGIN).append(line)
            page.append("\n")
        self.console.print(page, soft_wrap=True, end="")
        drawn = self.paper.getvalue()
        self.paper.seek(0)
        self.paper.truncate()
        return drawn

    def statement(self, statement: Statement, source: Source | None, depth: int) -> Iterator[Text]:
        where = self.where(statement)
        what = [
            *self.wrapped(_words(statement.cue, "(no cue)", "italic"), self.content_width),
            *self.content(statement),
        ]
        who = self.source(statement, source, min(depth, _DEEPEST))
        for left, middle, right in zip_longest(who, what, where):
            yield self.row(left or Text(), middle or Text(), right or Text())
        yield Text()

    def where(self, statement: Statement) -> list[Text]:
        """The lines at the right edge."""
        return [
            Text(wording.place(statement.content.places)),
            *(Text(word, style="dim") for word in (statement.form, *wording.marks(statement))),
        ]

    def source(self, statement: Statement, source: Source | None, depth: int) -> list[Text]:
        words = _words(statement.source, "(no source)", "bold")
        known = wording.who(statement, source)
        if known:
            words = Text.assemble(words, (" → ", "dim"), one_line(known.text))
        inset = 2 * depth
        width = self.source_width - inset
        lines = self.wrapped(words, width)
        if not self.full:
            lines = _shortened(lines, SOURCE_LINES, width)
        if source:
            lines += self.wrapped(Text(wording.kind(source), style="dim"), width)
        heads = ["└ ".rjust(inset) if depth else ""] + [" " * inset] * (len(lines) - 1)
        return [Text.assemble((head, "dim"), line) for head, line in zip(heads, lines, strict=True)]

    def heading(self, document: Document) -> Iterator[Text]:
        name = Text.assemble(("━━ ", "dim"), (one_line(document.name), "bold"))
        yield name + Text(" " + "━" * (self.width - name.cell_len - 1), style="dim")
        for fact in filter(None, (document.title, document.published)):
            yield from self.wrapped(Text(one_line(fact)), self.width)
        yield Text()

    def foot(self, sums: Leaning) -> Iterator[Text]:
        """The lines that say what the document leans on."""
        yield Text("─" * self.width, style="dim")
        for label, sentence in wording.sums(sums):
            lines = self.wrapped(Text(sentence), self.width - _LABEL_WIDTH)
            for number, line in enumerate(lines):
                yield Text.assemble((("" if number else label).ljust(_LABEL_WIDTH), "bold"), line)
        yield Text()

    def content(self, statement: Statement) -> list[Text]:
        bar = BARS[statement.form]
        words = _words(statement.content, "", "")
        lines = self.wrapped(words, self.content_width - len(bar))
        if not self.full:
            lines = _shortened(lines, CONTENT_LINES, self.content_width)
        return [Text.assemble((bar, "magenta"), line) for line in lines]

    def row(self, left: Text, middle: Text, right: Text) -> Text:
        left.truncate(self.source_width, pad=True)
        middle.truncate(self.content_width, pad=True)
        right.align("right", self.right)
        return Text(_GUTTER).join([left, middle, right])

    def wrapped(self, text: Text, width: int) -> list[Text]:
        return list(text.wrap(self.console, width, overflow="fold"))


def _words(passage: Passage | None, absent: str, style: str) -> Text:
    if passage is None:
        return Text(absent, style="dim")
    return Text(one_line(passage.text), style=style)


def _shortened(lines: list[Text], most: int, width: int) -> list[Text]:
    if len(lines) <= most:
        return lines
    kept = most - 1
    note = f"… {len(lines) - kept} more lines"
    return [*lines[:kept], Text(note if len(note) <= width else "…", style="dim")]


def _nested(statements: tuple[Statement, ...]) -> Iterator[tuple[Statement, int]]:
    """Statements and how deep each stands in others, those inside of one right behind it."""
    known = {statement.id for statement in statements}
    inside: dict[str | None, list[Statement]] = {}
    for statement in statements:
        # What it stands in may have been too unsure to be kept.
        outer = statement.within if statement.within in known else None
        inside.setdefault(outer, []).append(statement)
    waiting = [(statement, 0) for statement in reversed(inside.get(None, []))]
    while waiting:
        statement, depth = waiting.pop()
        yield statement, depth
        waiting += [(each, depth + 1) for each in reversed(inside.get(statement.id, []))]
