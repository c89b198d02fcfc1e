"""A bare number beside a figure that has a unit: *38* is money where the other has 38 million."""

from __future__ import annotations

import re
from dataclasses import replace

from quoth.compare.figures.lexicon import STATED
from quoth.compare.figures.records import Amount, Count
from quoth.compare.figures.units import measure_of
from quoth.compare.figures.values import middle
from quoth.details.figures.numbers import SCALES, SPELLED

NEAR = 2.5
"""Times that a bare number may differ from the figure whose unit it takes."""
_NEVER = frozenset(("magnitude", "times"))
_LETTERS = re.compile(r"[^\W\d_]+")


def lent(one: Count, other: Count) -> tuple[Count, Count]:
    """Both in one measure, where a number without a unit and a noun can be of the other's."""
    if one.amount.measure == other.amount.measure:
        return one, other
    for bare, full in ((one, other), (other, one)):
        amount = _as(bare, full.amount) if is_bare(bare) else None
        if amount is not None:
            made = replace(bare, amount=amount)
            return (made, other) if bare is one else (one, made)
    return one, other


def is_bare(count: Count) -> bool:
    """Whether nothing beside a number says what it counts."""
    figure = count.figure
    text = count.told.reading.document.text[figure.span.start : figure.span.end]
    words = _LETTERS.findall(text.lower())
    alone = not words or words[-1] in SPELLED or words[-1] in SCALES or words[-1] in ("mn", "bn")
    beside = count.words.text != text
    people = count.amount.measure == "count" and count.thing.did in STATED
    return alone and not beside and not people


def _as(bare: Count, full: Amount) -> Amount | None:
    """A bare number in the measure of another amount, where it then is about as much."""
    if full.measure in _NEVER:
        return None
    low, high = bare.figure.low, bare.figure.high
    size = measure_of(full.unit)[1] if full.unit and full.measure != "money" else 1.0
    scales = (1.0, 1e3, 1e6, 1e9) if full.measure == "money" else (1.0,)
    for scale in scales:
        made = replace(
            full,
            low=None if low is None else low * scale * size,
            high=None if high is None else high * scale * size,
            bound=bare.figure.bound,
        )
        a, b = middle(made), middle(full)
        if a and b and a > 0 and b > 0 and 1 / NEAR < a / b < NEAR:
            return made
    return None
