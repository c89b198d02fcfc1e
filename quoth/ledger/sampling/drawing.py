"""`quoth sample`: statements and passages of a ledger, drawn at random and kept as they are."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby

from quoth.errors import QuothError
from quoth.ledger.loading import load_reading
from quoth.ledger.sampling.draw import draw_passages, draw_statements, passages
from quoth.ledger.sampling.kept import cells, put_item, put_sample, put_sources
from quoth.ledger.sampling.records import By, Design, Unit
from quoth.ledger.store import Store
from quoth.records import UNREAD, Passage, Reading, Span

LENGTH = 500
"""Characters that a passage has at least, if its document goes on."""


def sample(
    store: Store,
    statements: int,
    of_passages: int,
    seed: int,
    by: tuple[By, ...],
    length: int = LENGTH,
) -> int:
    """The number of a new sample of what the model read; corrections do not change what is drawn.

    Raises QuothError where there is nothing to draw, or too little is asked for so many strata.
    """
    with store.snapshot():
        units, sizes = draw_statements(_units(store), statements, by, seed)
        places, in_all = draw_passages(_passages(store, length), of_passages, seed)
        if not in_all:
            raise QuothError(f"{store.path}: holds no text to draw from; add some by `quoth add`")
        design = Design(
            seed=seed,
            by=by,
            models=tuple(model for (model,) in store.rows(MODELS)),
            documents=store.value("SELECT count(*) FROM readings WHERE kind = 'model'"),
            sizes=sizes,
            passages=in_all,
            length=length,
            drawn_statements=len(units),
            drawn_passages=len(places),
        )
        numbers = sorted({unit.document for unit in units} | {number for number, _ in places})
        readings = {number: load_reading(store, number, "model") for number in numbers}
    with store.transaction():
        for document in readings:
            # No word of it may come back by the sample.
            if store.value("SELECT 1 FROM documents WHERE id = ?", (document,)) is None:
                raise QuothError(f"document {document} was removed meanwhile; draw again")
        number = put_sample(store, design)
        for document, reading in readings.items():
            put_sources(store, number, document, reading.sources)
        for n, unit in enumerate(units, 1):
            reading = readings[unit.document]
            [drawn] = (each for each in reading.statements if each.id == unit.key)
            cell = cells(reading, unit.document)[unit.key]
            put_item(
                *(store, number, n, "statement", unit.document, drawn.content), [(drawn, cell)]
            )
        for n, (document, place) in enumerate(places, len(units) + 1):
            reading = readings[document]
            passage = _passage(reading, place, length)
            known = cells(reading, document)
            found = [
                (each, known[each.id])
                for each in reading.statements
                if begins_in(passage.spans, each.content.spans[0])
            ]
            put_item(store, number, n, "passage", document, passage, found)
    return number


MODELS = "SELECT DISTINCT model FROM readings WHERE kind = 'model' ORDER BY model"


def begins_in(spans: tuple[Span, ...], content: Span) -> bool:
    """Does a content whose first piece is `content` belong to the passage of these spans?"""
    return any(span.start <= content.start < span.end for span in spans)


def _units(store: Store) -> Iterator[Unit]:
    """Every statement that the model read."""
    return map(
        Unit._make,
        store.each(
            "SELECT r.document, s.key, s.form, p.kind, s.confidence FROM readings r"
            " JOIN statements s ON s.reading = r.id LEFT JOIN sources p ON p.id = s.source"
            " WHERE r.kind = 'model'"
        ),
    )


def _passages(store: Store, length: int) -> Iterator[tuple[int, int]]:
    """Every passage of every document that was read: the document, and which of its passages."""
    rows = store.each(
        "SELECT b.document, b.kind, b.spans FROM readings r JOIN blocks b"
        " ON b.document = r.document WHERE r.kind = 'model' ORDER BY r.document, b.number"
    )
    for document, blocks in groupby(rows, key=lambda row: row[0]):
        lengths = [
            sum(end - start for start, end in json.loads(spans))
            for _, kind, spans in blocks
            if kind not in UNREAD
        ]
        for number, _ in enumerate(passages(lengths, length)):
            yield document, number


def _passage(reading: Reading, number: int, length: int) -> Passage:
    """Passage `number` of a document, counted as `_passages` does."""
    blocks = [block for block in reading.document.blocks if block.kind not in UNREAD]
    lengths = [sum(span.end - span.start for span in block.spans) for block in blocks]
    run = list(passages(lengths, length))[number]
    return Passage(reading.document, tuple(span for n in run for span in blocks[n].spans))
