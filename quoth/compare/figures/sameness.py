"""Whether two figures count the same thing, and if not, what tells them apart."""

from __future__ import annotations

import re

from quoth.compare.figures.days import order
from quoth.compare.figures.lexicon import DID, GROUPS, HUMAN
from quoth.compare.figures.records import Amount, Count
from quoth.compare.figures.values import converted_equal, equal, fits, middle
from quoth.compare.figures.whose import one_source
from quoth.details.figures.words import among
from quoth.records import Span

_NEXT = re.compile(r"[,(]\s*(?:or\s+|that is,?\s+|equal to\s+)?$")
_SIDE = re.compile(
    r"\bthe same\b|\bsame\b|\bhad (?:said|put|told|counted|given|spoken)\b|\bearlier\b|\binstead\b"
    r"|\bup from\b|\bdown from\b"
    r"|\b(?:rose|risen|rise|rises|raised|fell|cut|lowered|revised)\b.*\bfrom\b"
    r"|\bas many as\b.*\bothers?\b|\bcorrected\b|\bwhile\b|\bbut\b|[;]",
    re.I,
)
"""Words that set two figures of one sentence against one another as two of one thing."""
_OWN = re.compile(
    r"\b(?:cost|costs) (?:it|them|us|him|her)\b|\b(?:it|we|they|he|she) (?:has |have |had )?"
    r"(?:spent|lost|paid|raised|earned|made)\b"
)
"""A sum that is the speaker's own."""
_KINDS = frozenset(DID.values())
_ORDINALS = among("second third fourth fifth sixth")
_RESTING = {"lost": "cost", "cost": "cost", "destroyed": "cost", "paid": "paid", "worth": "paid",
            "offered": "paid", "imprisoned": "imprisoned", "convicted": "imprisoned",
            "banned": "banned", "employed": "employed"}  # fmt: skip
"""Kinds that sums and terms share."""


def restated(one: Count, other: Count) -> bool:
    """Whether one gives the other over again in another unit: *$3 billion (€2.2 billion)*."""
    if one.told is not other.told or one.amount.unit == other.amount.unit:
        return False
    first, second = sorted((one, other), key=lambda c: c.figure.span)
    text = first.told.reading.document.text
    gap = text[first.figure.span.end : second.figure.span.start]
    if len(gap) > 40 or "." in gap or not _NEXT.search(gap):
        return False
    measures = {first.amount.measure, second.amount.measure}
    return len(measures) == 1 or measures in ({"count", "volume"}, {"count", "weight"})


def other_thing(one: Count, other: Count) -> str | None:
    """Why two figures count different things, in a few words; None where they count the same."""
    a, b = one.amount, other.amount
    if a.measure != b.measure:
        return f"one is {_kind(a)}, the other {_kind(b)}"
    return (
        _event(one, other)
        or _age(one, other)
        or _role(one, other)
        or _noun(one, other)
        or _narrowed(one, other)
        or _did(one, other)
        or _where(one, other)
        or _own(one, other)
        or _side_by_side(one, other)
    )


def _kind(amount: Amount) -> str:
    return {"count": "a count", "money": "a sum of money", "age": "an age", "%": "a share"}.get(
        amount.measure, f"of {amount.measure}"
    )


def _event(one: Count, other: Count) -> str | None:
    a, b = one.thing.year, other.thing.year
    if a and b and not (a.startswith(b) or b.startswith(a)):
        return f"one is of {a}, the other of {b}"
    if bool(a) == bool(b):
        return None
    told = one if a else other
    if told.told.published or _recalled(told):
        return f"one is of an older event, of {a or b}"
    return None


def _recalled(count: Count) -> bool:
    return (
        bool(re.search(r"\b(?:in|since|of)\b", count.sentence.text))
        and count.thing.year is not None
    )


def _age(one: Count, other: Count) -> str | None:
    if one.amount.measure != "age":
        return None
    a, b = one.thing.names, other.thing.names
    if a & b or (equal(one.amount, other.amount) and not (a and b)):
        return None
    if a and b:
        return "the ages of two persons"
    return (
        None if equal(one.amount, other.amount) else "nothing shows that one person's age is told"
    )


def _role(one: Count, other: Count) -> str | None:
    a, b = one.thing.role, other.thing.role
    if a == b:
        return None
    hard = {"planned", "change"}
    if one.amount.measure == "count":
        hard |= (
            {"part"}
            if not (
                one.thing.noun
                and one.thing.noun == other.thing.noun
                and equal(one.amount, other.amount)
            )
            else set()
        )
        differ = bool({a, b} & hard)
    else:
        hard |= {"asked", "offered", "limit"}
        differ = bool({a, b} & hard) and not (equal(one.amount, other.amount) and None in (a, b))
    if not differ:
        return None
    return f"one is {_told_as(a)}, the other {_told_as(b)}"


def _told_as(role: str | None) -> str:
    return {
        None: "what was or is",
        "planned": "what was planned or foreseen",
        "asked": "what is asked for",
        "offered": "what is offered",
        "limit": "what is allowed or possible",
        "change": "a change or a difference",
        "part": "a part",
        "feared": "what is feared",
    }[role]


