"""A smaller reader out of a trained one: the inner units of each layer that matter least go.

A unit's worth is how much it adds to its layer's output over real text: the size of what it puts
out times the size of its outgoing weights (after Molchanov et al., CVPR 2019, without gradients).
"""

from __future__ import annotations

from dataclasses import replace

import torch
from torch import Tensor
from torch.nn import functional

from training.batches import Batch
from training.model import Reader


@torch.no_grad()
def narrowed(reader: Reader, inner: int, seen: list[Batch]) -> Reader:
    """A copy of `reader` whose layers keep their `inner` worthiest units, judged on `seen`."""
    worth = _worth(reader, seen)
    shape = replace(reader.encoder.shape, inner=inner)
    small = Reader(shape, reader.encoder.word.num_embeddings)
    state = reader.state_dict()
    for number, unit in enumerate(worth):
        kept = unit.topk(inner).indices.sort().values
        name = f"encoder.layers.{number}"
        state[f"{name}.up.weight"] = state[f"{name}.up.weight"][kept]
        state[f"{name}.up.bias"] = state[f"{name}.up.bias"][kept]
        state[f"{name}.down.weight"] = state[f"{name}.down.weight"][:, kept]
    small.load_state_dict(state)
    return small


def _worth(reader: Reader, seen: list[Batch]) -> list[Tensor]:
    sizes: list[Tensor] = [torch.zeros(()) for _ in reader.encoder.layers]

    def watch(number: int) -> object:
        def note(_: object, __: object, output: Tensor) -> None:
            sizes[number] = sizes[number] + functional.gelu(output).abs().float().mean((0, 1))

        return reader.encoder.layers[number].up.register_forward_hook(note)

    watching = [watch(number) for number in range(len(sizes))]
    reader.eval()
    for batch in seen:
        reader.encode(batch.pieces, batch.shapes, batch.quotes, batch.mask)
    for hook in watching:
        hook.remove()  # type: ignore[attr-defined]
    outgoing = [layer.down.weight.float().norm(dim=0) for layer in reader.encoder.layers]
    return [size * weight for size, weight in zip(sizes, outgoing, strict=True)]
