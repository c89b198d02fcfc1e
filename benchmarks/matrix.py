"""How much of the machine's rate of 8-bit products a whole read reaches.

    python -m benchmarks.matrix [--data FOLDER] [--model small]

Needs the extra `training`, for ONNX. The rate of the machine is that of one large product by the
same operator on one core; the operations of a read are those of all matrix products on its way.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

import quoth
from benchmarks.setting import setting
from benchmarks.tools import DATA, texts_in
from quoth.documents import from_text
from quoth.models import MODELS, model_folder
from quoth.reading.encoder import Encoder
from quoth.reading.windows import Window

SIDE = 768
ROWS = 4096


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.matrix",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--data", type=Path, default=DATA, help="folder with text/")
    parser.add_argument("--model", choices=MODELS, default=MODELS[0])
    options = parser.parse_args()
    texts = [path.read_text("utf-8") for path in sorted(texts_in(options.data).iterdir())]
    windows: list[Window] = []
    encode = Encoder.encode

    def counted(self: Encoder, window: Window) -> Any:
        windows.append(window)
        return encode(self, window)

    Encoder.encode = counted  # type: ignore[method-assign]
    reader = quoth.Reader(options.model, threads=1)
    reader.read(from_text(texts[0]))
    windows.clear()
    whole = _seconds(lambda: [reader.read(from_text(text)) for text in texts])
    encoder = Encoder(options.model)
    alone = _seconds(lambda: [encode(encoder, window) for window in list(windows)])
    done = operations(options.model, windows)
    peak = machine_rate()
    print(f"- the machine: {peak / 1e9:.0f} GOP/s on one core, 8-bit product {ROWS}x{SIDE}x{SIDE}")
    for name, seconds in (("the encoder alone", alone), ("the whole read", whole)):
        rate = done / seconds
        print(f"- {name}: {rate / 1e9:.0f} GOP/s, {100 * rate / peak:.0f} % of that")
    print(f"- {options.model}: {done / 1e9:.0f} GOP in {whole:.1f} CPU-seconds")
    for line in setting(options.data):
        print(f"- {line}")


def _seconds(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


def operations(model: str, windows: list[Window]) -> float:
    """Multiplications and additions of all products with weights, and of attention's."""
    graph = onnx.load_from_string((model_folder(model) / "encoder.onnx").read_bytes()).graph
    shapes = {constant.name: list(constant.dims) for constant in graph.initializer}
    pieces = sum(len(window.pieces) for window in windows)
    words = sum(len(window.words) for window in windows)
    last = max(int(name[5:].split(".")[0]) for name in shapes if name.startswith("layer"))
    total = 0.0
    for name, shape in shapes.items():
        if name.endswith(".weight") and len(shape) == 2:
            of_words = name.startswith((f"layer{last}.", "heads")) and ".qkv." not in name
            total += 2.0 * shape[0] * shape[1] * (words if of_words else pieces)
        if name.endswith(".near"):
            heads, _, reach, keys = shape
            size = shapes[name.replace(".near", ".o.weight")][0] // heads
            rows = sum(-(-len(window.pieces) // reach) * reach for window in windows)
            total += 2 * 2.0 * rows * heads * keys * size
    return total


def machine_rate() -> float:
    """Operations a second of one large 8-bit product on one core, the best of several."""
    weights = np.random.default_rng(0).integers(-60, 60, (SIDE, SIDE)).astype(np.int8)
    constants = [
        numpy_helper.from_array(value, name)
        for name, value in {
            "w": weights,
            "one": np.float32(1),
            "scale": np.ones(SIDE, np.float32),
            "middle": np.asarray(128, np.uint8),
        }.items()
    ]
    inputs = ["x", "w", "one", "scale", "middle"]
    node = helper.make_node("MatMulIntegerToFloat", inputs, ["y"], domain="com.microsoft")
    rows = helper.make_tensor_value_info("x", TensorProto.UINT8, [ROWS, SIDE])
    out = helper.make_tensor_value_info("y", TensorProto.FLOAT, [ROWS, SIDE])
    opsets = [helper.make_opsetid("", 18), helper.make_opsetid("com.microsoft", 1)]
    graph = helper.make_graph([node], "product", [rows], [out], constants)
    model = helper.make_model(graph, opset_imports=opsets, ir_version=9)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(model.SerializeToString(), options)
    x = np.random.default_rng(1).integers(0, 255, (ROWS, SIDE)).astype(np.uint8)
    best = min(_seconds(lambda: session.run(None, {"x": x})) for _ in range(20))
    return 2.0 * ROWS * SIDE * SIDE / best


if __name__ == "__main__":
    main()
