"""Readings into rows, with their figures and dates, and the one of a document that counts."""

from __future__ import annotations

from collections.abc import Mapping

from quoth.ledger.keeping.index import index, unindex
from quoth.ledger.keeping.sources import put_sources
from quoth.ledger.keeping.statements import put_statements
from quoth.ledger.store import Store
from quoth.ledger.values import DAY, as_json, now, ordinal, storable, text_of
from quoth.passages import plain_spans
from quoth.records import Reading
from quoth.voice import own_share

ROOM = 16
"""People's readings number their statements by so much, so that others may come between them."""
_OF_READING = "SELECT id FROM statements WHERE reading = ?"


def put_reading(
    store: Store,
    document: int,
    reading: Reading,
    kind: str = "model",
    verdicts: Mapping[str, str] | None = None,
    names: Mapping[str, str] | None = None,
) -> int:
    """Keep `reading` as the one of its kind, in the place of an older one, and let it count.

    `verdicts` says of statements, by key, what people said of them; `names` of sources how people
    call them, where the document does not name them.
    """
    drop_reading(store, document, kind)
    step = ROOM if kind == "corrected" else 1
    first = _next_number(store, reading.document.published) + step - 1
    row = {
        "document": document,
        "kind": kind,
        "model": reading.model,
        "made": now(),
        "own_voice": own_share(reading),
        "statements": len(reading.statements),
        "kin": store.value("SELECT coalesce(kin, id) FROM documents WHERE id = ?", (document,)),
        "first": first if reading.statements else None,
    }
    number = store.insert("readings", row)
    sources = put_sources(store, number, reading, reading.sources, names or {})
    statements = {each.id: first + step * n for n, each in enumerate(reading.statements)}
    put_statements(store, number, reading.statements, statements, sources, verdicts or {})
    _put_figures(store, number, reading, statements)
    _put_dates(store, number, reading, statements)
    let_count(store, document, number)
    return number


def let_count(store: Store, document: int, reading: int | None) -> None:
    """Make `reading` the one that searches and exports see."""
    before = store.value("SELECT reading FROM documents WHERE id = ?", (document,))
    if before is not None:
        unindex(store, _OF_READING, (before,))
    store.run("UPDATE documents SET reading = ? WHERE id = ?", (reading, document))
    if reading is not None:
        index(store, _OF_READING, (reading,))


def drop_reading(store: Store, document: int, kind: str) -> None:
    """Take a document's reading of this kind out, and out of the index if it counted."""
    found = store.value("SELECT id FROM readings WHERE document = ? AND kind = ?", (document, kind))
    if found is None:
        return
    if store.value("SELECT reading FROM documents WHERE id = ?", (document,)) == found:
        let_count(store, document, None)
    for table in ("figures", "dates", "statements", "sources"):
        store.run(f"DELETE FROM {table} WHERE reading = ?", (found,))
    store.run("DELETE FROM readings WHERE id = ?", (found,))


def _next_number(store: Store, published: str | None) -> int:
    """A number behind those of all statements published that day or before."""
    day = DAY * ordinal(published)
    last: int | None = store.value(
        "SELECT max(id) FROM statements WHERE id >= ? AND id < ?", (day, day + DAY)
    )
    return day + 1 if last is None else last + 1


def _put_figures(store: Store, reading: int, made: Reading, statements: Mapping[str, int]) -> None:
    text = made.document.text
    for number, figure in enumerate(made.figures):
        span = figure.span
        row = {
            "reading": reading,
            "number": number,
            "statement": statements.get(figure.statement or ""),
            "text": storable(text[span.start : span.end]),
            "start": span.start,
            "end": span.end,
            **{n: getattr(figure, n) for n in ("low", "high", "bound", "unit", "same", "as_of")},
            "of": text_of(figure.of),
            "of_spans": as_json(plain_spans(figure.of.spans)) if figure.of else None,
        }
        store.insert("figures", row)


def _put_dates(store: Store, reading: int, made: Reading, statements: Mapping[str, int]) -> None:
    text = made.document.text
    for number, each in enumerate(made.dates):
        row = {
            "reading": reading,
            "number": number,
            "statement": statements.get(each.statement or ""),
            "text": storable(text[each.span.start : each.span.end]),
            "start": each.span.start,
            "end": each.span.end,
            "type": each.type,
            "value": each.value,
            "how": storable(each.how),
            "anchor_start": each.anchor and each.anchor.start,
            "anchor_end": each.anchor and each.anchor.end,
        }
        store.insert("dates", row)
