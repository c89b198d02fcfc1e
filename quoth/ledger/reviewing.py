"""Which statements a person is shown to judge: the least sure, or some drawn at random."""

from __future__ import annotations

import random
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import accumulate, starmap
from typing import Any

from quoth.ledger.corrections import Corrected
from quoth.ledger.corrections.overlap import shared
from quoth.ledger.finding import Question, each_hit
from quoth.ledger.store import Row, Store
from quoth.records import Span, Statement

LEAST_SURE = 50
"""So many are shown at a time, unless another number is asked for."""
EVERYTHING = Question()
"""What is asked for where nothing is."""


@dataclass(frozen=True, slots=True)
class Item:
    """Something that a person is to look at: a statement, or a passage with all that is in it."""

    document: int
    key: str | None
    """Of the statement; None for a passage."""
    spans: tuple[Span, ...] = ()
    """Of the passage, or of the content if that was noted: by it a statement is found again."""

    def among(self, statements: tuple[Statement, ...]) -> Statement | None:
        """The statement of a reading that is meant; None where there is none any more."""
        exact = [each for each in statements if each.content.spans == self.spans]
        by_key = [each for each in statements if each.id == self.key]
        if self.spans:
            by_key = [each for each in by_key if shared(each.content.spans, self.spans)]
            return next(iter([*(e for e in exact if e.id == self.key), *exact, *by_key]), None)
        return next(iter(by_key), None)


def unjudged_in(passage: Item, seen: Corrected) -> list[Item]:
    """The statements that begin in a passage, and that nobody judged."""
    return [
        Item(passage.document, each.id)
        for each in seen.reading.statements
        if each.id not in seen.verdicts
        and any(s.start <= each.content.spans[0].start < s.end for s in passage.spans)
    ]


def to_review(
    store: Store,
    least_sure: int,
    drawn: int | None,
    seed: int,
    document: int | None,
    question: Question,
) -> list[Item]:
    """As `Ledger.to_review`."""
    if question != EVERYTHING:
        hits = list(each_hit(store, question))
        hits = [each for each in hits if document in (None, each.document)]
        if drawn is None:
            hits = nsmallest(
                least_sure,
                (each for each in hits if each.verdict is None),
                key=lambda each: (each.confidence, each.document, each.key),
            )
            return [Item(each.document, each.key) for each in hits]
        return _drawn(store, sorted((e.document, e.key) for e in hits), drawn, seed)
    if drawn is None:
        return [Item(*row) for row in _least_sure(store, least_sure, document)]
    # Of the model's readings, so that what people say meanwhile does not change the draw.
    readings = store.rows(
        "SELECT r.document, r.id, r.statements FROM readings r"
        " WHERE r.kind = 'model' AND r.document = coalesce(?, r.document) ORDER BY r.document",
        (document,),
    )
    return _drawn(store, _Statements(store, readings), drawn, seed)


class _Statements(Sequence[tuple[int, str]]):
    """The statements of readings (document, number, how many), fetched when they are asked for."""

    def __init__(self, store: Store, readings: Sequence[Row]) -> None:
        self._store, self._readings = store, readings
        self._ends = list(accumulate(many for _, _, many in readings))

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    def __getitem__(self, at: Any) -> Any:
        place = bisect_right(self._ends, at)
        document, reading, many = self._readings[place]
        key = self._store.value(
            "SELECT key FROM statements WHERE reading = ? ORDER BY id LIMIT 1 OFFSET ?",
            (reading, at - self._ends[place] + many),
        )
        return document, key


def _least_sure(store: Store, most: int, document: int | None) -> list[Row]:
    """Documents and keys: from an index of the least sure, from all only where those are few."""
    conditions = ["s.confidence < 0.35", "1"]
    if document is not None:
        conditions = ["s.reading = (SELECT reading FROM documents WHERE id = :document)"]
    rows: list[Row] = []
    for condition in conditions:
        rows = store.rows(
            "SELECT d.id, s.key FROM statements s CROSS JOIN documents d ON d.reading = s.reading"
            f" WHERE s.verdict IS NULL AND {condition} ORDER BY s.confidence, s.id LIMIT :most",
            {"document": document, "most": most},
        )
        if len(rows) == most:
            break
    return rows


def _drawn(
    store: Store, population: Sequence[tuple[int, str]], drawn: int, seed: int
) -> list[Item]:
    """Those of a sample that stand, and that nobody judged."""
    some = random.Random(seed).sample(population, min(drawn, len(population)))
    return [item for item in starmap(Item, some) if is_unjudged(store, item)]


def is_unjudged(store: Store, item: Item) -> bool:
    """Does the statement stand, and has nobody judged it?"""
    found = store.value(
        "SELECT 1 FROM documents d JOIN statements s ON s.reading = d.reading"
        " WHERE d.id = ? AND s.key = ? AND s.verdict IS NULL",
        (item.document, item.key),
    )
    return found is not None
