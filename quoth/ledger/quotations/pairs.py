"""Statements that pass on one utterance, kept as pairs; which documents were compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from quoth.ledger.store import Store

_CURRENT = (
    "documents d JOIN readings r ON r.id = d.reading LEFT JOIN compared c"
    " ON c.document = d.id AND c.reading = r.id AND c.made = r.made"
)
_OF_DOCUMENT = (
    "SELECT s.id FROM statements s JOIN readings r ON r.id = s.reading WHERE r.document = ?"
)
MOST = 500
"""Statements that are near one another are followed no further than to so many."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements, by number, that pass on one utterance."""

    statement: int
    """That of the document with the higher number."""
    other: int
    kind: str
    shared: float


def uncompared(store: Store) -> list[int]:
    """Numbers of the documents whose reading is not compared yet, in order."""
    rows = store.rows(f"SELECT d.id FROM {_CURRENT} WHERE c.document IS NULL ORDER BY d.id")
    return [number for (number,) in rows]


def is_compared(store: Store, document: int) -> bool:
    """Is the reading of a document that counts now compared?"""
    sql = f"SELECT c.document FROM {_CURRENT} WHERE d.id = ?"
    return store.value(sql, (document,)) is not None


Begun = tuple[int, int, str]
"""A document, and its reading that counts: number, and when it was made."""


def begin(store: Store, documents: Iterable[int]) -> list[Begun]:
    """Which readings count now; what is replaced until `done` is not taken for compared."""
    sql = (
        "SELECT d.id, r.id, r.made FROM documents d JOIN readings r ON r.id = d.reading"
        " WHERE d.id = ?"
    )
    return [row for number in documents for row in store.rows(sql, (number,))]


def done(store: Store, begun: Iterable[Begun]) -> None:
    """These are compared, where they are still here; the caller holds a transaction open."""
    store.many(
        "INSERT OR REPLACE INTO compared SELECT id, ?2, ?3 FROM documents WHERE id = ?1", begun
    )


def forget_changed(store: Store) -> None:
    """Nothing is known of documents of which another reading counts than the compared one.

    What was near to them is to be compared anew (the schema sees to that), but not forgotten.
    The caller holds a transaction open.
    """
    changed = store.rows(
        "SELECT c.document FROM compared c JOIN documents d ON d.id = c.document"
        " LEFT JOIN readings r ON r.id = d.reading AND r.id = c.reading AND r.made = c.made"
        " WHERE r.id IS NULL"
    )
    for column in ("statement", "other"):
        store.many(f"DELETE FROM quotation_pairs WHERE {column} IN ({_OF_DOCUMENT})", changed)
    store.many("DELETE FROM compared WHERE document = ?", changed)


def put_pairs(store: Store, pairs: Iterable[Pair]) -> None:
    """Keep pairs whose statements are still here; the caller holds a transaction open."""
    there = "EXISTS (SELECT 1 FROM statements WHERE id = {})"
    store.many(
        "INSERT OR REPLACE INTO quotation_pairs SELECT ?1, ?2, ?3, ?4"
        f" WHERE {there.format('?1')} AND {there.format('?2')}",
        ((pair.statement, pair.other, pair.kind, pair.shared) for pair in pairs),
    )


def groups(store: Store) -> Iterator[list[int]]:
    """Numbers of statements that are near one another across documents, the newest first.

    Reprints and versions of one document alone make no group, and come with those that do.
    """
    seen: set[int] = set()
    pairs = store.each(
        "SELECT statement, other FROM quotation_pairs q"
        " JOIN statements a ON a.id = q.statement JOIN readings ra ON ra.id = a.reading"
        " JOIN statements b ON b.id = q.other JOIN readings rb ON rb.id = b.reading"
        " WHERE ra.kin <> rb.kin ORDER BY max(statement, other) DESC"
    )
    for statement, other in pairs:
        if statement not in seen:
            found = near(store, [statement, other])
            seen |= found
            yield sorted(found)


def near(store: Store, begin: Sequence[int]) -> set[int]:
    """All statements that lead to one another by pairs, up to `MOST`."""
    found, waiting = set(begin), list(begin)
    while waiting and len(found) < MOST:
        number = waiting.pop()
        rows = store.rows(
            "SELECT other FROM quotation_pairs WHERE statement = ?1"
            " UNION SELECT statement FROM quotation_pairs WHERE other = ?1",
            (number,),
        )
        fresh = {other for (other,) in rows} - found
        found |= fresh
        waiting += fresh
    return found
