"""What follows a number: percent, money, time, measure, the noun of a compound, a rate."""

from __future__ import annotations

from typing import Literal, NamedTuple

from quoth.details.figures.units import (
    ADVERBS,
    BROAD,
    DOLLARS,
    GLUED,
    MEASURES,
    MONEY,
    PER_THING,
    PER_TIME,
    TIME,
    WHOLE,
    singular,
)
from quoth.details.figures.words import Line, among

Kind = Literal["count", "percent", "point", "share", "times", "money", "time", "age", "measure"]
HYPHENS = frozenset("-‐‑–")
FILLERS = among(
    """
    more full whole straight consecutive additional long short solid good extra further
    calendar successive entire continuous complete business working odd other
    """
)
"""May stand between a number and its unit of time or measure: *two consecutive nights*."""
COUNTRIES = among("us u.s. australian canadian american hong kong new zealand british")
LENGTHS = among("high tall long wide deep thick square")
NO_NOUNS = among(
    """
    a an the and or to in of off on one two three four five six plus odd ish fold some
    something for by at time-only sided off-ramp liner liners century-old
    """
)
"""What is no unit behind a hyphen."""


class Measure(NamedTuple):
    """A unit that ends before word `end` of its line."""

    unit: str | None
    kind: Kind
    end: int
    joined: bool = False
    """The figure stands before a noun, as in *40-minute*."""


class Money(NamedTuple):
    """What a document's dollars and pounds are."""

    dollar: str
    pound: str

    def code(self, unit: str) -> str:
        return {"$": self.dollar, "£": self.pound}.get(unit, unit)


def measure(line: Line, end: int, one: bool, money: Money) -> Measure | None:
    """The unit behind a number that ends before `end`; `one`: it is one, or less."""
    word = line.at(end)
    hyphen = word.text in HYPHENS and not word.spaced
    if hyphen:
        return _compound(line, end, money)
    return (
        _percent(line, end)
        or _glued(line, end)
        or _money(line, end, money)
        or _time_or_measure(line, end, one)
    )


def _percent(line: Line, at: int) -> Measure | None:
    """Percent, percentage points, basis points."""
    word = line.low(at)
    if line.lows(at, at + 2) == ("per", "cent"):
        return Measure("%", "percent", at + 2)
    if word in ("%", "percent", "pct", "percents"):
        if line.low(at + 1) in ("point", "points"):
            return Measure("point", "point", at + 2)
        return Measure("%", "percent", at + 1)
    if word in ("percentage", "basis") and line.low(at + 1) in ("point", "points"):
        unit = "point" if word == "percentage" else "basis point"
        return Measure(unit, "point", at + 2)
    if word in ("pp", "pts"):
        return Measure("point", "point", at + 1)
    return None


def _glued(line: Line, at: int) -> Measure | None:
    word = line.at(at)
    if not line.at(at - 1).digits:
        return None
    if word.low in WHOLE:
        return Measure(WHOLE[word.low], "measure", at + 1)
    if word.low in GLUED and (not word.spaced or len(word.low) > 1):
        return Measure(GLUED[word.low], "measure", at + 1)
    return None


def _money(line: Line, at: int, money: Money) -> Measure | None:
    """Dollars, crowns, US dollars."""
    start = at
    while line.low(at) in COUNTRIES and at < start + 2:
        at += 1
    unit = MONEY.get(line.low(at))
    if unit is None or (line.at(at).text.istitle() and start == at and unit == "mark"):
        return None
    if unit == "$" and start != at and line.low(start) in DOLLARS:
        return Measure(DOLLARS[line.low(start)], "money", at + 1)
    return Measure(money.code(unit), "money", at + 1) if unit != "mark" else None


def _time_or_measure(line: Line, at: int, one: bool) -> Measure | None:
    start = at
    if line.low(at) in FILLERS and line.low(at + 1) in TIME:
        at += 1
    broad = ""
    if line.low(at) in BROAD:
        broad, at = line.low(at) + " ", at + 1
    word = line.low(at)
    if word in TIME and not broad:
        if word == TIME[word] and not one and word not in ("yr", "hr"):
            return None  # two second graders
        if word == "second" and start == at and one and line.at(at + 1).text.isalpha():
            return None
        return _aged(line, at, TIME[word])
    if word in MEASURES:
        unit = broad.replace("metric ", "") + MEASURES[word]
        if unit == "point":
            return Measure("point", "point", at + 1)
        end = at + 1
        if unit == "degree" and line.low(end) in ("c", "f", "celsius", "fahrenheit"):
            end += 1
        return Measure(unit, "measure", end)
    return None


def _aged(line: Line, at: int, unit: str) -> Measure:
    """Years old, years of age; else an amount of time."""
    if line.low(at + 1) == "old":
        return Measure(unit, "age", at + 2)
    if line.lows(at + 1, at + 3) == ("of", "age"):
        return Measure(unit, "age", at + 3)
    return Measure(unit, "time", at + 1)


def _compound(line: Line, hyphen: int, money: Money) -> Measure | None:
    """40-minute, 54-year-old, 215-foot-high, 28-nation, $2-a-day."""
    at = hyphen + 1
    word = line.at(at)
    if word.spaced or not word.text.isalpha() or word.low in NO_NOUNS:
        return None
    if word.low in ("percent", "pct"):
        return Measure("%", "percent", at + 1, True)
    if word.low == "strong":
        return Measure(None, "count", at + 1, True)
    unit = TIME.get(word.low) or MEASURES.get(word.low)
    kind: Kind = "time" if word.low in TIME else "point" if unit == "point" else "measure"
    if word.low in MONEY:
        unit, kind = money.code(MONEY[word.low]), "money"
    end = at + 1
    further = line.low(end + 1) if line.at(end).text in HYPHENS else ""
    if further and not line.at(end).spaced and not line.at(end + 1).spaced:
        if further in ("old", "olds"):
            return Measure(unit or singular(word.low), "age", end + 2, further == "old")
        if further in LENGTHS or further == "plus":
            end += 2
    elif unit and line.low(end) in ("old", "olds"):
        return Measure(unit, "age", end + 1, False)
    if unit is None and (end == at + 1 and further and not line.at(end).spaced):
        return None  # a one-to-one, a three-card-trick
    return Measure(unit or singular(word.low), kind if unit else "measure", end, True)


def rate(line: Line, end: int, kind: Kind) -> tuple[str, int] | None:
    """`/day` and one past its words: a day, per person, each month, / h, annually, -a-year."""
    word = line.low(end)
    if word in ADVERBS and kind == "money":
        return ADVERBS[word], end + 1
    at = end
    if word in HYPHENS and line.low(at + 1) in ("a", "an", "per"):
        at += 1
    if line.low(at) not in ("a", "an", "per", "each", "every", "/"):
        return None
    hyphen = line.at(at + 1).text in HYPHENS and not line.at(at + 1).spaced
    per = at + 2 if hyphen else at + 1
    thing = line.low(per)
    if line.low(at) == "/" and thing in ("h", "s", "hr", "hour", "second", "day", "year"):
        return "/" + {"h": "hour", "hr": "hour", "s": "second"}.get(thing, thing), per + 1
    if thing in PER_TIME or (
        thing in PER_THING and (line.low(at) == "per" or kind in ("money", "measure"))
    ):
        return "/" + thing, per + 1
    return None
