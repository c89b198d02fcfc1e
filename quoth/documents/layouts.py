"""Where characters stand in the original, kept in arrays of numbers rather than objects."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from dataclasses import dataclass, field, replace

from quoth.documents.fragments import fragment
from quoth.records import Layout, Place, Span

LINE_END = re.compile(r"\r\n?|\n")


@dataclass(frozen=True, slots=True)
class TextLayout:
    """Lines and columns from 1; pages from 1 where the text has form feeds."""

    lines: array[int]
    """Where each line starts."""
    breaks: array[int]
    """Where each form feed stands."""

    def place(self, span: Span, block: int) -> Place:
        line = bisect_right(self.lines, span.start)
        page = bisect_right(self.breaks, span.start) + 1 if self.breaks else None
        return Place(block, line, span.start - self.lines[line - 1] + 1, page)


def text_layout(text: str) -> TextLayout:
    """The layout of `text`; line ends are `\\n`, `\\r\\n` and `\\r`."""
    lines = array("I", [0])
    lines.extend(match.end() for match in LINE_END.finditer(text))
    return TextLayout(lines, array("I", (m.start() for m in re.finditer("\f", text))))


@dataclass(frozen=True, slots=True)
class HtmlLayout:
    """The element that holds each run of text, as a tree of steps from the root."""

    starts: array[int]
    """Where each run of text starts."""
    elements: array[int]
    """The number of the element that holds each run."""
    parents: array[int]
    """For each element, the number of its parent; 0 is the root's parent."""
    steps: tuple[str, ...]
    """For each element, its part of the CSS path."""
    text: str = field(default="", repr=False)
    """The document's own text, shared with it; none where no page shows it."""
    elsewhere: str = field(default="", repr=False)
    """What else the page shows."""

    def place(self, span: Span, block: int) -> Place:
        run = bisect_right(self.starts, span.start) - 1
        if run < 0:
            return Place(block)
        path = []
        element = self.elements[run]
        while element:
            path.append(self.steps[element])
            element = self.parents[element]
        found = fragment(self.text, span.start, span.end, self.elsewhere) if self.text else None
        return Place(block, element=" > ".join(reversed(path)), fragment=found)


@dataclass(frozen=True, slots=True)
class PdfLayout:
    """Pages, and the box of every character: its own left and right, its line's bottom and top."""

    pages: array[int]
    """Where each page starts."""
    lines: array[int]
    """Where each line starts."""
    bottoms: array[float]
    tops: array[float]
    lefts: array[float]
    """One for each character of the text; a character that is not drawn has its left > right."""
    rights: array[float]
    turns: array[int]
    """Quarter turns to the left of each page's lines; the other numbers are turned back."""

    def place(self, span: Span, block: int) -> Place:
        page = bisect_right(self.pages, span.start)
        turn = self.turns[page - 1]
        first = bisect_right(self.lines, span.start) - 1
        last = bisect_right(self.lines, max(span.end - 1, span.start)) - 1
        boxes = (self._box(line, span) for line in range(first, last + 1))
        return Place(block, page=page, boxes=tuple(_upright(box, turn) for box in boxes if box))

    def _box(self, line: int, span: Span) -> Box | None:
        end = self.lines[line + 1] if line + 1 < len(self.lines) else len(self.lefts)
        among = slice(max(span.start, self.lines[line]), min(span.end, end))
        drawn = [
            (left, right)
            for left, right in zip(self.lefts[among], self.rights[among], strict=True)
            if left <= right
        ]
        if not drawn:
            return None
        left, right = min(left for left, _ in drawn), max(right for _, right in drawn)
        corners = (left, self.bottoms[line], right, self.tops[line])
        # Hundredths of a point: single precision has no more to say.
        return tuple(round(corner, 2) for corner in corners)  # type: ignore[return-value]


Box = tuple[float, float, float, float]


def _upright(box: Box, turn: int) -> Box:
    """A box in a page's own coordinates, from those in which its lines run level."""
    left, bottom, right, top = box
    turned = (
        box,
        (-top, left, -bottom, right),
        (-right, -top, -left, -bottom),
        (bottom, -right, top, -left),
    )
    return turned[turn]


@dataclass(frozen=True, slots=True)
class OfficeLayout:
    """The paragraph that holds each run of text, and the part of the file that holds it."""

    starts: array[int]
    """Where each run of text starts."""
    numbers: array[int]
    """The number of the paragraph that holds each run, from 1 in each part."""
    parts: list[str | None]
    """The part that holds each run; None for the body."""

    def place(self, span: Span, block: int) -> Place:
        run = bisect_right(self.starts, span.start) - 1
        if run < 0:
            return Place(block)
        return Place(block, paragraph=self.numbers[run], part=self.parts[run])


@dataclass(frozen=True, slots=True)
class Within:
    """A layout, and the place of the whole document in its container."""

    inner: Layout
    record: int | None
    part: str | None

    def place(self, span: Span, block: int) -> Place:
        place = self.inner.place(span, block)
        # What is nearer to the text says more.
        return replace(place, record=place.record or self.record, part=place.part or self.part)


def within(layout: Layout, record: int | None, part: str | None) -> Layout:
    """`layout`, whose places also say which record and part they stand in."""
    return Within(layout, record, part) if record is not None or part is not None else layout
