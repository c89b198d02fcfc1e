"""How near two words are in meaning, and whether they are contraries, as WordNet has it."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

import numpy as np

SAME, RANK = 0.9, 0.06
"""Words of one set of synonyms, and what each step down their senses takes off."""
COMMON = 3
"""Senses by which a word finds its like."""
DERIVED, ABOVE = 0.85, 0.6
"""A word made from the other (*warn*, *warning*); one that is a kind of the other."""


class _Senses:
    def __init__(self) -> None:
        with (files("quoth") / "model" / "senses.npz").open("rb") as file, np.load(file) as kept:
            words = str(kept["words"]).split("\n")
            self.number = {word: n for n, word in enumerate(words)}
            self._flat, self._ends = kept["flat"], kept["ends"].tolist()
            self._above = kept["above"]
            self._derived: dict[int, list[int]] = {}
            for one, key in kept["derived"].tolist():
                self._derived.setdefault(one, []).append(key)
            self.contrary = set(map(tuple, kept["contrary"].tolist()))
            self.apart = set(map(tuple, kept["apart"].tolist()))

    def of(self, n: int) -> list[int]:
        found: list[int] = self._flat[self._ends[n - 1] if n else 0 : self._ends[n]].tolist()
        return found

    def derived(self, n: int) -> list[int]:
        return self._derived.get(n, [])

    def above(self, keys: list[int]) -> list[int]:
        found: list[int] = self._above[keys].tolist() if keys else []
        return found


@cache
def _senses() -> _Senses:
    return _Senses()


@lru_cache(maxsize=100_000)
def nearness(one: str, other: str) -> float:
    """From 0 to 1: 1 for the same word, less for synonyms, derived and wider words, 0 for most."""
    if one == other:
        return 1.0
    known = _senses()
    a, b = known.number.get(one), known.number.get(other)
    if a is None or b is None:
        return 0.0
    mine, theirs = known.of(a), known.of(b)
    best = 0.0
    for key in set(mine) & set(theirs):
        best = max(best, SAME - RANK * (mine.index(key) + theirs.index(key)))
    from_a, from_b = set(known.derived(a)), set(known.derived(b))
    if from_a & set(theirs) or from_b & set(mine):
        best = max(best, DERIVED)
    for low, high in ((mine, theirs), (theirs, mine)):
        for rank, key in enumerate(known.above(low)):
            if key in high:
                best = max(best, ABOVE - RANK / 2 * (rank + high.index(key)))
    return best


def first_senses(word: str) -> list[int]:
    """Sets of synonyms that a word is likely to be used in, and those of words made from it."""
    known = _senses()
    n = known.number.get(word)
    return [] if n is None else [*known.of(n)[:COMMON], *known.derived(n)[:COMMON]]


@lru_cache(maxsize=100_000)
def contrary(one: str, other: str) -> bool:
    """Whether the two exclude each other (*open*, *shut*), directly."""
    known = _senses()
    a, b = known.number.get(one), known.number.get(other)
    return a is not None and b is not None and (a, b) in known.contrary


@lru_cache(maxsize=100_000)
def apart(one: str, other: str) -> bool:
    """Whether two adjectives are on the two sides of a quality: *fresh*, *rotten* by *stale*."""
    known = _senses()
    a, b = known.number.get(one), known.number.get(other)
    if a is None or b is None:
        return False
    mine, theirs = (known.of(n) for n in (a, b))
    wide = [{*keys, *known.above(keys)} - {-1} for keys in (mine, theirs)]
    return any((x, y) in known.apart for x in wide[0] for y in wide[1])
