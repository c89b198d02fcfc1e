"""What two figures are to one another: the innocent explanations first, a conflict last."""

from __future__ import annotations

import re

from quoth.compare.figures.days import order
from quoth.compare.figures.judging import likelihood
from quoth.compare.figures.lending import lent
from quoth.compare.figures.lexicon import TOLLS
from quoth.compare.figures.records import Amount, Count, Reason, Relation
from quoth.compare.figures.sameness import (
    NEWER,
    certain,
    objections,
    one_toll,
    restated,
    two_measures,
)
from quoth.compare.figures.values import FAR, converted_equal, equal, fits, middle, ratio
from quoth.compare.figures.whose import one_source

LEAST, SURE, PLAIN = 0.5, 0.7, 0.15
"""From this likelihood on two figures count one thing; a conflict needs more, and no objection,
one toll in plain words less."""
_UNLIKELY = "too little shows that one thing is counted"
_UNSURE = "one source gives both, and too little shows that they are of one thing"
_SAME = re.compile(r"\b(?:the|that) same (?!time|way|thing|week|month|year)\w", re.I)


def relation(one: Count, other: Count) -> Relation:
    """What two figures are to one another, as the guide in `tests/compared/README.md` says."""
    if restated(one, other):
        return Relation("other unit", "one gives the other over again in another unit")
    given = one, other
    one, other = lent(one, other)
    a, b = one.amount, other.amount
    measures = two_measures(a, b)
    if measures:
        return Relation("other thing", measures)
    against = objections(one, other)
    likely = likelihood(one, other, against, (one, other) != given)
    apart = certain(one, other)
    if apart or likely < (PLAIN if not against and one_toll(one, other) else LEAST):
        return Relation("other thing", apart or next(iter(against.values()), _UNLIKELY))
    found = _of_one_thing(one, other)
    if found.reason == "conflict" and (against or likely < SURE):
        return Relation("other thing", next(iter(against.values()), _UNSURE))
    return found


def _of_one_thing(one: Count, other: Count) -> Relation:
    """What two figures of one thing are to one another."""
    a, b = one.amount, other.amount
    if a.unit != b.unit and a.measure != "count":
        if a.measure == "money":
            return Relation("other unit", f"{a.unit} and {b.unit}: sums are not converted")
        if converted_equal(a, b):
            return Relation("other unit", f"the same in {a.unit} and in {b.unit}")
    if equal(a, b) or _estimated(one, other):
        return Relation("agree", "the same figure of the same thing")
    when = 0 if _copied(one, other) else order(one.day, other.day)
    if fits(a, b):
        return _bound(a, b, when)
    if when:
        return _later(one, other, when)
    return _at_one_time(one, other, when)


def _estimated(one: Count, other: Count) -> bool:
    """Whether both give the same number as an estimate, one by a verb."""
    a, b = one.amount, other.amount
    told = all("estimat" in each.sentence.text for each in (one, other))
    return told and {a.bound, b.bound} == {"about", "exact"} and (a.low, a.high) == (b.low, b.high)


def _bound(a: Amount, b: Amount, when: int | None) -> Relation:
    bounded = {a.bound, b.bound} & {"at_least", "more_than", "at_most", "less_than", "vague"}
    if when and bounded and ratio(a, b) > FAR:
        return Relation("later count", "made anew on a later day, well past the bound")
    return Relation("other bound", f"{_told(a)} and {_told(b)}: both can be true")


def _told(amount: Amount) -> str:
    value = middle(amount)
    number = f"{value:,.10g}" if value is not None else "?"
    return f"{amount.bound.replace('_', ' ')} {number}"


def _later(one: Count, other: Count, when: int) -> Relation:
    early, late = (one, other) if when < 0 else (other, one)
    a, b = early.whose, late.whose
    days = f"{_when(early)} and {_when(late)}"
    if one_source(a, b):
        return Relation("later count", f"one source on two days, {days}")
    if a.copies or b.copies:
        return Relation("other source", _sources(early, late))
    party = not (a.official and b.official)
    own = a.text is None or b.text is None
    shrinks = (middle(late.amount) or 0) < (middle(early.amount) or 0)
    if party and (not own or shrinks or early.thing.did in TOLLS):
        return Relation("other source", _sources(early, late))
    return Relation("later count", f"the count goes on: {days}")


def _when(count: Count) -> str:
    return (count.day.value or "no day told").replace("T", " ")


def _sources(one: Count, other: Count) -> str:
    a, b = _source(one), _source(other)
    return f"{a} and {b} each count for themselves" if a != b else f"told twice by {a}"


def _source(count: Count) -> str:
    return count.whose.text or count.told.outlet or count.told.key


def _at_one_time(one: Count, other: Count, when: int | None) -> Relation:
    """Two figures that do not go together, of one day or of days that nobody knows."""
    a, b = one.whose, other.whose
    copied = _copied(one, other)
    newer = NEWER.search(f"{one.sentence.text} {other.sentence.text}")
    if when is None and newer and a.official and b.official and not copied:
        return Relation("later count", f"*{newer[0]}*: the count goes on")
    if not (one_source(a, b) or copied):
        return Relation("other source", _sources(one, other))
    if one.told is other.told and not copied:
        return Relation("other thing", f"told twice by one document on the word of {_source(one)}")
    if not copied and (one.day.value is None) != (other.day.value is None):
        return Relation("later count", "one source, and nothing shows that both hold for one day")
    return Relation("conflict", _conflict(one, other), tuple(_tested(one, other, when)))


def _copied(one: Count, other: Count) -> bool:
    """Whether one is another outlet's account of the same words: *at the same meeting*."""
    if one.told is not other.told or one.sentence != other.sentence:
        return False
    return one.whose.copies != other.whose.copies or bool(_SAME.search(one.sentence.text))


def _conflict(one: Count, other: Count) -> str:
    source = one.whose.text or other.whose.text or _source(one)
    return f"two figures of one thing on the word of {source}, and nothing explains it"


def _tested(one: Count, other: Count, when: int | None) -> list[tuple[Reason, str]]:
    day = (one.day.value or "")[:10] or "no day that is told"
    return [
        ("other thing", f"both count {one.thing.label}"),
        ("other unit", f"both in {one.amount.unit or 'plain numbers'}"),
        ("other bound", f"{_told(one.amount)} leaves no room for {_told(other.amount)}"),
        ("later count", f"both hold for {day}" if when == 0 else "no order of days is told"),
        ("other source", f"{_source(one)} and {_source(other)} are one, or copy one"),
    ]
