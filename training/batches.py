"""Examples to padded tensors, windows of like length together."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from training.data import Example

IGNORED = -100


@dataclass(frozen=True)
class Batch:
    """Tensors of a few windows: pieces by window, words by window, then a row for each cue.

    `marked` says of each window whether people marked its text.
    """

    pieces: Tensor
    shapes: Tensor
    quotes: Tensor
    mask: Tensor
    first: Tensor
    blocks: Tensor
    word_mask: Tensor
    tags: Tensor
    row: Tensor
    cues: Tensor
    roles: Tensor
    marked: Tensor

    def to(self, device: str) -> Batch:
        """The same on another device."""
        return Batch(*(value.to(device) for value in vars(self).values()))


def batches(made: list[Example], pieces: int, chance: random.Random) -> Iterator[Batch]:
    """Batches of about `pieces` pieces, in random order."""
    ordered = sorted(made, key=lambda example: len(example.window.pieces) + chance.random())
    groups: list[list[Example]] = [[]]
    for example in reversed(ordered):
        longest = len(groups[-1][0].window.pieces) if groups[-1] else 0
        if longest * (len(groups[-1]) + 1) > pieces:
            groups.append([])
        groups[-1].append(example)
    chance.shuffle(groups)
    return map(collate, groups)


def collate(group: list[Example]) -> Batch:
    """Pad a group of examples to one batch."""
    windows = [example.window for example in group]
    lengths = [len(window.words) for window in windows]
    tags: list[np.ndarray] = []
    roles: list[np.ndarray] = []
    rows: list[int] = []
    for number, example in enumerate(group):
        tag = np.zeros(lengths[number], np.int64)
        for first, end in example.cues:
            tag[first:end] = 2
        tag[example.cues[:, 0]] = 1
        tags.append(tag)
        rows.extend([number] * len(example.cues))
        roles.extend(example.roles)
    return Batch(
        pieces=_padded([w.pieces for w in windows], 1),
        shapes=_padded([w.shapes for w in windows]),
        quotes=_padded([w.quotes for w in windows]),
        mask=_padded([np.ones_like(w.pieces) for w in windows]).bool(),
        first=_padded([w.first for w in windows]),
        blocks=_padded([w.blocks for w in windows]),
        word_mask=_padded([np.ones_like(w.first) for w in windows]).bool(),
        tags=_padded(tags, IGNORED),
        row=torch.tensor(rows, dtype=torch.long),
        cues=torch.from_numpy(np.concatenate([example.cues for example in group])),
        roles=_padded(roles, length=max(lengths)),
        marked=torch.tensor([example.marked for example in group]),
    )


def _padded(rows: list[np.ndarray], value: int = 0, length: int | None = None) -> Tensor:
    width = length if length is not None else max(map(len, rows))
    out = torch.full((len(rows), width), value, dtype=torch.long)
    for number, row in enumerate(rows):
        out[number, : len(row)] = torch.from_numpy(row)
    return out
