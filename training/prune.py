"""A smaller reader out of a trained one: the heads and inner units that matter least go.

The worth of a unit is how much it adds to its layer's output over real text: the size of what it
puts out times the size of its outgoing weights (after Molchanov et al., CVPR 2019, without
gradients); the worth of a head is that of its units together (Michel et al., NeurIPS 2019, for
the finding that many can go).
"""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor

from training.batches import Batch
from training.model import Reader, Shape

Sizes = dict[str, Tensor]
"""For "3.down" or "3.o", the mean size of each of that step's inputs over real text."""


@torch.no_grad()
def pruned(reader: Reader, shape: Shape, seen: list[Batch]) -> Reader:
    """A copy of `reader` with the heads and inner units of `shape`, the worthiest on `seen`."""
    sizes = _sizes(reader, seen)
    small = Reader(shape, reader.encoder.word.num_embeddings)
    state = reader.state_dict()
    for number in range(shape.layers):
        layer = f"encoder.layers.{number}"
        units, of_heads = (
            sizes[f"{number}.{part}"] * state[f"{layer}.{part}.weight"].float().norm(dim=0)
            for part in ("down", "o")
        )
        _keep(state, layer, ("up",), "down", _worthiest(units, shape.inner))
        heads = _worthiest(of_heads.view(-1, shape.head).sum(1), shape.heads)
        _keep(state, layer, ("q", "k", "v"), "o", _units_of(heads, shape.head))
        near = f"encoder.near.{number}.weight"
        state[near] = state[near][:, heads]
    small.load_state_dict(state)
    return small


def _worthiest(worth: Tensor, count: int) -> Tensor:
    return worth.topk(count).indices.sort().values


def _units_of(heads: Tensor, size: int) -> Tensor:
    return (heads[:, None] * size + torch.arange(size)).flatten()


def _keep(
    state: dict[str, Tensor], layer: str, into: tuple[str, ...], out_of: str, units: Tensor
) -> None:
    """Keep `units` of what the steps `into` put out and the step `out_of` takes in."""
    for name in into:
        for part in ("weight", "bias"):
            state[f"{layer}.{name}.{part}"] = state[f"{layer}.{name}.{part}"][units]
    state[f"{layer}.{out_of}.weight"] = state[f"{layer}.{out_of}.weight"][:, units]


def _sizes(reader: Reader, seen: list[Batch]) -> Sizes:
    sizes: Sizes = {}

    def note(name: str) -> Callable[[object, tuple[Tensor, ...]], None]:
        def add(_: object, inputs: tuple[Tensor, ...]) -> None:
            size = inputs[0].abs().float().mean((0, 1))
            sizes[name] = sizes.get(name, torch.zeros(())) + size

        return add

    watching = [
        getattr(layer, part).register_forward_pre_hook(note(f"{number}.{part}"))
        for number, layer in enumerate(reader.encoder.layers)
        for part in ("o", "down")
    ]
    reader.eval()
    for batch in seen:
        reader.encode(batch.pieces, batch.shapes, batch.quotes, batch.mask)
    for hook in watching:
        hook.remove()
    return sizes
