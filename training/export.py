"""A trained reader to the folder that the package ships."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import onnx
import torch

from training.batches import Batch
from training.graph import Largest, encoder_graph, roles_graph
from training.inner import with_inner
from training.model import Reader


def export(
    reader: Reader,
    tokenizer: str,
    settings: dict[str, object],
    seen: list[Batch],
    folder: Path,
) -> None:
    """Write `encoder.onnx`, `roles.onnx`, `tables.npz`, `tokenizer.json`, `model.json`.

    Rounding steps are fixed on the text of `seen`.
    """
    folder.mkdir(parents=True, exist_ok=True)
    graph = encoder_graph(reader, int(str(settings["limit"])), largest_inputs(reader, seen))
    onnx.save(with_inner(graph), folder / "encoder.onnx")
    onnx.save(roles_graph(reader), folder / "roles.onnx")
    with (folder / "tables.npz").open("wb") as out:
        np.savez(out, transitions=reader.transitions.detach().float().numpy())
    (folder / "tokenizer.json").write_text(tokenizer)
    settings = {**settings, "reach": reader.encoder.shape.reach}
    (folder / "model.json").write_text(json.dumps(settings, indent=2) + "\n")


@torch.no_grad()
def largest_inputs(reader: Reader, seen: list[Batch]) -> Largest:
    """Largest size of every input of each layer's linear steps, over the words of `seen`.

    `heads` stands for the first steps of the heads, which all take the encoder's output.
    """
    largest: dict[str, torch.Tensor] = {}

    def note(name: str, values: torch.Tensor) -> None:
        size = values.float().abs().amax((0, 1))
        largest[name] = torch.maximum(largest.get(name, size), size)

    hooks = [
        getattr(layer, part).register_forward_pre_hook(
            lambda _, inputs, name=f"{number}.{part}": note(name, inputs[0])
        )
        for number, layer in enumerate(reader.encoder.layers)
        for part in ("q", "o", "up", "down")
    ]
    reader.eval()
    for batch in seen:
        note("heads", reader.encoder(batch.pieces, batch.shapes, batch.quotes, batch.mask))
    for hook in hooks:
        hook.remove()
    return {name: size.numpy() for name, size in largest.items()}
