"""Training of the grammar network, and how well it does."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from quoth.reading.grammar import ENTITIES, POS, TIMES
from training.grammar.examples import LABELS, UNKNOWN, Example
from training.grammar.network import Certainty, Network, Trunk

TOGETHER = 2048
"""Words in a step, filling counted."""
T = TypeVar("T", bound=nn.Module)
CERTAINTY_WEIGHT = 1.0
PHRASE_WEIGHT = 0.3
TELL = 100
"""Steps between two reports, and between two times of saving."""


@dataclass(frozen=True)
class Batch:
    """Windows filled up to one length: (windows, words), `inner` with a last axis."""

    inner: Tensor
    seen: Tensor
    labels: dict[str, Tensor]
    certainty: Tensor


def batches(collection: list[Example], draw: random.Random | None) -> Iterator[Batch]:
    """Windows of like length together, in an order that `draw` gives; as they come without."""
    order = list(collection)
    if draw:
        draw.shuffle(order)
    groups = grouped(order)
    if draw:
        draw.shuffle(groups)
    return map(batch, groups)


def grouped(order: list[Example]) -> list[list[Example]]:
    """Windows that make a batch, by length: as many batches in whatever order they come."""
    groups: list[list[Example]] = [[]]
    for one in sorted(order, key=lambda e: len(e.inner)):
        if groups[-1] and len(one.inner) * (len(groups[-1]) + 1) > TOGETHER:
            groups.append([])
        groups[-1].append(one)
    return groups


def batch(group: list[Example]) -> Batch:
    """One batch of `group`."""
    longest = max(len(one.inner) for one in group)

    def filled(values: Sequence[NDArray[Any]], filling: float) -> Tensor:
        shape = (len(group), longest, *values[0].shape[1:])
        joined = np.full(shape, filling, values[0].dtype)
        for row, value in zip(joined, values, strict=True):
            row[: len(value)] = value
        return torch.from_numpy(joined)

    return Batch(
        filled([one.inner for one in group], 0).float(),
        filled([np.ones(len(one.inner), bool) for one in group], False),
        {name: filled([getattr(one, name) for one in group], UNKNOWN) for name in LABELS},
        filled([one.certainty for one in group], np.nan),
    )


@dataclass(frozen=True)
class Plan:
    """How long and how fast."""

    epochs: int = 24
    rate: float = 1.5e-3
    seed: int = 1
    decay: float = 0.02


def fit(network: Network, collection: list[Example], plan: Plan, kept: Path) -> Network:
    """`network` trained on `collection`, seeded; what `kept` holds is taken up."""
    return _fitted(network, network.trunk, collection, plan, kept, loss)


def fit_certainty(
    opinion: Certainty, collection: list[Example], plan: Plan, kept: Path
) -> Certainty:
    """The second opinion, in the same way, on what has ratings."""

    def off(opinion: Certainty, batch: Batch) -> Tensor:
        rated = ~batch.certainty.isnan()
        found = opinion(batch.inner, batch.seen)[rated]
        return functional.smooth_l1_loss(found, batch.certainty[rated])

    return _fitted(opinion, opinion.trunk, collection, plan, kept, off)


def _fitted(
    network: T,
    trunk: Trunk,
    collection: list[Example],
    plan: Plan,
    kept: Path,
    loss_of: Callable[[T, Batch], Tensor],
) -> T:
    torch.manual_seed(plan.seed)
    sample = np.concatenate([e.inner.astype(np.float32) for e in collection[::7]])
    trunk.mean.copy_(torch.from_numpy(sample.mean(0)))
    trunk.spread.copy_(torch.from_numpy(sample.std(0) + 1e-3))
    steps = plan.epochs * len(grouped(collection))
    optimizer = torch.optim.AdamW(network.parameters(), plan.rate, weight_decay=plan.decay)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, plan.rate, total_steps=steps, pct_start=0.1
    )
    parts = {"network": network, "optimizer": optimizer, "schedule": schedule}
    done = 0
    if kept.exists():
        state = torch.load(kept, weights_only=True)
        done = int(state["done"])
        for name, part in parts.items():
            part.load_state_dict(state[name])
    network.train()
    total, began = 0.0, time.monotonic()
    for number, batch in enumerate(_steps(collection, plan) if done < steps else (), 1):
        if number <= done:
            continue
        step = loss_of(network, batch)
        optimizer.zero_grad()
        step.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        total += step.item()
        if number % TELL == 0 or number == steps:
            passed = time.monotonic() - began
            print(f"step {number} of {steps}, {passed:.0f} s: {total / TELL:.3f}", flush=True)
            total = 0.0
            state = {name: part.state_dict() for name, part in parts.items()}
            torch.save({**state, "done": number}, kept)
    return network.eval()


def _steps(collection: list[Example], plan: Plan) -> Iterator[Batch]:
    """All batches of all epochs, in an order that the plan's seed draws."""
    draw = random.Random(plan.seed)
    for _ in range(plan.epochs):
        yield from batches(collection, draw)


