"""MUC, B³ and CEAFe, whose mean F1 is the CoNLL score (Pradhan et al., ACL 2014).

Entities are sets of mentions, each mention in one of them. MUC is of Vilain et al. (1995), B³ of
Bagga and Baldwin (1998), CEAFe of Luo (2005).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence, Set
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Entities = Sequence[Set[Hashable]]


@dataclass(frozen=True, slots=True)
class Counts:
    """What one measure found right, of how many in the answer and in the key."""

    precision: tuple[float, float] = (0.0, 0.0)
    recall: tuple[float, float] = (0.0, 0.0)

    def __add__(self, other: Counts) -> Counts:
        return Counts(_sum(self.precision, other.precision), _sum(self.recall, other.recall))

    @property
    def values(self) -> tuple[float, float, float]:
        """Precision, recall and F1."""
        p, r = (right / of if of else 0.0 for right, of in (self.precision, self.recall))
        return p, r, 2 * p * r / (p + r) if p + r else 0.0


def _sum(one: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    return one[0] + other[0], one[1] + other[1]


def muc(key: Entities, answer: Entities) -> Counts:
    """Links that need not be added or cut to make the one of the other."""
    return Counts(_links(answer, key), _links(key, answer))


def _links(ours: Entities, theirs: Entities) -> tuple[float, float]:
    where = _where(theirs)
    right = of = 0
    for entity in ours:
        parts = {where.get(m, (m,)) for m in entity}
        right += len(entity) - len(parts)
        of += len(entity) - 1
    return right, of


def b_cubed(key: Entities, answer: Entities) -> Counts:
    """Mention by mention, how much of its entity is in the other's."""
    return Counts(_shares(answer, key), _shares(key, answer))


def _shares(ours: Entities, theirs: Entities) -> tuple[float, float]:
    where = _where(theirs)
    right = 0.0
    for entity in ours:
        common = Counter(where[m] for m in entity if m in where)
        right += sum(count * count for count in common.values()) / len(entity)
    return right, float(sum(map(len, ours)))


def ceaf_e(key: Entities, answer: Entities) -> Counts:
    """Entities paired one to one so that they share most, by their own F1 (phi 4)."""
    if not key or not answer:
        return Counts((0.0, len(answer)), (0.0, len(key)))
    where = _where(answer)
    alike = np.zeros((len(key), len(answer)))
    for n, entity in enumerate(key):
        for other, common in Counter(where[m] for m in entity if m in where).items():
            alike[n, other] = 2 * common / (len(entity) + len(answer[other]))
    best = best_sum(alike)
    return Counts((best, len(answer)), (best, len(key)))


def _where(entities: Entities) -> dict[Hashable, int]:
    return {m: n for n, entity in enumerate(entities) for m in entity}


def best_sum(gains: NDArray[np.float64]) -> float:
    """The most that pairs of rows and columns, each used once, come to (Kuhn 1955, Munkres)."""
    costs = -(gains if gains.shape[0] <= gains.shape[1] else gains.T)
    rows, columns = costs.shape
    of_row, of_column = np.zeros(rows + 1), np.zeros(columns + 1)
    taken = np.zeros(columns + 1, int)
    for row in range(1, rows + 1):
        taken[0], at = row, 0
        least, free = np.full(columns + 1, np.inf), np.ones(columns + 1, bool)
        before = np.zeros(columns + 1, int)
        while taken[at]:
            free[at] = False
            reduced = costs[taken[at] - 1] - of_row[taken[at]] - of_column[1:]
            better = free[1:] & (reduced < least[1:])
            least[1:][better], before[1:][better] = reduced[better], at
            following = int(np.where(free[1:], least[1:], np.inf).argmin()) + 1
            step = least[following]
            of_row[taken[~free]] += step
            of_column[~free] -= step
            least[free] -= step
            at = following
        while at:
            taken[at], at = taken[before[at]], int(before[at])
    return float(sum(-costs[taken[c] - 1, c - 1] for c in range(1, columns + 1) if taken[c]))


MEASURES: dict[str, Callable[[Entities, Entities], Counts]] = {
    "MUC": muc,
    "B³": b_cubed,
    "CEAFe": ceaf_e,
}


def conll(pairs: Sequence[tuple[Entities, Entities]]) -> dict[str, tuple[float, float, float]]:
    """Precision, recall and F1 of each measure over (key, answer) of documents, and their mean."""
    found = {
        name: sum((measure(key, answer) for key, answer in pairs), Counts()).values
        for name, measure in MEASURES.items()
    }
    mean = tuple(sum(values[n] for values in found.values()) / len(found) for n in range(3))
    return {**found, "CoNLL": (mean[0], mean[1], mean[2])}
