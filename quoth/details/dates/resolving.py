"""One expression after the other, from where it stands to what it means."""

from __future__ import annotations

from collections.abc import Callable

from quoth.analysis import Analysis
from quoth.details.dates import amounts, clock, days, numeric, relative, years
from quoth.details.dates.calendar import at
from quoth.details.dates.context import Context, Named, Outcome, date_of
from quoth.details.dates.doubt import stands, told
from quoth.details.dates.events import Dated, counted_from_events
from quoth.details.dates.finding import Found, found
from quoth.details.dates.joining import joined
from quoth.records import Date

MEANINGS: dict[str, Callable[[Found, Context], Outcome | None]] = {
    "day": days.day,
    "iso": days.iso,
    "month": days.month,
    "season": days.season,
    "feast": days.feast,
    "day_name": days.weekday,
    "numeric": numeric.numeric,
    "year": years.year,
    "decade": years.decade,
    "century": years.century,
    "era": years.era,
    "quarter": years.quarter,
    "half": years.half,
    "focus": years.focus,
    "back": years.year_ago,
    "relative": relative.relative,
    "day_word": relative.day_word,
    "day_focus": relative.day_focus,
    "ago": relative.ago,
    "clock": clock.clock,
    "part": clock.part,
    "duration": amounts.duration,
    "every": amounts.every,
    "often": amounts.often,
    "rate": amounts.rate,
    "present": amounts.present,
    "past": amounts.past,
    "future": amounts.future,
}
REPORTED = frozenset(("quarter", "half"))
RUNS = frozenset(("P6M", "P9M"))
"""Runs of months that firms report on as they do on quarters."""


def dates(analysis: Analysis) -> tuple[Date, ...]:
    """Every expression of time in a document, in the order of the text.

    The document's own date is `Document.published`, else what a dateline says in full. What cannot
    be resolved has None, or a value with `X` for what is not known, and `how` says why.
    """
    context = Context(analysis, date_of(analysis.document))
    tags = told(analysis)
    resolved = []
    for expression in joined(found(analysis)):
        if stands(expression, tags) and (outcome := _meaning(expression, context)):
            _remember(expression, outcome, context)
            resolved.append(Dated(expression, outcome))
    return tuple(
        Date(expression.span, outcome.type, outcome.value, outcome.how, outcome.anchor)
        for expression, outcome in counted_from_events(resolved, analysis)
    )


def _meaning(expression: Found, context: Context) -> Outcome | None:
    if not expression.inner:
        return MEANINGS[expression.kind](expression, context)
    dated = _meaning(expression.inner[-1], context)
    if expression.kind == "day" or dated is None:  # "this Sunday, March eighth"
        return dated
    time = clock.time_of_day(expression.inner[0])
    return dated._replace(type="time", value=dated.value and time and dated.value + time)


def _remember(expression: Found, outcome: Outcome, context: Context) -> None:
    """Keep what later expressions may lean on."""
    point = outcome.point
    if expression.kind == "duration" and outcome.value in RUNS and context.today:
        point = at("year", context.today)
        _reported(Named(point, expression.span, expression.words.start), context)
    elif (
        point is not None and expression.kind not in {"back", "focus"} and not _year_ago(expression)
    ):
        named = Named(point, expression.span, expression.words.start)
        context.last = named
        if point.grain in REPORTED:
            _reported(named, context)


def _reported(named: Named, context: Context) -> None:
    context.reported.append(named)
    context.often[named.point.value] += 1
    main = context.main
    if main is None or context.often[named.point.value] > context.often[main.point.value] - (
        main.point.value == named.point.value
    ):
        context.main = named


def _year_ago(expression: Found) -> bool:
    return expression.kind == "ago" and expression.one("unit") == "year"
