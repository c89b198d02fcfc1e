"""The figures of a document as counts that can be held against those of another."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Hashable
from dataclasses import replace

from quoth.compare.figures.days import day_of, older
from quoth.compare.figures.records import Count
from quoth.compare.figures.setting import passage, setting_of
from quoth.compare.figures.things import Earlier, thing_of
from quoth.compare.figures.whose import whose
from quoth.compare.records import Told
from quoth.records import Figure, Passage, Span

MANY = 50
"""No more of a document's figures are held beside one."""
MOST = 1e18
"""A number beyond counts nothing that news tells of."""


def counts_of(told: Told) -> tuple[Count, ...]:
    """Every figure of a document that has a number, in the order of its text."""
    document, figures = told.reading.document, told.reading.figures
    found: list[Count] = []
    earlier: list[Earlier] = []
    for figure in figures:
        if not _usable(figure):
            continue
        setting = setting_of(told.reading, figure)
        if setting.first >= setting.last:
            continue
        amount, thing = thing_of(figure, setting, earlier)
        thing = replace(thing, year=older(told, setting))
        found.append(
            Count(
                told=told,
                figure=figure,
                amount=amount,
                thing=thing,
                day=day_of(told, figure, thing, setting),
                whose=whose(told, figure, setting),
                words=_words(told, figure),
                sentence=passage(document, setting.span),
            )
        )
        if amount.measure != "age":
            earlier.append(Earlier(amount, thing, setting.span, setting.block))
    return _with_others(found)


def _with_others(counts: list[Count]) -> tuple[Count, ...]:
    """Each count with the other amounts that the document has for the same noun and kind."""
    alike: dict[Hashable, list[Count]] = defaultdict(list)
    for count in counts:
        alike[_kind(count)].append(count)
    return tuple(
        replace(
            count,
            beside=tuple(
                one.amount
                for one in alike[_kind(count)][:MANY]
                if one.amount != count.amount and one.whose.copies == count.whose.copies
            ),
        )
        for count in counts
    )


def _kind(count: Count) -> Hashable:
    return count.amount.measure, count.amount.unit, count.thing.noun, count.thing.did


def _usable(figure: Figure) -> bool:
    known = [value for value in (figure.low, figure.high) if value is not None]
    return bool(known) and all(math.isfinite(v) and abs(v) < MOST for v in known)


def _words(told: Told, figure: Figure) -> Passage:
    """The figure with what it counts where that stands right behind it."""
    document, span = told.reading.document, figure.span
    of = figure.of.spans[0] if figure.of else None
    if of and span.end <= of.start <= span.end + 4:
        span = Span(span.start, of.end)
    return Passage(document, (span,))
