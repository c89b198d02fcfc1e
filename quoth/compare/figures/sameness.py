"""What speaks against two figures counting the same thing, in words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from quoth.compare.figures.apart import apart, days_between
from quoth.compare.figures.kinds import SMALL, other_deed, other_noun
from quoth.compare.figures.lexicon import HUMAN, PLACES, STATED, TOLLS
from quoth.compare.figures.records import Amount, Count
from quoth.compare.figures.values import equal, fits, middle
from quoth.compare.figures.whose import one_source
from quoth.records import Span

_NEXT = re.compile(r"[,(]\s*(?:or\s+|that is,?\s+|equal to\s+)?$")
SIDE = re.compile(
    r"\bthe same\b|\bsame\b|\bhad (?:said|put|told|counted|given|spoken)\b|\bearlier\b|\binstead\b"
    r"|\bup from\b|\bdown from\b"
    r"|\b(?:rose|risen|rise|rises|raised|fell|cut|lowered|revised)\b.*\bfrom\b"
    r"|\bas many as\b.*\bothers?\b|\bcorrected\b",
    re.I,
)
"""Words that set two figures against one another as two of one thing."""
_JOINT = re.compile(r"\bwhile\b|\bbut\b|;")
"""Words that do so inside a sentence."""
NEWER = re.compile(
    r"\b(?:so far|(?:has|had|have) (?:now )?(?:risen|climbed|grown|been put)|rises|rose|climbs"
    r"|up from|down from|revised|latest|updated|new toll|earlier|closed)\b"
)
"""Words of a count that goes on."""
_OWN = re.compile(
    r"\b(?:cost|costs) (?:it|them|us|him|her)\b|\b(?:it|we|they|he|she) (?:has |have |had )?"
    r"(?:spent|lost|paid|raised|earned|made)\b"
)
"""A sum that is the speaker's own."""
_ORDINALS = frozenset(("second", "third", "fourth", "fifth", "sixth"))
_TREATED = {"injured", "in hospital"}
LONG_AGO = 2
"""An event of so many years before the other figure's document is another one."""
NEAR = 45
"""So many days after an event a document may still tell of it without its year."""


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


RULES = ("events", "age", "year", "role", "noun", "narrowed", "deed", "where", "bidder", "beside",
         "own", "side")  # fmt: skip
"""What may speak against two figures of one measure counting one thing, in order of weight."""


def objections(one: Count, other: Count) -> Mapping[str, str]:
    """Which of `RULES` speak against two figures of one measure, each in a few words."""
    if one.amount.measure == "age":
        said = {"events": _events(one, other), "age": _age(one, other)}
    else:
        said = {
            "events": _events(one, other),
            "year": _year(one, other),
            "role": _role(one, other),
            "noun": other_noun(one, other),
            "narrowed": _narrowed(one, other),
            "deed": other_deed(one, other),
            "where": _where(one, other),
            "bidder": _bidder(one, other),
            "beside": _beside(one, other),
            "own": _own(one, other),
            "side": _side_by_side(one, other),
        }
    return {rule: why for rule, why in said.items() if why}


def certain(one: Count, other: Count) -> str | None:
    """What makes two things of two figures, however much else they have in common."""
    a, b = one.thing, other.thing
    deeds = {a.did, b.did}
    told = a.close + b.close + (not equal(one.amount, other.amount))
    if told > 1 and len(deeds) == 2 and deeds <= STATED and deeds != _TREATED:
        return f"{a.did} and {b.did}"
    if (a.noun & HUMAN and b.noun & PLACES) or (b.noun & HUMAN and a.noun & PLACES):
        return f"{a.label} and {b.label}"
    for recalls, tells in ((one, other), (other, one)):
        ago = 0 if tells.thing.year else _years_between(recalls.thing.year, tells.told.published)
        if ago >= LONG_AGO:
            return f"one is of an older event, of {recalls.thing.year}"
    return None


def _years_between(earlier: str | None, later: str | None) -> int:
    a, b = (earlier or "")[:4], (later or "")[:4]
    return int(b) - int(a) if a.isdigit() and b.isdigit() else 0


def one_toll(one: Count, other: Count) -> bool:
    """Whether both tell what happened to the same in the same days: *27 people were killed*."""
    a, b = one.thing, other.thing
    alike = a.did == b.did and a.did in TOLLS and a.noun == b.noun and bool(a.noun)
    return alike and days_between(one.told, other.told) <= NEAR


def two_measures(a: Amount, b: Amount) -> str | None:
    """Why two amounts cannot be of one thing, whatever stands beside them."""
    return None if a.measure == b.measure else f"one is {_kind(a)}, the other {_kind(b)}"


def _events(one: Count, other: Count) -> str | None:
    two = apart(one.told, other.told) and not _hardly_by_chance(one, other)
    return "their documents tell of two events" if two else None


def _kind(amount: Amount) -> str:
    return {"count": "a count", "money": "a sum of money", "age": "an age", "%": "a share"}.get(
        amount.measure, f"of {amount.measure}"
    )


