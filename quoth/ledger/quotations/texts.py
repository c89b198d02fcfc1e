"""Statements of readings that count: their words, and whose they are."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quoth.ledger.store import Row, Store
from quoth.records import Form

_OF = (
    "statements s JOIN readings r ON r.id = s.reading"
    " JOIN documents d ON d.id = r.document AND d.reading = r.id"
)
_PIECES = "(SELECT count(*) FROM statement_spans p WHERE p.statement = s.id AND p.part = 'content')"
_UTTERED = (
    f"SELECT s.id, d.id || ':' || s.key, d.id, r.kin, s.content, {_PIECES}, s.form,"
    " coalesce(p.name, s.source_text), i.shown, substr(d.published, 1, 10)"
    f" FROM {_OF} LEFT JOIN sources p ON p.id = s.source"
    " LEFT JOIN linked k ON k.document = d.id AND k.reading = r.id AND k.made = r.made"
    " LEFT JOIN links l ON l.document = k.document AND l.source = p.key"
    " LEFT JOIN identities i ON i.id = coalesce(l.said, l.identity)"
)


@dataclass(frozen=True, slots=True)
class Uttered:
    """A statement with what tells whose words it passes on."""

    number: int
    """Of the statement, as in the ledger's rows."""
    key: str
    """`17:s12`."""
    document: int
    kin: int
    """The first document with the words of this one, or of its lineage."""
    pieces: tuple[str, ...]
    """The content: more than one where something stands between."""
    form: Form
    speaker: str | None
    """By name, else as the document describes it."""
    identity: int | None
    day: str | None


def size(store: Store) -> int:
    """How many statements the readings that count have."""
    found: int | None = store.value(
        "SELECT sum(r.statements) FROM documents d JOIN readings r ON r.id = d.reading"
    )
    return found or 0


def all_texts(store: Store) -> Iterator[tuple[int, int, tuple[str, ...], Form]]:
    """Number, document, pieces of the content and form of every statement, in rising order."""
    rows = store.each(f"SELECT s.id, d.id, s.content, {_PIECES}, s.form FROM {_OF} ORDER BY s.id")
    for number, document, content, pieces, form in rows:
        yield number, document, _pieces(content, pieces), form


def texts_of(store: Store, document: int) -> list[Uttered]:
    """The statements of a document, in the order of its text."""
    rows = store.rows(f"{_UTTERED} WHERE d.id = ? ORDER BY s.id", (document,))
    return [_uttered(row) for row in rows]


def uttered(store: Store, numbers: Iterable[int]) -> dict[int, Uttered]:
    """Statements by their numbers; those that do not count, or not any more, are left out."""
    rows = store.rows(
        f"{_UTTERED} WHERE s.id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(set(numbers))),),
    )
    return {row[0]: _uttered(row) for row in rows}


def _uttered(row: Row) -> Uttered:
    number, key, document, kin, content, pieces, *rest = row
    return Uttered(number, key, document, kin, _pieces(content, pieces), *rest)


def _pieces(content: str, number: int) -> tuple[str, ...]:
    """Pieces are joined by an ellipsis in the row; one that the text has itself parts nothing."""
    return tuple(content.split(" … ")) if number > 1 else (content,)
