"""How two names may be related."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from quoth.ledger.identities.wording import letters
from quoth.sources.matching import SMALL, is_same_person

RELATIONS = (
    "none",
    "equal",
    "equal word",
    "part",
    "compatible",
    "acronym",
    "spelling",
    "namesake",
    "word",
)
(NONE, EQUAL, EQUAL_WORD, PART, COMPATIBLE, ACRONYM, SPELLING, NAMESAKE, A_WORD) = range(9)
GOOD = (EQUAL, COMPATIBLE, SPELLING, EQUAL_WORD, ACRONYM, PART, NAMESAKE, A_WORD, NONE)
"""From what most speaks for one bearer to what least does."""
LONG = 5
"""Letters from which on a word may be misspelt and still be told."""


@lru_cache(maxsize=100_000)
def relation(one: tuple[str, ...], other: tuple[str, ...], persons: bool) -> int:
    """How two names, as words, are related; a place in `RELATIONS`."""
    if one == other or "".join(one) == "".join(other):
        return EQUAL if len(one) > 1 else EQUAL_WORD
    long, short = (one, other) if len(one) >= len(other) else (other, one)
    if len(short) == 1:
        if short[0] in long and (not persons or short[0] in (long[0], long[-1])):
            return PART
        if len(long) > 1 and len(short[0]) > 1 and letters(long) == short[0]:
            return ACRONYM
        near = _near(short[0], long[-1])
        return SPELLING if near else NONE
    if persons:
        if is_same_person(one, other):
            return COMPATIBLE
        if short[-1] == long[-1]:
            return SPELLING if _near(short[0], long[0]) else NAMESAKE
        if _near(short[-1], long[-1]) and short[0] == long[0]:
            return SPELLING
    elif set(short) <= set(long):
        return PART if long[: len(short)] == short or long[-len(short) :] == short else A_WORD
    elif letters(long) == "".join(short):
        return ACRONYM
    elif len(long) == len(short) and all(map(_near_or_same, long, short)):
        return SPELLING
    return A_WORD if (set(one) & set(other)) - SMALL else NONE


def _near_or_same(one: str, other: str) -> bool:
    return one == other or _near(one, other)


def _near(one: str, other: str) -> bool:
    """Whether two long words differ by one letter, or two that stand the other way round."""
    if min(len(one), len(other)) < LONG or abs(len(one) - len(other)) > 1 or one[0] != other[0]:
        return False
    if len(one) == len(other):
        wrong = [n for n, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        turned = len(wrong) == 2 and wrong[1] == wrong[0] + 1
        return len(wrong) < 2 or (
            turned and one[wrong[0]] == other[wrong[1]] and one[wrong[1]] == other[wrong[0]]
        )
    long, short = (one, other) if len(one) > len(other) else (other, one)
    return any(long[:n] + long[n + 1 :] == short for n in range(len(long)))


def best_relation(
    some: Iterable[tuple[str, ...]], others: Iterable[tuple[str, ...]], persons: bool
) -> int:
    """The best relation of any of these names with any of those."""
    others = tuple(others)
    found = {relation(a, b, persons) for a in some for b in others}
    return next((one for one in GOOD if one in found), NONE)
