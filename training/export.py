"""A trained reader to the folder that the package ships."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import onnx

from training.graph import encoder_graph
from training.model import Reader

HEADS = {
    "near": "encoder.near.weight",
    "distance": "distance.weight",
    "step": "step.weight",
    "score.weight": "score.weight",
    "score.bias": "score.bias",
    "transitions": "transitions",
}


def export(reader: Reader, tokenizer: str, settings: dict[str, object], folder: Path) -> None:
    """Write `reader.onnx`, `heads.npz`, `tokenizer.json` and `model.json` to `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    state = reader.state_dict()
    onnx.save(encoder_graph(reader, int(str(settings["limit"]))), folder / "reader.onnx")
    with (folder / "heads.npz").open("wb") as out:
        np.savez(out, **{ours: state[name].float().numpy() for ours, name in HEADS.items()})
    (folder / "tokenizer.json").write_text(tokenizer)
    (folder / "model.json").write_text(json.dumps(settings, indent=2) + "\n")
