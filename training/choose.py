"""The few numbers of a model that are read off articles it was not trained on.

How likely a relation is right, and from which likelihood on relations are kept.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.quality import load_scorer
from quoth.documents import from_text
from quoth.reading import Finder
from quoth.reading.confidence import FEATURES, Weights, probability
from quoth.reading.relations import Relation, settled
from quoth.reading.roles import Floats

Doubles = NDArray[np.float64]
STEPS = 100
SLACK = 0.004
"""How much merit is given up for showing more."""


Judged = tuple[Relation, Floats]
"""A relation with what its confidence is made of."""


def choose(reader: Finder, gold: Path, scorer: Path) -> dict[str, object]:
    """`calibration` and `least_confidence` for the model of `reader`, judged on folder `gold`."""
    score = load_scorer(scorer)
    documents = [
        (text, annotators[0], list(reader.candidates(from_text(text))))
        for _, text, annotators in score.gold_documents(str(gold))
    ]
    weights = fitted(score, documents)
    merits = {
        least: _merit(score, documents, weights, least) for least in (0.15, 0.2, 0.25, 0.3, 0.35)
    }
    # Who wants fewer and surer statements can leave some out; who wants more could not get them.
    least = min(least for least in merits if merits[least] > max(merits.values()) - SLACK)
    return {"calibration": weights, "least_confidence": least}


def fitted(score: ModuleType, documents: list[tuple[str, Any, list[Judged]]]) -> Weights:
    """Weights of the features, by whether a person marked the relations of `documents` too."""
    known, right = [], []
    for text, relations, found in documents:
        right += right_of(score, text, relations, [relation for relation, _ in found])
        known += [values for _, values in found]
    weights = logistic(np.asarray(known, float), np.asarray(right, float))
    return dict(zip(FEATURES, (round(float(w), 4) for w in weights), strict=True))


def right_of(score: ModuleType, text: str, gold: Any, found: list[Relation]) -> list[bool]:
    """Which relations a person marked too: content and source overlap by half."""
    pairs = score.pair(gold, [as_marked(relation) for relation in found], text)
    hits = {j for _, j, content, source in pairs if content >= 0.5 and source >= 0.5}
    return [number in hits for number in range(len(found))]


def as_marked(relation: Relation) -> dict[str, list[tuple[int, int]]]:
    """A relation in the scorer's form."""
    return {
        role: [(span.start, span.end) for span in getattr(relation, role)]
        for role in ("source", "cue", "content")
    }


def _merit(score: ModuleType, documents: list[Any], weights: Weights, least: float) -> float:
    """How much is found and right: F1 of whole relations, and of the words of contents."""
    triples = [
        (text, gold, [as_marked(relation) for relation in shown(found, weights, least)])
        for text, gold, found in documents
    ]
    rows = score.score(triples)
    return float(rows["all", "relation"].prf()[2] + rows["token", "content"].prf()[2])


def shown(found: list[Judged], weights: Weights, least: float) -> list[Relation]:
    """The relations that a reader with these weights shows and that lie in no other."""
    judged = (
        replace(relation, confidence=probability(values, weights)) for relation, values in found
    )
    sure = [relation for relation in judged if relation.confidence >= least]
    return [relation for relation in settled([], sure) if relation.within is None]


def logistic(x: Doubles, right: Doubles) -> Doubles:
    """Weights of a logistic regression, by Newton's method with a little ridge."""
    weights = np.zeros(x.shape[1])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ weights))
        gradient = x.T @ (right - p) - 1e-3 * weights
        curve = (x * (p * (1 - p))[:, None]).T @ x + 1e-3 * np.eye(len(weights))
        step = np.linalg.solve(curve, gradient)
        weights += step
        if np.abs(step).max() < 1e-8:
            break
    return weights


def write(folder: Path, chosen: dict[str, object]) -> None:
    """Put the chosen numbers into the model's settings."""
    settings = json.loads((folder / "model.json").read_text())
    (folder / "model.json").write_text(json.dumps(settings | chosen, indent=2) + "\n")
