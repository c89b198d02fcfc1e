"""A statement in its context as a page shows it to a person who is to judge it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup

from quoth.export.characters import one_line
from quoth.export.marking import Mark, marked_blocks
from quoth.export.wording import kind
from quoth.records import Document, Source, Span, Statement

Context = list[tuple[int, Markup]]
"""Numbers of blocks, and their text with the parts marked."""


def statement_context(document: Document, statement: Statement) -> Context:
    """The blocks with words of a statement, and the one before, which may say who "he" is."""
    parts = {"source": statement.source, "cue": statement.cue, "content": statement.content}
    spans = [(part, span) for part, each in parts.items() if each for span in each.spans]
    numbers = set(_blocks(document, [span for _, span in spans]))
    first = min(numbers)
    if first and document.blocks[first - 1].kind != "title":  # that stands above
        numbers.add(first - 1)
    return _context(document, spans, numbers)


def passage_context(document: Document, spans: Sequence[Span]) -> Context:
    """The blocks of a passage."""
    return _context(document, [("passage", span) for span in spans], set(_blocks(document, spans)))


def source_names(
    sources: Sequence[Source], names: Mapping[str, str]
) -> Iterator[tuple[str, str, str]]:
    """Key, name and kind of each source, as people choose among them; `names` are given ones."""
    for source in sources:
        place = source.name or next(iter((*source.descriptions, *source.mentions)), None)
        name = names.get(source.id) or (one_line(place.text) if place else source.id)
        yield source.id, name, kind(source)


def _context(document: Document, spans: Sequence[tuple[str, Span]], numbers: set[int]) -> Context:
    marks = [_mark(part, span) for part, span in spans]
    return list(marked_blocks(document, marks, numbers))


def _blocks(document: Document, spans: Sequence[Span]) -> Iterator[int]:
    for span in spans:
        yield from range(document.block_at(span.start), document.block_at(span.end - 1) + 1)


def _mark(part: str, span: Span) -> Mark:
    """The label is drawn by the style sheet, so that a selection has the document's words alone."""
    return Mark(
        span,
        Markup(f'<span class="part {part}" data-label="{part}">'),
        Markup(f'<span class="part {part}">'),
    )
