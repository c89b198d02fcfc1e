"""Names that mean the same one: full and short ones, titles, acronyms; namesakes kept apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from quoth.sources.genders import FEMALE, MALE
from quoth.sources.traits import KINDS, Traits
from quoth.sources.words import words

SMALL = words("of and for the de van von der den di da la le al el du dos del in on to a")
ENDINGS = words("""
    inc corp co ltd llc plc company corporation limited incorporated jr sr i ii iii iv v vi
    vii viii
""")
PERSON, PLACE = KINDS.index("person"), KINDS.index("place")


@dataclass(slots=True)
class _Bearer:
    """One who bears a name: what has been called so far."""

    full: tuple[str, ...]
    kind: int
    gender: int
    letters: str
    spellings: set[tuple[str, ...]] = field(default_factory=set)


def bearers(known: Sequence[Traits]) -> list[int]:
    """For each mention the number of the bearer of its name; -1 for what is no name.

    A short name goes to who was last called by a full one that it is part of and that its title's
    gender and first name allow.
    """
    found: list[_Bearer] = []
    latest: dict[tuple[tuple[str, ...], int, int], int] = {}
    by_word: dict[str, list[int]] = defaultdict(list)
    by_letters: dict[str, int] = {}
    by_short: dict[str, int] = {}
    short: set[tuple[str, ...]] = set()
    numbers: list[int] = []
    for one in known:
        name = core(one.name)
        if not name:
            numbers.append(-1)
            continue
        key = (name, one.kind == PERSON, one.gender if one.kind == PERSON else 0)
        number = latest.get(key, -1)
        if number < 0:
            number = next(
                (n for n in reversed(by_word[name[-1]][-LATELY:]) if _same(found[n], name, one)),
                next(
                    (n for n in reversed(by_word[name[0]][-LATELY:]) if _same(found[n], name, one)),
                    -1,
                ),
            )
        letters = one.written.replace(".", "").replace(" ", "")
        if number < 0 and len(name) == 1 and len(letters) > 1 and letters.isupper():
            number = by_letters.get(letters.lower(), -1)
        if number < 0 and len(name) > 1:
            number = by_short.get(_letters(name), -1)
        if number < 0:
            number = len(found)
            found.append(_Bearer(name, one.kind, one.gender, _letters(name)))
        bearer = found[number]
        if name not in bearer.spellings:
            bearer.spellings.add(name)
            for word in dict.fromkeys(name):
                if not by_word[word] or by_word[word][-1] != number:
                    by_word[word].append(number)
            if len(name) > 1:
                by_letters[_letters(name)] = number
            elif len(letters) > 1 and letters.isupper():
                by_short[letters.lower()] = number
        if len(name) > len(bearer.full):
            bearer.full = name
        if one.kind == PERSON and not bearer.gender:
            bearer.gender = one.gender
        latest[key] = number
        if len(name) > 1 and one.kind == PERSON and name[-1:] not in short:
            # "Orr" alone is from now on the one of this full name, but if another was called so
            for gender in (0, one.gender):
                latest[(name[-1:], True, gender)] = number
        elif len(name) == 1:
            short.add(name)
        numbers.append(number)
    return numbers


LATELY = 8
"""So many bearers of a word in their names are asked whether a new one is the same."""


def core(name: tuple[str, ...]) -> tuple[str, ...]:
    """A name without what may be left off its end: *Inc*, *Jr*, the number of a king."""
    return tuple(word for word in name if word not in ENDINGS) or name


def _letters(name: tuple[str, ...]) -> str:
    return "".join(w[0] for w in name if w not in SMALL)


def _same(bearer: _Bearer, name: tuple[str, ...], one: Traits) -> bool:
    if (bearer.kind == PERSON) != (one.kind == PERSON) and one.kind and bearer.kind:
        return False
    if one.kind == PERSON and {bearer.gender, one.gender} == {MALE, FEMALE}:
        return False
    long, short = (bearer.full, name) if len(bearer.full) >= len(name) else (name, bearer.full)
    if one.kind == PERSON or bearer.kind == PERSON:
        return is_same_person(long, short)
    if one.kind == PLACE and len(long) != len(short):
        return False
    # a body may be called by the beginning of its name, or by its last words
    return long[: len(short)] == short or long[-len(short) :] == short


def is_same_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Is the one name the other with parts left out or cut to a first letter?"""
    long, short = (one, other) if len(one) >= len(other) else (other, one)
    if len(short) == 1:
        return short[0] in (long[0], long[-1]) or (len(long) > 2 and short[0] in long)
    if short[-1] != long[-1] and short[-1] not in long:
        return False
    given, first = short[0], long[0]
    if len(given) < 3 or len(first) < 3:
        return given[0] == first[0] or given in long
    return given in long or first.startswith(given) or given.startswith(first)
