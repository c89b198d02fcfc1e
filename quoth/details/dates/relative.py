"""Expressions that count from the document's date or from a date named before."""

from __future__ import annotations

from quoth.details.dates import lexicon, numbers
from quoth.details.dates.calendar import Grain, at, shifted
from quoth.details.dates.context import BEYOND, UNDATED, Context, Outcome, coarser
from quoth.details.dates.days import AFTER, BEFORE
from quoth.details.dates.finding import Found
from quoth.details.dates.lexicon import listed
from quoth.details.dates.tense import tense
from quoth.details.dates.years import year_ago

ANAPHORIC = listed("previous preceding prior following same that")
"""What counts from the date that the text named last, not from the document's."""
GRAIN: dict[str, Grain] = {
    "day": "day", "week": "week", "weekend": "weekend", "fortnight": "week", "month": "month",
    "quarter": "quarter", "season": "season", "year": "year", "decade": "decade",
    "century": "century",
}  # fmt: skip


def relative(found: Found, context: Context) -> Outcome | None:
    """*last week*, *this year*, *the end of the month*, *that year*, *the weekend*."""
    unit, rel = found.one("unit"), found.one("rel")
    grain = GRAIN[unit]
    count = _count(rel)
    if rel in ANAPHORIC and context.last is not None:
        day = shifted(context.last.point.start, count, grain)
        if day is None:
            return Outcome("date", None, BEYOND, anchor=context.last.span)
        point = at(grain, day)
        return Outcome(
            "date", point.value, context.quoted(context.last.span), point, context.last.span
        )
    today = context.today
    if today is None:
        return Outcome("date", None, UNDATED)
    if unit == "year" and rel == "last" and _compared(found, context):
        return year_ago(found, context)
    if unit == "weekend" and rel not in {"next", "coming"}:
        before = rel in {"last", "past"} or tense(context.analysis, found.words) != "future"
        return context.on_document(
            "weekend", shifted(today, -1, "week") if before and today.weekday() < 5 else today
        )
    return context.on_document(grain, shifted(today, count, grain))


def _compared(found: Found, context: Context) -> bool:
    """Is a quarter named in the same sentence? Then *last year* is that quarter of it."""
    if not context.reported:
        return False
    named, tokens = context.reported[-1], context.analysis.tokens
    before = {
        tokens[n].text.lower() for n in range(max(found.words.start - 12, 0), found.words.start)
    }
    return tokens[named.word].sentence == tokens[found.words.start].sentence and bool(
        before & {"from", "with", "than"}
    )


def _count(rel: str) -> int:
    if rel == "before last":
        return -2
    if rel == "after next":
        return 2
    if rel in BEFORE or rel == "before":
        return -1
    return 1 if rel in AFTER or rel == "after" else 0


def day_word(found: Found, context: Context) -> Outcome | None:
    """*today*, *yesterday*, *the day before yesterday*."""
    word = found.one("word")
    counts = {"yesterday": -1, "tomorrow": 1, "before yesterday": -2, "after tomorrow": 2}
    outcome = context.on_document(
        "day", context.today and shifted(context.today, counts.get(word, 0), "day")
    )
    if word == "tonight":
        return outcome._replace(type="time", value=outcome.value and outcome.value + "TNI")
    return outcome


def day_focus(found: Found, context: Context) -> Outcome | None:
    """*that day*, *the next day*, *a day earlier*: from the day that the text named last."""
    words = {context.analysis.tokens[n].text.lower() for n in found.words}
    count = 1 if words & {"next", "following", "after", "later"} else 0
    count = -1 if words & {"previous", "before", "earlier"} else count
    return _from_last("day", count, context)


def _from_last(grain: Grain, count: int, context: Context) -> Outcome:
    if context.last is None:
        if context.written is None:
            return Outcome("date", None, f"no date before it, and {UNDATED}")
        return context.on_document(grain, shifted(context.written.start, count, grain))
    if coarser(context.last.point.grain, grain):
        return Outcome("date", None, f"{context.quoted(context.last.span)[8:]} names no {grain}")
    day = shifted(context.last.point.start, count, grain)
    if day is None:
        return Outcome("date", None, BEYOND, anchor=context.last.span)
    point = at(grain, day)
    return Outcome("date", point.value, context.quoted(context.last.span), point, context.last.span)


def ago(found: Found, context: Context) -> Outcome | None:
    """*two weeks ago*, *a year earlier*, *three days later*, *months ago*."""
    word = found.one("unit")
    unit = lexicon.PLURAL.get(word) or lexicon.UNIT[word]
    count = numbers.whole(found.all("n"))
    if found.one("n") in {"a", "an", "one", "another"}:
        count = 1
    way = found.one("way")
    forward = way in {"later", "from now", "hence", "from today"}
    if count is None:
        value = lexicon.DURATION[unit].format("X")
        return Outcome("duration", value, "no number of them is given")
    if unit == "year" and count == 1 and not forward:
        return year_ago(found, context)
    if unit in {"hour", "minute", "second"}:
        day = context.today
        if day is None:
            return Outcome("time", None, UNDATED)
        return Outcome("time", f"{day.isoformat()}TXX:XX", "the document's date has no hour")
    sign = count if forward else -count
    if unit == "fortnight":
        unit, sign = "week", 2 * sign
    if unit not in GRAIN:
        return Outcome("date", None, BEYOND)
    grain = GRAIN[unit]
    if way in {"earlier", "later"}:
        return _from_last(grain, sign, context)
    return context.on_document(grain, context.today and shifted(context.today, sign, grain))
