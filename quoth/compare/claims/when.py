"""The days that a claim names, and the day on which it was made."""

from __future__ import annotations

import math
import re
from datetime import date

from quoth.compare.claims.page import Page

Days = tuple[int, int]
"""First and last day, as ordinals."""
NEVER = math.nan
"""The day of what nobody has dated."""
_HEAD = 400
"""Characters in which a document says where and when it was written."""
_PARTS = {
    "SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 12), "Q1": (1, 3), "Q2": (4, 6),
    "Q3": (7, 9), "Q4": (10, 12), "H1": (1, 6), "H2": (7, 12),
}  # fmt: skip
"""Parts of a year as TimeML has them, by their months."""
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


def days(page: Page, numbers: list[int]) -> tuple[Days, ...]:
    """What each date that begins at one of these tokens covers."""
    starts = {page.tokens[n].start for n in numbers}
    held = (
        covers(each.value)
        for each in page.told.reading.dates
        if each.value and each.type in ("date", "time") and each.span.start in starts
    )
    return tuple(found for found in held if found)


def covers(value: str) -> Days | None:
    """The days of a TimeML value; None for one that names none of a calendar."""
    try:
        if match := _DAY.match(value):
            day = date(*map(int, match.groups())).toordinal()
            return day, day
        if match := re.fullmatch(r"(\d{4})-(\d\d)", value):
            return _months(int(match[1]), int(match[2]), int(match[2]))
        if match := re.fullmatch(r"(\d{4})-W(\d\d).*", value):
            day = date.fromisocalendar(int(match[1]), int(match[2]), 1).toordinal()
            return day, day + 6
        if match := re.fullmatch(r"(\d{4})-([A-Z]\w)", value):
            return _months(int(match[1]), *_PARTS[match[2]])
        if re.fullmatch(r"\d{4}", value):
            return _months(int(value), 1, 12)
    except (ValueError, KeyError):  # a day that no calendar has
        return None
    return None


def _months(year: int, low: int, high: int) -> Days:
    end = date(year + high // 12, high % 12 + 1, 1).toordinal() - 1
    return date(year, low, 1).toordinal(), end


def made_on(page: Page) -> float:
    """The day of a document as an ordinal; NEVER where nobody knows.

    Where no date is told from outside it is the first whole day that the document's head names.
    """
    told = page.told.published or next(
        (
            each.value
            for each in page.told.reading.dates
            if each.span.start <= _HEAD
            and each.value
            and _DAY.match(each.value)
            and not each.anchor
        ),
        "",
    )
    found = covers(told)
    return float(found[0]) if found else NEVER
