"""What `quoth.compare.claims` judges by: a logistic regression over what two claims share.

    python -m training.claims [--leave-out]

Learned from `events.txt` and every other event of `more.txt`, events of our own invention with the
proposition that each statement is about, and from the open events in `tests/compared/claims`.
`--leave-out` trains once without each open event and prints what is reached on it; nothing is
written.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from quoth.compare.claims.features import NAMES, salience
from quoth.compare.claims.judging import LEAST, label_of, weigh
from quoth.reading.roles import Floats
from training.claims.marked import MORE, Event, items, marked_events, own_events, word_vectors

MODEL = Path(__file__).resolve().parents[2] / "quoth" / "model"
STRENGTH = 0.1
"""Inverse of the penalty on weights, whose features are made alike in spread first."""
STEPS = 12


@dataclass(frozen=True, eq=False)
class Rows:
    """Pairs that can be something, with what they are: features (pairs, NAMES), truth, guess."""

    features: np.ndarray
    truth: np.ndarray
    guess: np.ndarray


def rows(event: Event) -> Rows:
    """The pairs of an event as the model sees them; of events of our own, pairs as in the test."""
    core = salience(event.claims)
    taken: list[tuple[Floats, str, str]] = []
    for a, b, label in items(event):
        found = weigh(event.claims[a], event.claims[b], core)
        if found is not None:
            taken.append((found.features, label, label_of(found)))
    return Rows(
        np.array([row[0] for row in taken]).reshape(-1, len(NAMES)),
        np.array([row[1] for row in taken]),
        np.array([row[2] for row in taken]),
    )


def learned(mean: Floats, spread: Floats) -> Iterator[Event]:
    """Events of our own to learn from: of `more.txt` every other."""
    yield from own_events(mean, spread)
    yield from list(own_events(mean, spread, MORE))[::2]


def fit(parts: Iterable[Rows]) -> tuple[np.ndarray, float]:
    """Weights and bias for features as they come: Newton's steps on the penalised likelihood."""
    taken = list(parts)
    features = np.concatenate([part.features for part in taken]).astype(np.float64)
    about_one = np.concatenate([part.truth != "none" for part in taken])
    mean, spread = features.mean(0), features.std(0) + 1e-6
    even = np.column_stack([(features - mean) / spread, np.ones(len(features))])
    penalty = np.diag([1 / STRENGTH] * len(NAMES) + [0.0])
    made = np.zeros(len(NAMES) + 1)
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-even @ made))
        slope = even.T @ (likely - about_one) + penalty @ made
        made -= np.linalg.solve((even.T * (likely * (1 - likely))) @ even + penalty, slope)
    weight = made[:-1] / spread
    return weight, float(made[-1] - weight @ mean)


def left_out(events: dict[str, Rows], own: list[Rows], asked: dict[str, int]) -> None:
    """Prints precision, recall and F1 over the open events, each judged without being seen."""
    found = right = 0
    for name, part in events.items():
        weight, bias = fit([*own, *(rest for other, rest in events.items() if other != name)])
        least = np.array([LEAST[guess] for guess in part.guess])
        likely = 1 / (1 + np.exp(-(part.features @ weight + bias))) >= least
        hit = int((likely & (part.guess == part.truth)).sum())
        print(f"{name}: {hit} right of {int(likely.sum())} found, {asked[name]} asked")
        found, right = found + int(likely.sum()), right + hit
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
    own = [rows(event) for event in learned(mean, spread)]
    marked = {event.name: event for event in marked_events(mean, spread)}
    opened = {name: rows(event) for name, event in marked.items()}
    if options.leave_out:
        asked = {n: sum(x[2] in ("denies", "confirms") for x in e.pairs) for n, e in marked.items()}
        left_out(opened, own, asked)
        return
    weight, bias = fit([*own, *opened.values()])
    np.savez_compressed(
        options.to / "claims.npz",
        names=np.array(NAMES),
        weight=weight.astype(np.float32),
        bias=np.array(bias),
        mean=mean.astype(np.float16),
        spread=spread.astype(np.float16),
    )
    for name, value in zip(NAMES, weight, strict=True):
        print(f"{name:14} {value:7.3f}")


if __name__ == "__main__":
    main()
