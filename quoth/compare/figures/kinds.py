"""Whether the nouns of two figures, and what happened to them, are those of one thing."""

from __future__ import annotations

from quoth.compare.figures.days import order
from quoth.compare.figures.lexicon import DONE, GROUPS, HUMAN, OPPOSITE
from quoth.compare.figures.records import Amount, Count
from quoth.compare.figures.values import converted_equal, equal, fits, middle, ratio

FAR_OFF = 5
"""Times that two numbers may differ where their words do not tell of one thing."""
SMALL = 12
"""A larger number hardly comes up twice by chance."""
_RESTING = {"lost": "cost", "cost": "cost", "destroyed": "cost", "paid": "paid", "worth": "paid",
            "offered": "paid", "imprisoned": "imprisoned", "convicted": "imprisoned"}  # fmt: skip
"""Kinds that sums and terms share."""
_UNKNOWN = "nothing shows that one thing is counted"


def other_noun(one: Count, other: Count) -> str | None:
    """Of counts and shares, whether other nouns tell of another thing."""
    if one.amount.measure not in ("count", "%", "share"):
        return None
    a, b = one.thing.noun, other.thing.noun
    same = equal(one.amount, other.amount)
    if one.amount.measure != "count" and not (a and b):
        return None
    if a == b:
        alike = one.thing.did == other.thing.did is not None or (same and _shared(one, other) > 1)
        return None if a or alike else _UNKNOWN
    if not a or not b:
        alike = one.thing.did is not None and one.thing.did == other.thing.did
        return None if alike else _UNKNOWN
    if len(a) > 1 or len(b) > 1:
        return f"{one.thing.label} and {other.thing.label}"
    (x,), (y,) = a, b
    if {x, y} & {"passenger", "crew"} and not same:
        return f"{x} and {y} on board"
    if x in HUMAN and y in HUMAN:
        return _people(one, other, x, y)
    compound = x in other.thing.narrowed or y in one.thing.narrowed
    return None if compound and same else f"{x} and {y}"


def _people(one: Count, other: Count, x: str, y: str) -> str | None:
    """Of two words for people: a group among all, two groups, or the same under two names."""
    if "person" in (x, y):
        return _group(one, other) if {x, y} & GROUPS else None
    alike = one.thing.did is not None and one.thing.did == other.thing.did
    same = equal(one.amount, other.amount)
    if any({x, y} <= words for words in OPPOSITE):
        return f"{x} and {y} are two groups"
    if same and (alike or (middle(one.amount) or 0) > SMALL):
        return None
    if {x, y} & GROUPS:
        return f"{x} and {y} are two groups"
    return None if alike else f"{x} and {y}"


def _group(one: Count, other: Count) -> str | None:
    """A group among all: of the same size it may be all, smaller it is a part."""
    part, whole = (other, one) if "person" in one.thing.noun else (one, other)
    a, b = middle(part.amount), middle(whole.amount)
    if a is None or b is None or (a >= b and _may_be_one(one, other)):
        return None
    (group,) = part.thing.noun
    return f"{group}: a part of those counted"


def _may_be_one(one: Count, other: Count) -> bool:
    a, b = one.thing.did, other.thing.did
    return a == b or not {a, b} <= DONE


def other_deed(one: Count, other: Count) -> str | None:
    """Whether another thing happened to what is counted, or another matter is measured."""
    if one.amount.measure == "count":
        return _deed(one, other)
    if one.amount.measure in ("age", "magnitude"):
        return None
    return _matter(one, other)


def _shared(one: Count, other: Count) -> int:
    a, b = one.thing, other.thing
    if one.amount.measure == "count":
        return len((a.about & b.about) - a.noun - b.noun)
    return len((a.about | a.noun) & (b.about | b.noun))


def _deed(one: Count, other: Count) -> str | None:
    a, b = one.thing.did, other.thing.did
    nouns = one.thing.noun | other.thing.noun
    general, human = "person" in nouns, bool(nouns & HUMAN)
    same = equal(one.amount, other.amount)
    if a == b and a is not None:
        return None
    if same and not general:
        return None
    if ratio(one.amount, other.amount) > FAR_OFF and not fits(one.amount, other.amount):
        return "the numbers are far apart, and nothing shows that one thing is counted"
    same = same or (fits(one.amount, other.amount) and order(one.day, other.day) == 0)
    if not a or not b:
        if same or _shared(one, other) or (human and not general):
            return None
        return _UNKNOWN
    if human:
        near = {a, b} == {"injured", "in hospital"} or not {a, b} & DONE
        return None if same and near else f"{a} and {b}"
    return None if same or _shared(one, other) or not {a, b} & DONE else f"{a} and {b}"


def _matter(one: Count, other: Count) -> str | None:
    """Of sums, shares, terms and lengths, which have no noun of their own."""
    units = one.amount.unit != other.amount.unit
    same = equal(one.amount, other.amount)
    same = same or (units and converted_equal(one.amount, other.amount))
    a, b = (_RESTING.get(c.thing.did or "", c.thing.did) for c in (one, other))
    shared = _shared(one, other)
    if a == b and a is not None:
        return None
    if same and (shared or _specific(one.amount) or one.amount.measure == "money"):
        return None
    if not units and _large(one, other):
        return None
    if a and b and shared < 3:
        return f"{a} and {b}"
    alone = units or one.amount.measure == "time"
    return None if shared >= (1 if alone else 2) else "nothing shows that one thing is measured"


def _large(one: Count, other: Count) -> bool:
    """Whether both have one number, too large to come up twice by chance, under any bound."""
    numbers = [each.figure.low or each.figure.high or 0 for each in (one, other)]
    return numbers[0] == numbers[1] > 2 * SMALL and not {one.amount.measure} & {"%", "share"}


def _specific(amount: Amount) -> bool:
    """A number that hardly comes up twice by chance."""
    value = middle(amount)
    return value is not None and len(f"{value:.12g}".strip("0").replace(".", "")) >= 3
