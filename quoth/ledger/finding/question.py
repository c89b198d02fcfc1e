"""What is asked of a ledger."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

from quoth.errors import QuothError
from quoth.ledger.values import DAY
from quoth.records import Act, Form, Kind

_DATE = re.compile(r"(\d{4})(?:-(\d\d?)(?:-(\d\d?))?)?")


class BadQuestion(QuothError):
    """What is asked for cannot be looked for; the message says which part and what to give."""


@dataclass(frozen=True, slots=True)
class Question:
    """Which statements are asked for: those that meet all of it.

    `words`, `source` and `outlet` are in one small language: words that must all occur, phrases
    in quotation marks, `begin*`, `this OR that`, `-without`; all else is taken literally. Case
    and accents make no difference.
    """

    words: str = ""
    """Words of the content."""
    source: str = ""
    """Words of the source: as the text has them here, its name, role or affiliation."""
    kinds: tuple[Kind, ...] = ()
    """Kinds of the source, any of them; as with `acts` and `forms`, empty for all."""
    acts: tuple[Act, ...] = ()
    forms: tuple[Form, ...] = ()
    outlet: str = ""
    """Words of the outlet's name."""
    since: str | None = None
    """First day of publication: `2031-03-02`, `2031-03` or `2031`, as is `until`, the last."""
    until: str | None = None
    figure: str | None = None
    """What one of its figures must meet: `>100`, `>=40`, `=31`, `10..50`, `>5%`, `<2 EUR`."""
    min_confidence: float = 0.0


def numbers(question: Question) -> tuple[int, int]:
    """The lowest and highest number that a statement published in time can have.

    Documents without a date are none of `since` nor of `until`. Raises `BadQuestion`.
    """
    first = days("since", question.since)[0] if question.since else None
    last = days("until", question.until)[1] if question.until else None
    if first is None:
        first = date.min if last else None
    lowest = DAY * first.toordinal() if first else 0
    highest = DAY * (last.toordinal() + 1) - 1 if last else (1 << 63) - 1
    return lowest, highest


def days(name: str, given: str) -> tuple[date, date]:
    """The first and the last day of a year, a month or a day. Raises `BadQuestion`."""
    found = _DATE.fullmatch(given.strip())
    try:
        if not found:
            raise ValueError
        year, month, day = (int(part) if part else None for part in found.groups())
        assert year is not None
        last_month = month or 12
        last_day = day or calendar.monthrange(year, last_month)[1]
        return date(year, month or 1, day or 1), date(year, last_month, last_day)
    except ValueError:
        raise BadQuestion(f"{name} {given}: no date; write 2031-03-02, 2031-03 or 2031") from None
