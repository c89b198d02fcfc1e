"""The few numbers of a model that are read off articles it was not trained on.

How likely a relation is right, given how sure the network is of its cue and of its whole row (a
logistic regression; Platt 1999), and from which likelihood on relations are kept.
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
from quoth.reading.reader import Reader
from quoth.reading.relations import Relation, settled

Floats = NDArray[np.float64]
STEPS = 100
SLACK = 0.0075
"""How much merit is given up for showing more."""


def choose(reader: Reader, gold: Path, scorer: Path) -> dict[str, object]:
    """`calibration` and `least_confidence` for the model of `reader`, judged on folder `gold`."""
    score = load_scorer(scorer)
    documents = [
        (text, annotators[0], _sharp(reader, text))
        for _, text, annotators in score.gold_documents(str(gold))
    ]
    features, right = [], []
    for text, relations, found in documents:
        hits = _right(score, text, relations, [r for r, _ in found])
        features += [sureness for _, sureness in found]
        right += hits
    weights = logistic(np.asarray(features), np.asarray(right, float))
    calibration = [round(float(weight), 4) for weight in weights]
    merits = {
        least: _merit(score, documents, calibration, least)
        for least in (0.15, 0.2, 0.25, 0.3, 0.35)
    }
    # Who wants fewer and surer statements can leave some out; who wants more could not get them.
    least = min(least for least in merits if merits[least] > max(merits.values()) - SLACK)
    return {"calibration": calibration, "least_confidence": least}


def _sharp(reader: Reader, text: str) -> list[tuple[Relation, tuple[float, float]]]:
    """All relations of a text, each with how sure the network is of cue and of row."""
    found = reader.candidates(from_text(text))
    return [(relation, (cue, row)) for relation, cue, row in found]


def _right(score: ModuleType, text: str, gold: Any, found: list[Relation]) -> list[bool]:
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


def _merit(
    score: ModuleType, documents: list[Any], calibration: list[float], least: float
) -> float:
    """How much is found and right: F1 of whole relations, and of the words of contents."""
    triples = []
    for text, gold, found in documents:
        sure = [
            replace(relation, confidence=p)
            for relation, (cue, row) in found
            if (p := probability(cue, row, calibration)) >= least
        ]
        outer = [relation for relation in settled([], sure) if relation.within is None]
        triples.append((text, gold, [as_marked(relation) for relation in outer]))
    rows = score.score(triples)
    return float(rows["all", "relation"].prf()[2] + rows["token", "content"].prf()[2])


def probability(cue: float, row: float, calibration: list[float]) -> float:
    """What the calibration makes of log-odds of the cue and log-probability of the row."""
    by_cue, by_row, constant = calibration
    return float(1 / (1 + np.exp(-(by_cue * cue + by_row * row + constant))))


def logistic(features: Floats, right: Floats) -> Floats:
    """Weights and constant of a logistic regression, by Newton's method with a little ridge."""
    x = np.hstack([features, np.ones((len(features), 1))])
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
