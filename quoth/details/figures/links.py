"""Which figure restates which, and for when a figure holds."""

from __future__ import annotations

from bisect import bisect_left

from quoth.analysis import Analysis
from quoth.details.figures.words import among
from quoth.records import Date, Figure, Span

APART = 30
"""Characters between a figure and the one that restates it, at most."""
BETWEEN = among("or about some roughly nearly almost around equivalent to the that is of i e")
LENGTH = among("mile km meter cm mm yard foot inch")
DIMENSIONS = (
    LENGTH,
    frozenset("square " + unit for unit in LENGTH) | among("acre hectare"),
    among("ton tonne kg gram lb ounce pound"),
    among("liter gallon pint barrel"),
    frozenset(("degree",)),
    frozenset(("mile/hour", "km/hour", "knot")),
    frozenset(("%", "share")),
)
"""Units of one kind: what is told in two of them may be one figure."""


def restated(text: str, one: Figure, other: Figure) -> bool:
    """Whether `other` restates `one` in another unit: *500,000 crowns, a bit over $5,400*."""
    if one.unit is None or other.unit is None or one.unit == other.unit:
        return one.unit == other.unit == "degree" and _joined(text, one, other)
    money = _money(one.unit) and _money(other.unit)
    alike = any(one.unit in units and other.unit in units for units in DIMENSIONS)
    if one.unit in ("%", "share") and alike and not _same_share(one, other):
        return False
    return (money or alike) and _joined(text, one, other)


def _money(unit: str) -> bool:
    return (unit.isupper() and len(unit) == 3) or unit in CURRENCIES


CURRENCIES = among(
    """
    crown krona krone franc lira peso rupee dinar riyal dirham rial shilling pound guilder florin
    guinea
    """
)


def _same_share(one: Figure, other: Figure) -> bool:
    values = [
        (figure.low or 0.0) * (100 if figure.unit == "share" else 1) for figure in (one, other)
    ]
    return abs(values[0] - values[1]) < 1


def _joined(text: str, one: Figure, other: Figure) -> bool:
    """Whether nothing but a mark and words of likening lies between two figures."""
    between = text[one.span.end : other.span.start].lower()
    if len(between) > APART or not between.strip(" \n"):
        return False
    marked = between.lstrip()[:1] in ("(", ",", "[", "–", "—", "/", "-") or " or " in between
    plain = "".join(char if char.isalpha() else " " for char in between)
    return marked and set(plain.split()) <= BETWEEN


def held_for(analysis: Analysis, figures: list[Span], dates: tuple[Date, ...]) -> list[int | None]:
    """For each figure the number of the date that its clause or sentence says it holds for."""
    points = [
        (date.span.start, number)
        for number, date in enumerate(dates)
        if date.type in ("date", "time") and date.value not in (None, "PRESENT_REF", "FUTURE_REF")
    ]
    points.sort()
    starts = [start for start, _ in points]
    return [_date_of(analysis, span, points, starts, dates) for span in figures]


def _date_of(
    analysis: Analysis,
    span: Span,
    points: list[tuple[int, int]],
    starts: list[int],
    dates: tuple[Date, ...],
) -> int | None:
    """The date of the figure's own clause, of several the nearest; else the sentence's only one."""
    inside = analysis.inside(span)
    if not inside:
        return None
    sentence = analysis.tokens[inside[0]].sentence
    middle = bisect_left(starts, span.start)
    near: list[tuple[bool, int, int]] = []
    for _, number in points[max(middle - 3, 0) : middle + 3]:
        there = analysis.inside(dates[number].span)
        if not there or analysis.tokens[there[0]].sentence != sentence:
            continue
        if dates[number].span.start < span.end and span.start < dates[number].span.end:
            continue
        clause = _clause(analysis, inside) == _clause(analysis, there)
        near.append((not clause, abs(there[0] - inside[0]), number))
    if not near:
        return None
    other_clause, _, number = min(near)
    return number if not other_clause or len(near) == 1 else None


def _clause(analysis: Analysis, tokens: range) -> int | None:
    """The verb, or other predicate, that tokens hang on."""
    here = analysis.top(tokens)
    for _ in range(12):
        if here is None:
            return None
        token = analysis.tokens[here]
        if token.pos == "VERB" or token.relation in ("root", "ccomp", "advcl", "acl", "parataxis"):
            return here
        here = token.head
    return here
