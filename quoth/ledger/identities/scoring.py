"""How likely two are the same by what speaks for it: the learned part."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import numpy as np
from numpy.typing import NDArray

from quoth.ledger.identities.evidence import Identity

Floats = NDArray[np.float32]


class Scorer:
    """The weights of one network with one hidden layer; `training.identities` makes them."""

    def __init__(self, weights: dict[str, NDArray[np.floating]]) -> None:
        self.weights = {name: value.astype(np.float32) for name, value in weights.items()}

    def __call__(self, rows: Floats, identities: Sequence[Identity] = ()) -> Floats:
        """Log-odds for rows of `comparing.comparisons`; who they are of makes no difference."""
        w = self.weights
        scaled = np.clip((rows - w["mean"]) / w["spread"], -WIDEST, WIDEST)
        hidden = np.maximum(scaled @ w["first"] + w["first_bias"], 0)
        odds: Floats = hidden @ w["last"] + w["last_bias"]
        return odds


WIDEST = 8.0
"""What lies further from the mean was not learned from."""


@cache
def scorer() -> Scorer:
    """The scorer that comes with the package."""
    return loaded(files("quoth") / "model" / "identities.npz")


def loaded(path: Traversable) -> Scorer:
    with path.open("rb") as file, np.load(file) as weights:
        return Scorer(dict(weights))
