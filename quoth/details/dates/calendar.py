"""Points of the calendar with their grain, TimeML's values for them, and how far they lie apart."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Grain = Literal[
    "day", "week", "weekend", "month", "quarter", "season", "half", "year", "decade", "century"
]
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""The month in which each season begins in the north, as TimeBank takes them."""


@dataclass(frozen=True, slots=True)
class Point:
    """A date of some grain: its TimeML value and the first day of it."""

    value: str
    grain: Grain
    start: date


def at(grain: Grain, day: date) -> Point:
    """The day, week, month, ... that holds `day`."""
    year, month = day.year, day.month
    if grain == "week" or grain == "weekend":
        of_year, week, weekday = day.isocalendar()
        value = f"{of_year:04}-W{week:02}"
        monday = date.fromordinal(max(day.toordinal() - weekday + 1, 1))
        if grain == "weekend":
            return Point(f"{value}-WE", grain, monday + timedelta(5))
        return Point(value, grain, monday)
    if grain == "month":
        return Point(f"{year:04}-{month:02}", grain, date(year, month, 1))
    if grain == "quarter":
        return quarter(year, (month + 2) // 3)
    if grain == "half":
        return half(year, 1 if month < 7 else 2)
    if grain == "season":
        name = ("WI", "WI", "SP", "SP", "SP", "SU", "SU", "SU", "FA", "FA", "FA", "WI")[month - 1]
        return season(year - (month < 3 and year > 1), name)
    if grain == "year":
        return Point(f"{year:04}", grain, date(year, 1, 1))
    if grain == "decade":
        return Point(f"{year // 10:03}", grain, date(max(year // 10 * 10, 1), 1, 1))
    if grain == "century":
        return Point(f"{year // 100:02}", grain, date(max(year // 100 * 100, 1), 1, 1))
    return Point(day.isoformat(), "day", day)


def quarter(year: int, number: int) -> Point:
    return Point(f"{year:04}-Q{number}", "quarter", date(year, 3 * number - 2, 1))


def half(year: int, number: int) -> Point:
    return Point(f"{year:04}-H{number}", "half", date(year, 6 * number - 5, 1))


def season(year: int, name: str) -> Point:
    return Point(f"{year:04}-{name}", "season", date(year, SEASONS[name], 1))


MONTHS_IN = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
DAYS_IN = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}


def shifted(day: date, count: int, unit: str) -> date | None:
    """The day `count` units later; None where the calendar of Python has none (years 1 to 9999)."""
    try:
        if unit in DAYS_IN:
            return day + timedelta(count * DAYS_IN[unit])
        months = count * (12 if unit == "season" else MONTHS_IN[unit])
        year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError, KeyError):
        return None


def last_day(point: Point) -> date:
    """The last day of a point."""
    grain = "week" if point.grain == "weekend" else point.grain
    if grain == "season":
        return (shifted(point.start, 3, "month") or date.max) - timedelta(1)
    following = shifted(point.start, 1, grain)
    return following - timedelta(1) if following else date.max


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, 1991, ch. 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    month, day = divmod(h + m - 7 * ((a + 11 * h + 22 * m) // 451) + 114, 31)
    return date(year, month, day + 1)


def feast(year: int, rule: str) -> date | None:
    """The day of a feast in `year`, by its month and day or the name of its rule."""
    try:
        if rule.startswith("easter"):
            return easter(year) + timedelta(int(rule[6:]))
        if rule == "thanksgiving":  # the fourth Thursday of November in the United States
            return _weekday_from(date(year, 11, 22), 3)
        if rule == "labor":  # the first Monday of September
            return _weekday_from(date(year, 9, 1), 0)
        if rule == "memorial":  # the last Monday of May
            return _weekday_from(date(year, 5, 25), 0)
        return date.fromisoformat(f"{year:04}-{rule}")
    except (ValueError, OverflowError):
        return None


def _weekday_from(day: date, weekday: int) -> date:
    return day + timedelta((weekday - day.weekday()) % 7)
