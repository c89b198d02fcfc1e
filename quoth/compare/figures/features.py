"""What two figures have in common and what parts them, as numbers that `training.figures` weighs.

What speaks against them in words (`sameness`) is among it, each as 1; beside it how telling the
number is, how alike nouns, deeds and the words around are, and what else the documents tell.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

import numpy as np

from quoth.compare.claims.senses import nearness
from quoth.compare.figures.apart import days_between
from quoth.compare.figures.apart import likeness as names_alike
from quoth.compare.figures.context import Words, block_terms, shared, told_terms, words_around
from quoth.compare.figures.lexicon import DONE, GROUPS, HUMAN, OPPOSITE, TOLLS
from quoth.compare.figures.records import Count
from quoth.compare.figures.sameness import RULES, SIDE, between
from quoth.compare.figures.values import equal, fits, middle, ratio
from quoth.compare.figures.whose import one_source
from quoth.ledger.identities.rarity import likeness, rarity
from quoth.reading.roles import Floats
from quoth.records import Figure

FAR_DAYS = 45
"""Documents further apart seldom tell of one event."""
PLACES = 10
"""A document's blocks further down are as far down as this one."""


def features(one: Count, other: Count, against: Mapping[str, str], lent: bool) -> dict[str, float]:
    """Every feature by its name, whichever figure comes first.

    `against` is what `objections` says; `lent`: one of them has its unit from the other.
    """
    return (
        {f"rule {rule}": float(rule in against) for rule in RULES}
        | {"rules": math.log1p(len(against)), "lent": float(lent)}
        | _numbers(one, other)
        | (_nouns(one, other) if one.amount.measure == "count" else dict.fromkeys(_NOUNS, 0.0))
        | _deeds(one, other)
        | _around(one, other)
        | _documents(one, other)
        | _events(one, other)
    )


def vector(one: Count, other: Count, against: Mapping[str, str], lent: bool) -> Floats:
    """The features in the order of `NAMES`."""
    found = features(one, other, against, lent)
    return np.array([found[name] for name in NAMES], np.float32)


def _number(count: Count) -> float:
    return count.figure.low or count.figure.high or 0.0


def _telling(count: Count) -> float:
    """How little a number comes up by chance: its digits that say something, and its size."""
    digits = len(f"{_number(count):.12g}".strip("0").replace(".", ""))
    return digits + math.log10(1 + abs(_number(count))) / 2


def _numbers(one: Count, other: Count) -> dict[str, float]:
    same = equal(one.amount, other.amount)
    alike = same or _number(one) == _number(other)
    both = fits(one.amount, other.amount)
    far = 0.0 if alike else min(math.log(ratio(one.amount, other.amount)), 4.0)
    measure = one.amount.measure
    return {
        "equal": float(same),
        "equal number": float(_number(one) == _number(other)),
        "equal telling": min(_telling(one), _telling(other)) if alike else 0.0,
        "equal small": float(alike and (middle(one.amount) or 0) <= 5),
        "equal, no count": float(alike and measure != "count"),
        "fits": float(both and not same),
        "unequal": float(not alike and not both),
        "ratio": far,
        "near": float(not alike and far < 0.25),
        "far": float(not alike and far > 1.6),
        "units": float(one.amount.unit != other.amount.unit),
        "count": float(measure == "count"),
        "money": float(measure == "money"),
        "share": float(measure in ("%", "share")),
        "age": float(measure == "age"),
        "time": float(measure == "time"),
    }


_NOUNS = (
    "same noun", "same noun, not person", "overlap", "no noun", "noun alike", "noun alike, equal",
    "both human", "one human", "group", "opposite", "narrowed same", "narrowed differ",
    "narrowed one", "noun in words",
)  # fmt: skip


def _nouns(one: Count, other: Count) -> dict[str, float]:
    a, b = one.thing.noun, other.thing.noun
    na, nb = one.thing.narrowed, other.thing.narrowed
    alike = max((max(likeness(x, y), nearness(x, y)) for x in a for y in b), default=0.0)
    alike = alike if a != b else 0.0
    values = (
        a and a == b,
        a and a == b and "person" not in a,
        a & b,
        not a or not b,
        alike,
        alike if equal(one.amount, other.amount) else 0.0,
        a != b and a & HUMAN and b & HUMAN,
        a and b and bool(a & HUMAN) != bool(b & HUMAN),
        "person" in a | b and (a ^ b) & GROUPS,
        any(x in w and y in w and x != y for x in a for y in b for w in OPPOSITE),
        na & nb,
        na and nb and not na & nb,
        bool(na) != bool(nb),
        a != b and (a & (other.thing.about | nb) or b & (one.thing.about | na)),
    )
    return {
        name: value if isinstance(value, float) else float(bool(value))
        for name, value in zip(_NOUNS, values, strict=True)
    }


def _deeds(one: Count, other: Count) -> dict[str, float]:
    a, b = one.thing.did, other.thing.did
    r, s = one.thing.role, other.thing.role
    differ = a is not None and b is not None and a != b
    return {
        "same deed": float(a is not None and a == b),
        "same toll": float(a == b and a in TOLLS),
        "two deeds": float(differ and {a, b} <= DONE),
        "other deeds": float(differ and not {a, b} <= DONE),
        "deed alike": nearness(a, b) if a and b and a != b else 0.0,
        "one deed": float((a is None) != (b is None)),
        "no deed": float(a is None and b is None),
        "same role": float(r is not None and r == s),
        "two roles": float(r is not None and s is not None and r != s),
        "one role": float((r is None) != (s is None)),
    }


