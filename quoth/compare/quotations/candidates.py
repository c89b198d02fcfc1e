"""Which quotations to compare with which: those that share rare pairs of neighbouring words.

Not near-duplicate hashing: one word changed in a quotation of twelve defeats MinHash at its usual
settings. A changed word leaves the pairs around it, skipped words too. What is done grows with the
number of quotations, as no pair of words is asked of more than a few of them.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from quoth.compare.quotations.sketches import FEW, Sketch

Keys = NDArray[np.uint64]
Numbers = NDArray[np.int64]

_SKIPS = (1, 2, 3)
"""How far apart the two words of a key stand."""
_CAP = 24
"""A key that more wordings share is no rare one."""
_KEPT = 12
"""Each wording is found by so many of its rarest keys, and more where it is long."""
_LONG_CAP, _HUBS = 20_000, 3
"""Of a key of up to so many wordings each is paired with so many, the longest."""
_PARTS = 16
_BITS = 512
_OVERLAP, _ENOUGH = 0.4, 9
"""So much of the words of the shorter one stands in both, or so many."""


class Candidates(NamedTuple):
    first: Numbers
    """For each wording the number of the first that is equal word by word: it stands for it."""
    pairs: Numbers
    """Shape (n, 2): numbers of first wordings that may be one utterance, the longer one first."""


def candidates(sketches: Iterable[Sketch]) -> Candidates:
    """Pairs worth a comparison, each once; of 3,000,000 quotations in about 2 GB."""
    table = _Table(sketches)
    likely = table.likely(_union(table.pairs(table.rare()), table.pairs(table.common())))
    return Candidates(table.first, table.given(_union(likely, table.pairs(table.whole()))))


class _Rows(NamedTuple):
    """Which wording has which key; one row each, in the order of the keys."""

    owner: NDArray[np.int32]
    bucket: NDArray[np.int32]
    size: NDArray[np.int32]
    """How many wordings have the key."""


class _Table:
    """All sketches as columns. Wordings are numbered by length here, the longest 0."""

    def __init__(self, sketches: Iterable[Sketch]) -> None:
        digests = array("Q")
        columns = [(array("I"), array("I")) for _ in range(3)]
        for each in sketches:
            digests.append(each.digest)
            for (numbers, lengths), some in zip(columns, each[1:], strict=True):
                numbers.extend(some)
                lengths.append(len(some))
        _, index, inverse = np.unique(
            np.frombuffer(digests, np.uint64), return_index=True, return_inverse=True
        )
        self.first: Numbers = index[inverse].astype(np.int64)
        counts = np.frombuffer(columns[0][1], np.uint32).astype(np.int64)
        order = index[np.lexsort((index, -counts[index]))]
        self._numbers: Numbers = order.astype(np.int64)
        """The number of each wording as it was given, by its number here."""
        rank = np.full(len(counts), -1, np.int32)
        rank[order] = np.arange(len(order), dtype=np.int32)
        (self._words, self._owners), self._threes, self._sentences = (
            _kept(np.frombuffer(numbers, np.uint32), np.frombuffer(lengths, np.uint32), rank)
            for numbers, lengths in columns
        )
        self._telling = np.bincount(self._owners, minlength=len(order)).astype(np.int32)

    def rare(self) -> _Rows:
        """The rarest keys of each wording: pairs of words, or three where few tell."""
        rows = _joined(
            [_counted(self._pairs(part), 2, _CAP) for part in range(_PARTS)],
        )
        order = np.argsort(rows.owner.astype(np.int64) * (_CAP + 1) + rows.size, kind="stable")
        owners = rows.owner[order]
        starts = np.searchsorted(owners, owners)
        kept = order[np.arange(len(order)) - starts < _KEPT + self._telling[owners] // 4]
        kept.sort()
        return _Rows(rows.owner[kept], rows.bucket[kept], rows.size[kept])

    def common(self) -> _Rows:
        """Four words in a row that more wordings have than any rare key: a famous quotation."""
        return _joined([_counted(self._fours(), _CAP + 1, _LONG_CAP)])

    def whole(self) -> _Rows:
        """Sentences that several wordings have: what is left of an utterance in a splice."""
        sentences, owners = self._sentences
        return _counted((_mixed(sentences, sentences), owners), 2, _LONG_CAP)

    def pairs(self, rows: _Rows) -> Keys:
        """Wordings that share a bucket; in large ones each with the longest alone.

        A pair is one number: the longer one's, then the other's, of 32 bits each.
        """
        if not len(rows.owner):
            return np.empty(0, np.uint64)
        edges = np.flatnonzero(np.diff(rows.bucket, prepend=-1, append=-1))
        starts, sizes = edges[:-1], np.diff(edges)
        found = []
        for size in range(2, min(_CAP, int(sizes.max())) + 1):
            table = rows.owner[starts[sizes == size][:, None] + np.arange(size)]
            one, other = np.triu_indices(size, 1)
            found.append(_coded(table[:, one].ravel(), table[:, other].ravel()))
        large = sizes > _CAP
        for hub in range(_HUBS):
            hubs = np.repeat(starts[large] + hub, sizes[large])
            members = _ranges(starts[large], sizes[large])
            found.append(_coded(rows.owner[hubs], rows.owner[members]))
        coded: Keys = np.unique(np.concatenate(found))
        kept: Keys = coded[(coded >> np.uint64(32)) != (coded & np.uint64(0xFFFFFFFF))]
        return kept

    def likely(self, coded: Keys) -> Keys:
        """Those of the pairs that share words enough."""
        signs = self._signs()
        own = _ones(signs)
        kept = [np.empty(0, np.uint64)]
        for start in range(0, len(coded), 1 << 20):
            some = coded[start : start + (1 << 20)]
            one, other = _taken_apart(some).T
            both = _ones(signs[one] & signs[other])
            least = np.minimum(own[one], own[other])
            kept.append(some[(both >= np.minimum(_OVERLAP * least, _ENOUGH)) | (least <= FEW)])
        return np.concatenate(kept)

    def given(self, coded: Keys) -> Numbers:
        """Pairs by the numbers that wordings were given."""
        return self._numbers[_taken_apart(coded)]

    def _pairs(self, part: int) -> tuple[Keys, NDArray[np.int32]]:
        """The keys that belong to one part, and the wording of each."""
        keys, owners = [], []
        for skip in _SKIPS:
            within = self._owners[:-skip] == self._owners[skip:]
            key = _mixed(self._words[:-skip], self._words[skip:])
            mine = within & (key % np.uint64(_PARTS) == part)
            keys.append(key[mine])
            owners.append(self._owners[:-skip][mine])
        threes, of_threes = self._threes
        key = _mixed(threes, threes)
        mine = key % np.uint64(_PARTS) == part
        return np.concatenate([*keys, key[mine]]), np.concatenate([*owners, of_threes[mine]])

    def _fours(self) -> tuple[Keys, NDArray[np.int32]]:
        words, owners = self._words, self._owners
        within = owners[:-3] == owners[3:]
        key = _mixed(_mixed(words[:-3], words[1:-2]), _mixed(words[2:-1], words[3:]))
        return key[within], owners[:-3][within]

    def _signs(self) -> Keys:
        """The words of each wording as bits: shape (wordings, words of 64 bits)."""
        signs = np.zeros((len(self._numbers), _BITS // 64), np.uint64)
        starts = np.flatnonzero(np.diff(self._owners, prepend=-1))
        if not len(starts):
            return signs
        bit = np.uint64(1) << (self._words % 64).astype(np.uint64)
        column = self._words // 64 % signs.shape[1]
        for number in range(signs.shape[1]):
            bits = np.where(column == number, bit, np.uint64(0))
            signs[self._owners[starts], number] = np.bitwise_or.reduceat(bits, starts)
        return signs


_ONES_IN = np.array([byte.bit_count() for byte in range(256)], np.uint8)


def _ones(signs: Keys) -> Numbers:
    ones: Numbers = _ONES_IN[signs.view(np.uint8)].sum(axis=1, dtype=np.int64)
    return ones


def _kept(
    flat: NDArray[np.uint32], counts: NDArray[np.uint32], rank: NDArray[np.int32]
) -> tuple[NDArray[np.uint32], NDArray[np.int32]]:
    """What belongs to wordings that have a rank, in the order of ranks, and the rank of each."""
    owners = np.repeat(rank, counts.astype(np.int64))
    order = np.argsort(owners, kind="stable")
    order = order[np.searchsorted(owners[order], 0) :]
    return flat[order], owners[order]


def _mixed(one: NDArray[np.unsignedinteger], other: NDArray[np.unsignedinteger]) -> Keys:
    """One key of two, whose order counts (after Steele, Lea and Flood, OOPSLA 2014)."""
    key = one.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15) + other.astype(np.uint64)
    key ^= key >> np.uint64(30)
    key *= np.uint64(0xBF58476D1CE4E5B9)
    key ^= key >> np.uint64(27)
    return key


def _counted(given: tuple[Keys, NDArray[np.int32]], least: int, most: int) -> _Rows:
    """Rows of keys that so many wordings have."""
    key, owner = given
    order = np.lexsort((owner, key))
    key, owner = key[order], owner[order]
    new = np.empty(len(key), bool)
    new[:1] = True
    new[1:] = (key[1:] != key[:-1]) | (owner[1:] != owner[:-1])
    key, owner = key[new], owner[new]
    bucket = np.cumsum(np.concatenate(([0], key[1:] != key[:-1])))[: len(key)]
    size = np.bincount(bucket) if len(key) else np.empty(0, np.int64)
    kept = (size[bucket] >= least) & (size[bucket] <= most)
    return _Rows(owner[kept], bucket[kept].astype(np.int32), size[bucket[kept]].astype(np.int32))


def _joined(parts: list[_Rows]) -> _Rows:
    """Rows of several parts, with buckets of their own."""
    shift, buckets = 0, []
    for part in parts:
        buckets.append(part.bucket + shift)
        shift += int(part.bucket.max()) + 1 if len(part.bucket) else 0
    return _Rows(
        np.concatenate([part.owner for part in parts]),
        np.concatenate(buckets).astype(np.int32),
        np.concatenate([part.size for part in parts]),
    )


def _coded(one: NDArray[np.int32], other: NDArray[np.int32]) -> Keys:
    least, most = np.minimum(one, other), np.maximum(one, other)
    return least.astype(np.uint64) << np.uint64(32) | most.astype(np.uint64)


def _taken_apart(coded: Keys) -> Numbers:
    return np.stack((coded >> np.uint64(32), coded & np.uint64(0xFFFFFFFF)), 1).astype(np.int64)


def _union(one: Keys, other: Keys) -> Keys:
    return np.unique(np.concatenate((one, other)))


def _ranges(starts: Numbers, sizes: Numbers) -> Numbers:
    """All numbers from each start on, so many."""
    if not len(starts):
        return np.empty(0, np.int64)
    return np.arange(int(sizes.sum())) + np.repeat(starts - np.cumsum(sizes) + sizes, sizes)
