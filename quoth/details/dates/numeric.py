"""Dates in numbers alone: 13/2/2031 can be read one way, 3/2/2031 only as its document writes.

Which comes first, day or month, is told by the other dates of the document, its language's
country, where it was written, and its spelling, in this order; where none tells, nothing is chosen.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from typing import Literal

from quoth.details.dates.calendar import at
from quoth.details.dates.context import FULL, Context, Outcome
from quoth.details.dates.finding import Found
from quoth.details.dates.lexicon import listed
from quoth.records import Document

First = Literal["day", "month"]

MONTH_FIRST = re.compile(
    r"\b(?:washington|new york|chicago|los angeles|boston|houston|philadelphia|atlanta|u\.s\.|usa"
    r"|united states|america[n]?|manila|philippines)\b",
    re.I,
)
DAY_FIRST = re.compile(
    r"\b(?:london|manchester|edinburgh|dublin|belfast|cardiff|sydney|melbourne|canberra|wellington"
    r"|delhi|mumbai|nairobi|lagos|johannesburg|england|scotland|wales|ireland|britain|british|u\.k\."
    r"|united kingdom|australia|new zealand|india|kenya|nigeria|south africa|paris|berlin|rome"
    r"|madrid|brussels|geneva|vienna)\b",
    re.I,
)
"""Places in datelines and names of outlets, by how dates are written there."""
MONTH_SPELLING = listed(
    "color colors labor neighbor neighbors neighborhood center centers theater defense "
    "offense organize organized organization organizations realize realized traveled "
    "traveling program programs favor favorite honor harbor meter meters gray"
)
DAY_SPELLING = listed(
    "colour colours labour neighbour neighbours neighbourhood centre centres theatre "
    "defence offence organise organised organisation organisations realise realised "
    "travelled travelling programme programmes favour favourite honour harbour metre metres "
    "grey whilst"
)
REGIONS = {"us": "month", "ph": "month"}


def numeric(found: Found, context: Context) -> Outcome | None:
    """*13/2/2031*, *3/4/31*, *5.11.2031*, *3/4*."""
    first, second = int(found.one("a")), int(found.one("b"))
    written = found.one("c")
    if found.one("again") and found.one("again") != found.one("mark"):
        return None
    year = _year(written, context)
    days = {order: _made(year, *_ordered(order, first, second)) for order in ("day", "month")}
    possible = {made for made in days.values() if made}
    if not possible:
        return None
    if len(possible) == 1:
        return _outcome(
            possible.pop(), FULL if len(written) == 4 else "against the nearest century"
        )
    if found.one("mark") == ".":
        return _outcome(days["day"], "day first, as dates with points are written")
    first_is, why = convention(context)
    if first_is is None:
        day, month = (made.isoformat() for made in (days["day"], days["month"]) if made)
        return Outcome("date", f"{year:04}-XX-XX", f"ambiguous: {day} or {month}; {why}")
    return _outcome(days[first_is], f"{first_is} first, {why}")


def _outcome(made: date | None, how: str) -> Outcome | None:
    return Outcome("date", made.isoformat(), how, at("day", made)) if made else None


def _ordered(order: str, first: int, second: int) -> tuple[int, int]:
    """Month and day."""
    return (second, first) if order == "day" else (first, second)


def _year(written: str, context: Context) -> int:
    if len(written) == 4:
        return int(written)
    base = context.today.year if context.today else 2000
    if not written:
        return base
    # The year with these last digits that is nearest to the document's.
    near = base - base % 100 + int(written)
    return min((near - 100, near, near + 100), key=lambda year: (abs(year - base), year))


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def convention(context: Context) -> tuple[First | None, str]:
    """What comes first in this document's dates in numbers, and what tells it."""
    if context.convention is None:
        context.convention = _convention(context.analysis.document, context)
    return context.convention


def _convention(document: Document, context: Context) -> tuple[First | None, str]:
    texts = [token.text.lower() for token in context.analysis.tokens]
    for first_is, why in (
        (_by_dates(document.text), "as other dates in it are written"),
        (_by_region(document.language), "as its language's country writes"),
        (_by_place(document), "as is usual where it was written"),
        (_by_words(texts), "as its spelling tells"),
    ):
        if first_is:
            return first_is, why
    return None, "nothing in the document tells which"


CLEAR = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(?:\d{4}|\d\d)(?![\d/])")
NAMES = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
DAY_NAMED = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{NAMES}\.?,? \d{{4}}\b", re.I)
MONTH_NAMED = re.compile(rf"\b{NAMES}\.? \d{{1,2}}(?:st|nd|rd|th)?, \d{{4}}\b", re.I)


def _by_dates(text: str) -> First | None:
    """By dates that can be read one way only, else by those that name the month."""
    seen: Counter[str] = Counter()
    for one, other in CLEAR.findall(text):
        if int(one) > 12 >= int(other):
            seen["day"] += 1
        if int(other) > 12 >= int(one):
            seen["month"] += 1
    return _most(seen) or _most(
        Counter(day=len(DAY_NAMED.findall(text)), month=len(MONTH_NAMED.findall(text)))
    )


def _by_region(language: str | None) -> First | None:
    parts = (language or "").replace("_", "-").lower().split("-")
    region = next((part for part in parts[1:] if len(part) == 2), None)
    if region is None:
        return None
    return "month" if region in REGIONS else "day"


def _by_place(document: Document) -> First | None:
    lines = [
        document.text[span.start : min(span.end, span.start + 200)]
        for block in document.blocks
        if block.kind == "dateline"
        for span in block.spans
    ]
    if document.metadata.outlet:
        lines.append(document.metadata.outlet.value)
    named = " ".join(lines)
    return _most(Counter(day=len(DAY_FIRST.findall(named)), month=len(MONTH_FIRST.findall(named))))


def _by_words(words: list[str]) -> First | None:
    return _most(
        Counter(
            day=sum(word in DAY_SPELLING for word in words),
            month=sum(word in MONTH_SPELLING for word in words),
        )
    )


def _most(seen: Counter[str]) -> First | None:
    if seen["day"] == seen["month"]:
        return None
    return "day" if seen["day"] > seen["month"] else "month"
