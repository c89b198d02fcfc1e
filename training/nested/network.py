"""Cue tagger and role scorer for the inside of contents, on an encoder that stays as it is."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from quoth.reading.roles import BLOCK_STEPS, DISTANCES, ROLES, SCORES, places_from
from training.crf import edges_of, log_likelihood
from training.nested.examples import Example

DIRECTIONS = 640
"""What the inner layers hold of a word is cut down to where it varies most, and so is learned fast;
in the shipped tables this step and the next are one."""
HIDDEN, TAG_HIDDEN = 128, 64
PLACES = 2 * DISTANCES * (2 * BLOCK_STEPS + 1)


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how fast."""

    epochs: int = 8
    rate: float = 1e-3
    together: int = 16
    seed: int = 1


class Network(nn.Module):
    """Vectors of a stretch's words, cut down, to tags and to role scores."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Linear(DIRECTIONS, 2 * HIDDEN)
        self.cue = nn.Linear(DIRECTIONS, HIDDEN)
        self.tag = nn.Linear(HIDDEN, TAG_HIDDEN)
        self.tags = nn.Linear(TAG_HIDDEN, 3)
        self.places = nn.Embedding(PLACES, HIDDEN)
        self.score = nn.Linear(HIDDEN, SCORES)
        self.transitions = nn.Parameter(torch.full((ROLES, ROLES), -4.0).fill_diagonal_(0.0))
        nn.init.normal_(self.places.weight, std=0.1)
        with torch.no_grad():
            self.tags.bias.copy_(torch.tensor([0.0, -3.5, -4.0]))
            self.score.bias.zero_()
            self.score.bias[1:ROLES] = torch.tensor([-1.0, -1.0, -0.5])

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """(words, directions) to what the scorer makes of words, and tag scores."""
        of_word, hidden = self.words(functional.dropout(x, 0.1, self.training)).chunk(2, -1)
        hidden = functional.dropout(_gelu(hidden), 0.2, self.training)
        return of_word, self.tags(_gelu(self.tag(hidden)))

    def roles(self, of_word: Tensor, of_cue: Tensor, places: Tensor) -> Tensor:
        """Scores (cues, words, 10)."""
        hidden = functional.relu(of_word + self.cue(of_cue)[:, None] + self.places(places))
        scored: Tensor = self.score(functional.dropout(hidden, 0.1, self.training))
        return scored


def _gelu(x: Tensor) -> Tensor:
    return functional.gelu(x, approximate="tanh")


def loss(network: Network, group: Sequence[Example]) -> Tensor:
    """Nats that tags and rows cost for each cue."""
    x = torch.from_numpy(np.concatenate([one.inner for one in group]).astype(np.float32))
    of_word, tags = network(x)
    counts = torch.from_numpy(np.concatenate([one.counts for one in group]))
    known = torch.from_numpy(np.concatenate([_tags(one) for one in group]))
    cost = functional.cross_entropy(tags, known, reduction="none")[counts].sum()
    cues = sum(len(one.cues) for one in group)
    if not cues:
        return cost / 3
    size = max(len(one.inner) for one in group if len(one.cues))
    parts, places, rows, means, seen, first = [], [], [], [], [], 0
    for one in group:
        count, length = len(one.cues), len(one.inner)
        if count:
            pad = (0, size - length)
            own = functional.pad(of_word[first : first + length], (0, 0, *pad))
            parts.append(own[None].expand(count, -1, -1))
            near = torch.from_numpy(places_from(one.cues, one.blocks))
            places.append(functional.pad(near, pad))
            rows.append(functional.pad(torch.from_numpy(one.rows), pad))
            seen.append(functional.pad(torch.ones(count, length, dtype=torch.bool), pad))
            means += [x[first + a : first + b].mean(0) for a, b in one.cues.tolist()]
        first += length
    scores = network.roles(torch.cat(parts), torch.stack(means), torch.cat(places))
    likely = log_likelihood(scores, network.transitions, torch.cat(seen), edges_of(torch.cat(rows)))
    return (cost - likely.sum()) / max(cues, 3)


def _tags(one: Example) -> NDArray[np.int64]:
    tags = np.zeros(len(one.inner), np.int64)
    for first, end in one.cues:
        tags[first:end] = 2
    tags[one.cues[:, 0]] = 1
    return tags


def fit(collection: list[Example], plan: Plan) -> Network:
    """A network trained on `collection`, seeded."""
    torch.manual_seed(plan.seed)
    chance = random.Random(plan.seed)
    network = Network()
    steps = plan.epochs * -(-len(collection) // plan.together)
    optimiser = torch.optim.AdamW(network.parameters(), plan.rate, weight_decay=0.05)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda n: min(1.0, 10 * (n + 1) / steps) * max(0.02, 1 - n / steps)
    )
    for number in range(plan.epochs):
        network.train()
        total = 0.0
        for group in _groups(collection, plan.together, chance):
            cost = loss(network, group)
            optimiser.zero_grad()
            cost.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total += cost.item()
        print(f"epoch {number + 1}: {total * plan.together / len(collection):.2f}", flush=True)
    return network.eval()


def _groups(collection: list[Example], together: int, chance: random.Random) -> list[list[Example]]:
    """Stretches of like length together, in random order."""
    order = chance.sample(collection, len(collection))
    many = 8 * together
    near = [
        one
        for start in range(0, len(order), many)
        for one in sorted(order[start : start + many], key=lambda one: len(one.inner))
    ]
    groups = [near[start : start + together] for start in range(0, len(near), together)]
    chance.shuffle(groups)
    return groups
