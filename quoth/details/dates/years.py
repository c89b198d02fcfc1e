"""Years, decades and centuries, and the quarters and halves in which firms report."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from quoth.details.dates import calendar, numbers
from quoth.details.dates.calendar import Point, at, shifted
from quoth.details.dates.codes import LAST_YEAR
from quoth.details.dates.context import BEYOND, DOCUMENT, FULL, UNDATED, Context, Outcome
from quoth.details.dates.days import AFTER, BEFORE, nearest, year_of
from quoth.details.dates.finding import Found
from quoth.details.dates.tense import tense


def year(found: Found, context: Context) -> Outcome | None:
    """*1947*, *nineteen ninety-one*, *fiscal 1988*, *the year two thousand*, *'98*."""
    if fiscal := found.one("fiscal"):
        number: int | None = 2000 + int(fiscal[-2:])
    else:
        number = year_of(found)
    if number is None:
        number = numbers.whole(found.all("spelled"))
        if number is None or not 1000 <= number <= LAST_YEAR:
            return None
    if number < 1:
        return None
    point = at("year", date(number, 1, 1))
    return Outcome("date", point.value, FULL, point)


def era(found: Found, context: Context) -> Outcome | None:
    """*44 B.C.*, *AD 79*."""
    number = numbers.whole(found.all("year"))
    if number is None:
        return None
    before = found.one("era").startswith("b")
    return Outcome("date", f"BC{number:04}" if before else f"{number:04}", FULL)


def decade(found: Found, context: Context) -> Outcome | None:
    """*the 1990s*, *the '80s*, *the nineties*, *the last decade*."""
    if rel := found.one("rel"):
        count = -1 if rel in BEFORE else 1 if rel in AFTER else 0
        return context.on_document(
            "decade", context.today and shifted(context.today, count, "decade")
        )
    word = found.one("decade")
    if word in numbers.DECADES:
        first = 1900 + numbers.DECADES[word]
        return Outcome("date", f"{first // 10}", "taken as of the twentieth century")
    digits = word.rstrip("s")
    if len(digits) == 4:
        point = at("decade", date(int(digits), 1, 1))
        return Outcome("date", point.value, FULL, point)
    first = int(digits) + (1900 if int(digits) >= 30 else 2000)
    return Outcome("date", f"{first // 10}", "taken as of the nearest century")


def century(found: Found, context: Context) -> Outcome | None:
    """*the 19th century*, *the last century*."""
    if rel := found.one("rel"):
        count = -1 if rel in BEFORE else 1 if rel in AFTER else 0
        return context.on_document(
            "century", context.today and shifted(context.today, count, "century")
        )
    number = numbers.ordinal(found.one("ord"))
    if number is None:
        return None
    words = [context.analysis.tokens[n].text.lower() for n in found.words]
    if words[-1] in {"bc", "bce"} or words[-4:-1] == ["b", ".", "c"]:
        return Outcome("date", f"BC{number - 1:02}", FULL)
    return Outcome("date", f"{number - 1:02}", FULL)


def quarter(found: Found, context: Context) -> Outcome | None:
    """*the third quarter*, *fourth-quarter*, *the first quarter of 1990*."""
    words = [context.analysis.tokens[n].text.lower() for n in found.words]
    if short := found.one("short"):
        number: int | None = int(short[1])
    else:
        number = 4 if found.one("ord") == "final" else numbers.ordinal(found.one("ord"))
    if number is None or number > 4:
        return None
    return _of_year(found, context, words, lambda y: calendar.quarter(y, number), f"XXXX-Q{number}")


def half(found: Found, context: Context) -> Outcome | None:
    """*the first half*, *the last half of 1989*."""
    number = 1 if found.one("ord") == "first" or found.one("short") == "h1" else 2
    return _of_year(found, context, [], lambda y: calendar.half(y, number), f"XXXX-H{number}")


def _of_year(
    found: Found, context: Context, words: list[str], make: Callable[[int], Point], unknown: str
) -> Outcome:
    number = int(found.one("year")) if "year" in found.parts else None
    if number is None:
        number = next((int(w) for w in words if w.isdecimal() and len(w) == 4), None)
    if number is not None:
        point = make(number)
        return Outcome("date", point.value, FULL, point)
    today = context.today
    if today is None:
        named = context.in_sentence(found.words)
        if named is None:
            return Outcome("date", unknown, f"no year: {UNDATED}")
        point = make(named.point.start.year)
        return Outcome("date", point.value, context.quoted(named.span), point, named.span)
    if rel := found.one("rel"):
        return _in(today.year + (1 if rel == "next" else -1 if rel == "last" else 0), make)
    if "back" in found.parts:
        return _in(today.year - 1, make)
    # Reports are of the stretch that runs or has just ended, forecasts of the next.
    points = [make(y) for y in range(max(today.year - 1, 1), min(today.year + 1, 9999) + 1)]
    point = nearest(points, shifted(today, -90, "day") or today, None) or points[0]
    if point.start > today and tense(context.analysis, found.words) == "past":
        return _in(point.start.year - 1, make)
    return Outcome("date", point.value, DOCUMENT, point)


def _in(year: int, make: Callable[[int], Point]) -> Outcome:
    """What `make` gives for a year, if there is such a year."""
    if not 1 <= year <= 9999:
        return Outcome("date", None, BEYOND)
    point = make(year)
    return Outcome("date", point.value, DOCUMENT, point)


def focus(found: Found, context: Context) -> Outcome | None:
    """*the latest quarter*, *the year-ago period*: a stretch that the text has named."""
    unit = found.all("unit")[-1]
    if "back" in found.parts or found.one("rel") in {"comparable", "corresponding"}:
        return year_ago(found, context)
    if unit in {"quarter", "period", "half"}:
        if named := context.report(found.words):
            how = context.quoted(named.span)
            return Outcome("date", named.point.value, how, named.point, named.span)
        if unit == "half":
            return None
        return context.on_document(
            "quarter", context.today and shifted(context.today, -1, "quarter")
        )
    following = context.analysis.tokens[found.words.stop : found.words.stop + 1]
    if unit == "year" and following and following[0].text.lower() in {"ended", "ending"}:
        return Outcome("duration", "P1Y", "as stated")
    return context.on_document(unit, context.today)  # type: ignore[arg-type]


def year_ago(found: Found, context: Context) -> Outcome | None:
    """*year-ago*, *a year earlier*: the same stretch of the year before, or that year."""
    if named := context.report(found.words):
        before = shifted(named.point.start, -1, "year")
        point = at(named.point.grain, before) if before else None
        how = context.quoted(named.span)
        return Outcome("date", point.value if point else None, how, point, named.span)
    return context.on_document("year", context.today and shifted(context.today, -1, "year"))
