"""The trained finder of statements in statements as the package reads it.

What is worked out for every word is an ONNX graph in 8 bits, so that one thread does it and it
costs little; what is worked out for the cues of a content lies beside it in tables.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import quantize_dynamic

Floats = NDArray[np.float32]
OPSET = 20
"""The first with Gelu."""
TABLES = ("score", "score_bias", "places", "transitions", "thresholds")


def export(w: dict[str, Floats], mean: Floats, spread: Floats, folder: Path) -> None:
    """Write `nested.onnx` and `nested.npz` to `folder`.

    `w` holds `words` (size, 256), `cue` (size, 128), `tag`, `tags` and `score` with their biases,
    as they take a word's inner layers; `mean`, `spread` (size) even those out before rounding.
    """
    path = folder / "nested.onnx"
    onnx.save(_graph(w, mean, spread), path)
    quantize_dynamic(path, path, per_channel=True, reduce_range=True)
    with (folder / "nested.npz").open("wb") as out:
        tables = {name: np.asarray(w[name], np.float32) for name in TABLES}
        tables["places"] = tables["places"].astype(np.float16)
        np.savez(out, allow_pickle=False, **tables)


def _graph(w: dict[str, Floats], mean: Floats, spread: Floats) -> onnx.ModelProto:
    joined = np.concatenate([w["words"], w["cue"]], 1).astype(np.float32)
    bias = np.concatenate([w["words_bias"], w["cue_bias"]]) + mean @ joined
    constants = {
        "mean": mean,
        "by": 1 / spread,
        "first": joined * spread[:, None],
        "first_bias": bias,
        **{name: w[name] for name in ("tag", "tag_bias", "tags_bias")},
        "tags_weight": w["tags"],
    }
    steps: list[tuple[str, list[str], list[str], dict[str, object]]] = [
        ("Sub", ["inner", "mean"], ["centred"], {}),
        ("Mul", ["centred", "by"], ["even"], {}),
        ("MatMul", ["even", "first"], ["product"], {}),
        ("Add", ["product", "first_bias"], ["sum"], {}),
        ("Split", ["sum"], ["of_word", "of_tag", "of_cue"], {"axis": 1, "num_outputs": 3}),
        ("Gelu", ["of_tag"], ["bent"], {"approximate": "tanh"}),
        ("MatMul", ["bent", "tag"], ["tag_product"], {}),
        ("Add", ["tag_product", "tag_bias"], ["tag_sum"], {}),
        ("Gelu", ["tag_sum"], ["tag_bent"], {"approximate": "tanh"}),
        ("MatMul", ["tag_bent", "tags_weight"], ["tags_product"], {}),
        ("Add", ["tags_product", "tags_bias"], ["tags"], {}),
    ]

    def value(name: str, size: int | None) -> onnx.ValueInfoProto:
        return helper.make_tensor_value_info(name, TensorProto.FLOAT, ["words", size])

    nodes = [helper.make_node(name, ins, outs, **more) for name, ins, outs, more in steps]
    made = helper.make_graph(
        nodes,
        "nested",
        [value("inner", len(mean))],
        [value(name, None) for name in ("of_word", "tags", "of_cue")],
        [
            numpy_helper.from_array(np.ascontiguousarray(array, np.float32), name)
            for name, array in constants.items()
        ],
    )
    return helper.make_model(made, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=9)
