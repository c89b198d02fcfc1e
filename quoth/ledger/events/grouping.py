"""Documents side by side into events: which of them tell of one thing.

Groups grow from single documents, always by the two that are most alike. Two groups are compared by
the mean likeness across them, divided by the geometric mean of what each has inside: what
documents of one event differ in by chance lowers both alike, so that the quotient is near 1 for two
parts of one event, however differently it is told (correction for attenuation, Spearman 1904), and
well below where each group has its own who, where and how many. No chain of likenesses joins what
is not alike as a whole.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

FLOOR = 0.17
"""Mean likeness below which groups are not on one event, whatever they have inside."""
BEGINNING = 0.38
"""Likeness below which two documents that stand alone begin no event."""
ALIKE = 0.8
"""The quotient from which on two groups are one."""
ALONE, WEIGHT = 0.17, 4
"""Likeness inside a document that stands alone, and how many pairs in a group it counts as."""


def grouped(likeness: Floats, together: Sequence[Sequence[int]] = ()) -> list[list[int]]:
    """Groups of documents, by their numbers in `likeness`, of which each one is in one.

    Those `together` are a group from the beginning, and no two of these become one.
    """
    state = _Groups(likeness, together)
    while state.join():
        pass
    return state.groups()


class _Groups:
    """Groups while they grow; each is called by one of its documents."""

    def __init__(self, likeness: Floats, together: Sequence[Sequence[int]]) -> None:
        self._across = likeness.copy()
        """Sums of likenesses between the documents of two groups."""
        np.fill_diagonal(self._across, 0)
        self._inside = np.zeros(len(likeness))
        self._size = np.ones(len(likeness))
        self._of = np.arange(len(likeness))
        self._fixed = np.zeros(len(likeness), bool)
        self._quotient = np.full(likeness.shape, -1.0)
        for first, *others in together:
            for other in others:
                self._unite(first, other)
            self._fixed[first] = True
        for one in set(self._of.tolist()):
            self._compare(one)

    def join(self) -> bool:
        """Make one of the two groups that are most alike; False where none are alike enough."""
        if not len(self._of):
            return False
        one, other = np.unravel_index(self._quotient.argmax(), self._quotient.shape)
        if self._quotient[one, other] < ALIKE:
            return False
        self._unite(int(one), int(other))
        self._compare(int(one))
        return True

    def groups(self) -> list[list[int]]:
        return [np.flatnonzero(self._of == one).tolist() for one in dict.fromkeys(self._of)]

    def _unite(self, one: int, other: int) -> None:
        self._inside[one] += self._inside[other] + self._across[one, other]
        self._size[one] += self._size[other]
        self._fixed[one] |= self._fixed[other]
        self._across[one] += self._across[other]
        self._across[:, one] = self._across[one]
        self._across[one, one] = 0
        self._size[other] = 0
        self._of[self._of == other] = one
        self._quotient[other] = self._quotient[:, other] = -1

    def _compare(self, one: int) -> None:
        there = self._size > 0
        pairs = self._size * (self._size - 1) / 2
        inside = (self._inside + WEIGHT * ALONE) / (pairs + WEIGHT)
        mean = self._across[one] / np.where(there, self._size * self._size[one], 1)
        quotient = mean / np.sqrt(inside * inside[one])
        floor = np.where(self._size * self._size[one] == 1, BEGINNING, FLOOR)
        quotient[~there | (mean < floor) | (self._fixed & self._fixed[one])] = -1
        quotient[one] = -1
        self._quotient[one] = self._quotient[:, one] = quotient
