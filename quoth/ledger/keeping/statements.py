"""Statements of a reading into rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from typing import Any

from quoth.ledger.store import Store
from quoth.ledger.values import as_json, text_of
from quoth.passages import spans_of
from quoth.records import Place, Statement

IN_BROWSER = frozenset(("block", "boxes", "fragment"))
"""What `statements.place` leaves out: a column of its own, and what layouts give back."""
PLACE = tuple(field.name for field in fields(Place) if field.name not in IN_BROWSER)
STATEMENT = (
    *("key", "source_text", "cue_text", "content", "cited_text", "start", "block", "place"),
    *("form", "lemma", "act", "stance", "polarity", "basis", "certainty", "confidence"),
)
"""The columns of `statements` that a statement fills by itself, in the order of their values."""


def put_statements(
    store: Store,
    reading: int,
    made: Sequence[Statement],
    numbers: Mapping[str, int],
    sources: Mapping[str, int],
    verdicts: Mapping[str, str],
) -> None:
    """Rows for statements of a reading; `numbers`, of all that it has, and `sources` by key."""
    rows = [
        (
            numbers[each.id],
            reading,
            *statement_values(each),
            sources.get(each.source_id or ""),
            numbers.get(each.within or ""),
            verdicts.get(each.id),
        )
        for each in made
    ]
    columns = ("id", "reading", *STATEMENT, "source", "within", "verdict")
    marks = ", ".join("?" * len(columns))
    store.many(f"INSERT INTO statements ({', '.join(columns)}) VALUES ({marks})", rows)
    put_statement_spans(store, ((numbers[each.id], each) for each in made))


def put_statement_spans(store: Store, statements: Iterable[tuple[int, Statement]]) -> None:
    """Where the parts of statements stand, each of which comes with its number."""
    store.many(
        "INSERT INTO statement_spans VALUES (?, ?, ?, ?, ?)",
        ((number, *span) for number, each in statements for span in _statement_spans(each)),
    )


def statement_values(statement: Statement) -> tuple[Any, ...]:
    """The values of a statement that need no other row, as `STATEMENT` names them."""
    cued = statement.cued
    place = statement.content.places[0]
    return (
        statement.id,
        text_of(statement.source),
        text_of(statement.cue),
        text_of(statement.content),
        text_of(statement.cited),
        statement.content.spans[0].start,
        place.block,
        as_json(_place(place)),
        statement.form,
        *(cued and getattr(cued, name) for name in ("lemma", "act", "stance", "polarity", "basis")),
        statement.certainty,
        statement.confidence,
    )


def _statement_spans(statement: Statement) -> Iterator[tuple[str, int, int, int]]:
    """Part, piece, start and end of all that a statement has in the text."""
    for part in ("source", "cue", "content", "cited"):
        for piece, span in enumerate(spans_of(getattr(statement, part))):
            yield part, piece, span.start, span.end


def _place(place: Place) -> dict[str, Any]:
    return {name: value for name in PLACE if (value := getattr(place, name)) is not None}
