"""Passages, which may be missing, and their spans: what a statement has in the text, and where."""

from __future__ import annotations

from collections.abc import Iterable

from quoth.records import Document, Passage, Span, Statement


def passage_at(document: Document, spans: tuple[Span, ...]) -> Passage | None:
    """The words at `spans`; None where there are no spans."""
    return Passage(document, spans) if spans else None


def spans_of(passage: Passage | None) -> tuple[Span, ...]:
    """Where `passage` stands; nothing where there is none."""
    return passage.spans if passage else ()


def parts_of(statement: Statement) -> tuple[Passage, ...]:
    """Source, cue and content, as far as the text has them."""
    return tuple(filter(None, (statement.source, statement.cue, statement.content)))


def blocks_of(statement: Statement) -> set[int]:
    """Numbers of the blocks that source, cue and content begin in, piece by piece."""
    document = statement.content.document
    return {document.block_at(span.start) for part in parts_of(statement) for span in part.spans}


def plain_spans(spans: Iterable[Span]) -> list[list[int]]:
    """Spans as they stand in JSON, in pairs."""
    return [[span.start, span.end] for span in spans]


def spans_from(plain: Iterable[Iterable[int]]) -> tuple[Span, ...]:
    """Spans that stand in JSON as pairs."""
    return tuple(Span(start, end) for start, end in plain)