def _noun(one: Count, other: Count) -> str | None:
    if one.amount.measure not in ("count", "%", "share"):
        return None
    a, b = one.thing.noun, other.thing.noun
    if a == b or (one.amount.measure != "count" and not (a and b)):
        return None
    if not a or not b:
        alike = one.thing.did is not None and one.thing.did == other.thing.did
        return None if alike else "nothing shows that one thing is counted"
    if len(a) > 1 or len(b) > 1:
        return f"{one.thing.label} and {other.thing.label}"
    (x,), (y,) = a, b
    if {x, y} & {"passenger", "crew"} and not equal(one.amount, other.amount):
        return f"{x} and {y} on board"
    if x in HUMAN and y in HUMAN:
        if "person" in (x, y):
            return _group(one, other) if {x, y} & GROUPS else None
        if x in GROUPS or y in GROUPS:
            return f"{x} and {y} are two groups"
        return None if one.thing.did and one.thing.did == other.thing.did else f"{x} and {y}"
    return f"{x} and {y}"


def _group(one: Count, other: Count) -> str | None:
    """A group among all: of the same size it may be all, smaller it is a part."""
    part, whole = (other, one) if "person" in one.thing.noun else (one, other)
    a, b = middle(part.amount), middle(whole.amount)
    if a is None or b is None or (a >= b and one.thing.did == other.thing.did):
        return None
    (group,) = part.thing.noun
    return f"{group}: a part of those counted"


def _narrowed(one: Count, other: Count) -> str | None:
    a, b = one.thing.narrowed, other.thing.narrowed
    if ("other" in a) != ("other" in b) and not equal(one.amount, other.amount):
        return "one counts others beside those"
    nth = (one.thing.about ^ other.thing.about) & _ORDINALS
    if nth and one.amount.measure != "count" and not equal(one.amount, other.amount):
        return f"one is told of the {min(nth)}"
    return None


def _did(one: Count, other: Count) -> str | None:
    a, b = one.thing.did, other.thing.did
    shared = (one.thing.about & other.thing.about) - one.thing.noun - other.thing.noun
    same = equal(one.amount, other.amount)
    if one.amount.measure == "count":
        same = same or (fits(one.amount, other.amount) and order(one.day, other.day) == 0)
        if a == b and a is not None:
            return None
        human = bool(one.thing.noun & HUMAN) or bool(other.thing.noun & HUMAN)
        if a and b:
            if human:
                near = {a, b} == {"injured", "in hospital"} or not {a, b} & _KINDS
                return None if same and near else f"{a} and {b}"
            return None if same or len(shared) >= 1 else f"{a} and {b}"
        general = "person" in one.thing.noun | other.thing.noun
        if human and general and not same and not shared:
            return "nothing shows that one thing is counted"
        return None
    if one.amount.measure in ("age", "magnitude"):
        return None
    same = same or (
        one.amount.unit != other.amount.unit and converted_equal(one.amount, other.amount)
    )
    a, b = _RESTING.get(a or "", a), _RESTING.get(b or "", b)
    if a == b and a is not None:
        return None
    if same and (shared or _specific(one.amount) or one.amount.measure == "money"):
        return None
    if a and b and len(shared) < 3:
        return f"{a} and {b}"
    return (
        None
        if len(shared) >= (1 if one.amount.measure == "time" else 2)
        else "nothing shows that one thing is measured"
    )


def _specific(amount: Amount) -> bool:
    """A number that hardly comes up twice by chance."""
    value = middle(amount)
    return value is not None and len(f"{value:.12g}".strip("0").replace(".", "")) >= 3


def _where(one: Count, other: Count) -> str | None:
    a, b = one.thing.where, other.thing.where
    if a and b and not a & b and one.told is other.told:
        return f"one is told of {' '.join(sorted(a))}, the other of {' '.join(sorted(b))}"
    return None


def _own(one: Count, other: Count) -> str | None:
    """Of sums: what it cost one, and what another spent."""
    if one.amount.measure != "money" or one_source(one.whose, other.whose):
        return None
    if one.whose.text is None or other.whose.text is None:
        return None
    if all(_OWN.search(each.sentence.text) for each in (one, other)):
        return f"{one.whose.text} and {other.whose.text} each tell of their own"
    return None


def _side_by_side(one: Count, other: Count) -> str | None:
    """Two that one sentence tells on one word, with nothing that sets them against one another."""
    if one.told is not other.told or one.sentence != other.sentence:
        return None
    if equal(one.amount, other.amount) or fits(one.amount, other.amount):
        return None
    if (one.whose.text, one.whose.words) != (other.whose.text, other.whose.words):
        return None
    if _SIDE.search(_between(one, other)):
        return None
    return "one sentence tells both, side by side"


def _between(one: Count, other: Count) -> str:
    start = min(one.figure.span.start, other.figure.span.start)
    span = Span(start, one.sentence.spans[0].end)
    return one.told.reading.document.text[span.start : span.end]
