"""Layouts of a part of a document that has become one of its own."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace

from quoth.documents.layouts import LINE_END, HtmlLayout, OfficeLayout
from quoth.records import Layout, Place, Span


@dataclass(frozen=True, slots=True)
class Below:
    """The layout of a part of a text, with so many lines and pages above it."""

    inner: Layout
    lines: int
    pages: int

    def place(self, span: Span, block: int) -> Place:
        place = self.inner.place(span, block)
        page = (place.page or 1) + self.pages if place.page or self.pages else None
        return replace(place, line=(place.line or 1) + self.lines, page=page)


@dataclass(frozen=True, slots=True)
class From:
    """The layout of a document from one of its characters on."""

    inner: Layout
    start: int

    def place(self, span: Span, block: int) -> Place:
        return self.inner.place(Span(span.start + self.start, span.end + self.start), block)


def below(layout: Layout, lines: int, pages: int) -> Layout:
    """`layout`, of a text that stands below so many lines and pages."""
    return Below(layout, lines, pages)


def line_ends(text: str) -> int:
    """So many lines end in `text`."""
    return sum(1 for _ in LINE_END.finditer(text))


def sliced(layout: Layout, start: int, end: int) -> Layout:
    """The layout of the characters from `start` to `end`, without what it says of the others."""
    if isinstance(layout, OfficeLayout):
        among = _among(layout.starts, start, end)
        starts = _from(layout.starts[among], start)
        return OfficeLayout(starts, layout.numbers[among], layout.parts[among])
    if isinstance(layout, HtmlLayout):
        among = _among(layout.starts, start, end)
        elements, parents, steps = array("I"), array("I", [0]), [""]
        numbers = {0: 0}
        for element in layout.elements[among]:
            path = []
            while element not in numbers:
                path.append(element)
                element = layout.parents[element]
            for each in reversed(path):
                numbers[each] = len(parents)
                parents.append(numbers[layout.parents[each]])
                steps.append(layout.steps[each])
            elements.append(numbers[path[0] if path else element])
        return HtmlLayout(_from(layout.starts[among], start), elements, parents, tuple(steps))
    return From(layout, start)


def _among(starts: array[int], start: int, end: int) -> slice:
    """The runs that hold the characters from `start` to `end`."""
    return slice(max(bisect_right(starts, start) - 1, 0), bisect_left(starts, end))


def _from(starts: array[int], start: int) -> array[int]:
    return array("I", (max(each - start, 0) for each in starts))