def _year(one: Count, other: Count) -> str | None:
    """An older event that one of them recalls."""
    a, b = one.thing.year, other.thing.year
    if a and b:
        alike = a.startswith(b) or b.startswith(a)
        return None if alike else f"one is of {a}, the other of {b}"
    if not a and not b:
        return None
    recalls, tells = (one, other) if a else (other, one)
    when = recalls.thing.year or ""
    if _soon_after(when, tells.told.published):
        return None
    return f"one is of an older event, of {when}"


def _hardly_by_chance(one: Count, other: Count) -> bool:
    """Whether both count so many of one thing that two events would hardly have the same number."""
    counts = {one.amount.measure, other.amount.measure} in ({"count"}, {"%"})
    large = (middle(one.amount) or 0) > SMALL and equal(one.amount, other.amount)
    return counts and large and bool(one.thing.noun & other.thing.noun)


def _soon_after(when: str, published: str | None) -> bool:
    """Whether a document is from the days of an event that another recalls."""
    if published is None or published[: len(when)] == when:
        return published is not None
    try:
        event, day = (date.fromisoformat(f"{d}-15"[:10]) for d in (when[:7], published[:7]))
    except ValueError:
        return False
    return 0 <= (day - event).days <= NEAR


def _age(one: Count, other: Count) -> str | None:
    a, b = one.thing.names, other.thing.names
    same = equal(one.amount, other.amount) or fits(one.amount, other.amount)
    named = a | b
    known = not named or any(all(n in _low(c) for c in (one, other)) for n in named)
    if a & b or (same and known and (not (a and b) or _one_name(one, other))):
        return None
    return "the ages of two persons" if a and b else "nothing shows that both are one person's age"


def _one_name(one: Count, other: Count) -> bool:
    """Whether a document has a name of the one right beside one of the other: *Ada*, *Marsh*."""
    texts = " ".join((_low(one), _low(other)))
    pairs = [(a, b) for a in one.thing.names for b in other.thing.names]
    return any(f"{a} {b}" in texts or f"{b} {a}" in texts for a, b in pairs)


def _low(count: Count) -> str:
    return count.told.reading.document.text.lower()


def _role(one: Count, other: Count) -> str | None:
    a, b = one.thing.role, other.thing.role
    same = equal(one.amount, other.amount)
    hard = {"planned", "change"}
    if one.amount.measure == "count":
        alike = same and one.thing.noun == other.thing.noun
        hard |= set() if alike else {"part"}
    else:
        hard |= {"asked", "limit"} | ({"offered"} if a and b else set())
        same = same or fits(one.amount, other.amount)
        hard -= hard if same and not (a and b) else set()
    if a == b or not {a, b} & hard:
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


def _narrowed(one: Count, other: Count) -> str | None:
    """*two others*, *the second bottle*."""
    a, b = one.thing.narrowed, other.thing.narrowed
    alike = equal(one.amount, other.amount) or fits(one.amount, other.amount)
    if ("other" in a) != ("other" in b) and not alike:
        return "one counts others beside those"
    nth = (one.thing.about ^ other.thing.about) & _ORDINALS
    if nth and one.amount.measure != "count" and not equal(one.amount, other.amount):
        return f"one is told of the {min(nth)}"
    return None


def _where(one: Count, other: Count) -> str | None:
    a, b = one.thing.where, other.thing.where
    if a and b and not a & b and one.told is other.told:
        return f"one is told of {' '.join(sorted(a))}, the other of {' '.join(sorted(b))}"
    return None


def _bidder(one: Count, other: Count) -> str | None:
    """Offers of two: each has a name beside it that the other lacks."""
    a, b = one.thing.names, other.thing.names
    offers = all("offered" in (each.thing.role, each.thing.did) for each in (one, other))
    if offers and a and b and not a & b and not equal(one.amount, other.amount):
        return "the offers of two"
    return None


def _beside(one: Count, other: Count) -> str | None:
    """The document of one tells the other's number as well, as another one."""
    if one.thing.did in TOLLS or one.told is other.told or fits(one.amount, other.amount):
        return None
    for count, against in ((one, other), (other, one)):
        told = any(_exactly(amount, against.amount) for amount in count.beside)
        if told and not SIDE.search(count.sentence.text):
            return "one document tells both numbers, of two things"
    return None


def _exactly(one: Amount, other: Amount) -> bool:
    return equal(one, other) and one.bound == other.bound == "exact"


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
    """Two that one document tells on one word, with nothing that sets them against one another."""
    if one.told is not other.told or fits(one.amount, other.amount):
        return None
    own = one.whose.text is None and other.whose.text is None
    if not own and one.whose.text != other.whose.text and not one_source(one.whose, other.whose):
        return None
    if one.sentence == other.sentence:
        words = between(one, other)
        set_against = SIDE.search(words) or _JOINT.search(words)
        return None if set_against else "one sentence tells both, side by side"
    texts = f"{one.sentence.text} {other.sentence.text}"
    if one.whose.text is not None or SIDE.search(texts) or NEWER.search(texts):
        return None
    return "one document tells both in its own voice, as two"


def between(one: Count, other: Count) -> str:
    """What stands from the first of two figures of one sentence to its end."""
    start = min(one.figure.span.start, other.figure.span.start)
    span = Span(start, one.sentence.spans[0].end)
    return one.told.reading.document.text[span.start : span.end]