def loss(network: Network, batch: Batch) -> Tensor:
    """What a batch costs: the sum over the kinds of mark, each a mean over the marked words."""
    vectors, plain, arcs, firsts, lasts = network(batch.inner, batch.seen)
    pos, entity, times, begins, certainty = split(plain)
    heads = batch.labels["head"]
    relations = network.relations(vectors, heads.clamp(min=0))
    parts = [
        _entropy(pos, batch.labels["pos"]),
        _entropy(entity, batch.labels["entity"]),
        _entropy(times, batch.labels["time"]),
        _entropy(arcs, heads),
        _entropy(relations, torch.where(heads >= 0, batch.labels["relation"], UNKNOWN)),
        PHRASE_WEIGHT * _entropy(firsts, batch.labels["first"]),
        PHRASE_WEIGHT * _entropy(lasts, batch.labels["last"]),
    ]
    known = batch.labels["begins"] != UNKNOWN
    if known.any():
        wanted = batch.labels["begins"][known].float()
        parts.append(functional.binary_cross_entropy_with_logits(begins[known], wanted))
    rated = ~batch.certainty.isnan()
    if rated.any():
        off = functional.smooth_l1_loss(certainty[rated], batch.certainty[rated])
        parts.append(CERTAINTY_WEIGHT * off)
    return torch.stack(parts).sum()


def split(plain: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
    """Scores of parts of speech, entities, times, beginnings, and the certainty."""
    pos, entity, time, begins, certainty = plain.split(
        [len(POS), len(ENTITIES), len(TIMES), 1, 1], -1
    )
    return pos, entity, time, begins[..., 0], certainty[..., 0]


def _entropy(scores: Tensor, labels: Tensor) -> Tensor:
    known = labels != UNKNOWN
    if not known.any():
        return torch.zeros(())
    return functional.cross_entropy(scores[known], labels[known])


@torch.no_grad()
def judge(network: Network, opinion: Certainty, collection: list[Example]) -> dict[str, float]:
    """Shares right, in per cent, and Pearson's r of certainty, over `collection`."""
    right: dict[str, list[bool]] = {}
    pairs: list[tuple[float, float]] = []

    for batch in batches(collection, None):
        vectors, plain, arcs, firsts, lasts = network(batch.inner, batch.seen)
        pos, entity, times, begins, certainty = split(plain)
        heads = batch.labels["head"].clamp(min=0)
        found = {
            "pos": pos.argmax(-1),
            "head": arcs.argmax(-1),
            "relation": network.relations(vectors, heads).argmax(-1),
            "entity": entity.argmax(-1),
            "first": firsts.argmax(-1),
            "last": lasts.argmax(-1),
            "time": times.argmax(-1),
            "begins": (begins > 0).long(),
        }
        for name, values in found.items():
            known = batch.labels[name] != UNKNOWN
            right.setdefault(name, []).extend((values == batch.labels[name])[known].tolist())
        certainty = (certainty + opinion(batch.inner, batch.seen)) / 2
        rated = ~batch.certainty.isnan()
        pairs += zip(certainty[rated].tolist(), batch.certainty[rated].tolist(), strict=True)
    shares = {name: 100 * sum(v) / len(v) for name, v in right.items() if v}
    if pairs:
        shares["certainty"] = float(np.corrcoef(np.asarray(pairs).T)[0, 1])
    return shares
