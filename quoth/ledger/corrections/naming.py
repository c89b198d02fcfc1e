"""Statements and sources of a reading as corrections name them."""

from __future__ import annotations

from quoth.ledger.records import SourceAt, StatementAt, Words
from quoth.records import Passage, Source, Statement


def words_of(passage: Passage) -> Words:
    """The words of `passage` and where they stand."""
    return Words(passage.spans, passage.text)


def statement_at(statement: Statement) -> StatementAt:
    """`statement` as somebody sees it now."""
    return StatementAt(
        statement.id,
        words_of(statement.content),
        words_of(statement.source) if statement.source else None,
        words_of(statement.cue) if statement.cue else None,
    )


def source_at(source: Source, given: str | None = None, near: int = 0) -> SourceAt:
    """`source` as somebody sees it now, by the place that says most of who it is.

    `given` is the name that people gave it. Of several mentions without a name the one nearest to
    offset `near` is taken.
    """
    place = source.name or min(
        source.mentions, key=lambda mention: abs(mention.spans[0].start - near), default=None
    )
    name = given or (place.text if place else source.id)
    return SourceAt(source.id, name, words_of(place) if place else None)
