"""Shares with their intervals: proportions, by Wilson, and F1 of two of them."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf, sqrt
from statistics import NormalDist

LEVEL = 0.95
"""Share of samples whose interval holds the true value."""

Z = NormalDist().inv_cdf((1 + LEVEL) / 2)


def student(freedom: int) -> float:
    """The quantile of Student's t in the place of `Z` (Abramowitz and Stegun 1964, 26.7.5)."""
    first = (Z**3 + Z) / 4
    second = (5 * Z**5 + 16 * Z**3 + 3 * Z) / 96
    third = (3 * Z**7 + 19 * Z**5 + 17 * Z**3 - 15 * Z) / 384
    return Z + first / freedom + second / freedom**2 + third / freedom**3


@dataclass(frozen=True, slots=True)
class Share:
    """A figure from 0 to 1, and the lowest and highest that the true one may well be."""

    value: float
    low: float
    high: float


def wilson(value: float, n: float) -> Share:
    """A proportion with its interval (Wilson 1927), which holds at small `n` and near 0 and 1.

    Brown, Cai and DasGupta (2001) advise it over Wald's and over Clopper and Pearson's; Marchesin
    and Silvello (2024) over Wald's for the accuracy of extracted facts. `n` need not be whole: in
    a sample that is not simple its effective size takes the place (Korn and Graubard 1998; Franco
    et al. 2019). Where `n` is endless the share is known.
    """
    if n == inf:
        return Share(value, value, value)
    middle = (value + Z * Z / (2 * n)) / (1 + Z * Z / n)
    half = Z / (1 + Z * Z / n) * sqrt(value * (1 - value) / n + Z * Z / (4 * n * n))
    # At 0 and 1 the limit is the value itself, but for the rounding.
    return Share(value, min(value, max(middle - half, 0.0)), max(value, min(middle + half, 1.0)))


def f1(precision: Share, recall: Share) -> Share:
    """The harmonic mean of precision and recall from samples that were drawn independently.

    1/F1 is the mean of 1/precision and 1/recall; a sum's interval is put together from those of
    its parts, each side from that side alone (Donner and Zou 2012).
    """
    if not precision.value or not recall.value:
        return Share(0.0, 0.0, _harmonic(precision.high, recall.high))
    value = _harmonic(precision.value, recall.value)
    both = (precision, recall)
    above = sqrt(sum((1 / s.low - 1 / s.value) ** 2 if s.low else inf for s in both)) / 2
    below = sqrt(sum((1 / s.value - 1 / s.high) ** 2 for s in both)) / 2
    return Share(value, 1 / (1 / value + above), min(1 / (1 / value - below), 1.0))


def _harmonic(one: float, other: float) -> float:
    return 2 * one * other / (one + other)
