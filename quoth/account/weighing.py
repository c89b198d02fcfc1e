"""From the signs in a sentence, and what the network knows of its words, to scores of labels.

A linear model, fitted by `python -m training.charges` on sentences in `training/charges`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from quoth.account.signs import NAMES, Sign, counted
from quoth.analysis import Analysis

WEIGHED = ("charge", "cause", "motive")
"""The labels that are weighed; figures are counted."""

Floats = NDArray[np.float32]


def features(analysis: Analysis, own: Sequence[int], found: Iterable[Sign]) -> Floats:
    """The signs, then mean and greatest values of the vectors of the sentence's own words."""
    words = [n for n in own if analysis.tokens[n].text[:1].isalnum()]
    size = analysis.vectors.shape[1]
    if words:
        rows = analysis.vectors[words]
        pooled = np.concatenate([rows.mean(0), rows.max(0)])
    else:
        pooled = np.zeros(2 * size, np.float32)
    known: Floats = np.concatenate([np.asarray(counted(found), np.float32), pooled])
    return known


def scores(analysis: Analysis, own: Sequence[int], found: Iterable[Sign]) -> Floats:
    """A score for each of `WEIGHED`: above 0 the label is given."""
    weights, bias = _weights()
    known = features(analysis, own, found)
    if len(known) != len(weights):  # another model, whose vectors mean something else
        known, weights = known[: len(NAMES)], weights[: len(NAMES)]
    result: Floats = known @ weights + bias
    return result


def carrying(label: str, found: Iterable[Sign]) -> list[int]:
    """The tokens whose signs speak for `label`, in order."""
    weights, _ = _weights()
    column = WEIGHED.index(label)
    return sorted({s.token for s in found if weights[NAMES.index(s.name), column] > 0})


@cache
def _weights() -> tuple[Floats, Floats]:
    """(features, labels) and (labels)."""
    with files("quoth.account").joinpath("weights.npz").open("rb") as stored:
        table = dict(np.load(stored))
    return table["weights"], table["bias"]
