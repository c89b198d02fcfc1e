"""A trained encoder as an ONNX graph with 8-bit weights.

Weights are rounded for each output column, activations for each word piece as they come, both by
their largest value: no scale depends on what else is read. The operators are ONNX's own and ONNX
Runtime's contributed ones, which run on any CPU.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from training.model import Reader

CONTRIBUTED = "com.microsoft"
Floats = NDArray[np.float32]


@dataclass
class Graph:
    """Nodes and constants in the making."""

    nodes: list[onnx.NodeProto] = field(default_factory=list)
    constants: list[onnx.TensorProto] = field(default_factory=list)

    def constant(self, name: str, value: NDArray[np.generic]) -> str:
        """Add a constant, hand back its name."""
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(self, operator: str, inputs: list[str], name: str, **settings: object) -> str:
        """Add a node with one output, which has its name; hand back that."""
        contributed = operator in {"MatMulIntegerToFloat", "BiasGelu", "Gelu"}
        self.nodes.append(
            helper.make_node(
                operator,
                inputs,
                [name],
                name=name,
                domain=CONTRIBUTED if contributed else "",
                **settings,
            )
        )
        return name

    def linear(self, x: str, name: str, weight: Floats, bias: Floats | None) -> str:
        """Rows of `x` times `weight` (outputs, inputs) plus `bias`, in 8 bits.

        Each row of `x` is rounded by its own largest value, so it never depends on the others.
        """
        rounded, scale = by_row(weight)
        largest = self.node(
            "ReduceMax",
            [self.node("Abs", [x], f"{name}.size"), "columns"],
            f"{name}.largest",
            keepdims=0,
        )
        by = self.node("Mul", [largest, "one_127th"], f"{name}.by")
        zeros = self.node(
            "Expand", ["middle_row", self.node("Shape", [by], f"{name}.rows")], f"{name}.middles"
        )
        small = self.node("QuantizeLinear", [x, by, zeros], f"{name}.small", axis=0)
        product = self.node(
            "MatMulIntegerToFloat",
            [
                small,
                self.constant(f"{name}.weight", rounded.T),
                "one",
                self.constant(f"{name}.scale", scale),
                "middle",
            ],
            f"{name}.product",
        )
        column = self.node("Unsqueeze", [by, "columns"], f"{name}.column")
        y = self.node("Mul", [product, column], f"{name}.scaled")
        if bias is None:
            return y
        return self.node("Add", [y, self.constant(f"{name}.bias", bias)], name)


def by_row(weight: Floats) -> tuple[NDArray[np.int8], Floats]:
    """Round each row to 8 bits by its largest value; the rows and their scales."""
    scale = np.maximum(np.abs(weight).max(1), 1e-12) / 127
    return np.rint(weight / scale[:, None]).astype(np.int8), scale.astype(np.float32)


def encoder_graph(reader: Reader, limit: int) -> onnx.ModelProto:
    """One window of at most `limit` pieces to vectors of its words.

    Inputs: `pieces`, `cases`, `quotes` (pieces), `first` (words) and `near` (heads, pieces,
    pieces). Outputs, a row for each word: `tags` (cue tag scores), `of_word` and `of_cue` (what
    the role scorer makes of the word, and of the word as part of a cue).
    """
    graph = Graph()
    graph.constant("columns", np.asarray([1]))
    graph.constant("one_127th", np.float32(1 / 127))
    graph.constant("one", np.float32(1))
    graph.constant("middle", np.asarray(128, np.uint8))
    graph.constant("middle_row", np.asarray([128], np.uint8))
    w = {name: value.detach().float().numpy() for name, value in reader.state_dict().items()}
    x = _embedding(graph, w, limit)
    for number in range(reader.encoder.shape.layers):
        x = _layer(graph, w, x, number, reader.encoder.shape.heads)
    words = graph.node("Gather", [x, "first"], "words", axis=0)
    for name in ("of_word", "of_cue"):
        _plain_linear(graph, words, name, w[f"{name}.weight"], w[f"{name}.bias"])
    hidden = _plain_linear(graph, words, "tag_in", w["tag.0.weight"], w["tag.0.bias"])
    hidden = graph.node("Gelu", [hidden], "tag_hidden")
    _plain_linear(graph, hidden, "tags", w["tag.2.weight"], w["tag.2.bias"])
    return _model(graph, reader.encoder.shape.heads)


def _embedding(graph: Graph, w: dict[str, Floats], limit: int) -> str:
    rounded, scale = by_row(w["encoder.word.weight"])
    rows = graph.node("Gather", [graph.constant("word", rounded), "pieces"], "word_rows")
    rows = graph.node("Cast", [rows], "word_float", to=TensorProto.FLOAT)
    scales = graph.node("Gather", [graph.constant("word_by", scale[:, None]), "pieces"], "by_word")
    x = graph.node("Mul", [rows, scales], "word_vectors")
    table = graph.constant("position", w["encoder.position.weight"][2 : 2 + limit])
    length = graph.node("Shape", ["pieces"], "length")
    start = graph.constant("start", np.asarray([0]))
    x = graph.node("Add", [x, graph.node("Slice", [table, start, length], "here")], "placed")
    for name in ("case", "quote"):
        table = graph.constant(name, w[f"encoder.{name}.weight"])
        vectors = graph.node("Gather", [table, f"{name}s"], f"{name}_vectors")
        x = graph.node("Add", [x, vectors], f"with_{name}")
    return _norm(graph, x, "embedding_norm", w, "encoder.norm")


def _layer(graph: Graph, w: dict[str, Floats], x: str, number: int, heads: int) -> str:
    name, ours = f"layer{number}", f"encoder.layers.{number}"
    mixed = _attention(graph, w, x, name, ours, heads)
    out = graph.linear(mixed, f"{name}.o", w[f"{ours}.o.weight"], w[f"{ours}.o.bias"])
    x = _norm(graph, graph.node("Add", [x, out], f"{name}.sum"), f"{name}.norm", w, f"{ours}.norm")
    up = graph.linear(x, f"{name}.up", w[f"{ours}.up.weight"], None)
    bias = graph.constant(f"{name}.up.bias", w[f"{ours}.up.bias"])
    up = graph.node("BiasGelu", [up, bias], f"{name}.gelu")
    down = graph.linear(up, f"{name}.down", w[f"{ours}.down.weight"], w[f"{ours}.down.bias"])
    x = graph.node("Add", [x, down], f"{name}.out_sum")
    return _norm(graph, x, f"{name}.out_norm", w, f"{ours}.out_norm")


def _attention(graph: Graph, w: dict[str, Floats], x: str, name: str, ours: str, heads: int) -> str:
    """Softmax attention in full precision; the scale of scores is put into the queries."""
    size = w[f"{ours}.q.weight"].shape[0] // heads
    scale = np.float32(size**-0.5)
    joined = graph.linear(
        x,
        f"{name}.qkv",
        np.concatenate([w[f"{ours}.{p}.weight"] * (scale if p == "q" else 1) for p in "qkv"]),
        np.concatenate([w[f"{ours}.{p}.bias"] * (scale if p == "q" else 1) for p in "qkv"]),
    )
    by_head = graph.constant(f"{name}.by_head", np.asarray([-1, 3 * heads, size]))
    joined = graph.node("Reshape", [joined, by_head], f"{name}.heads")
    joined = graph.node("Transpose", [joined], f"{name}.turned", perm=[1, 0, 2])
    parts = [f"{name}.{part}" for part in "qkv"]
    graph.nodes.append(helper.make_node("Split", [joined], parts, axis=0, num_outputs=3))
    keys = graph.node("Transpose", [parts[1]], f"{name}.keys", perm=[0, 2, 1])
    scores = graph.node("MatMul", [parts[0], keys], f"{name}.scores")
    scores = graph.node("Add", [scores, "near"], f"{name}.biased")
    shares = graph.node("Softmax", [scores], f"{name}.shares", axis=-1)
    mixed = graph.node("MatMul", [shares, parts[2]], f"{name}.mixed")
    mixed = graph.node("Transpose", [mixed], f"{name}.back", perm=[1, 0, 2])
    flat = graph.constant(f"{name}.flat", np.asarray([-1, heads * size]))
    return graph.node("Reshape", [mixed, flat], f"{name}.joined")


def _norm(graph: Graph, x: str, name: str, w: dict[str, Floats], ours: str) -> str:
    scale = graph.constant(f"{name}.weight", w[f"{ours}.weight"])
    shift = graph.constant(f"{name}.bias", w[f"{ours}.bias"])
    return graph.node("LayerNormalization", [x, scale, shift], name, axis=-1, epsilon=1e-5)


def _plain_linear(graph: Graph, x: str, name: str, weight: Floats, bias: Floats) -> str:
    product = graph.node("MatMul", [x, graph.constant(f"{name}.w", weight.T)], f"{name}.product")
    return graph.node("Add", [product, graph.constant(f"{name}.b", bias)], name)


def _model(graph: Graph, heads: int) -> onnx.ModelProto:
    def value(name: str, kind: int, shape: list[object]) -> onnx.ValueInfoProto:
        return helper.make_tensor_value_info(name, kind, shape)

    whole, real = TensorProto.INT64, TensorProto.FLOAT
    inputs = [value(name, whole, ["n"]) for name in ("pieces", "cases", "quotes")]
    inputs += [value("first", whole, ["words"]), value("near", real, [heads, "n", "n"])]
    outputs = [value(name, real, ["words", None]) for name in ("tags", "of_word", "of_cue")]
    made = helper.make_graph(graph.nodes, "reader", inputs, outputs, graph.constants)
    return helper.make_model(
        made,
        opset_imports=[helper.make_opsetid("", 18), helper.make_opsetid(CONTRIBUTED, 1)],
        ir_version=9,
    )
