"""Days, months, seasons and feasts: in full, or in the year that fits best."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from quoth.details.dates import calendar, lexicon, numbers
from quoth.details.dates.calendar import Point, at, shifted
from quoth.details.dates.context import DOCUMENT, FULL, UNDATED, Context, Outcome
from quoth.details.dates.finding import Found
from quoth.details.dates.lexicon import listed
from quoth.details.dates.tense import Tense, tense

BEFORE = listed("last past previous preceding prior")
AFTER = listed("next coming following upcoming")
CLOSE = 75
"""Days within which a date without a year is the nearest one, whatever its verb."""


def year_of(found: Found) -> int | None:
    """The year that stands in an expression, in four digits or after an apostrophe in two."""
    if year := found.one("year"):
        return int(year)
    if short := found.one("short"):
        return int(short) + (1900 if int(short) >= 30 else 2000)
    return None


def day(found: Found, context: Context) -> Outcome | None:
    """*Oct. 13*, *5 November 2031*."""
    number = numbers.ordinal(found.one("day")) or int(found.one("day"))
    if "month" not in found.parts:
        return _in_month(found, context, number)
    month = lexicon.MONTH[found.all("month")[0]]
    year = year_of(found)
    if year is not None:
        made = _made(year, month, number)
        if made is None:
            return Outcome("date", None, "there is no such day")
        return Outcome("date", made.isoformat(), FULL, at("day", made))
    if _made(2000, month, number) is None:
        return Outcome("date", None, "there is no such day")
    unknown = f"XXXX-{month:02}-{number:02}"
    return in_year(found, context, lambda year: _point(_made(year, month, number)), unknown)


def _in_month(found: Found, context: Context, number: int) -> Outcome:
    """*on the 5th*: of the month that is nearest, as its verb tells."""
    named, tokens = context.last, context.analysis.tokens
    if named and named.point.grain in {"day", "month"}:
        made = _made(named.point.start.year, named.point.start.month, number)
        if made and tokens[named.word].block == tokens[found.words.start].block:
            how = context.quoted(named.span)
            return Outcome("date", made.isoformat(), how, at("day", made), named.span)
    today = context.today
    if today is None or context.written is None or context.written.grain == "year":
        return Outcome("date", f"XXXX-XX-{number:02}", f"no month: {UNDATED}")
    months = [shifted(today.replace(day=1), n, "month") for n in (-1, 0, 1)]
    days = [made for m in months if m and (made := _made(m.year, m.month, number))]
    chosen = nearest([at("day", d) for d in days], today, tense(context.analysis, found.words))
    if chosen is None:
        return Outcome("date", f"XXXX-XX-{number:02}", "no month fits")
    return Outcome("date", chosen.value, DOCUMENT, chosen)


def iso(found: Found, context: Context) -> Outcome | None:
    """*2031-11-05*, *20311105*."""
    if eight := found.one("eight"):
        parts = eight[:4], eight[4:6], eight[6:]
    else:
        parts = found.one("year"), found.one("month"), found.one("day")
    year, month, number = int(parts[0]), int(parts[1]), int(parts[2][:2])
    made = _made(year, month, number)
    if made is None:
        return None
    if hour := found.one("hour")[3:5]:
        clock = f"{made.isoformat()}T{hour}:{found.one('minute') or '00':0>2}"
        return Outcome("time", clock, FULL, at("day", made))
    return Outcome("date", made.isoformat(), FULL, at("day", made))


def month(found: Found, context: Context) -> Outcome | None:
    """*February 1947*, *last May*, *September*."""
    number = lexicon.MONTH[found.all("month")[0]]
    year = year_of(found)
    if year is not None:
        point = _point(_made(year, number, 1), "month")
        return Outcome("date", point.value, FULL, point) if point else None
    unknown = f"XXXX-{number:02}"
    return in_year(found, context, lambda y: _point(_made(y, number, 1), "month"), unknown)


def season(found: Found, context: Context) -> Outcome | None:
    """*spring 2031*, *last winter*, *the summer*."""
    name = lexicon.SEASON[found.one("season")]
    year = year_of(found)
    if year is not None:
        point = calendar.season(year, name)
        return Outcome("date", point.value, FULL, point)
    return in_year(
        found,
        context,
        lambda y: calendar.season(y, name) if 1 <= y <= 9999 else None,
        f"XXXX-{name}",
    )


def feast(found: Found, context: Context) -> Outcome | None:
    """*Christmas*, *Easter Monday 2031*."""
    words = (
        found.one("feast")
        .replace(" ' ", "'")
        .replace(" .", "")
        .replace("new year day", "new year's day")
    )
    rule = lexicon.FEASTS.get(tuple(words.split()))
    if rule is None:
        return None
    year = year_of(found)
    if year is not None:
        point = _point(calendar.feast(year, rule))
        return Outcome("date", point.value, FULL, point) if point else None
    unknown = f"XXXX-{rule}" if rule[0].isdigit() else None
    return in_year(found, context, lambda y: _point(calendar.feast(y, rule)), unknown)


def in_year(
    found: Found,
    context: Context,
    make: Callable[[int], Point | None],
    unknown: str | None,
) -> Outcome:
    """The occurrence of what returns each year that the words, their verb and the date ask for."""
    today = context.today
    if today is None:
        named = context.in_sentence(found.words)
        point = make(named.point.start.year) if named else None
        if named is None or point is None:
            return Outcome("date", unknown, f"no year: {UNDATED}")
        return Outcome("date", point.value, context.quoted(named.span), point, named.span)
    near = [point for n in (-2, -1, 0, 1, 2) if (point := make(today.year + n))]
    rel = found.one("rel")
    chosen: Point | None
    if rel in {"this", "current", "the"}:
        chosen = next((p for p in near if p.start.year == today.year), None)
    elif rel in BEFORE:
        chosen = max((p for p in near if calendar.last_day(p) < today), key=_start, default=None)
    elif rel in AFTER:
        chosen = min((p for p in near if p.start > today), key=_start, default=None)
    else:
        chosen = nearest(near, today, None)
        if chosen and abs((chosen.start - today).days) > CLOSE and not _modifies(found):
            chosen = nearest(near, today, tense(context.analysis, found.words))
    if chosen is None:
        return Outcome("date", unknown, "no year fits")
    return Outcome("date", chosen.value, DOCUMENT, chosen)


def _modifies(found: Found) -> bool:
    """*The November election*, *November's vote*: the verb is not said of the month."""
    tokens, words = found.tokens, found.words
    before = tokens[words.start - 1].text.lower() if words.start else ""
    after = [token.text.lower() for token in tokens[words.stop : words.stop + 2]]
    return before == "the" or (after[1:] == ["s"] and after[0] in {"'", "’"})


