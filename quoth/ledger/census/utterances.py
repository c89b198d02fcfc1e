"""Utterances that several documents pass on: what leads to one another by pairs, once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from quoth.ledger.store import Store

_PAIRS = """
SELECT q.statement, q.other, q.kind, ra.kin <> rb.kin FROM quotation_pairs q
JOIN statements a ON a.id = q.statement JOIN readings ra ON ra.id = a.reading
JOIN statements b ON b.id = q.other JOIN readings rb ON rb.id = b.reading"""

Integers = NDArray[np.int64]


def count_utterances(store: Store, gravest: Sequence[str]) -> None:
    """A temporary table: the newest statement of each, and the gravest kind of its differences.

    `gravest` are the kinds in their order; others count for less. Reprints and versions of one
    document alone are no utterance of several.
    """
    store.run("CREATE TEMP TABLE utterances (number INTEGER PRIMARY KEY, place INTEGER, kind TEXT)")
    places = {kind: place for place, kind in enumerate(gravest)}
    rows = store.rows(_PAIRS)
    if not rows:
        return
    pairs = np.array([row[:2] for row in rows], np.int64)
    kinds = np.array([places.get(row[2], len(places)) for row in rows], np.int64)
    across = np.array([row[3] for row in rows], bool)
    numbers, inverse = np.unique(pairs, return_inverse=True)
    ends = inverse.reshape(pairs.shape)
    of = _components(ends, len(numbers))[ends[:, 0]]
    newest = np.full(len(numbers), -1, np.int64)
    np.maximum.at(newest, of[across], pairs[across].max(axis=1))
    least = np.full(len(numbers), len(places), np.int64)
    np.minimum.at(least, of, kinds)
    shown = np.flatnonzero(newest >= 0)
    names = [*gravest, ""]
    store.many(
        "INSERT INTO utterances VALUES (?, ?, ?)",
        (
            (number, place, names[place])
            for number, place in zip(newest[shown].tolist(), least[shown].tolist(), strict=True)
        ),
    )
    store.run("CREATE INDEX temp.utterances_by_place ON utterances (place, number DESC)")


def _components(ends: Integers, size: int) -> Integers:
    """For each node the lowest that it leads to; each round halves the way at least."""
    lowest: Integers = np.arange(size)
    while True:
        before = lowest.copy()
        both = np.minimum(lowest[ends[:, 0]], lowest[ends[:, 1]])
        for side in (0, 1):
            np.minimum.at(lowest, ends[:, side], both)
        lowest = lowest[lowest]
        if np.array_equal(before, lowest):
            return lowest
