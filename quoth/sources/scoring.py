"""How likely each mention means the same as each before it, or none of them: the learned part."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import numpy as np
from numpy.typing import NDArray

from quoth.sources.known import Known
from quoth.sources.pairs import OWN_SIZES, SIZES, candidates, features, own_features

Floats = NDArray[np.float32]
TOGETHER = 128
"""Mentions scored at once; more take more memory and no less time."""


class Scorer:
    """The weights of one network; `training.joining` makes them and says what they are."""

    def __init__(self, weights: dict[str, NDArray[np.float16]]) -> None:
        self._weights = {name: value.astype(np.float32) for name, value in weights.items()}
        self._shift = np.cumsum([0, *SIZES.values()])[:-1].astype(np.int32)
        self._own_shift = np.cumsum([0, *OWN_SIZES.values()])[:-1].astype(np.int32)

    def scores(self, known: Known) -> Iterator[tuple[NDArray[np.int32], Floats]]:
        """For each mention in turn the earlier ones it may join, and their log-odds.

        The odds are against joining none.
        """
        others = candidates(known)
        alone = self._alone(known)
        for first in range(0, len(others), TOGETHER):
            rows = np.arange(first, min(first + TOGETHER, len(others)), dtype=np.int32)
            some = others[rows]
            hidden = self._of_categories(features(known, rows[:, None], some))
            score = _top(hidden, self._weights, "") - alone[rows][:, None]
            score[some < 0] = -np.inf
            yield from zip(some, score, strict=True)

    def _of_categories(self, found: NDArray[np.int32]) -> Floats:
        table = self._weights["tables"]
        hidden = np.zeros((*found.shape[:-1], table.shape[1]), np.float32)
        for n, shift in enumerate(self._shift):
            hidden += table[found[..., n] + shift]
        return hidden + self._weights["bias"]

    def _alone(self, known: Known) -> Floats:
        hidden = self._weights["own"][own_features(known) + self._own_shift].sum(1)
        return _top(hidden, self._weights, "_alone")


def _top(hidden: Floats, w: dict[str, Floats], which: str) -> Floats:
    np.maximum(hidden, 0, out=hidden)
    second = np.maximum(hidden @ w[f"second{which}"] + w[f"second{which}_bias"], 0)
    score: Floats = (second @ w[f"last{which}"] + w[f"last{which}_bias"])[..., 0]
    return score


@cache
def scorer() -> Scorer:
    """The scorer that comes with the package."""
    return loaded(files("quoth") / "model" / "joining.npz")


def loaded(path: Traversable) -> Scorer:
    with path.open("rb") as file, np.load(file) as weights:
        return Scorer(dict(weights))
