"""Lessons for the scorer, and its training.

A lesson is what the scorer is asked while documents come in one by one, with the right answer
by ECB+'s marks. In the first rounds the answers that are acted on are the right ones with some
held back, so that there are identities in pieces; in the last the scorer acts itself (Ross, Gordon
and Bagnell, AISTATS 2011), each topic by one that has not learned from it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from quoth.ledger.identities import Identity, Judge, Profile
from quoth.ledger.identities.scoring import WIDEST, Floats, Scorer
from training.identities.book import linked

HIDDEN, EPOCHS, BATCH, RATE, DECAY, FORGOTTEN = 32, 6, 256, 4e-3, 1e-2, 0.3
HELD_BACK = (0.3, 0.6)
"""Share of right answers that are not acted on in each of the first rounds."""
ROUNDS = 1
"""So often the scorer acts itself and learns from what comes of it."""
WRONG = 6
"""So many wrong pairs are learned from for each right one."""
FOLDS = 10
VOICES = 3
"""So many networks, each from another start, whose mean a scorer is."""

Key = tuple[int, str]
"""A source: its document's number and its id there."""
Act = Callable[[Floats, NDArray[np.bool_], int], Floats]
"""What is answered to rows whose right answers are known, in a fold."""


@dataclass(frozen=True, slots=True, eq=False)
class Task:
    """Sources, whom each means by the marks (None where nobody says), and each one's fold."""

    profiles: Mapping[Key, Profile]
    means: Mapping[Key, str]
    folds: Mapping[int, int]
    """By document."""


@dataclass(frozen=True, slots=True, eq=False)
class Lessons:
    """Rows of `comparing`, right answers, and the fold of each."""

    rows: Floats
    right: NDArray[np.bool_]
    folds: NDArray[np.int64]

    def __add__(self, other: Lessons) -> Lessons:
        return Lessons(
            np.concatenate([self.rows, other.rows]),
            np.concatenate([self.right, other.right]),
            np.concatenate([self.folds, other.folds]),
        )


def lessons(task: Task, act: Act, seed: int) -> Lessons:
    """What is asked while the documents come in an order drawn by `seed`, and `act` answers."""
    rows: list[Floats] = []
    right: list[NDArray[np.bool_]] = []
    folds: list[int] = []

    def judge(profile: Profile) -> Judge:
        meant = task.means.get((profile.document, profile.source))
        fold = task.folds[profile.document]

        def answer(asked: Floats, identities: Sequence[Identity]) -> Floats:
            true = np.array([meant is not None and _mostly(task, i) == meant for i in identities])
            rows.append(asked)
            right.append(true)
            folds.extend([fold] * len(asked))
            return act(asked, true, fold)

        return answer

    linked(task.profiles, judge, seed)
    return Lessons(np.concatenate(rows), np.concatenate(right), np.array(folds))


def _mostly(task: Task, identity: Identity) -> str | None:
    found = Counter(task.means.get((p.document, p.source)) for p in identity.profiles)
    return found.most_common(1)[0][0]


def by_fold(found: Lessons, voices: int = VOICES) -> dict[int, Scorer]:
    """For each fold a scorer that has not learned from it."""
    return {
        fold: fitted(Lessons(found.rows[keep], found.right[keep], found.folds[keep]), voices)
        for fold in range(FOLDS)
        if (keep := found.folds != fold).any()
    }


def lessons_of(task: Task) -> Lessons:
    """All that the scorer learns from, of all rounds."""
    random = np.random.default_rng(1)
    found: Lessons | None = None
    for seed, held_back in enumerate(HELD_BACK, 1):

        def teach(
            rows: Floats, right: NDArray[np.bool_], _: int, share: float = held_back
        ) -> Floats:
            acted = right & (random.random(len(right)) >= share)
            return np.where(acted, 5.0, -5.0).astype(np.float32)

        # Half of the time nothing is known of ties, as of a reading that was kept.
        new = lessons(task if seed % 2 else _untied(task), teach, seed)
        found = found + new if found else new
    assert found is not None
    for seed in range(ROUNDS):
        by = by_fold(found, 1)

        def act(
            rows: Floats, _: NDArray[np.bool_], fold: int, by: dict[int, Scorer] = by
        ) -> Floats:
            return by[fold](rows)

        found = found + lessons(task, act, 3 + seed)
    return found


def _untied(task: Task) -> Task:
    return replace(task, profiles={k: replace(p, ties=()) for k, p in task.profiles.items()})


def fitted(found: Lessons, voices: int = VOICES) -> Scorer:
    """A scorer learned from lessons, the same each time."""
    mean, spread = found.rows.mean(0), found.rows.std(0) + 1e-2
    learned = [_network(found, mean, spread, seed) for seed in range(voices)]
    return Scorer(
        {
            "mean": mean,
            "spread": spread,
            "first": np.concatenate([one[0] for one in learned], axis=1),
            "first_bias": np.concatenate([one[1] for one in learned]),
            "last": np.concatenate([one[2] for one in learned]) / voices,
            "last_bias": np.mean([one[3] for one in learned], axis=0),
        }
    )


def _network(
    found: Lessons, mean: Floats, spread: Floats, seed: int
) -> tuple[Floats, Floats, Floats, Floats]:
    """Weights and biases of the hidden layer and the last."""
    random = np.random.default_rng(seed)
    torch.manual_seed(seed)
    share = min(1.0, WRONG * found.right.sum() / max((~found.right).sum(), 1))
    kept = found.right | (random.random(len(found.right)) < share)
    scaled = torch.from_numpy(np.clip((found.rows[kept] - mean) / spread, -WIDEST, WIDEST))
    wanted = torch.from_numpy(found.right[kept].astype(np.float32))
    first, last = nn.Linear(scaled.shape[1], HIDDEN), nn.Linear(HIDDEN, 1)
    network = nn.Sequential(first, nn.ReLU(), nn.Dropout(FORGOTTEN), last)
    optimiser = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=DECAY)
    steps = EPOCHS * -(-len(scaled) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, total_steps=steps)
    loss_of = nn.BCEWithLogitsLoss()
    for _ in range(EPOCHS):
        for batch in torch.from_numpy(random.permutation(len(scaled))).split(BATCH):
            optimiser.zero_grad()
            loss_of(network(scaled[batch])[:, 0], wanted[batch]).backward()
            optimiser.step()
            schedule.step()
    weights = [each.detach().numpy() for each in (first.weight, first.bias, last.weight, last.bias)]
    # What was left out of the wrong ones makes the right ones seem likelier than they are.
    return weights[0].T, weights[1], weights[2][0], weights[3] + np.log(share)
