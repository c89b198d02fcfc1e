"""Figures that are no number by themselves: twice, six figures, the mid-30s, hourlong, a decade."""

from __future__ import annotations

from dataclasses import replace

from quoth.details.figures.amount import Amount, opened
from quoth.details.figures.bounds import after as bounds_after
from quoth.details.figures.bounds import before as bounds_before
from quoth.details.figures.measures import HYPHENS, Kind, Measure
from quoth.details.figures.multiples import multiple
from quoth.details.figures.nouns import noun_follows
from quoth.details.figures.numbers import ARTICLES, Number
from quoth.details.figures.placing import whole_unit
from quoth.details.figures.units import TIME
from quoth.details.figures.words import Line, among
from quoth.records import Bound

FIGURES = {"five": 1e4, "six": 1e5, "seven": 1e6, "eight": 1e7, "nine": 1e8, "four": 1e3}


DIGITS = {"single": None, "double": 10.0, "triple": 100.0}


NEAR_TENS = {"low": 2.0, "mid": 5.0, "early": 2.0, "high": 8.0, "late": 8.0, "upper": 8.0}


LONG = {"hourlong": "hour", "daylong": "day", "weeklong": "week", "monthlong": "month",
        "yearlong": "year"}  # fmt: skip


def special(line: Line, at: int, free: int) -> Amount | None:
    """Multiples in a word, six figures, single digits, mid-30s, hourlong, a single, a decade."""
    word = line.low(at)
    return (
        _multiple(line, at, free)
        or _six_figures(line, at, free)
        or _near_tens(line, at)
        or (_made(line, at, at + 1, 1.0, LONG[word], "time", True) if word in LONG else None)
        or (_single(line, at, free) if word in ARTICLES else None)
    )


def _made(
    line: Line,
    start: int,
    end: int,
    worth: float | None,
    unit: str | None,
    kind: Kind,
    joined: bool = False,
    bound: Bound = "exact",
) -> Amount:
    return Amount(start, end, start, worth, worth, bound, unit, kind, joined)


def _multiple(line: Line, at: int, free: int) -> Amount | None:
    found = multiple(line, at)
    if found is None:
        return None
    if line.low(at - 1) in ("think", "thinking", "thought", "thinks"):
        return None
    start, bound = bounds_before(line, at, free)
    end, after = bounds_after(line, found.end)
    unit = None if found.often else "times"
    made = Amount(
        start, end, at, found.worth, found.worth, after or bound or "exact", unit, "times"
    )
    return opened(made, Number(found.worth, found.worth, end))


def _six_figures(line: Line, at: int, free: int) -> Amount | None:
    """Six figures, a six-figure sum, low single digits, a double-digit lead."""
    word, end = line.low(at), at + 1
    hyphen = line.at(end).text in HYPHENS and not line.at(end).spaced
    noun = line.low(end + hyphen)
    if word in FIGURES and noun in (("figure",) if hyphen else ("figures",)):
        start, _ = bounds_before(line, at, free)
        return replace(
            _made(line, start, end + hyphen + 1, FIGURES[word], "$", "money", hyphen, "vague"),
            high=None,
        )
    edge = word in ("low", "high", "mid")
    if edge:
        word, end = line.low(at + 1), at + 2
        hyphen = line.at(end).text in HYPHENS and not line.at(end).spaced
        noun = line.low(end + hyphen)
    if word in DIGITS and noun in ("digit", "digits"):
        led = any(line.low(n) in ("lead", "ahead", "leads", "led") for n in range(at - 8, end + 5))
        unit = "point" if led else "%"
        made = _made(line, at, end + hyphen + 1, DIGITS[word], unit, "percent", hyphen, "vague")
        return replace(made, high=None)
    return None


def _near_tens(line: Line, at: int) -> Amount | None:
    """The mid-30s of a rate or an age; not a decade."""
    edge = NEAR_TENS.get(line.low(at))
    if edge is None:
        return None
    tens = at + 2 if line.at(at + 1).text in HYPHENS else at + 1
    digits = line.at(tens).text
    if len(digits) != 2 or not digits.isdecimal() or digits[1] != "0" or line.low(tens + 1) != "s":
        return None
    if line.at(tens + 1).spaced or line.at(at + 1).text in "'’":
        return None
    worth = int(digits) + edge
    age = line.low(at - 1) in ("his", "her", "their", "my", "your", "our")
    decade = not age and line.low(at - 1) == "the" and line.low(at) in ("early", "late")
    if decade:
        return None
    unit: Kind = "age" if age else "percent"
    return _made(line, at, tens + 2, worth, "year" if age else "%", unit, bound="about")


LASTING = among(
    """
    for about nearly almost over than least under just within only takes took lasted lasts
    spent spend spends spending roughly around half every up wait waiting
    """
)


def _single(line: Line, at: int, free: int) -> Amount | None:
    """`a single page`; `a decade` and `an hour` as lengths of time."""
    end = at + 1
    single = line.low(end) == "single"
    if single:
        end += 1
    word = line.low(end)
    unit = TIME.get(word)
    if single and unit is None:
        return _made(line, at, end, 1.0, None, "count") if noun_follows(line, end) else None
    if unit is None or (word != unit and word not in ("hr", "yr")):
        return None
    if unit == "second" and not single:
        return None
    end += 1
    start, bound = bounds_before(line, at, free)
    lasting = line.low(start - 1) in LASTING or bound is not None or single
    owned = line.at(end).text in "'’" and line.low(end + 1) == "s" and bool(line.at(end).token + 1)
    if owned:
        end += 2
    elif line.low(end) == "of" and unit not in ("day", "night"):
        lasting = True
    made = Number(1.0, 1.0, end)
    if not (lasting or owned) or not whole_unit(line, at, made, Measure(unit, "time", end)):
        return None
    if line.low(at - 1) == "over":
        start, bound = at, "exact"
    if line.low(start - 1) == "within":
        start, bound = start - 1, "at_most"
    half, further = _and_a_half(line, end)
    end, after = bounds_after(line, further)
    worth = 1.0 + half
    amount = Amount(start, end, at, worth, worth, after or bound or "exact", unit, "time")
    return opened(amount, made)


def _and_a_half(line: Line, end: int) -> tuple[float, int]:
    """`an hour and a half`."""
    if line.lows(end, end + 3) == ("and", "a", "half"):
        return 0.5, end + 3
    return 0.0, end
