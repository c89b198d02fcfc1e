"""Can two sources be one? Told by identity where both have one, else by their names alone."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from quoth.compare.quotations.lexicon import FUNCTION, PRONOUNS
from quoth.compare.quotations.words import stem
from quoth.sources.genders import FIRST_NAMES
from quoth.sources.lexicon import (
    COURTESY,
    DOCUMENTS,
    FORMERLY,
    GOVERNMENTS,
    GROUPS,
    ORGANISATIONS,
    OUTLETS,
    SURNAMES,
    TITLES,
    TRADES,
    VAGUE,
)
from quoth.sources.places import SEATS, STATES, UNIQUE
from quoth.sources.words import words

_NAME = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*\.?")
_AFTER = words("jr sr ii iii iv")
_BODIES = GOVERNMENTS | ORGANISATIONS | OUTLETS | DOCUMENTS | GROUPS | UNIQUE | STATES | SEATS
_BEFORE = TITLES | COURTESY | FORMERLY | GOVERNMENTS
_ROLES = TITLES | TRADES | VAGUE
_ENDS = ("ish", "ese", "ans", "ists", "ican", "crat", "crats", "ians", "ors", "ers")
_NICKNAMES = {
    frozenset(pair.split("/"))
    for pair in words("""
    bob/robert rob/robert bill/william will/william billy/william jim/james jimmy/james
    mike/michael dick/richard rick/richard rich/richard ted/edward ed/edward ted/theodore
    jack/john peggy/margaret meg/margaret maggie/margaret liz/elizabeth beth/elizabeth
    betty/elizabeth kate/katherine kathy/katherine tom/thomas tony/anthony joe/joseph chuck/charles
    charlie/charles hank/henry harry/henry harry/harold dan/daniel dave/david steve/stephen
    steve/steven sam/samuel ben/benjamin greg/gregory larry/lawrence pat/patrick pat/patricia
    nick/nicholas alex/alexander alex/alexandra sasha/alexander tim/timothy ron/ronald don/donald
    ken/kenneth chris/christopher matt/matthew andy/andrew nate/nathan bernie/bernard jeb/john
    nancy/ann sandy/alexander gerry/gerald jerry/gerald jerry/jerome gene/eugene al/albert
    al/alan fred/frederick vic/victor phil/philip gus/august kit/christopher trey/harold
    """)
}


def differ(one: str | None, other: str | None) -> bool:
    """Are these certainly two persons? Roles, bodies and pronouns are never certain."""
    first, second = _person(one or ""), _person(other or "")
    if not first or not second:
        return False
    if first[-1] != second[-1]:
        # "Maria Sol Vento" may be "Maria Sol": a name's last part is not always given.
        return not set(first) & set(second)
    if len(first) > 1 and len(second) > 1:
        return _two_first_names(first[0], second[0])
    return False


def same(one: str | None, other: str | None) -> bool:
    """Are both named alike, as far as names go?"""
    if not one or not other:
        return False
    if called_alike(one, other) and _names(_bare(one)):
        return True
    first, second = _person(one), _person(other)
    return bool(first and second) and first[-1] == second[-1] and not differ(one, other)


def called_alike(one: str | None, other: str | None) -> bool:
    """Are both called by the same words, other than a pronoun?"""
    if not one or not other:
        return False
    low = _bare(one).lower()
    return low == _bare(other).lower() and low not in PRONOUNS


def standing(one: str | None, other: str | None) -> Literal["one", "two", "open"]:
    """Are both called by words that tell, and by the same, or by others?

    *Surrey Police* and *a spokesman for Surrey Police* are one, navy and ministry two. Whether
    a person speaks for a body is open, as it is of *officials* and of *she*.
    """
    if called_alike(one, other) or same(one, other):
        return "one"
    first, second = _telling(one or ""), _telling(other or "")
    if differ(one, other):
        return "two"
    if first & second:
        return "one"
    persons = bool(_person(one or "")) + bool(_person(other or ""))
    return "two" if first and second and persons != 1 else "open"


@lru_cache(maxsize=1 << 16)
def _telling(name: str) -> frozenset[str]:
    """The words of a source that tell who it is."""
    low = (part.lower().rstrip(".") for part in _NAME.findall(name) if len(part) > 1)
    return frozenset(s for word in low if (s := stem(word)) not in _LITTLE and word not in FUNCTION)


def _bare(name: str) -> str:
    return re.sub(r"^(?:the|an?)\s+", "", " ".join(name.split()), flags=re.IGNORECASE)


def _names(bare: str) -> bool:
    """Is it a name? "Officials" here are not "Officials" there."""
    common = bare.lower().removesuffix("s") in _ROLES | GROUPS
    return any(letter.isupper() for letter in bare) and not common


@lru_cache(maxsize=1 << 16)
def _person(name: str) -> tuple[str, ...]:
    """The parts of a person's name without titles; nothing where it may be no person's."""
    parts = _NAME.findall(re.sub(r"['’]s?$", "", name.strip()))
    if not parts or len(parts) > 6:
        return ()
    low = [part.lower().rstrip(".") for part in parts]
    start = 0
    for number, part in enumerate(parts[:-1]):
        # "Public Safety Director Jon Orr" is Jon Orr, "Const. Orr" is Orr.
        title = low[number].partition("-")[0] in _BEFORE or (part[-1] == "." and len(part) > 2)
        if title and low[number] not in FIRST_NAMES:
            start = number + 1
    while len(low) > start + 1 and low[-1] in _AFTER:
        low.pop()
    kept, raw = low[start:], parts[start : len(low)]
    if not all(part[0].isupper() for part in raw if part.lower() not in _PARTICLES):
        return ()
    first_name = kept[0] in FIRST_NAMES and 1 < len(kept) < 4
    rest = [part for part in kept[first_name:] if not (first_name and part in _SURNAMES)]
    if any(part in _BODIES or part in _ROLES for part in rest):
        return ()
    if len(raw) == 1 and len(raw[0]) > 1 and raw[0].isupper():
        return ()
    if not first_name and (kept[-1].endswith(_ENDS) or len(kept) > 3):
        return ()
    return tuple(kept)


_LITTLE = VAGUE | words(
    """
    according authority blog chief company local mr mrs ms new news officer official one organizer
    release report representative say senior spokesman spokesperson spokespeople spokeswoman
    statement two
    """
)
"""What a source is called by without being told from others."""
_SURNAMES = SURNAMES | TRADES | words("white black hall church king day best")
_PARTICLES = words("de del della der den di da dos du la le van von bin ibn al el of")


def _two_first_names(one: str, other: str) -> bool:
    if one == other or one[0] == other[0] or frozenset((one, other)) in _NICKNAMES:
        return False
    return one in FIRST_NAMES and other in FIRST_NAMES
