"""How far a figure could lie off by the choice of articles: a bootstrap over articles.

Percentile intervals (Efron and Tibshirani 1993, chapter 13), seeded.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

DRAWS = 2000
LEVEL = 95
"""Percent of the draws that an interval holds."""


def f1_interval(tallies: Sequence[Any]) -> tuple[float, float]:
    """Lowest and highest F1, between 0 and 1, of articles drawn with replacement.

    `tallies` are the scorer's for one row, an article each.
    """
    counts = np.asarray([(t.hit, t.gold, t.hit_pred, t.pred) for t in tallies], float)
    chance = np.random.default_rng(0)
    drawn = chance.integers(0, len(counts), (DRAWS, len(counts)))
    hit, gold, hit_predicted, predicted = counts[drawn].sum(1).T
    recall, precision = hit / np.maximum(gold, 1), hit_predicted / np.maximum(predicted, 1)
    f1 = 2 * precision * recall / np.maximum(precision + recall, 1e-9)
    low, high = np.percentile(f1, [(100 - LEVEL) / 2, (100 + LEVEL) / 2])
    return float(low), float(high)
