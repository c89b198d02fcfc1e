"""Names among a quotation's words, told by capitals, and whether two can mean the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from lemminflect import getAllLemmas

from quoth.compare.quotations.lexicon import FUNCTION, PRONOUNS
from quoth.compare.quotations.words import Wording
from quoth.sources.genders import FIRST_NAMES
from quoth.sources.lexicon import TITLES
from quoth.sources.places import SEATS, STATES, UNIQUE
from quoth.sources.words import words

_ALIASES = tuple(
    words(line)
    for line in (
        "america american americans us u.s usa united states",
        "britain british uk u.k united kingdom england english",
        "france french",
        "spain spanish",
        "netherlands dutch holland",
        "poland polish poles",
        "turkey turkish turks türkiye",
        "greece greek greeks",
        "ireland irish",
        "wales welsh",
        "denmark danish danes",
        "sweden swedish swedes",
        "switzerland swiss",
        "thailand thai",
        "china chinese beijing",
        "russia russian russians moscow kremlin",
        "myanmar burma burmese",
        "kyiv kiev",
        "gop republican republicans",
        "eu e.u european union",
        "un u.n united nations",
    )
)
_SHORT = 3


def names(wording: Wording, numbers: Iterable[int], beside: bool = False) -> list[str]:
    """Those of the words that are parts of names, evened out.

    `beside`: a name stands in their place elsewhere, so that a capital is taken for one even where
    every sentence has it.
    """
    return [wording.words[number] for number in numbers if is_name(wording, number, beside)]


def is_name(wording: Wording, number: int, beside: bool = False) -> bool:
    if wording.named is not None:
        return number in wording.named
    raw, word = wording.raw(number), wording.words[number]
    if not raw[:1].isupper() or word in PRONOUNS or word in TITLES:
        return False
    if number in wording.heads and word in FUNCTION:
        return False
    if (raw.isupper() and len(raw) > 1) or beside or number not in wording.heads:
        return True
    after = wording.raw(number + 1) if number + 1 < len(wording) else ""
    return word in _KNOWN or not _common(word) or (after[:1].isupper() and len(after) > 1)


_KNOWN = STATES | SEATS | UNIQUE | frozenset(FIRST_NAMES)


@lru_cache(maxsize=1 << 15)
def _common(word: str) -> bool:
    """Is it a word that is written small too?"""
    known = getAllLemmas(word)
    return any(kind in known for kind in ("NOUN", "VERB", "ADJ", "ADV", "AUX")) or len(word) < 4


def other_name(one: Wording, these: Sequence[int], other: Wording, those: Sequence[int]) -> bool:
    """Do words of two wordings both name somebody or something, and not the same?"""
    a, b = names(one, these), names(other, those)
    if len(these) == len(those):
        a, b = names(one, these, bool(b)), names(other, those, bool(a))
    return bool(a and b) and _apart(a, b)


def _apart(one: list[str], other: list[str]) -> bool:
    return not any(_akin(a, b) for a in one for b in other) and not (
        _initials(one, other) or _initials(other, one)
    )


def _akin(one: str, other: str) -> bool:
    if one == other or any(one in same and other in same for same in _ALIASES):
        return True
    common = 0
    while common < min(len(one), len(other)) and one[common] == other[common]:
        common += 1
    return common > _SHORT and max(len(one), len(other)) - common <= _SHORT


def _initials(short: list[str], full: list[str]) -> bool:
    return len(short) == 1 and short[0].replace(".", "") == "".join(word[0] for word in full)
