"""The training loop: seeded, saved as it goes, and taken up where it stopped."""

from __future__ import annotations

import itertools
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from quoth.reading.vocabulary import Pieces
from training.batches import Batch, batches
from training.data import epoch
from training.loss import loss
from training.model import Reader
from training.vary import Article

SAVE_EVERY = 100
CLIP = 1.0


@dataclass(frozen=True)
class Plan:
    """How long and how fast: `pieces` in a batch, learning rates of encoder and heads."""

    epochs: float
    encoder_rate: float
    head_rate: float
    limit: int = 320
    pieces: int = 2560
    warm_up: float = 0.1
    left: float = 0.0
    """Share of the rates that the end of the plan leaves."""
    seed: int = 1
    trust: float = 0.0
    """A teacher's share of the say where people marked; it has all where nobody did."""
    alike: float = 0.0
    """Nats lost where no word has its teacher's vector."""


def fit(
    reader: Reader,
    plan: Plan,
    collection: list[Article],
    vocabulary: Pieces,
    kept: Path,
    teacher: Reader | None = None,
    device: str = "cpu",
) -> None:
    """Train `reader`, saving to `kept`; a finished or unfinished `kept` is taken up.

    `teacher` is left in bfloat16.
    """
    state = torch.load(kept, weights_only=True) if kept.exists() else {"done": 0}
    done = int(state["done"])
    total = int(state["total"]) if done else _steps(plan, collection, vocabulary)
    if done:
        reader.load_state_dict(state["reader"])
    if done == total:
        return
    reader.to(device).train()
    if teacher is not None:
        teacher.to(device).eval().encoder.to(torch.bfloat16)
    masters = Masters(reader)
    optimiser = torch.optim.AdamW(
        _groups(masters, plan), betas=(0.9, 0.98), weight_decay=0.01, fused=True
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda n: _rate((n + 1) / total, plan))
    if 0 < done < total:
        optimiser.load_state_dict(state["optimiser"])
        schedule.load_state_dict(state["schedule"])
    started, losses = time.monotonic(), 0.0
    stream = itertools.chain.from_iterable(
        _epoch(plan, collection, vocabulary, number) for number in itertools.count()
    )
    for step, batch in enumerate(itertools.islice(stream, total)):
        if step < done:
            continue
        torch.manual_seed(plan.seed * 1_000_000 + step)  # a run that was stopped draws the same
        cost = loss(reader, batch.to(device), teacher, plan.trust, plan.alike)
        cost.backward()
        masters.gradients()
        torch.nn.utils.clip_grad_norm_(masters.weights, CLIP)
        optimiser.step()
        schedule.step()
        masters.copy_back()
        losses += cost.item()
        if (step + 1) % 20 == 0:
            pace = (time.monotonic() - started) / (step + 1 - done)
            print(
                f"{kept.stem} {step + 1}/{total} loss {losses / 20:.3f} {pace:.2f} s/step",
                flush=True,
            )
            losses = 0.0
        if (step + 1) % SAVE_EVERY == 0 or step + 1 == total:
            _save(kept, masters, optimiser, schedule, step + 1, total)
    masters.restore()


def _steps(plan: Plan, collection: list[Article], vocabulary: Pieces) -> int:
    return int(sum(1 for _ in _epoch(plan, collection, vocabulary, 0)) * plan.epochs)


def _epoch(
    plan: Plan, collection: list[Article], vocabulary: Pieces, number: int
) -> Iterator[Batch]:
    seed = plan.seed * 1000 + number
    made = epoch(collection, vocabulary, plan.limit, seed)
    return batches(made, plan.pieces, random.Random(seed))


class Masters:
    """Weights in full precision behind an encoder that computes in bfloat16.

    Half the memory traffic and no casting; on CPUs that multiply bfloat16 natively several times
    faster than full precision (Micikevicius et al., ICLR 2018, for the scheme).
    """

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        full = {name: value.clone() for name, value in reader.state_dict().items()}
        reader.encoder.to(torch.bfloat16)
        self._state = full
        self._trained = [(n, p) for n, p in reader.named_parameters() if p.requires_grad]
        self.names = [name for name, _ in self._trained]
        self.weights = [full[name].requires_grad_() for name in self.names]

    def gradients(self) -> None:
        """Hand the network's gradients to the full weights."""
        for weight, (_, low) in zip(self.weights, self._trained, strict=True):
            weight.grad = None if low.grad is None else low.grad.to(weight.dtype)
            low.grad = None

    @torch.no_grad()
    def copy_back(self) -> None:
        """Let the network compute with what the full weights have become."""
        for weight, (_, low) in zip(self.weights, self._trained, strict=True):
            low.copy_(weight)

    def state(self) -> dict[str, Tensor]:
        """All weights in full precision, by name."""
        return {name: value.detach() for name, value in self._state.items()}

    def restore(self) -> None:
        """Give the network its full weights back."""
        self._reader.float()
        self._reader.load_state_dict(self.state())


def _groups(masters: Masters, plan: Plan) -> list[dict[str, object]]:
    """The encoder's own weights move slowly, everything that starts from nothing faster."""
    slow: list[Tensor] = []
    fast: list[Tensor] = []
    for name, weight in zip(masters.names, masters.weights, strict=True):
        new = not name.startswith("encoder.") or ".case." in name or ".quote." in name
        (fast if new else slow).append(weight)
    return [
        {"params": slow, "lr": plan.encoder_rate},
        {"params": fast, "lr": plan.head_rate},
    ]


def _rate(progress: float, plan: Plan) -> float:
    if progress < plan.warm_up:
        return progress / plan.warm_up
    return plan.left + (1 - plan.left) * max(1 - progress, 0) / (1 - plan.warm_up)


def _save(
    kept: Path, masters: Masters, optimiser: object, schedule: object, done: int, total: int
) -> None:
    fresh = kept.with_suffix(".new")
    state = {"reader": masters.state(), "done": done, "total": total}
    state |= {"optimiser": optimiser.state_dict(), "schedule": schedule.state_dict()}  # type: ignore[attr-defined]
    torch.save(state, fresh)
    fresh.replace(kept)
