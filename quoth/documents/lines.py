"""Lines that a page's width broke, joined into paragraphs.

Plain text and PDF share this: a line is where it starts and ends in the text, and where it stands
between the edges of its column. Widths are in characters for text and in points for PDF.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from quoth.records import Block, BlockKind, Span

BULLET = re.compile(r"(?:[-*+•‣◦▪·–]|\(?\d{1,2}[.)]|\(?[a-z][.)])[^\S\r\n]+\S")
CLOSED = re.compile(r"[.!?…:;。！？][\"'”’»)\]]*(?:\d{1,3})?$")
"""The end of a sentence, whatever quotation mark or note number follows it."""
WORD = re.compile(r"\S+")
SLACK = 0.15
"""A line that ends so much of the column's width before its edge was not broken by the width."""


@dataclass(frozen=True, slots=True)
class Column:
    """The edges between which lines run, and the width of an ordinary character."""

    left: float
    right: float
    unit: float = 1
    opening: float = 0
    """How far the first line of a paragraph is set in, in characters, where that is the custom."""


@dataclass(slots=True)
class Line:
    """A line without the white space and the marks around it."""

    start: int
    end: int
    left: float
    right: float
    column: Column
    gap: bool = False
    """Whether more than the usual space stands above it."""
    turn: bool = False
    """Whether a page or a column begins with it."""
    size: float = 1
    """Height of its letters."""
    depth: int = 0
    """So many `>` stood before it."""

    @property
    def indent(self) -> float:
        """How far it starts from its column's left edge, in characters."""
        return (self.left - self.column.left) / self.column.unit

    @property
    def room(self) -> float:
        """How far it ends before its column's right edge, in characters."""
        return (self.column.right - self.right) / self.column.unit

    @property
    def centred(self) -> bool:
        """Whether it stands in the middle, away from both edges."""
        return self.indent >= 3 and abs(self.indent - self.room) <= 3


def paragraphs(text: str, lines: Iterable[Line]) -> Iterator[Block]:
    """Blocks of joined lines: paragraphs, items and quotations that are set in."""
    group: list[Line] = []
    previous: Block | None = None
    for line in lines:
        if group and not _continues(text, group, line):
            previous = _block(text, group, previous)
            yield previous
            group = []
        group.append(line)
    if group:
        yield _block(text, group, previous)


def _continues(text: str, group: list[Line], line: Line) -> bool:
    """Whether `line` goes on with the paragraph that `group` holds so far."""
    last = group[-1]
    if line.depth != last.depth or abs(line.size - last.size) > 0.08 * last.size:
        return False
    if line.turn or line.gap:
        same_edge = abs(line.indent - _body_indent(group)) < 3 or line.centred
        return same_edge and _unfinished(text, last, line)
    if BULLET.match(text, line.start) and not _mid_sentence(text, last, line):
        return False
    if _is_short(text, last, line) and not text[line.start].islower():
        return False
    step = line.indent - last.indent
    if line.centred and abs(step) > 1.5 and (last.centred or _unfinished(text, last, line)):
        return True
    if line.column.opening and abs(line.indent - line.column.opening) < 0.7:
        return False
    if step > 1.5:  # set in: a new paragraph, unless this hangs below a bullet
        return len(group) == 1 and bool(BULLET.match(text, last.start))
    return step > -1.5 or len(group) == 1


def _body_indent(group: list[Line]) -> float:
    return group[-1].indent if len(group) > 1 else min(group[0].indent, 0)


def _is_short(text: str, last: Line, line: Line) -> bool:
    """Whether the first word of `line` would have stood on `last` too, with room to spare."""
    word = WORD.match(text, line.start)
    length = word.end() - word.start() if word else 0
    width = (last.column.right - last.column.left) / last.column.unit
    return last.room - length - 1 > SLACK * width


def _closed(text: str, line: Line) -> bool:
    return bool(CLOSED.search(text, max(line.end - 8, line.start), line.end))


def _mid_sentence(text: str, last: Line, line: Line) -> bool:
    return text[line.start].islower() and not _closed(text, last)


def _unfinished(text: str, last: Line, line: Line) -> bool:
    """Whether a break between pages or blank lines fell inside a sentence."""
    if _closed(text, last) or BULLET.match(text, line.start):
        return False
    reaches = not _is_short(text, last, line)
    if text[line.start].islower():
        return reaches or line.turn
    # A name or a quotation may begin the page; then the line before it has to be full, and the
    # break a turn: between blank lines, headings and titles look the same.
    return reaches and line.turn


def _block(text: str, group: list[Line], previous: Block | None) -> Block:
    spans: list[Span] = []
    for line in group:
        between = text[spans[-1].end : line.start] if spans else "-"
        if between.isspace() and "\f" not in between:
            spans[-1] = Span(spans[-1].start, line.end)
        else:
            spans.append(Span(line.start, line.end))
    return Block(_kind(text, group, previous), tuple(spans))


def _kind(text: str, group: list[Line], previous: Block | None) -> BlockKind:
    if group[0].depth:
        return "quotation"
    if BULLET.match(text, group[0].start):
        return "item"
    indents = [line.indent for line in group]
    if max(indents) - min(indents) > 1.5 and all(line.centred for line in group):
        return "paragraph"
    # One line set in may be a paragraph's beginning; a second one or a quotation above tells.
    sure = len(group) > 1 or (previous is not None and previous.kind == "quotation")
    if sure and min(indents) >= 2:
        return "quotation"
    return "paragraph"


def opening_indent(lines: Sequence[Line]) -> float:
    """How far paragraphs' first lines are set in, in characters; 0 where they are not.

    Such a line is followed by one at the edge, with no space between, more often than by another
    that is set in.
    """
    indents: Counter[int] = Counter()
    inside = 0
    for line, following in pairwise(lines):
        if 1 <= line.indent <= 10 and not following.gap:
            if abs(following.indent) < 0.7:
                indents[round(line.indent)] += 1
            elif following.indent >= 1:
                inside += 1
    if not indents or indents.total() < max(3, inside):
        return 0
    return indents.most_common(1)[0][0]
