"""Shares of a corpus from a random sample of it, with their intervals.

Statements are drawn one by one within strata: the share is the mean of the strata's, weighted by
their sizes (Cochran 1977, chapter 5); parts of the corpus that are no strata are estimated alike
(Särndal, Swensson and Wretman 1992, chapter 10). Passages are drawn whole, with all statements in
them: the share is a ratio of two sums over passages, and statements of one passage do not count as
independent (Cochran 1977, chapters 3 and 6). Chaganty et al. (2017) estimate precision and recall
of extracted facts likewise: from samples of what was found, and of texts in which people mark all.

`benchmarks/sampling.py` shows how often the intervals hold the true value.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from typing import TypeVar

from quoth.ledger.sampling.intervals import Share, Z, f1, student, wilson

FEWEST = 10
"""Fewer judged statements than this give no figure."""
FEWEST_PASSAGES = 5
"""Fewer passages with statements than this do not show how passages differ."""

Stratum = TypeVar("Stratum", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Estimate:
    """A share of the corpus, and how many judged statements it rests on."""

    n: int
    share: Share | None = None
    """None where too few are judged."""


def stratified(judged: Sequence[tuple[Stratum, bool]], sizes: Mapping[Stratum, int]) -> Estimate:
    """The share of statements that are so, from `judged` ones with their strata.

    `sizes` says how many statements each stratum has in the corpus. Strata of which none is judged
    are taken to be as the others are.
    """
    if len(judged) < FEWEST:
        return Estimate(len(judged))
    drawn = Counter(stratum for stratum, _ in judged)
    so = Counter(stratum for stratum, is_so in judged if is_so)
    of = sum(sizes[stratum] for stratum in drawn)
    weight = {stratum: sizes[stratum] / of for stratum in drawn}
    value = sum(weight[stratum] * so[stratum] / drawn[stratum] for stratum in drawn)
    variance = 0.0
    for stratum, n in drawn.items():
        here = so[stratum] / n
        # One statement alone says nothing of how those of its stratum differ.
        spread = here * (1 - here) / (n - 1) if n > 1 else value * (1 - value)
        variance += weight[stratum] ** 2 * (1 - n / sizes[stratum]) * spread
    if variance:
        effective = value * (1 - value) / variance
    else:  # all alike; unequal weights make a sample worth less (Kish 1965)
        effective = 1 / sum(weight[stratum] ** 2 / n for stratum, n in drawn.items())
    # What strata gain is not counted on, for in small samples it is overstated.
    at_most = _of_finite(len(judged), len(judged) / of)
    return Estimate(
        len(judged), wilson(value, at_most if at_most == inf else min(effective, at_most))
    )


def clustered(passages: Sequence[tuple[int, int]], of: int) -> Estimate:
    """The share of statements that are so, from passages drawn at random from `of` of them.

    A passage is given as how many of its statements are so, and how many it has.
    """
    n = sum(statements for _, statements in passages)
    filled = sum(statements > 0 for _, statements in passages)
    if n < FEWEST or filled < FEWEST_PASSAGES:
        return Estimate(n)
    value = sum(so for so, _ in passages) / n
    drawn = len(passages)
    variance = sum((so - value * statements) ** 2 for so, statements in passages)
    variance *= drawn / (drawn - 1) / n**2
    simple = value * (1 - value) / n
    # How much less a statement is worth for coming with its neighbours (Kish 1965).
    effect = max(variance / simple, 1.0) if simple else 1.0
    # Few passages show how they differ only roughly (Korn and Graubard 1998).
    effect *= (student(drawn - 1) / Z) ** 2
    return Estimate(n, wilson(value, _of_finite(n / effect, drawn / of)))


def joined(precision: Estimate, recall: Estimate) -> Estimate:
    """F1, where the samples for precision and recall were drawn independently."""
    n = precision.n + recall.n
    if precision.share is None or recall.share is None:
        return Estimate(n)
    return Estimate(n, f1(precision.share, recall.share))


def _of_finite(n: float, part: float) -> float:
    """The size to reckon with where `part` of the corpus was drawn: endless where all was."""
    return n / (1 - part) if part < 1 else inf
