"""Rows back into the records that they were made of."""

from __future__ import annotations

import json
import zlib
from collections import defaultdict
from collections.abc import Iterable

from quoth.documents.packing import unpacked
from quoth.ledger.errors import NotFound, sound
from quoth.ledger.keeping.documents import ONE
from quoth.ledger.store import Row, Store
from quoth.passages import spans_from
from quoth.records import (
    Block,
    Cued,
    Date,
    Document,
    Figure,
    Found,
    Metadata,
    Passage,
    Reading,
    Reference,
    Source,
    Span,
    Statement,
)

Spans = dict[int, dict[str, list[tuple[Span, ...]]]]
"""By row and part, the spans of each item."""


def load_document(store: Store, number: int) -> Document:
    """Document `number` as it was read. Raises `NotFound`."""
    row = store.row(
        f'SELECT name, text, layout, authors, found, columns, "references", {", ".join(ONE)}'
        " FROM documents WHERE id = ?",
        (number,),
    )
    if row is None:
        raise NotFound(f"{number}: no such document in {store.path}; see `quoth find`")
    with sound(store.path, f"document {number}"):
        return _document(store, number, *row)


def _document(
    store: Store,
    number: int,
    name: str,
    text: str,
    layout: bytes | None,
    authors: str,
    found: str,
    columns: str,
    references: str,
    *values: str | None,
) -> Document:
    where = json.loads(found)
    known = {n: Found(v, where[n]) for n, v in zip(ONE, values, strict=True) if v is not None}
    metadata = Metadata(
        **known,
        authors=tuple(map(Found, json.loads(authors), where["authors"])),
        columns=tuple((key, value) for key, value in json.loads(columns)),
    )
    blocks = store.rows(
        "SELECT kind, spans FROM blocks WHERE document = ? ORDER BY number", (number,)
    )
    return Document(
        name,
        text,
        tuple(Block(kind, spans_from(json.loads(spans))) for kind, spans in blocks),
        unpacked(layout, text),
        metadata,
        tuple(Reference(Span(s, e), block) for s, e, block in json.loads(references)),
    )


def load_original(store: Store, number: int) -> bytes | None:
    """The bytes that document `number` was read from; None where they were not kept."""
    data = store.value(
        "SELECT o.packed FROM documents d JOIN originals o ON o.digest = d.original WHERE d.id = ?",
        (number,),
    )
    with sound(store.path, f"the original of document {number}"):
        return zlib.decompress(data) if data is not None else None


def keeps_original(store: Store, number: int) -> bool:
    """Are the bytes that document `number` was read from there?"""
    kept = (
        "SELECT o.packed IS NOT NULL FROM documents d JOIN originals o ON o.digest = d.original"
        " WHERE d.id = ?"
    )
    return bool(store.value(kept, (number,)))


def load_reading(store: Store, number: int, kind: str | None = None) -> Reading:
    """The reading of document `number` that counts, or that of this kind. Raises `NotFound`."""
    row = store.row(
        "SELECT id, model FROM readings WHERE document = ?1 AND "
        + ("kind = ?2" if kind else "id = (SELECT reading FROM documents WHERE id = ?1)"),
        (number, kind) if kind else (number,),
    )
    if row is None:
        raise NotFound(f"{number}: no such reading in {store.path}; see `quoth find`")
    reading, model = row
    document = load_document(store, number)
    keys: dict[int, str] = dict(
        store.rows("SELECT id, key FROM statements WHERE reading = ?", (reading,)),
    )
    with sound(store.path, f"the reading of document {number}"):
        return Reading(
            document,
            _statements(store, reading, document, keys),
            model,
            _sources(store, reading, document),
            _figures(store, reading, document, keys),
            _dates(store, reading, keys),
        )


