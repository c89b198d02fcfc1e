"""What `quoth.compare.claims` judges by: two regressions over what two claims share.

    python -m training.claims [--leave-out]

Learned from the `.txt` files here, events of our own invention with the proposition that each
statement is about, and from the open events in `tests/compared/claims`. `--leave-out` trains six
times, each time without a sixth of the events, and prints what is reached on these; nothing is
written.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from quoth.compare.claims.evidence import EVIDENCE
from quoth.compare.claims.features import NAMES, salience
from quoth.compare.claims.judging import LABELS, LEAST, Weighed, Weights, likely, weigh
from quoth.reading.roles import Floats
from training.claims.marked import PATHS, Event, items, marked_events, own_events, word_vectors

MODEL = Path(__file__).resolve().parents[2] / "quoth" / "model"
STRENGTH, OF_MANY = 0.05, 0.05
"""Inverse of the penalty on weights, whose features are made alike in spread first; of the judge
who has many."""
STEPS, LEAST_PENALTY = 12, 1e-3
FOLDS = 6
TRUTHS = ("none", *LABELS)


@dataclass(frozen=True, eq=False)
class Rows:
    """Pairs that can be something, with what they are, and how many true ones cannot."""

    weighed: tuple[Weighed, ...]
    truth: np.ndarray
    """0 for none, 1 for a denial, 2 for a confirmation."""


def rows(event: Event) -> Rows:
    """The pairs of an event as the model sees them; of events of our own, pairs as in the test."""
    core = salience(event.claims)
    taken: list[tuple[Weighed, int]] = []
    for a, b, label in items(event):
        found = weigh(event.claims[a], event.claims[b], core)
        if found is not None:
            taken.append((found, TRUTHS.index(label)))
    return Rows(tuple(row[0] for row in taken), np.array([row[1] for row in taken]))


def learned(mean: Floats, spread: Floats) -> Iterator[Event]:
    """All events of our own."""
    for path in PATHS:
        yield from own_events(mean, spread, path)


def fit(parts: Iterable[Rows], mean: Floats, spread: Floats) -> Weights:
    """Both judges for features as they come."""
    given = list(parts)
    weighed = [one for part in given for one in part.weighed]
    truth = np.concatenate([part.truth for part in given])
    ruled = np.array([one.ruled for one in weighed])
    features = np.array([one.compared.features for one in weighed])[ruled]
    weight, bias = _fit(features, np.eye(2)[(truth[ruled] > 0).astype(int)], STRENGTH)
    learned, biases = _fit(np.array([o.evidence for o in weighed]), np.eye(3)[truth], OF_MANY)
    return Weights(
        mean,
        spread,
        (weight[:, 1] - weight[:, 0]).astype(np.float32),
        float(bias[1] - bias[0]),
        learned.astype(np.float32),
        biases.astype(np.float32),
    )


def _fit(features: np.ndarray, truth: np.ndarray, strength: float) -> tuple[np.ndarray, np.ndarray]:
    """Weights (features, classes) and biases of a softmax: Newton's steps on the penalised
    likelihood."""
    mean, spread = features.mean(0, dtype=np.float64), features.std(0, dtype=np.float64) + 1e-6
    even = np.column_stack([(features - mean) / spread, np.ones(len(features))])
    size, classes = even.shape[1], truth.shape[1]
    penalty = np.full((size, 1), 1 / strength)
    penalty[-1] = LEAST_PENALTY
    made = np.zeros((size, classes))
    for _ in range(STEPS):
        odds = even @ made
        likely = np.exp(odds - odds.max(1, keepdims=True))
        likely /= likely.sum(1, keepdims=True)
        slope = even.T @ (likely - truth) + penalty * made
        curve = np.zeros((classes, size, classes, size))
        for one in range(classes):
            for two in range(classes):
                bent = likely[:, one] * ((one == two) - likely[:, two])
                curve[one, :, two] = (even.T * bent) @ even
            curve[one, :, one] += np.diag(penalty[:, 0])
        step = np.linalg.solve(curve.reshape(classes * size, -1), slope.T.ravel())
        made -= step.reshape(classes, size).T
    weight = made[:-1] / spread[:, None]
    return weight, made[-1] - mean @ weight


def judged(part: Rows, known: Weights) -> np.ndarray:
    """What each pair is judged to be, in the numbers of `Rows.truth`."""
    sides = np.array([likely(one, known) for one in part.weighed]).reshape(-1, 2)
    best = sides.argmax(1)
    least = np.array([LEAST[label] for label in LABELS])[best]
    return np.where(sides.sum(1) >= least, best + 1, 0)


def left_out(parts: dict[str, Rows], asked: dict[str, int], mean: Floats, spread: Floats) -> None:
    """Prints precision, recall and F1 over events, a sixth at a time judged without being seen."""
    found = right = 0
    for fold in range(FOLDS):
        apart = set(list(parts)[fold::FOLDS])
        known = fit((rest for name, rest in parts.items() if name not in apart), mean, spread)
        for name in sorted(apart):
            said = judged(parts[name], known)
            hit = int(((said == parts[name].truth) & (said > 0)).sum())
            print(f"{name}: {hit} right of {int((said > 0).sum())} found, {asked[name]} asked")
            found, right = found + int((said > 0).sum()), right + hit
    total = sum(asked.values())
    precision, recall = right / max(found, 1), right / total
    print(f"precision {precision:.3f}, recall {recall:.3f}, "
          f"F1 {2 * precision * recall / max(precision + recall, 1e-9):.3f}")  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m training.claims",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--leave-out", action="store_true", help="measure, and write nothing")
    parser.add_argument("--to", type=Path, default=MODEL)
    options = parser.parse_args()
    mean, spread = word_vectors()
    events = [*learned(mean, spread), *marked_events(mean, spread)]
    parts = {event.name: rows(event) for event in events}
    if options.leave_out:
        asked = {e.name: sum(x[2] != "none" for x in items(e)) for e in events}
        left_out(parts, asked, mean, spread)
        return
    known = fit(parts.values(), mean, spread)
    np.savez_compressed(
        options.to / "claims.npz",
        names=np.array([*NAMES, *EVIDENCE]),
        weight=known.weight,
        bias=np.array(known.bias),
        learned=known.learned,
        biases=known.biases,
        mean=mean.astype(np.float16),
        spread=spread.astype(np.float16),
    )
    for name, value in zip(NAMES, known.weight, strict=True):
        print(f"{name:20} {value:7.3f}")
    for name, values in zip(EVIDENCE, known.learned, strict=True):
        print(f"{name:20}", *(f"{value:7.3f}" for value in values))


if __name__ == "__main__":
    main()
