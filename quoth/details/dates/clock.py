"""Times of day, alone or on a day."""

from __future__ import annotations

from quoth.details.dates import lexicon, numbers
from quoth.details.dates.calendar import shifted
from quoth.details.dates.context import DOCUMENT, UNDATED, Context, Outcome
from quoth.details.dates.finding import Found


def time_of_day(found: Found) -> str | None:
    """The part of a TimeML value from `T` on, for a clock time or a part of the day."""
    if part := found.one("part"):
        return f"T{lexicon.PART[part]}"
    if named := found.one("named"):
        return lexicon.HOUR_NAMED[named]
    if hhmm := found.one("hhmm"):
        return f"T{hhmm[:2]}:{hhmm[2:]}"
    if clock := found.one("clock"):
        hour, minute = (found.one("hour"), clock[:-2]) if "hour" in found.parts else (clock[:-2], "0")
        return _clock(int(hour), int(minute), clock[-2:])
    hour = numbers.whole(found.all("hour"))
    if hour is None:
        return None
    return _clock(hour, int(found.one("minute") or 0), found.one("half").replace(" ", "").replace(".", ""))


def _clock(hour: int, minute: int, half: str) -> str | None:
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return f"T{hour:02}:{minute:02}" if hour <= 24 and minute <= 59 else None


def clock(found: Found, context: Context) -> Outcome | None:
    """*5 p.m. EST*, *noon*, *11 o'clock*: on the document's day, where none is named."""
    time = time_of_day(found)
    if time is None:
        return None
    day = context.today
    if day is None or context.written is None or context.written.grain != "day":
        return Outcome("time", f"XXXX-XX-XX{time}", f"no day: {UNDATED}")
    return Outcome("time", f"{day.isoformat()}{time}", DOCUMENT)


def part(found: Found, context: Context) -> Outcome | None:
    """*this morning*, *last night*, *the evening*."""
    rel = found.one("rel")
    named = context.last
    if rel.startswith("the ") or rel == "that":
        if named is not None and named.point.grain == "day":
            count = 1 if rel in {"the following", "the next"} else -1 if rel == "the previous" else 0
            day = shifted(named.point.start, count, "day")
            value = day and f"{day.isoformat()}{time_of_day(found)}"
            return Outcome("time", value, context.quoted(named.span), anchor=named.span)
    count = {"last": -1, "yesterday": -1, "tomorrow": 1}.get(rel, 0)
    today = context.today
    if today is None:
        return Outcome("time", f"XXXX-XX-XX{time_of_day(found)}", f"no day: {UNDATED}")
    outcome = context.on_document("day", shifted(today, count, "day"))
    value = outcome.value and f"{outcome.value}{time_of_day(found)}"
    return Outcome("time", value, outcome.how)
