"""Which of very many wordings are likely one utterance: by the rare keys that they share.

Keys are rare words, pairs of neighbouring words that tell, and three words in a row. Everything is
arrays: what shares a key is found by sorting, not by looking at texts. Where many wordings share
one, each is looked at with the next few alone, so that what is frequent costs nothing and a wording
costs about the same however many there are. Not near-duplicate hashing: a changed word leaves the
keys around it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from tempfile import TemporaryFile
from typing import IO

import numpy as np
from numpy.typing import NDArray

from quoth.compare.many.wordings import Integers, Wordings

Keys = NDArray[np.uint64]
Step = Callable[[str, int, int], None]
"""Told what is done, how much of it, and how much there is."""

MOST = 32
"""Wordings that share a key are all looked at where they are so many at most."""
NEXT = 2
"""Where they are more, each is looked at with so many that follow."""
FREQUENT = 0.01
"""A word in this share of all wordings tells nothing."""
FEW = 2
"""Wordings of so few telling words may be alike by one key; others share two at least."""
STRETCH = 5
"""So many shared keys are a stretch, whatever else the wordings say."""
LEAST = 0.45
"""Else what is in both weighs this share of the lighter one, words by their rarity."""
_SLOTS = 1 << 24
"""Words are counted by the last bits of their checksums."""
_TOGETHER = 1 << 18
"""Wordings whose keys are made at once, and pairs that are weighed at once."""
_PART = 1 << 22
"""Keys that are sorted at once, about."""
_MIX = np.uint64(0x9E3779B97F4A7C15)
"""2^64 by the golden ratio: multiplying by it spreads numbers (Knuth, volume 3, 6.4)."""


def likely(given: Wordings, step: Step = lambda *_: None) -> Iterator[Integers]:
    """Pairs of numbers of wordings, the smaller first, each once and in rising order.

    Arrays of shape (n, 2). Pairs wait in temporary files, a few bytes for each key shared.
    """
    if len(given) < 2:
        return
    keys = _KeysOf(given)
    with _Waiting(len(given), keys.parts) as waiting:
        for part in range(keys.parts):
            step("looking for what is alike", part, keys.parts)
            for pairs in _sharing(keys.part(part), keys.bits):
                waiting.put(pairs)
        for pairs in waiting.taken():
            yield from _weighed(given, keys, pairs)


class _KeysOf:
    """The keys of all wordings, a part of them at a time; each key is in one part."""

    def __init__(self, given: Wordings) -> None:
        self._given = given
        self.bits = np.uint64(32)
        """A number of a wording has so many."""
        self._counts = _counted(given.words)
        self._often = max(MOST, int(FREQUENT * len(given)))
        self.parts = max(1, 4 * len(given.words) // _PART)
        self.telling = np.zeros(len(given), np.uint16)
        """How many words of each are not frequent; known when the first part is made."""

    def part(self, part: int) -> Keys:
        """Sorted: keys in the first bits, in the last the number of a wording that has it."""
        size = len(self._given)
        made = [
            keys
            for first in range(0, size, _TOGETHER)
            for keys in self._made(first, min(first + _TOGETHER, size), part)
        ]
        keys = np.concatenate(made)
        keys.sort()
        once: Keys = keys[np.diff(keys, prepend=np.uint64(0)) != 0]
        return once

    def rarity(self, words: NDArray[np.uint32]) -> NDArray[np.float32]:
        """What words weigh: more the fewer wordings have them."""
        count = np.maximum(self._counts[words & np.uint32(_SLOTS - 1)], 1)
        weights: NDArray[np.float32] = np.log1p(len(self._given) / count).astype(np.float32)
        return weights

    def _made(self, first: int, end: int, part: int) -> Iterator[Keys]:
        starts = self._given.starts[first : end + 1]
        words = self._given.words[starts[0] : starts[-1]]
        whose = np.repeat(np.arange(first, end), np.diff(starts))
        count = self._counts[words & np.uint32(_SLOTS - 1)]
        wide: Keys = words.astype(np.uint64)
        yield self._packed(wide[:-2] * _MIX + wide[1:-1], wide[2:], whose, 2, part)
        telling = count <= self._often
        wide, whose, count = wide[telling], whose[telling], count[telling]
        if part == 0:
            self.telling[first:end] = np.bincount(whose - first, minlength=end - first)
        for apart in (1, 2):
            one, other = wide[:-apart], wide[apart:]
            least, most = np.minimum(one, other), np.maximum(one, other)
            yield self._packed(least * _MIX, most, whose, apart, part)
        rare = count <= MOST
        yield self._packed(wide[rare] * _MIX, wide[rare], whose[rare], 0, part)

    def _packed(self, one: Keys, other: Keys, whose: Integers, apart: int, part: int) -> Keys:
        """Keys of two numbers, where both stand in one wording."""
        keys = (one + other) * _MIX
        keys ^= keys >> np.uint64(32)
        keys *= _MIX
        here = whose[: len(whose) - apart] == whose[apart:]
        if self.parts > 1:
            here &= (keys >> np.uint64(48)) % np.uint64(self.parts) == part
        whose = whose[: len(whose) - apart][here]
        packed: Keys = (keys[here] << self.bits) | whose.astype(np.uint64)
        return packed


def _counted(words: NDArray[np.uint32]) -> NDArray[np.int32]:
    counts = np.zeros(_SLOTS, np.int32)
    for first in range(0, len(words), _PART):
        slots = words[first : first + _PART] & np.uint32(_SLOTS - 1)
        counts += np.bincount(slots, minlength=_SLOTS).astype(np.int32)
    return counts


def _sharing(keys: Keys, bits: np.uint64) -> Iterator[Keys]:
    """Pairs of wordings that share a key, packed as one number, once for each key."""
    whose = keys & np.uint64(0xFFFFFFFF)
    new = np.diff(keys >> bits, prepend=np.uint64(0)) != 0
    begins = np.flatnonzero(new) if len(keys) else np.empty(0, np.int64)
    if len(keys) and not new[0]:
        begins = np.concatenate(([0], begins))
    sizes = np.diff(begins, append=len(keys))
    left = np.repeat(begins + sizes, sizes) - np.arange(len(keys)) - 1
    far = np.minimum(left, np.repeat(np.where(sizes <= MOST, MOST, NEXT), sizes))
    for apart in range(1, MOST):
        at = np.flatnonzero(far >= apart)
        if not len(at):
            return
        yield (whose[at] << bits) | whose[at + apart]


class _Waiting:
    """Pairs in temporary files, by their first numbers, until all that are of one are there."""

    def __init__(self, size: int, files: int) -> None:
        self._bounds = np.linspace(0, size, files + 1).astype(np.uint64)[1:-1] << np.uint64(32)
        self._count = files

    def __enter__(self) -> _Waiting:
        with ExitStack() as stack:
            self._files: list[IO[bytes]] = [
                stack.enter_context(TemporaryFile()) for _ in range(self._count)
            ]
            self._stack = stack.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def put(self, pairs: Keys) -> None:
        pairs = np.sort(pairs)
        parts = np.split(pairs, np.searchsorted(pairs, self._bounds))
        for file, part in zip(self._files, parts, strict=True):
            file.write(part.tobytes())

    def taken(self) -> Iterator[Keys]:
        """What waited, sorted; a pair comes as often as it was put."""
        for file in self._files:
            file.seek(0)
            pairs = np.frombuffer(file.read(), np.uint64).copy()
            pairs.sort()
            yield pairs


def _weighed(given: Wordings, keys: _KeysOf, pairs: Keys) -> Iterator[Integers]:
    """Those of the pairs that share enough."""
    begins = np.flatnonzero(np.diff(pairs, prepend=~pairs[:1]) != 0)
    times = np.diff(begins, append=len(pairs))
    pairs = pairs[begins]
    both = np.stack((pairs >> keys.bits, pairs & np.uint64(0xFFFFFFFF)), 1).astype(np.int64)
    enough = (times > 1) | (keys.telling[both].min(axis=1) <= FEW)
    both, times = both[enough], times[enough]
    for first in range(0, len(both), _TOGETHER):
        some = both[first : first + _TOGETHER]
        long = times[first : first + _TOGETHER] >= STRETCH
        yield some[long | (_share(given, keys, some) >= LEAST)]


def _share(given: Wordings, keys: _KeysOf, pairs: Integers) -> NDArray[np.float64]:
    """How much of the lighter one of each pair is in both."""
    one, other = (_words_of(given, pairs[:, side]) for side in (0, 1))
    weights = [
        np.bincount(
            (words >> np.uint64(32)).astype(np.int64),
            keys.rarity(words.astype(np.uint32)),
            minlength=len(pairs),
        )
        for words in (one, other, np.intersect1d(one, other, assume_unique=True))
    ]
    share: NDArray[np.float64] = weights[2] / np.minimum(weights[0], weights[1])
    return share


def _words_of(given: Wordings, numbers: Integers) -> Keys:
    """The words of these wordings, each once, with the place of its wording in the first bits."""
    sizes = given.starts[numbers + 1] - given.starts[numbers]
    ends = np.cumsum(sizes)
    at = np.arange(ends[-1] if len(ends) else 0) + np.repeat(
        given.starts[numbers] - ends + sizes, sizes
    )
    places = np.repeat(np.arange(len(numbers), dtype=np.uint64), sizes)
    return np.unique((places << np.uint64(32)) | given.words[at])