def _statements(
    store: Store, reading: int, document: Document, keys: dict[int, str]
) -> tuple[Statement, ...]:
    spans = _grouped(
        store.rows(
            'SELECT p.statement, p.part, 0, p.start, p."end" FROM statements s'
            " JOIN statement_spans p ON p.statement = s.id WHERE s.reading = ?"
            " ORDER BY p.statement, p.part, p.piece",
            (reading,),
        )
    )
    rows = store.rows(
        "SELECT s.id, s.key, p.key, s.form, s.within, s.lemma, s.act, s.stance, s.polarity,"
        " s.basis, s.certainty, s.confidence FROM statements s"
        " LEFT JOIN sources p ON p.id = s.source WHERE s.reading = ? ORDER BY s.start, s.id",
        (reading,),
    )
    made = []
    for number, key, source, form, within, *cued, certainty, confidence in rows:
        parts = {p: Passage(document, pieces[0]) for p, pieces in spans[number].items()}
        made.append(
            Statement(
                key,
                parts.get("source"),
                parts.get("cue"),
                parts["content"],
                form,
                keys.get(within),
                confidence,
                source,
                Cued(*cued) if cued[0] is not None else None,
                certainty,
                parts.get("cited"),
            )
        )
    return tuple(made)


def _sources(store: Store, reading: int, document: Document) -> tuple[Source, ...]:
    spans = _grouped(
        store.rows(
            'SELECT p.source, p.part, p.item, p.start, p."end" FROM sources s'
            " JOIN source_spans p ON p.source = s.id WHERE s.reading = ?"
            " ORDER BY p.source, p.part, p.item, p.piece",
            (reading,),
        )
    )
    rows = store.rows(
        "SELECT s.id, s.key, s.kind, s.named FROM sources s LEFT JOIN source_spans p"
        " ON p.source = s.id AND p.part = 'mention' AND p.item = 0 AND p.piece = 0"
        " WHERE s.reading = ? ORDER BY p.start IS NULL, p.start, s.id",
        (reading,),
    )
    made = []
    for number, key, kind, named in rows:
        parts = {
            part: tuple(Passage(document, each) for each in items)
            for part, items in spans[number].items()
        }
        made.append(
            Source(
                key,
                kind,
                bool(named),
                _one(parts.get("name")),
                parts.get("description", ()),
                parts.get("mention", ()),
                *(_one(parts.get(part)) for part in ("role", "affiliation", "reason")),
            )
        )
    return tuple(made)


def _figures(
    store: Store, reading: int, document: Document, keys: dict[int, str]
) -> tuple[Figure, ...]:
    rows = store.rows(
        'SELECT start, "end", low, high, bound, unit, of_spans, same, as_of, statement'
        " FROM figures WHERE reading = ? ORDER BY number",
        (reading,),
    )
    return tuple(
        Figure(
            Span(start, end),
            *(low, high, bound, unit),
            Passage(document, spans_from(json.loads(of))) if of else None,
            *(same, as_of, keys.get(statement)),
        )
        for start, end, low, high, bound, unit, of, same, as_of, statement in rows
    )


def _dates(store: Store, reading: int, keys: dict[int, str]) -> tuple[Date, ...]:
    rows = store.rows(
        'SELECT start, "end", type, value, how, anchor_start, anchor_end, statement'
        " FROM dates WHERE reading = ? ORDER BY number",
        (reading,),
    )
    return tuple(
        Date(
            Span(start, end),
            *(kind, value, how),
            None if since is None else Span(since, until),
            keys.get(statement),
        )
        for start, end, kind, value, how, since, until, statement in rows
    )


def _grouped(rows: Iterable[Row]) -> Spans:
    """Spans of rows (number, part, item, start, end), which come in the order of all of these."""
    items: dict[tuple[int, str, int], list[Span]] = defaultdict(list)
    for number, part, item, start, end in rows:
        items[number, part, item].append(Span(start, end))
    grouped: Spans = defaultdict(lambda: defaultdict(list))
    for (number, part, _), pieces in items.items():
        grouped[number][part].append(tuple(pieces))
    return grouped


def _one(passages: tuple[Passage, ...] | None) -> Passage | None:
    return passages[0] if passages else None
