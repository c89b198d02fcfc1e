"""When a figure holds: the date beside it, when it was passed on, else its document's day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from quoth.compare.figures.lexicon import DID, TOLLS
from quoth.compare.figures.records import Day, Thing
from quoth.compare.figures.setting import Setting
from quoth.compare.records import Told
from quoth.details.figures.words import among
from quoth.records import Date, Figure

_SAYS = among(
    """
    say said says tell told announce announced report reported state stated
    """
)
_HOLDS = among("of by until for at from as")
"""Before a date: the count is of that day."""
_OWNS = ("'", "’")
"""Behind a date: it is the event's, as in *Monday's bomb*."""
_HOURS = {"MO": "09", "MI": "12", "AF": "15", "EV": "20", "NI": "22"}
_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])(.*)")
_NO_YEAR = re.compile(r"XXXX-(\d\d)(-\d\d)?(.*)")
_PART = re.compile(r"T([A-Z]{2})$")
_FULL = re.compile(r"\d{4}-\d\d-\d\d")
_YEAR = re.compile(r"[12]\d{3}")
OLD = 60
"""So many days before its document an event is another one, recalled."""


def day_of(told: Told, figure: Figure, thing: Thing, setting: Setting) -> Day:
    """The day that a figure holds for, as far as the document tells."""
    near = list(_near(told, setting))
    if thing.did in TOLLS:
        for when, _at, before in near:
            if set(before[-3:]) & _SAYS:
                return Day(when, "said")
            if before and before[-1] in _HOLDS:
                return Day(when, "told")
            if setting.happened(DID, frozenset()) is None:
                return Day(when, "told")
    else:
        told_at = [when for when, at, _ in near if setting.costs[at] < 18]
        if told_at:
            return Day(told_at[0], "told")
    return Day(told.published, "published") if told.published else Day(None, "unknown")


def older(told: Told, setting: Setting) -> str | None:
    """The month or year of an older event that the figure's clause recalls."""
    for when, at, before in _near(told, setting):
        if setting.costs[at] > 15 or before[-1:] == ("since",):
            continue
        if told.published is None:
            if _YEAR.match(when) and len(when) <= 7:
                return when
            continue
        if when[:4] < told.published[:4] and len(when) <= 7:
            return when
        if _FULL.match(when) and _apart(when, told.published) > 365:
            return when[:7]
    return None


def _near(told: Told, setting: Setting) -> Iterator[tuple[str, int, tuple[str, ...]]]:
    """Dates of the sentence, nearest first: their value, where they stand, the words before."""
    found = []
    for one in told.reading.dates:
        if (
            one.type not in ("date", "time")
            or not setting.span.start <= one.span.start < setting.span.end
        ):
            continue
        when = _resolved(one, told.published)
        if told.reading.document.text[one.span.end : one.span.end + 1] in _OWNS:
            continue
        at = next((n for n, w in enumerate(setting.words) if w.start >= one.span.start), None)
        if when is None or at is None or setting.first <= at < setting.last:
            continue
        before = tuple(word.low for word in setting.words[max(0, at - 4) : at])
        found.append((setting.costs[at], when, at, before))
    return ((when, at, before) for _, when, at, before in sorted(found))


def _resolved(one: Date, published: str | None) -> str | None:
    """A date's value, made whole by the document's day where it lacks week or year."""
    value = one.value
    if value is None or value.endswith("_REF"):
        return None
    weekday, no_year = _WEEKDAY.match(value), _NO_YEAR.match(value)
    if published and (weekday or no_year):
        day = date.fromisoformat(published[:10]) if _FULL.match(published) else None
        if day and weekday:
            back = (day.isoweekday() - int(weekday[1])) % 7
            value = (day - timedelta(days=back)).isoformat() + weekday[2]
        elif day and no_year:
            value = f"{day.year}-{no_year[1]}{no_year[2] or ''}{no_year[3]}"
    if "X" in value:
        return None
    part = _PART.search(value)
    return f"{value[: part.start()]}T{_HOURS.get(part[1], '12')}:00" if part else value


def _apart(one: str, other: str) -> int:
    try:
        return abs((date.fromisoformat(one[:10]) - date.fromisoformat(other[:10])).days)
    except ValueError:
        return 0


def order(one: Day, other: Day) -> int | None:
    """-1 where the first is the earlier, 1 where the other is, 0 on one day; None if unknown."""
    if one.value is None or other.value is None:
        return None
    a, b = one.value, other.value
    shared = min(len(a), len(b), 10)
    if a[:shared] != b[:shared]:
        return -1 if a < b else 1
    if shared < 10:
        return None if len(a) != len(b) else 0
    if len(a) > 10 and len(b) > 10 and a[:13] != b[:13]:
        return -1 if a < b else 1
    return 0


def said_together(one: Day, other: Day) -> bool:
    """Whether both are known to hold on one day."""
    return order(one, other) == 0
