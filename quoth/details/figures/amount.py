"""A figure as it is found in a line, before it is known what it counts."""

from __future__ import annotations

from dataclasses import dataclass, replace

from quoth.details.figures.measures import Kind, Money
from quoth.details.figures.numbers import Number
from quoth.details.figures.numerals import Mark
from quoth.records import Bound


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure from word `start` to before word `end` of its line."""

    start: int
    end: int
    number: int
    """Where the number itself begins."""
    low: float | None
    high: float | None
    bound: Bound
    unit: str | None
    kind: Kind
    joined: bool = False
    """It stands before a noun by a hyphen: *40-minute*."""
    noun: int | None = None
    """Where the noun counted stands inside it: *two wells out of five*."""


@dataclass(frozen=True, slots=True)
class Conventions:
    """How a document writes numbers and money."""

    mark: Mark
    money: Money


def opened(amount: Amount, found: Number) -> Amount:
    """One side left open where the bound says so."""
    if found.kind == "vague":
        return replace(amount, bound="vague")
    if amount.bound in ("at_least", "more_than"):
        return replace(amount, high=None)
    if amount.bound in ("at_most", "less_than"):
        return replace(amount, low=None)
    return amount
