"""Numbers that only place something in time: days, years, clock times, *five years ago*."""

from __future__ import annotations

from quoth.details.figures.measures import Measure
from quoth.details.figures.nouns import noun_follows
from quoth.details.figures.numbers import SPELLED, Number
from quoth.details.figures.words import Line, among
from quoth.records import Bound

MONTHS = among(
    """
    january february march april may june july august september october november december jan
    feb mar apr jun jul aug sep sept oct nov dec
    """
)

PEOPLE = among(
    """
    people men women children voters jobs votes workers troops soldiers residents students
    members deaths homes houses cases employees officers refugees migrants dollars families
    """
)

ERAS = among("bc bce ad ce b.c a.d")

GONE = among(
    """
    ago later earlier before after prior hence since removed
    """
)
"""Behind an amount of time: it only places something in time."""


def whole_unit(line: Line, start: int, found: Number, measure: Measure | None) -> bool:
    """Whether an amount of time is one, and does not only place something in time."""
    assert measure
    end = measure.end
    if line.low(end) in GONE or line.lows(end, end + 2) == ("from", "now"):
        return False
    if line.low(end) in ("away", "out", "back") and measure.kind == "time":
        return False
    before = line.low(start - 1)
    if before in ("last", "past", "previous", "next", "coming", "preceding", "following", "final"):
        return _spell(line, start - 1)
    if before in ("first", "these", "those", "same"):
        return not any(line.low(start - n) in ("in", "within", "during", "on") for n in (2, 3, 4))
    if line.low(start + 1) == "single":
        return True
    if before in ("after", "following"):
        return line.low(end) in ("of", "in", "as", "at", "with", "without", "on")
    return before not in ("in", "into", "ago")


def _spell(line: Line, at: int) -> bool:
    """`for the last five years` lasts; `in the last 24 hours` is when."""
    placed = ("in", "over", "during", "within", "on", "by", "at", "through", "throughout")
    future = line.low(at) in ("next", "coming", "following", "final")
    for back in range(1, 4):
        word = line.low(at - back)
        if word == "for":
            return True
        if word in placed:
            return future and word == "over"
        if word not in ("the", "his", "her", "its", "their", "our", "my", "this", "these"):
            break
    return future


def dated(line: Line, start: int, found: Number, bound: Bound | None) -> bool:
    """Whether a number is a day, a clock time or a year."""
    _word, before, behind = line.at(start), line.at(start - 1), line.at(found.end)
    month = before if before.text != "." else line.at(start - 2)
    if month.low in MONTHS and month.text[:1].isupper() and found.low and found.low <= 2100:
        return True
    if behind.low in MONTHS and behind.text[:1].isupper() and (found.low or 99) <= 31:
        return True
    if found.low and found.low <= 31 and _range_of_days(line, start):
        return True
    if clock(line, start, found):
        return True
    if behind.low in ERAS or before.low in ("ad", "a.d", "circa"):
        return True
    if found.low and found.low <= 2100 and behind.text == "," and is_year(line, found.end + 1):
        return month.low in MONTHS
    return _year(line, start, found, bound)


def _range_of_days(line: Line, start: int) -> bool:
    """The second of *March 3-5*, *June 2 and 3*."""
    joint = line.low(start - 1) in ("-", "–", "and", "to", ",")
    return joint and line.at(start - 2).digits and line.low(start - 3) in MONTHS


def is_year(line: Line, at: int) -> bool:
    """Whether a word is four digits that are mostly a year."""
    text = line.at(at).text
    return len(text) == 4 and text.isdecimal() and 1000 <= int(text) <= 2100


def _year(line: Line, start: int, found: Number, bound: Bound | None) -> bool:
    if found.end != start + 1 or not is_year(line, start):
        return False
    if bound in ("at_least", "more_than", "at_most", "less_than", "nearly"):
        return False
    return line.low(found.end) not in PEOPLE


STANDS = among("put puts stand stands stood toll tally remain remains remained")
"""Before *at seven*: a count, and no hour."""


def clock(line: Line, start: int, found: Number) -> bool:
    """5 p.m., eleven o'clock, at eleven, shortly after eight."""
    at = found.end
    if line.low(at) in ("am", "pm", "o", "noon", "midnight", "gmt", "est", "hrs"):
        return True
    if line.low(at) in ("a", "p") and line.low(at + 1) == "." and line.low(at + 2) == "m":
        return True
    if line.low(at) == "past" and line.low(at + 1) in SPELLED:
        return True  # twenty past five
    if found.low is None or found.low > 12 or found.low < 1 or noun_follows(line, at):
        return False
    if line.lows(at, at + 3) in (("in", "the", "morning"), ("in", "the", "evening")) or line.lows(
        at, at + 3
    ) == ("in", "the", "afternoon"):
        return True
    before = line.low(start - 1)
    if before in ("at", "until", "till", "past", "o"):
        tolls = before == "at" and any(
            line.low(n) in STANDS for n in range(max(start - 7, 0), start)
        )
        return not tolls
    return before in ("after", "before", "around", "about") and (
        line.low(start - 2) in ("shortly", "soon", "just", "at", "by", "little", "until")
    )
