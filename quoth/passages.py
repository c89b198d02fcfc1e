"""Passages that may be missing: what a statement has in the text, and where."""

from __future__ import annotations

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
