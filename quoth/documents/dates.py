"""Dates that a document states of itself, as ISO 8601; never guessed."""

from __future__ import annotations

import re
from datetime import date

ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?!\d)")
MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
MONTH = r"(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
MONTH_FIRST = re.compile(rf"\b{MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b", re.I)
MONTH_ALONE = re.compile(rf"\b{MONTH}\s+(\d{{4}})\b", re.I)
DAY_FIRST = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH},?\s+(\d{{4}})\b", re.I)


def iso_date(text: str) -> str | None:
    """The first date in `text` that has a day, a month in words or ISO form, and a year."""
    if match := ISO.search(text):
        return _checked(*match.groups())
    if match := MONTH_FIRST.search(text):
        month, day, year = match.groups()
        return _checked(year, _number(month), day)
    if match := DAY_FIRST.search(text):
        day, month, year = match.groups()
        return _checked(year, _number(month), day)
    return None


def stated(text: str) -> str | None:
    """The first date in `text`, or its month and year where no day is named (`2031-05`)."""
    if date := iso_date(text):
        return date
    match = MONTH_ALONE.search(text)
    return f"{match[2]}-{int(_number(match[1])):02}" if match else None


def names_month(text: str) -> bool:
    """Whether `text` has a date in ISO form, or one that names a month."""
    return bool(ISO.search(text) or re.search(rf"\b{MONTH}(?:\s|,|$)", text, re.I))


def _number(month: str) -> str:
    return str(MONTHS.index(month[:3].lower()) + 1)


def _checked(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
