"""How likely two figures count one thing: boosted trees over `features.NAMES`.

The trees are those of gradient boosting (Friedman 2001); `training.figures` grows them.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from quoth.compare.figures.features import NAMES, vector
from quoth.compare.figures.records import Count
from quoth.reading.roles import Floats


@dataclass(frozen=True, slots=True, eq=False)
class Trees:
    """Trees one behind the other, a row for each node."""

    bias: float
    roots: list[int]
    feature: list[int]
    """Of `NAMES`; -1 at a leaf."""
    limit: list[float]
    below: list[int]
    """The node to go to where the feature is at most `limit`, `above` where it is more."""
    above: list[int]
    worth: list[float]
    """What a leaf adds to the log odds."""

    def likelihood(self, found: Floats) -> float:
        """From 0 to 1, for the features of one pair."""
        odds, values = self.bias, found.tolist()
        for node in self.roots:
            while self.feature[node] >= 0:
                up = values[self.feature[node]] > self.limit[node]
                node = self.above[node] if up else self.below[node]
            odds += self.worth[node]
        return 1 / (1 + math.exp(-odds))


@cache
def trees() -> Trees:
    """Those of the package."""
    with (files("quoth") / "model" / "figures.npz").open("rb") as file, np.load(file) as kept:
        if tuple(kept["names"].tolist()) != NAMES:
            raise AssertionError("figures.npz was made for other features; run training.figures")
        return Trees(
            float(kept["bias"]),
            kept["roots"].tolist(),
            kept["feature"].tolist(),
            kept["limit"].tolist(),
            kept["below"].tolist(),
            kept["above"].tolist(),
            kept["worth"].tolist(),
        )


def likelihood(one: Count, other: Count, against: Mapping[str, str], lent: bool) -> float:
    """From 0 to 1, that two figures of one measure count one thing; `against` are `objections`."""
    return trees().likelihood(vector(one, other, against, lent))
