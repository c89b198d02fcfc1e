"""Training of the scorer: every mention against those before it, the right ones together.

The loss is the likelihood of all right antecedents at once (Durrett and Klein, EMNLP 2013), the
network that of Clark and Manning (EMNLP 2016) made small.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from quoth.sources.known import Ints
from quoth.sources.pairs import OWN_SIZES, SIZES

HIDDEN, SECOND = 64, 24
EPOCHS, RATE, DECAY = 3, 2e-3, 1e-2
FORGOTTEN = 0.3
"""Dropout of hidden units."""


@dataclass(frozen=True, slots=True, eq=False)
class Lesson:
    """One document: features of its pairs and mentions, and right answers."""

    pairs: NDArray[np.int32]
    own: NDArray[np.int32]
    candidates: Ints
    groups: Ints
    """Whom each mention means, -1 where nobody marked it."""


class Scorer(nn.Module):
    """Scores of joining each earlier mention (columns) and, in column 0, of joining none."""

    def __init__(self) -> None:
        super().__init__()
        self.tables = nn.EmbeddingBag(sum(SIZES.values()), HIDDEN, mode="sum")
        self.own = nn.EmbeddingBag(sum(OWN_SIZES.values()), HIDDEN, mode="sum")
        nn.init.normal_(self.tables.weight, std=0.05)
        nn.init.normal_(self.own.weight, std=0.05)
        self.bias = nn.Parameter(torch.zeros(HIDDEN))
        self.second = nn.Linear(HIDDEN, SECOND)
        self.last = nn.Linear(SECOND, 1)
        self.second_alone = nn.Linear(HIDDEN, SECOND)
        self.last_alone = nn.Linear(SECOND, 1)
        self.register_buffer("shift", _starts(SIZES))
        self.register_buffer("own_shift", _starts(OWN_SIZES))
        self.forget = nn.Dropout(FORGOTTEN)

    def forward(self, pairs: torch.Tensor, own: torch.Tensor, others: torch.Tensor) -> torch.Tensor:
        count, columns, width = pairs.shape
        hidden = self.tables((pairs + self.shift).view(-1, width)).view(count, columns, HIDDEN)
        hidden = self.forget(torch.relu(hidden + self.bias))
        score = self.last(torch.relu(self.second(hidden)))[..., 0]
        alone = self.own(own + self.own_shift)
        alone = self.last_alone(torch.relu(self.second_alone(self.forget(torch.relu(alone)))))
        return torch.cat([alone, score.masked_fill(others < 0, -1e9)], dim=1)


def _starts(sizes: dict[str, int]) -> torch.Tensor:
    return torch.tensor(np.cumsum([0, *sizes.values()])[:-1])


def fitted(lessons: Sequence[Lesson], seed: int = 1, epochs: int = EPOCHS) -> Scorer:
    """A scorer learned from all of them; the same for the same seed."""
    torch.manual_seed(seed)
    order = np.random.default_rng(seed)
    scorer = Scorer()
    optimiser = torch.optim.AdamW(scorer.parameters(), lr=RATE, weight_decay=DECAY)
    steps = epochs * len(lessons)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, total_steps=steps)
    ready = [_tensors(lesson) for lesson in lessons]
    for epoch in range(epochs):
        scorer.train()
        total = 0.0
        for n in order.permutation(len(ready)):
            pairs, own, others, right = ready[n]
            scores = scorer(pairs, own, others)
            loss = (scores.logsumexp(1) - scores.masked_fill(~right, -1e9).logsumexp(1)).mean()
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(scorer.parameters(), 5.0)
            optimiser.step()
            schedule.step()
            total += float(loss.detach())
        print(f"epoch {epoch + 1}: loss {total / len(ready):.4f}", flush=True)
    _forget_unseen(scorer, lessons)
    return scorer.eval()


def _forget_unseen(scorer: Scorer, lessons: Sequence[Lesson]) -> None:
    """What never came up says nothing."""
    for table, shift, found in (
        (scorer.tables, scorer.shift.numpy(), [x.pairs[x.candidates >= 0] for x in lessons]),
        (scorer.own, scorer.own_shift.numpy(), [x.own for x in lessons]),
    ):
        seen = np.zeros(len(table.weight), bool)
        for one in found:
            seen[one + shift] = True
        with torch.no_grad():
            table.weight[torch.from_numpy(~seen)] = 0.0


def _tensors(lesson: Lesson) -> tuple[torch.Tensor, ...]:
    others = torch.from_numpy(lesson.candidates.astype(np.int64))
    groups = torch.from_numpy(lesson.groups.astype(np.int64))
    right = (groups[others] == groups[:, None]) & (groups[:, None] >= 0) & (others >= 0)
    right = torch.cat([~right.any(1, keepdim=True), right], dim=1)
    return (
        torch.from_numpy(lesson.pairs.astype(np.int64)),
        torch.from_numpy(lesson.own.astype(np.int64)),
        others,
        right,
    )
