"""The view for people: every statement with who, by which word, what, in which form and where.

Sources stand in one column, cue and content in the next, place and form at the right edge.
Quoted words carry a bar, so that nothing is told by colour alone.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from rich.console import Console
from rich.text import Text

from quoth.export.characters import one_line
from quoth.records import Document, Passage, Place, Reading, Statement
from quoth.voice import Leaning, leaning

CONTENT_LINES = 6
SOURCE_LINES = 4
"""Longer contents and sources are shortened to this many lines on a screen."""

_BARS = {"direct": "┃ ", "mixed": "┆ ", "indirect": "  "}
_MARGIN = " "
_GUTTER = "  "
_PLACE_WIDTH = 10
_SHARE_WIDTH = 12
_NARROWEST = 48


@dataclass(frozen=True, slots=True)
class Screen:
    """What the view is made for: its width in cells, whether it takes styles, how much it shows."""

    width: int = 80
    styled: bool = False
    full: bool = False
    """Show long contents whole."""


def view(reading: Reading, screen: Screen | None = None) -> Iterator[str]:
    """The view of one reading, piece by piece; each piece ends in a line feed."""
    pen = _Pen(screen or Screen())
    yield pen.draw(pen.heading(reading.document))
    for statement in reading.statements:
        yield pen.draw(pen.statement(statement))
    yield pen.draw(pen.foot(leaning(reading)))


class _Pen:
    """Lays text out for one screen."""

    def __init__(self, screen: Screen) -> None:
        self.full = screen.full
        self.width = max(screen.width, _NARROWEST) - len(_MARGIN)
        self.source_width = min(max(self.width // 4, 12), 24)
        gutters = 2 * len(_GUTTER)
        self.content_width = self.width - self.source_width - _PLACE_WIDTH - gutters
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

    def statement(self, statement: Statement) -> Iterator[Text]:
        who = self.wrapped(_words(statement.source, "(no source)", "bold"), self.source_width)
        where = [Text(_place(statement.content.places)), Text(statement.form, style="dim")]
        what = [
            *self.wrapped(_words(statement.cue, "(no cue)", "italic"), self.content_width),
            *self.content(statement),
        ]
        if not self.full:
            who = _shortened(who, SOURCE_LINES)
        for left, middle, right in zip_longest(who, what, where):
            yield self.row(left or Text(), middle or Text(), right or Text())
        yield Text()

    def heading(self, document: Document) -> Iterator[Text]:
        name = Text.assemble(("━━ ", "dim"), (one_line(document.name), "bold"))
        yield name + Text(" " + "━" * (self.width - name.cell_len - 1), style="dim")
        for fact in filter(None, (document.title, document.published)):
            yield from self.wrapped(Text(one_line(fact)), self.width)
        yield Text()

    def foot(self, sums: Leaning) -> Iterator[Text]:
        """Three lines that say what the document leans on."""
        yield Text("─" * self.width, style="dim")
        for label, sentence in (
            ("Statements", _forms(sums)),
            ("Sources", _sources(sums)),
            ("Text", _share(sums.passed_on)),
        ):
            yield Text.assemble((f"{label:<12}", "bold"), sentence)
        yield Text()

    def content(self, statement: Statement) -> list[Text]:
        bar = _BARS[statement.form]
        words = _words(statement.content, "", "")
        lines = self.wrapped(words, self.content_width - len(bar))
        if not self.full:
            lines = _shortened(lines, CONTENT_LINES)
        return [Text.assemble((bar, "magenta"), line) for line in lines]

    def row(self, left: Text, middle: Text, right: Text) -> Text:
        left.truncate(self.source_width, pad=True)
        middle.truncate(self.content_width, pad=True)
        right.align("right", _PLACE_WIDTH)
        return Text(_GUTTER).join([left, middle, right])

    def wrapped(self, text: Text, width: int) -> list[Text]:
        return list(text.wrap(self.console, width, overflow="fold"))


def _words(passage: Passage | None, absent: str, style: str) -> Text:
    if passage is None:
        return Text(absent, style="dim")
    return Text(one_line(passage.text), style=style)


def _shortened(lines: list[Text], most: int) -> list[Text]:
    if len(lines) <= most:
        return lines
    kept = most - 1
    return [*lines[:kept], Text(f"… {len(lines) - kept} more lines", style="dim")]


def _place(places: tuple[Place, ...]) -> str:
    first = places[0]
    if first.line is not None:
        return f"line {first.line}"
    if first.page is not None:
        return f"page {first.page}"
    return f"block {first.block}"


def _forms(sums: Leaning) -> str:
    if not sums.statements:
        return "none found"
    forms = [f"{sums.forms[form]} {form}" for form in _BARS if form in sums.forms]
    return f"{sums.statements}: {', '.join(forms)}"


def _sources(sums: Leaning) -> str:
    if not sums.statements:
        return "none named"
    ways = "way" if sums.ways == 1 else "ways"
    named = f"named in {sums.ways} {ways}, not yet matched up" if sums.ways else "none named"
    if not sums.unsourced:
        return f"{named}; every statement names one"
    names = "statement names" if sums.unsourced == 1 else "statements name"
    return f"{named}; {sums.unsourced} {names} none"


def _share(passed_on: float | None) -> str:
    if passed_on is None:
        return "none"
    cells = round(_SHARE_WIDTH * passed_on)
    bar = "━" * cells + "┄" * (_SHARE_WIDTH - cells)
    others, own = _percent(passed_on), _percent(1 - passed_on)
    return f"{others} somebody else's word {bar} {own} the document's own"


def _percent(share: float) -> str:
    """Whole per cent, but 0 and 100 only where nothing and everything is meant."""
    percent = round(100 * share)
    if percent == 0 and share > 0:
        return "under 1 %"
    if percent == 100 and share < 1:
        return "over 99 %"
    return f"{percent} %"
