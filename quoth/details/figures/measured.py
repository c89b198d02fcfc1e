"""Which unit a number has, by what stands around it."""

from __future__ import annotations

from quoth.details.figures.bounds import after
from quoth.details.figures.measures import HYPHENS, Measure, Money, measure
from quoth.details.figures.numbers import Number
from quoth.details.figures.words import Line, among


def measured_by(
    line: Line, start: int, found: Number, sign: str | None, money: Money
) -> Measure | None:
    if sign:
        end = found.end
        if line.at(end).text in HYPHENS and not line.at(end).spaced:
            behind = measure(line, end, True, money)
            if behind and behind.kind == "money":
                end = behind.end
        elif line.low(end) in ("usd", "us", "dollars", "dollar", "cad", "aud"):
            end += 1
        return Measure(sign, "money", end, end != found.end)
    end, open_end = after(line, found.end)
    if open_end and (behind := measure(line, end, False, money)):
        return behind  # 30-plus years, 15+ hours
    if found.kind == "vague" and (behind := _of_unit(line, found.end, money)):
        return behind
    one = found.low is None or found.low <= 1 or found.kind == "share"
    behind = measure(line, found.end, one, money)
    if behind and behind.unit == "point" and not behind.joined:
        return behind if scored(line, start, behind.end) else None
    if behind and behind.joined and line.low(start) in ("one", "half", "zero", "third", "a"):
        known = behind.kind in ("time", "age", "money") or behind.unit == "mile"
        return behind if known else None
    if found.kind == "share" and behind and behind.kind not in ("time", "measure"):
        return None
    return behind


def _of_unit(line: Line, end: int, money: Money) -> Measure | None:
    """Millions of dollars, a couple of days, fifty-eight of those years."""
    if line.low(end) != "of":
        return None
    behind = measure(line, end + 1, False, money)
    return behind if behind and behind.kind in ("money", "time", "measure") else None


SCORES = among(
    """
    ahead lead leads leading led behind by up down advantage margin gained lost percent % rose
    fell jumped dropped climbed percentage edge trails trailing bounce swing slipped shed
    added basis within poll polls index averaging below above drop gain
    """
)


def scored(line: Line, start: int, end: int) -> bool:
    """Whether points are those of a poll, a price or a score, not of an argument."""
    if "." in line.at(start).text or line.low(end - 2) in ("percentage", "basis"):
        return True
    return any(line.low(n) in SCORES for n in range(start - 15, end + 12))
