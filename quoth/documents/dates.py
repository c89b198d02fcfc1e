"""Dates that a document states of itself, as ISO 8601; never guessed.

A date in numbers alone counts only where it can be read one way: 13/2/2031 and 2/13/2031 are,
3/2/2031 is not. With points between, the day comes first in every country that writes it so.
"""

from __future__ import annotations

import re
from datetime import date

MONTHS = (
    "jan january janvier januar januari enero janeiro gennaio",
    "feb february février februar februari febrero fevereiro febbraio fév",
    "mar march mars märz maart marzo março",
    "apr april avril abril aprile avr",
    "may mai mei mayo maio maggio",
    "jun june juin juni junio junho giugno",
    "jul july juillet juli julio julho luglio juil",
    "aug august août augustus agosto augusti aoû",
    "sep sept september septembre septiembre setembro settembre",
    "oct october octobre oktober octubre outubro ottobre okt",
    "nov november novembre noviembre novembro",
    "dec december décembre dezember diciembre dezembro dicembre déc dez",
)
"""Names of months in English, French, German, Dutch, Spanish, Portuguese, Italian, Swedish."""
NUMBERS = {name: number for number, names in enumerate(MONTHS, 1) for name in names.split()}
NAME = rf"({'|'.join(sorted(NUMBERS, key=len, reverse=True))})\.?"
DAY = r"(\d{1,2})(?:st|nd|rd|th|\.|º|er)?"
YEAR = r"(\d{4})(?!\d)"
FORMS = (
    (re.compile(rf"(?<!\d){YEAR}[-/.](\d{{1,2}})[-/.](\d{{1,2}})(?!\d)"), "ymd"),
    (re.compile(rf"\b{NAME}[\s-]+{DAY},?[\s-]+{YEAR}", re.I), "mdy"),
    (re.compile(rf"\b{NAME}\s+{DAY}\s+\d\d?:[\d:]+\s+\S{{3,5}}\s+{YEAR}", re.I), "mdy"),
    (re.compile(rf"(?<!\d){DAY}[\s-]+(?:of\s+|de\s+)?{NAME},?[\s-]+(?:de\s+)?{YEAR}", re.I), "dmy"),
    (re.compile(rf"\b{YEAR}[\s,-]+{NAME}[\s-]+{DAY}\b", re.I), "ymd"),
    (re.compile(rf"(?<!\d)(\d{{1,2}})\.\s?(\d{{1,2}})\.\s?{YEAR}"), "dmy"),
    (re.compile(rf"(?<!\d)(\d{{1,2}})[/-](\d{{1,2}})[/-]{YEAR}"), "?"),
    (re.compile(r"^\s*(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?\s*$"), "ymd"),
    (re.compile(r"^\s*(\d{4})年(\d{1,2})月(\d{1,2})日"), "ymd"),
)
MONTH_ALONE = re.compile(rf"\b{NAME}\s+{YEAR}", re.I)
NAMED = re.compile(rf"\b{NAME}(?:\s|,|$)", re.I)
LONGEST = 1000
"""No more characters are looked at: a date stands at the start of what says it."""


def iso_date(text: str) -> str | None:
    """The first date in `text` that has a day, a month and a year, if it can be read one way."""
    found = (
        (match.start(), match.groups(), order)
        for form, order in FORMS
        if (match := form.search(text[:LONGEST]))
    )
    for _, parts, order in sorted(found, key=lambda each: each[0]):
        written = _ordered(parts, order)
        if written:
            return written
    return None


def stated(text: str) -> str | None:
    """The first date in `text`, or its month and year where no day is named (`2031-05`)."""
    if written := iso_date(text):
        return written
    match = MONTH_ALONE.search(text)
    return f"{match[2]}-{NUMBERS[match[1].lower()]:02}" if match else None


def names_month(text: str) -> bool:
    """Whether `text` has a date in ISO form, or one that names a month."""
    return bool(FORMS[0][0].search(text) or NAMED.search(text))


def _ordered(parts: tuple[str, ...], order: str) -> str | None:
    if order == "?":
        first, second = int(parts[0]), int(parts[1])
        if first <= 12 and second <= 12 and first != second:
            return None
        order = "dmy" if second <= 12 else "mdy"
    named = dict(zip(order, parts, strict=True))
    month = NUMBERS.get(named["m"].lower()) or int(named["m"])
    try:
        return date(int(named["y"]), month, int(named["d"])).isoformat()
    except ValueError:
        return None
