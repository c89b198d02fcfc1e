"""Sources, figures and dates as plain values: the parts that statements and documents share."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from quoth.passages import plain_spans
from quoth.records import Date, Figure, Passage, Reading, Source, Span

Fields = dict[str, Any]

EXACT = 2**53
"""Up to here a float tells every whole number from the next one."""


@dataclass(frozen=True, slots=True)
class Details:
    """What a reading knows besides its statements, to be looked up by those."""

    sources: Mapping[str, Source]
    figures: Mapping[str | None, Sequence[Fields]]
    """By the id of the statement that holds them, None for the document's own voice."""
    dates: Mapping[str | None, Sequence[Fields]]


def details(reading: Reading) -> Details:
    """Sources by id, figures and dates by statement."""
    figures: dict[str | None, list[Fields]] = defaultdict(list)
    for figure in reading.figures:
        figures[figure.statement].append(figure_fields(reading, figure))
    dates: dict[str | None, list[Fields]] = defaultdict(list)
    for date in reading.dates:
        dates[date.statement].append(date_fields(reading, date))
    return Details({source.id: source for source in reading.sources}, figures, dates)


def source_fields(source: Source) -> Fields:
    """One source of a document, with every place that means it."""
    return {
        "id": source.id,
        "kind": source.kind,
        "named": source.named,
        "name": source.name and source.name.text,
        "descriptions": [passage_fields(each) for each in source.descriptions],
        "role": source.role and passage_fields(source.role),
        "affiliation": source.affiliation and passage_fields(source.affiliation),
        "reason": source.reason and passage_fields(source.reason),
        "mentions": [passage_fields(each) for each in source.mentions],
    }


def figure_fields(reading: Reading, figure: Figure) -> Fields:
    """One figure; what it restates and when it holds are told by words and span."""
    same = None if figure.same is None else reading.figures[figure.same]
    as_of = None if figure.as_of is None else reading.dates[figure.as_of]
    return {
        **_span_fields(reading, figure.span),
        "low": number(figure.low),
        "high": number(figure.high),
        "bound": figure.bound,
        "unit": figure.unit,
        "of": figure.of and figure.of.text,
        "of_spans": figure.of and plain_spans(figure.of.spans),
        "same": same and _span_fields(reading, same.span),
        "as_of": as_of and {**_span_fields(reading, as_of.span), "value": as_of.value},
    }


def date_fields(reading: Reading, date: Date) -> Fields:
    """One expression of time."""
    return {
        **_span_fields(reading, date.span),
        "type": date.type,
        "value": date.value,
        "how": date.how,
        "anchor": date.anchor and _span_fields(reading, date.anchor),
    }


def passage_fields(passage: Passage) -> Fields:
    """Words and where they stand."""
    return {"text": passage.text, "spans": plain_spans(passage.spans)}


def number(value: float | None, digits: int | None = None) -> int | float | None:
    """`value` as JSON has numbers: whole ones without a point; None for what is no number."""
    if value is None or not math.isfinite(value):
        return None
    shown = value if digits is None else round(value, digits)
    return int(shown) if shown == int(shown) and abs(shown) < EXACT else shown


def _span_fields(reading: Reading, span: Span) -> Fields:
    return {"text": reading.document.text[span.start : span.end], "span": [span.start, span.end]}
