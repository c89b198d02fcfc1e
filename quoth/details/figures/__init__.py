"""Every quantity of a document: how many of what, in which unit, and how exactly it is told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quoth.analysis import Analysis
from quoth.details.figures.amount import Conventions
from quoth.details.figures.amounts import WORDS, amounts
from quoth.details.figures.counted import counted
from quoth.details.figures.counting import Told
from quoth.details.figures.links import held_for, restated
from quoth.details.figures.measures import Money
from quoth.details.figures.numbers import STARTS
from quoth.details.figures.numerals import decimal_mark
from quoth.details.figures.units import dollar, pound
from quoth.details.figures.words import Line, lines
from quoth.records import Date, Figure, Passage, Span

WORTH = re.compile(r"\d|[½⅓⅔¼¾]|(?i:\b(?:" + "|".join(sorted(STARTS | WORDS)) + r")\b)")
"""Without any of these a block holds no figure."""


def figures(analysis: Analysis, dates: tuple[Date, ...] = ()) -> tuple[Figure, ...]:
    """The quantities of a document in the order of its text; `dates` are those found in it.

    What counts as a quantity, its unit and its bound are told in `tests/marked/README.md`.
    """
    document = analysis.document
    conventions = Conventions(decimal_mark(document), Money(dollar(document), pound(document)))
    found = [
        _figure(analysis, line, told, conventions)
        for line in lines(analysis, WORTH)
        for told in counted(analysis, line, amounts(line, conventions))
    ]
    found = [one for one, at in zip(found, _days(found, dates), strict=True) if not at]
    when = held_for(analysis, [one.span for one in found], dates)
    pairs = zip(found, [None, *found], when, strict=False)
    return tuple(
        replace(
            one,
            same=number - 1 if before and restated(document.text, before, one) else None,
            as_of=date,
        )
        for number, (one, before, date) in enumerate(pairs)
    )


def _days(found: list[Figure], dates: tuple[Date, ...]) -> Iterator[bool]:
    """For each figure whether it is a day, a year or an hour: part of a date."""
    placed = iter(sorted(d.span for d in dates if d.type in ("date", "time")))
    date = next(placed, None)
    for one in found:
        while date and date.end < one.span.end:
            date = next(placed, None)
        yield date is not None and date.start <= one.span.start


def _figure(analysis: Analysis, line: Line, told: Told, conventions: Conventions) -> Figure:
    amount = told.amount
    of = None
    if told.of:
        begin, end = analysis.tokens[told.of[0]].start, analysis.tokens[told.of[1] - 1].end
        of = Passage(analysis.document, (Span(begin, end),)) if begin < end else None
    span = Span(line.words[amount.start].start, line.words[amount.end - 1].end)
    unit = amount.unit and conventions.money.code(amount.unit)
    return Figure(span, amount.low, amount.high, amount.bound, unit, of)
