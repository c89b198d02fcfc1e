"""A document's text as pages show it: its blocks, with stretches of them marked."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from quoth.export.characters import visible
from quoth.records import Document, Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch, and the element that marks it."""

    span: Span
    begins: Markup
    """The start of a `span` element, and what is written in front of the words."""
    goes_on: Markup
    """How it begins anew behind a cut: no anchor stands twice in a page."""


def marked_blocks(
    document: Document, marks: Iterable[Mark], numbers: Iterable[int] | None = None
) -> Iterator[tuple[int, Markup]]:
    """Number and inner markup of each block, or of those of these `numbers`, with `marks` in it.

    Marks may be nested, cross one another, and go on from block to block; of two on the same
    stretch the one that was given last is the outer one.
    """
    wanted = range(len(document.blocks)) if numbers is None else sorted(set(numbers))
    stretches = sorted((span.start, span.end) for n in wanted for span in document.blocks[n].spans)
    inside = _by_stretch(stretches, marks)
    for number in wanted:
        spans = document.blocks[number].spans
        pieces = (_marked(document.text, span, inside.get(span.start, [])) for span in spans)
        yield number, Markup(" ").join(pieces)


def _by_stretch(stretches: list[tuple[int, int]], marks: Iterable[Mark]) -> dict[int, list[Mark]]:
    """The parts of `marks` in each stretch, by where it begins."""
    starts = [start for start, _ in stretches]
    inside: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        span = mark.span
        first = max(bisect_right(starts, span.start) - 1, 0)
        for start, end in stretches[first : bisect_left(starts, span.end)]:
            if start <= span.start and span.end <= end:
                inside[start].append(mark)
                continue
            begin, stop = max(span.start, start), min(span.end, end)
            if begin < stop:
                opened = mark.begins if begin == span.start else mark.goes_on
                inside[start].append(Mark(Span(begin, stop), opened, mark.goes_on))
    return inside


def _outer_last(mark: Mark) -> tuple[int, int]:
    return -mark.span.start, mark.span.end


def _marked(text: str, stretch: Span, marks: list[Mark]) -> Markup:
    """The stretch with its marks as elements: where two cross, the inner one is cut in two."""
    pieces: list[str] = []
    inner: list[Mark] = []
    waiting = sorted(marks, key=_outer_last)
    at = stretch.start
    while waiting or inner:
        if waiting and (not inner or waiting[-1].span.start < inner[-1].span.end):
            mark = waiting.pop()
            start, end = mark.span.start, mark.span.end
            edge = inner[-1].span.end if inner else end
            if end <= edge:
                inner.append(mark)
            else:
                insort(waiting, Mark(Span(edge, end), mark.goes_on, mark.goes_on), key=_outer_last)
                inner.append(Mark(Span(start, edge), mark.begins, mark.goes_on))
            pieces += (_plain(text, at, start), mark.begins)
            at = start
        else:
            end = inner.pop().span.end
            pieces += (_plain(text, at, end), "</span>")
            at = end
    pieces.append(_plain(text, at, stretch.end))
    return Markup("".join(pieces))


def _plain(text: str, start: int, end: int) -> str:
    return escape(visible(text[start:end]))
