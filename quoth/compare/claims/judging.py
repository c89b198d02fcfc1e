"""Two claims to a verdict: does one deny or confirm the other, and which of them answers?"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from quoth.compare.claims.claim import Claim
from quoth.compare.claims.evidence import EVIDENCE, evidence
from quoth.compare.claims.features import NAMES, Compared, compare, tables
from quoth.compare.claims.records import Label
from quoth.compare.claims.speakers import one_source
from quoth.compare.claims.when import NEVER
from quoth.reading.roles import Floats

NAMED = 0.35
"""So much of what a bare rejection names must be what the claim speaks of."""
LEAST: Mapping[Label, float] = {"denies": 0.35, "confirms": 0.35}
"""From this probability on two claims are taken to be about one proposition: best F1 on events
that the weights had not seen."""
BY_RULES = 0.3
"""The say of the judge that goes by rules for sides; the other has learned them."""
LABELS: tuple[Label, Label] = ("denies", "confirms")


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """What `training.claims` learned: two judges, whose probabilities are mixed.

    One is a logistic regression over `features.NAMES` for whether two claims are about one
    proposition, which leaves sides to rules; the other a softmax over `evidence.EVIDENCE` for
    neither, a denial, a confirmation.
    """

    mean: Floats
    """Of the encoder's inner layers, over words; `spread` is their standard deviation."""
    spread: Floats
    weight: Floats
    bias: float
    learned: Floats
    """(evidence, 3)"""
    biases: Floats
    """(3,)"""


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
        if tuple(kept["names"].tolist()) != (*NAMES, *EVIDENCE):
            raise AssertionError("claims.npz was made for other features; run training.claims")
        return Weights(
            kept["mean"].astype(np.float32),
            kept["spread"].astype(np.float32),
            kept["weight"],
            float(kept["bias"]),
            kept["learned"],
            kept["biases"],
        )


def eligible(a: Claim, b: Claim) -> bool:
    """Can one deny or confirm the other at all? What is open neither does nor is."""
    return a.statement is not b.statement and not a.open and not b.open


@dataclass(frozen=True, slots=True, eq=False)
class Weighed:
    """Two claims side by side, before any weights."""

    compared: Compared
    evidence: Floats
    ruled: bool
    """Have the rules a verdict?"""


def weigh(a: Claim, b: Claim, core: Mapping[str, float]) -> Weighed | None:
    """Two claims side by side; None for those that cannot deny or confirm one another."""
    if not eligible(a, b):
        return None
    known = tables(a, b)
    compared = compare(a, b, core, known)
    ruled = _ruled(a, b, compared)
    return Weighed(compared, evidence(a, b, compared, known, ruled), ruled)


def _ruled(a: Claim, b: Claim, compared: Compared) -> bool:
    """Have the rules a verdict?

    A source does not confirm itself, and another figure confirms nothing.
    """
    if label_of(compared) == "confirms" and (one_source(a.by, b.by) or other_figure(a, b)):
        return False
    return compared.features[0] >= NAMED if compared.bare else bool(compared.shared)


def label_of(compared: Compared) -> Label:
    """Do two claims about one proposition take two sides, or one, by the rules?"""
    return "denies" if compared.agreement < 0 else "confirms"


def judge(
    a: Claim, b: Claim, core: Mapping[str, float], known: Weights | None = None
) -> Judged | None:
    """What two claims are to one another; None for those that cannot be anything.

    Whichever comes first: the verdict is the same. `known` are other weights than those of the
    package.
    """
    weighed = weigh(a, b, core)
    if weighed is None:
        return None
    sides = likely(weighed, known or weights())
    best = int(sides.argmax())
    if LABELS[best] == "confirms" and one_source(a.by, b.by):
        return None
    return Judged(LABELS[best], float(sides.sum()), weighed.compared)


def likely(weighed: Weighed, known: Weights) -> Floats:
    """The probabilities of a denial and of a confirmation, (2,)."""
    odds = weighed.evidence.astype(np.float64) @ known.learned + known.biases
    learned = np.exp(odds - odds.max())
    sides: Floats = (1 - BY_RULES) * learned[1:] / learned.sum()
    if weighed.ruled:
        about = float(weighed.compared.features @ known.weight) + known.bias
        at = LABELS.index(label_of(weighed.compared))
        sides[at] += BY_RULES / (1 + math.exp(-about))
    return sides


def other_figure(a: Claim, b: Claim) -> bool:
    """Do both count, and share no number? Another figure is another proposition."""
    return bool(a.numbers and b.numbers) and not a.numbers & b.numbers


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
