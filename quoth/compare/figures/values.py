"""Two amounts: whether they are one, and whether both can be true."""

from __future__ import annotations

import math

from quoth.compare.figures.records import Amount
from quoth.compare.figures.units import NEAR

FAR = 1.25
"""A bound that the other amount leaves behind by more than this is none that says something."""
_SLACK = {"about": 0.1, "vague": 0.5}


def equal(one: Amount, other: Amount) -> bool:
    """The same number with the same openness."""
    return (
        _close(one.low, other.low) and _close(one.high, other.high) and _open(one) == _open(other)
    )


def _open(amount: Amount) -> str:
    alike = {"just_over": "more_than", "nearly": "less_than", "range": "exact"}
    return alike.get(amount.bound, amount.bound)


def _close(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return math.isclose(one, other, rel_tol=1e-9)


def converted_equal(one: Amount, other: Amount) -> bool:
    """The same within what conversion and rounding leave."""
    a, b = middle(one), middle(other)
    return a is not None and b is not None and math.isclose(a, b, rel_tol=NEAR)


def middle(amount: Amount) -> float | None:
    """The number that stands for an amount; None where it has none."""
    if amount.low is None or amount.high is None:
        return amount.low if amount.high is None else amount.high
    return (amount.low + amount.high) / 2


def limits(amount: Amount) -> tuple[float, float]:
    """The least and the most that it can be."""
    low = -math.inf if amount.low is None else amount.low
    high = math.inf if amount.high is None else amount.high
    slack = _SLACK.get(amount.bound, 0.0)
    if amount.bound == "nearly":
        return low * 0.9, high
    if amount.bound == "just_over":
        return low, high * 1.1
    if amount.bound == "vague":
        return low, math.inf
    return low - abs(low) * slack if slack else low, high + abs(high) * slack if slack else high


def fits(one: Amount, other: Amount) -> bool:
    """Whether both can be true: a bound, a range or a rounded figure that holds the other."""
    (a, b), (c, d) = limits(one), limits(other)
    if max(a, c) <= min(b, d):
        return True
    return _rounded(one, other) or _rounded(other, one)


def _rounded(rough: Amount, exact: Amount) -> bool:
    """Whether an exact number, less exact, is the rough one: 14.2 and 14, 87,950 and 88,000."""
    a, b = middle(rough), middle(exact)
    if a is None or b is None or rough.bound != "exact" or a == b or not a:
        return False
    if not math.isfinite(a) or not math.isfinite(b):
        return False
    digits = _digits(a)
    if rough.measure == "count" and (abs(a) < 1000 or digits > 2):
        return False
    if not math.isclose(a, b, rel_tol=0.01 if rough.measure == "count" else 0.05):
        return False
    return _digits(b) > digits and math.isclose(float(f"{b:.{digits}g}"), a, rel_tol=1e-9)


def _digits(value: float) -> int:
    """How many digits of a number say something."""
    return max(1, len(f"{value:.12g}".replace(".", "").split("e")[0].strip("-").strip("0")))


def ratio(one: Amount, other: Amount) -> float:
    """How many times the lesser the greater is."""
    a, b = middle(one), middle(other)
    if not a or not b or a * b < 0:
        return math.inf
    return max(a / b, b / a)