def _around(one: Count, other: Count) -> dict[str, float]:
    a, b = one.thing, other.thing
    mine, theirs = (words_around(each.sentence.text) for each in (one, other))
    near = a.about - a.noun, b.about - b.noun
    common = near[0] & near[1]
    here = one.told is other.told
    own = {_digits(one), _digits(other)}
    years = a.year or "", b.year or ""
    return {
        "words": math.log1p(len(common)),
        "words' rarity": math.log1p(sum(map(rarity, common))),
        "words' cosine": Words.cosine(*({w: rarity(w) for w in words} for words in near)),
        "words in meaning": (_covered(*near) + _covered(*near[::-1])) / 2,
        "sentences": 0.0 if here else Words.cosine(mine.weights, theirs.weights),
        "names": math.log1p(len(a.names & b.names)),
        "names differ": float(bool(a.names) and bool(b.names) and not a.names & b.names),
        "sentences' names": math.log1p(len(mine.names & theirs.names)),
        "where": float(bool(a.where & b.where)),
        "where differs": float(bool(a.where) and bool(b.where) and not a.where & b.where),
        "sentences' numbers": 0.0 if here else math.log1p(len(mine.numbers & theirs.numbers - own)),
        "years differ": float(years[0] != years[1]),
        "one year": float(bool(years[0]) != bool(years[1])),
    }


def _digits(count: Count) -> str:
    found = re.search(r"\d[\d.,]*\d|\d", count.words.text)
    return found[0] if found else ""


def _covered(words: frozenset[str], others: frozenset[str]) -> float:
    """How much of what some words tell is told by others, in other words too."""
    total = sum(map(rarity, words))
    best = (rarity(w) * max((nearness(w, v) for v in others), default=0.0) for w in words)
    return sum(best) / total if total else 0.0


def _documents(one: Count, other: Count) -> dict[str, float]:
    alike = 1.0 if one.told is other.told else names_alike(one.told, other.told)
    days = days_between(one.told, other.told)
    same = _number(one) == _number(other)
    met = (_number_of(f) == _number(one) for t in (one.told, other.told) for f in t.reading.figures)
    inside = one.told is other.told and one.sentence == other.sentence
    words = between(one, other) if inside else f"{one.sentence.text} {other.sentence.text}"
    against = bool(SIDE.search(words))
    rivals = _rival(one, other), _rival(other, one)
    places = _place(one), _place(other)
    return {
        "names alike": 0.4 if alike is None else alike,
        "names known": float(alike is not None),
        "days": math.log1p(days),
        "far days": float(days > FAR_DAYS),
        "equal, far days": float(same and days > FAR_DAYS),
        "equal often": float(min(sum(met) - 2, 4)) if same and one.told is not other.told else 0.0,
        "set against": float(against),
        "set against inside": float(against and inside),
        "beside": math.log1p(len(one.beside) + len(other.beside)),
        "same document": float(one.told is other.told),
        "same sentence": float(inside),
        "rival": float(any(rivals)),
        "rivals": float(all(rivals)),
        "one source": float(one_source(one.whose, other.whose)),
        "both lead": float(max(places) <= 2),
        "places": abs(places[0] - places[1]) / 5,
    }


def _number_of(figure: Figure) -> float:
    return figure.low or figure.high or 0.0


def _place(count: Count) -> int:
    return min(count.told.reading.document.block_at(count.figure.span.start), PLACES)


def _rival(one: Count, other: Count) -> bool:
    """Whether the other's document has this number as well, and not as the other."""
    if equal(one.amount, other.amount):
        return False
    return any(
        _number_of(f) == _number(one) and f.unit == one.figure.unit
        for f in other.told.reading.figures
        if f.span != other.figure.span
    )


def _events(one: Count, other: Count) -> dict[str, float]:
    """How alike the two documents are in what they tell, and each paragraph to the other's."""
    if one.told is other.told:
        return dict.fromkeys(_EVENTS, 1.0)
    a, b = told_terms(one.told), told_terms(other.told)
    mine, theirs = block_terms(one), block_terms(other)
    low, high = sorted((shared(mine, b), shared(theirs, a)))
    return dict(zip(_EVENTS, (shared(a, b), shared(mine, theirs), low, high), strict=True))


_EVENTS = ("told alike", "paragraphs alike", "paragraph low", "paragraph high")
NAMES = (
    *(f"rule {rule}" for rule in RULES), "rules", "lent",
    "equal", "equal number", "equal telling", "equal small", "equal, no count", "fits", "unequal",
    "ratio", "near", "far", "units", "count", "money", "share", "age", "time", *_NOUNS,
    "same deed", "same toll", "two deeds", "other deeds", "deed alike", "one deed", "no deed",
    "same role", "two roles", "one role", "words", "words' rarity", "words' cosine",
    "words in meaning", "sentences", "names", "names differ", "sentences' names", "where",
    "where differs", "sentences' numbers", "years differ", "one year", "names alike",
    "names known", "days", "far days", "equal, far days", "equal often", "set against",
    "set against inside", "beside", "same document", "same sentence", "rival", "rivals",
    "one source", "both lead", "places", *_EVENTS,
)  # fmt: skip
"""The features, in the order in which `figures.npz` has them."""
