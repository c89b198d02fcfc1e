"""Two claims to a verdict: does one deny or confirm the other, and which of them answers?"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from quoth.compare.claims.claim import Claim
from quoth.compare.claims.features import NAMES, Compared, compare
from quoth.compare.claims.records import Label
from quoth.compare.claims.speakers import one_source
from quoth.compare.claims.when import NEVER
from quoth.reading.roles import Floats

NAMED = 0.35
"""So much of what a bare rejection names must be what the claim speaks of."""
LEAST: Mapping[Label, float] = {"denies": 0.35, "confirms": 0.4}
"""From this probability on two claims are taken to be about one proposition: best F1 on events
that the weights had not seen."""


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """What `training.claims` learned: a logistic regression over `features.NAMES`."""

    mean: Floats
    """Of the encoder's inner layers, over words; `spread` is their standard deviation."""
    spread: Floats
    weight: Floats
    bias: float


@dataclass(frozen=True, slots=True)
class Judged:
    """What one claim is to another."""

    label: Label
    likelihood: float
    """From 0 to 1, that the two are about one proposition."""
    compared: Compared


@cache
def weights() -> Weights:
    with (files("quoth") / "model" / "claims.npz").open("rb") as file, np.load(file) as kept:
        if tuple(kept["names"].tolist()) != NAMES:
            raise AssertionError("claims.npz was made for other features; run training.claims")
        return Weights(
            kept["mean"].astype(np.float32),
            kept["spread"].astype(np.float32),
            kept["weight"],
            float(kept["bias"]),
        )


def eligible(a: Claim, b: Claim) -> bool:
    """Can one deny or confirm the other at all? What is open neither does nor is."""
    return a.statement is not b.statement and not a.open and not b.open


def weigh(a: Claim, b: Claim, core: Mapping[str, float]) -> Compared | None:
    """Two claims side by side; None for those that cannot deny or confirm one another.

    A source does not confirm itself, and another figure confirms nothing.
    """
    if not eligible(a, b):
        return None
    compared = compare(a, b, core)
    if label_of(compared) == "confirms" and (one_source(a.by, b.by) or other_figure(a, b)):
        return None
    if compared.features[0] < NAMED if compared.bare else not compared.shared:
        return None
    return compared


def label_of(compared: Compared) -> Label:
    """Do two claims about one proposition take two sides, or one?"""
    return "denies" if compared.agreement < 0 else "confirms"


def judge(
    a: Claim, b: Claim, core: Mapping[str, float], known: Weights | None = None
) -> Judged | None:
    """What two claims are to one another; None for those that cannot be anything.

    Whichever comes first: the verdict is the same. `known` are other weights than those of the
    package.
    """
    compared = weigh(a, b, core)
    if compared is None:
        return None
    known = known or weights()
    odds = float(compared.features @ known.weight) + known.bias
    return Judged(label_of(compared), 1 / (1 + math.exp(-odds)), compared)


def other_figure(a: Claim, b: Claim) -> bool:
    """Do both count, and share no number? Another figure is another proposition."""
    one, other = _numbers(a), _numbers(b)
    return bool(one and other) and not one & other


def _numbers(claim: Claim) -> set[str]:
    """Numbers that are no dates; the *000* of thousands is no number by itself."""
    counted = (t.lemma for t in claim.terms if t.pos == "NUM" and t.slot != "time")
    return {number for number in counted if number.strip("0")}


def answers(a: Claim, b: Claim, first: float) -> bool:
    """Whether `b` is the one that answers: who could have had the other before him.

    `first` is the day of the event's first document, NEVER where none is known.
    """
    one, other = _spoken(a, first), _spoken(b, first)
    if not math.isnan(one) and not math.isnan(other) and one != other:
        return other > one
    if a.recalled != b.recalled:
        return a.recalled
    if a.answers != b.answers:
        return b.answers
    if a.page is b.page:
        return b.start > a.start
    return b.page.told.key > a.page.told.key


def first_day(claims: Iterable[Claim]) -> float:
    """The day of the first document of an event."""
    return min((c.made for c in claims if not math.isnan(c.made)), default=NEVER)


def _spoken(claim: Claim, first: float) -> float:
    """The day on which it was said.

    Of what is told as said before the day that is named with it, and where that is vague or
    nothing is named, the earliest day on which the event's documents could show it.
    """
    if not claim.recalled or math.isnan(claim.made):
        return claim.made
    earlier = [days for days in claim.named if days[0] <= claim.made]
    if not earlier:
        return first
    low, high = min(earlier)
    return first if low < first <= high else float(low)
