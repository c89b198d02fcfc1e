"""A document's text as a page shows it: its blocks, with what was found in it marked."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup, escape

from quoth.compare import Told
from quoth.export.characters import visible
from quoth.export.report.places import outward
from quoth.passages import spans_of
from quoth.records import Block, Span

TAGS = {"title": "h4", "heading": "h5", "quotation": "blockquote", "table": "pre"}
"""What is no paragraph; headings stand under the one that the report gives a document."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch to be marked, and its anchor; of what has several pieces the first has it."""

    span: Span
    kind: str
    """The class that it gets."""
    anchor: str | None = None
    tag: str | None = None
    """What is written in front of it."""
    out: str | None = None
    """Where these words stand in the original."""


def blocks(told: Told, number: int, found: Mapping[str, tuple[Span, ...]]) -> Iterator[Markup]:
    """Each block of a document as an element; anchors begin with `d` and the `number`.

    `found` are the anchors of passages beside those of statements and figures.
    """
    text = told.reading.document.text
    marks = sorted(_marks(told, number, found), key=_outer_first)
    starts = [mark.span.start for mark in marks]
    longest = max((mark.span.end - mark.span.start for mark in marks), default=0)

    def inside(stretch: Span) -> list[Mark]:
        first = bisect_left(starts, stretch.start - longest)
        return list(_cut(marks[first : bisect_left(starts, stretch.end)], stretch))

    for block in told.reading.document.blocks:
        tag = TAGS.get(block.kind, "p")
        pieces = (_marked(text, span, inside(span)) for span in block.spans)
        inner = Markup(" ").join(pieces)
        yield Markup('<{0} class="{1}">{2}</{0}>').format(Markup(tag), _kind(block), inner)


def _kind(block: Block) -> str:
    return f"block {block.kind}"


def _marks(told: Told, number: int, found: Mapping[str, tuple[Span, ...]]) -> Iterator[Mark]:
    for statement in told.reading.statements:
        first, *more = statement.content.spans
        anchor, kind = f"d{number}-{statement.id}", f"said {statement.form}"
        out = outward(told, statement.content.places[0].fragment or "")
        yield Mark(first, kind, anchor, statement.id, out)
        yield from _pieces(more, kind)
        yield from _pieces(spans_of(statement.source), "source")
        yield from _pieces(spans_of(statement.cue), "cue")
    for at, figure in enumerate(told.reading.figures):
        yield Mark(figure.span, "figure", f"d{number}-f{at}")
    for anchor, spans in found.items():
        yield from _pieces(spans, "found", f"d{number}-{anchor}")


def _pieces(spans: Iterable[Span], kind: str, anchor: str | None = None) -> Iterator[Mark]:
    for span in spans:
        yield Mark(span, kind, anchor)
        anchor = None


def _outer_first(mark: Mark) -> tuple[int, int]:
    return mark.span.start, -mark.span.end


def _cut(marks: Iterable[Mark], stretch: Span) -> Iterator[Mark]:
    """The parts of `marks` in `stretch`; an anchor goes with the part where the mark begins."""
    for mark in marks:
        start, end = max(mark.span.start, stretch.start), min(mark.span.end, stretch.end)
        if start < end:
            whole = start == mark.span.start
            part = Mark(Span(start, end), mark.kind)
            yield replace(mark, span=part.span) if whole else part


def _marked(text: str, stretch: Span, marks: list[Mark]) -> Markup:
    """The stretch with its marks as elements: where two cross, the inner one is cut in two."""
    pieces: list[Markup] = []
    inner: list[Mark] = []
    waiting = sorted(marks, key=_outer_first, reverse=True)
    at = stretch.start
    while waiting or inner:
        if waiting and (not inner or waiting[-1].span.start < inner[-1].span.end):
            mark = waiting.pop()
            edge = inner[-1].span.end if inner else mark.span.end
            if mark.span.end > edge:
                waiting.append(Mark(Span(edge, mark.span.end), mark.kind))
                waiting.sort(key=_outer_first, reverse=True)
                mark = replace(mark, span=Span(mark.span.start, edge))
            pieces += [_plain(text, at, mark.span.start), _opened(mark)]
            at = mark.span.start
            inner.append(mark)
        else:
            end = inner.pop().span.end
            pieces += [_plain(text, at, end), Markup("</span>")]
            at = end
    pieces.append(_plain(text, at, stretch.end))
    return Markup("").join(pieces)


def _plain(text: str, start: int, end: int) -> Markup:
    return escape(visible(text[start:end]))


def _opened(mark: Mark) -> Markup:
    anchor = Markup(' id="{}"').format(mark.anchor) if mark.anchor else Markup("")
    opened = Markup('<span class="{}"{}>').format(mark.kind, anchor)
    if mark.tag is None:
        return opened
    opened += Markup('<a class="tag" href="#{0}" aria-label="statement {1}">{1}</a>').format(
        mark.anchor, mark.tag
    )
    if mark.out:
        opened += Markup(
            '<a class="tag out" href="{}" rel="noreferrer" aria-label="{} in the original">↗</a>'
        ).format(mark.out, mark.tag)
    return opened
