"""Times of day, alone or on a day."""

from __future__ import annotations

from quoth.details.dates import lexicon, numbers
from quoth.details.dates.calendar import shifted
from quoth.details.dates.context import DOCUMENT, UNDATED, Context, Outcome
from quoth.details.dates.finding import Found

ON_LAST = {"the following": 1, "the next": 1, "the previous": -1, "the same": 0, "that": 0}
"""What names a day by the one that the text named last, and the days between."""
ON_TODAY = {"last": -1, "yesterday": -1, "tomorrow": 1}


def time_of_day(found: Found) -> str | None:
    """The part of a TimeML value from `T` on, for a clock time or a part of the day."""
    if named := found.one("named"):
        return lexicon.HOUR_NAMED[named]
    if hhmm := found.one("hhmm"):
        return f"T{hhmm[:2]}:{hhmm[2:]}"
    if clock := found.one("clock"):
        hour = int(found.one("hour") or clock[:-2])
        return _clock(hour, int(clock[:-2]) if "hour" in found.parts else 0, clock[-2:])
    part = found.one("part")
    if "hour" not in found.parts:
        return f"T{lexicon.PART[part]}" if part else None
    number = numbers.whole(found.all("hour"))
    if number is None:
        return None
    half = found.one("half").replace(" ", "").replace(".", "")
    if part and number <= 12:
        half = "am" if lexicon.PART[part] == "MO" else "pm"
    minute = numbers.whole(found.all("minute")) or 0
    if past := found.all("past"):
        minute = {"half": 30, "quarter": 15}.get(past[-1]) or numbers.whole(past) or 0
        if found.one("way") == "to":
            number, minute = (number - 1) % 24, 60 - minute
    return _clock(number, minute, half)


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
    named = context.in_sentence(found.words)
    if named is not None and named.point.grain == "day":
        how = context.quoted(named.span)
        return Outcome("time", f"{named.point.value}{time}", how, anchor=named.span)
    day = context.today
    if day is None or context.written is None or context.written.grain != "day":
        return Outcome("time", f"XXXX-XX-XX{time}", f"no day: {UNDATED}")
    return Outcome("time", f"{day.isoformat()}{time}", DOCUMENT)


def part(found: Found, context: Context) -> Outcome | None:
    """*this morning*, *last night*, *the evening*."""
    rel, time = found.one("rel"), time_of_day(found)
    named = context.last
    if rel in ON_LAST and named is not None and named.point.grain == "day":
        day = shifted(named.point.start, ON_LAST[rel], "day")
        value = f"{day.isoformat()}{time}" if day else None
        return Outcome("time", value, context.quoted(named.span), anchor=named.span)
    if rel in ON_LAST or (not rel and found.tokens[found.words.start].text.lower() == "the"):
        return Outcome("time", f"XXXX-XX-XX{time}", "it is not said of which day")
    if context.today is None:
        return Outcome("time", f"XXXX-XX-XX{time}", f"no day: {UNDATED}")
    outcome = context.on_document("day", shifted(context.today, ON_TODAY.get(rel, 0), "day"))
    return outcome._replace(
        type="time", value=outcome.value and f"{outcome.value}{time}", point=None
    )
