"""How sure a statement is: the probability that a person would have marked it so.

A logistic regression (Platt 1999) over how sure the network is of the cue and of the whole row of
roles, and over what these do not know: the form, the length of the content, its pieces, whether
there is a source. Its weights are fitted on articles that the network was not trained on.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from quoth.reading.relations import Relation
from quoth.reading.roles import Floats

FEATURES = (
    "cue",
    "row",
    "direct",
    "mixed",
    "length",
    "pieces",
    "unsourced",
    "row by length",
    "cue by row",
    "constant",
)
"""Names of what a weight stands for, in the order of `features`."""

SUREST = 30.0
"""Log-odds of more than this would overflow and say no more."""

Weights = Mapping[str, float]


def features(relation: Relation, of_cue: float, of_row: float) -> Floats:
    """One number for each of `FEATURES`.

    `of_cue` are the log-odds of the cue, `of_row` is the log-probability of the row of roles.
    """
    length = np.log(sum(span.end - span.start for span in relation.content))
    return np.asarray(
        [
            of_cue,
            of_row,
            relation.form == "direct",
            relation.form == "mixed",
            length,
            len(relation.content) - 1,
            not relation.source,
            of_row * length,
            of_cue * of_row,
            1,
        ],
        np.float32,
    )


def probability(values: Floats, weights: Weights) -> float:
    """The probability, between 0 and 1, that what has the features `values` is right."""
    log_odds = values @ np.asarray([weights[name] for name in FEATURES])
    return float(1 / (1 + np.exp(-np.clip(log_odds, -SUREST, SUREST))))