def nearest(points: list[Point], today: date, tense: Tense | None) -> Point | None:
    """The last point that has begun, the first that has not ended, or the nearest."""
    if tense == "past":
        return max((p for p in points if p.start <= today), key=_start, default=None)
    if tense == "future":
        return min((p for p in points if calendar.last_day(p) >= today), key=_start, default=None)
    return min(points, key=lambda p: abs((p.start - today).days), default=None)


def _start(point: Point) -> date:
    return point.start


def _made(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _point(made: date | None, grain: calendar.Grain = "day") -> Point | None:
    return at(grain, made) if made else None


def weekday(found: Found, context: Context) -> Outcome | None:
    """*Tuesday*, *last Friday*, *this coming Sunday*."""
    number = lexicon.WEEKDAY[found.one("weekday")]
    today = context.today
    if _indefinite(found):
        return Outcome("date", f"XXXX-WXX-{number + 1}", "it is not said which")
    if today is None or context.written is None or context.written.grain != "day":
        return Outcome("date", f"XXXX-WXX-{number + 1}", f"no week: {UNDATED}")
    rel = found.one("rel")
    back = (today.weekday() - number) % 7
    if rel in BEFORE:
        count = -(back or 7)
    elif rel in AFTER or "coming" in [
        t.text.lower() for t in found.tokens[found.words.start : found.words.stop]
    ]:
        count = 7 - back
    elif rel == "this":
        count = number - today.weekday()
    elif back and tense(context.analysis, found.words) == "future":
        count = 7 - back
    else:
        count = -back
    return context.on_document("day", shifted(today, count, "day"))


def _indefinite(found: Found) -> bool:
    """*on a Sunday in May*: is it any one? Not so *a Saturday market*."""
    tokens, words = found.tokens, found.words
    if not words.start or tokens[words.start - 1].text.lower() != "a":
        return False
    following = tokens[words.stop] if words.stop < len(tokens) else None
    if following is None or following.text.lower() in lexicon.PART:
        return True
    if following.pos == "X":
        return not following.text.isalpha() or following.text.lower() in {"in", "when", "at", "of"}
    return following.pos not in {"NOUN", "PROPN", "ADJ", "NUM"}
