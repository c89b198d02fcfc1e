"""A trained encoder as an ONNX graph with 8-bit weights.

Weights are rounded for each output, activations by steps fixed on training text or for each word
piece by itself: no scale depends on what else is read. The operators are ONNX's own and ONNX
Runtime's contributed ones, which run on any CPU.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from training.model import Reader, Shape, relative_buckets

EVENED = 0.7
"""How much of the size of large inputs the weights take over; by trial, see the README."""
CONTRIBUTED = "com.microsoft"
Floats = NDArray[np.float32]


@dataclass
class Graph:
    """Nodes and constants in the making."""

    nodes: list[onnx.NodeProto] = field(default_factory=list)
    constants: list[onnx.TensorProto] = field(default_factory=list)

    def constant(self, name: str, value: NDArray[Any] | np.generic) -> str:
        """Add a constant, hand back its name."""
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(self, operator: str, inputs: list[str], name: str, **settings: object) -> str:
        """Add a node with one output, which has its name; hand back that."""
        contributed = operator in {"MatMulIntegerToFloat", "Gelu"}
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

    def split(self, x: str, names: list[str], axis: int) -> None:
        """Add a node that cuts `x` into equal parts."""
        self.nodes.append(helper.make_node("Split", [x], names, axis=axis, num_outputs=len(names)))

    def linear(self, x: str, name: str, weight: Floats, bias: Floats, largest: Floats) -> str:
        """Rows of `x` times `weight` (outputs, inputs) plus `bias`, in 8 bits, by fixed steps.

        `largest` is the largest size of each input seen on training text. Inputs that run large
        hand part of their size to the weights first (Xiao et al., ICML 2023).
        """
        by = _steps(largest, weight)
        small = self.node("Mul", [x, self.constant(f"{name}.by", 1 / by)], f"{name}.evened")
        small = self.node("QuantizeLinear", [small, "one", "middle"], f"{name}.small")
        return self._product(small, name, weight * by, [self.constant(f"{name}.bias", bias)], name)

    def linear_by_row(
        self, x: str, name: str, weight: Floats, bias: Floats, largest: Floats
    ) -> str:
        """The same with steps for each row of `x` by its own largest value.

        For inputs whose size differs too much from word to word for fixed steps.
        """
        by = _steps(largest, weight)
        x = self.node("Mul", [x, self.constant(f"{name}.by", 1 / by)], f"{name}.evened")
        size = self.node("Abs", [x], f"{name}.size")
        size = self.node("ReduceMax", [size, "columns"], f"{name}.largest", keepdims=0)
        step = self.node("Mul", [size, "one_127th"], f"{name}.step")
        rows = self.node("Shape", [step], f"{name}.rows")
        middles = self.node("Expand", ["middle_row", rows], f"{name}.middles")
        small = self.node("QuantizeLinear", [x, step, middles], f"{name}.small", axis=0)
        product = self._product(small, name, weight * by, [], f"{name}.product")
        column = self.node("Unsqueeze", [step, "columns"], f"{name}.column")
        scaled = self.node("Mul", [product, column], f"{name}.scaled")
        return self.node("Add", [scaled, self.constant(f"{name}.bias", bias)], name)

    def _product(self, small: str, name: str, weight: Floats, bias: list[str], output: str) -> str:
        rounded, scale = by_row(weight)
        weights = self.constant(f"{name}.weight", unsaturated(rounded).T)
        scales = self.constant(f"{name}.scale", scale)
        inputs = [small, weights, "one", scales, "middle", *(["", *bias] if bias else [])]
        return self.node("MatMulIntegerToFloat", inputs, output)


def _steps(largest: Floats, weight: Floats) -> Floats:
    """How much of each input one rounding step is."""
    largest = np.maximum(largest, 1e-4)
    evened = largest**EVENED / np.maximum(np.abs(weight).max(0), 1e-4) ** (1 - EVENED)
    steps: Floats = evened * (largest / evened).max() / 127
    return steps.astype(np.float32)


def by_row(weight: Floats) -> tuple[NDArray[np.int8], Floats]:
    """Round each row to 8 bits by its largest value; the rows and their scales."""
    scale = np.maximum(np.abs(weight).max(1), 1e-12) / 127
    return np.rint(weight / scale[:, None]).astype(np.int8), scale.astype(np.float32)


def unsaturated(rounded: NDArray[np.int8]) -> NDArray[np.int8]:
    """Rows whose neighbours, two by two, are at most 128 together where they have one sign.

    Processors before AVX-512 VNNI add two products of 8 bits in 16, which holds 255 times 128
    but no more. With weights cut down to that, and few are, all processors give the same sums.
    """
    pairs = rounded.reshape(len(rounded), -1, 2).astype(np.int16)
    excess = np.maximum(np.abs(pairs.sum(-1)) - 128, 0)
    less = np.stack([excess - excess // 2, excess // 2], -1)
    return (pairs - np.sign(pairs) * less).reshape(rounded.shape).astype(np.int8)


Largest = dict[str, Floats]
"""For each linear step of each layer ("0.up"), the largest size of every input seen."""


def encoder_graph(reader: Reader, limit: int, largest: Largest) -> onnx.ModelProto:
    """One window of at most `limit` pieces to vectors of its words.

    Inputs: `pieces`, `cases`, `quotes` (pieces) and `first` (words). Outputs, a row for each word:
    `tags` (cue tag scores), `of_word` and `of_cue` (what the role scorer makes of the word, and of
    the word as part of a cue).
    """
    graph = Graph()
    graph.constant("columns", np.asarray([1]))
    graph.constant("one", np.float32(1))
    graph.constant("one_127th", np.float32(1 / 127))
    graph.constant("middle_row", np.asarray([128], np.uint8))
    graph.constant("middle", np.asarray(128, np.uint8))
    w = {name: value.detach().float().numpy() for name, value in reader.state_dict().items()}
    shape = reader.encoder.shape
    x = _embedding(graph, w, limit)
    attention = Attention(graph, shape)
    for number in range(shape.layers):
        last = number + 1 == shape.layers
        x = _layer(graph, w, x, number, attention, largest, "first" if last else None)
    joined = graph.linear(x, "heads", *_heads(w), largest["heads"])
    graph.split(joined, ["of_word", "of_cue", "tag_in"], axis=1)
    hidden = graph.node("Gelu", ["tag_in"], "tag_hidden")
    _plain_linear(graph, hidden, "tags", w["tag.2.weight"], w["tag.2.bias"])
    return _model(graph)


def roles_graph(reader: Reader) -> onnx.ModelProto:
    """The role scorer: `of_word` (words, hidden), `cue` (cues, hidden) and `where` (cues, words),
    the number of each word's distance and block step from the cue, to `scores` (cues, words, 10).
    """
    graph = Graph()
    w = {name: value.detach().float().numpy() for name, value in reader.state_dict().items()}
    cue = graph.node("Unsqueeze", ["cue", graph.constant("middle_axis", np.asarray([1]))], "cues")
    hidden = graph.node("Add", ["of_word", cue], "pairs")
    table = _places(graph, w["distance.weight"], w["step.weight"])
    hidden = graph.node("Add", [hidden, graph.node("Gather", [table, "where"], "placed")], "sums")
    hidden = graph.node("Relu", [hidden], "hidden")
    _plain_linear(graph, hidden, "scores", w["score.weight"], w["score.bias"])
    real, whole, value = TensorProto.FLOAT, TensorProto.INT64, helper.make_tensor_value_info
    inputs = [value("of_word", real, ["words", None]), value("cue", real, ["cues", None])]
    inputs += [value("where", whole, ["cues", "words"])]
    return _made(graph, inputs, [value("scores", real, ["cues", "words", None])])


def _places(graph: Graph, distance: Floats, step: Floats) -> str:
    """A row for each pair of distance and step: their sum, made when the graph is loaded."""
    rows = graph.constant("distances", distance[:, None])
    sums = graph.node("Add", [rows, graph.constant("steps", step[None])], "places_by")
    flat = graph.constant("places_shape", np.asarray([-1, distance.shape[1]]))
    return graph.node("Reshape", [sums, flat], "places")


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


def _layer(
    graph: Graph,
    w: dict[str, Floats],
    x: str,
    number: int,
    attention: Attention,
    largest: Largest,
    kept: str | None,
) -> str:
    """One layer; after attention only the rows that `kept` names go on, where it is given."""
    name, ours = f"layer{number}", f"encoder.layers.{number}"

    def linear(x: str, part: str) -> str:
        weight, bias = w[f"{ours}.{part}.weight"], w[f"{ours}.{part}.bias"]
        make = graph.linear_by_row if part == "down" else graph.linear
        return make(x, f"{name}.{part}", weight, bias, largest[f"{number}.{part}"])

    weight, bias = _queries_keys_values(w, ours, attention.head)
    joined = graph.linear(x, f"{name}.qkv", weight, bias, largest[f"{number}.q"])
    mixed = attention(joined, name, w[f"encoder.near.{number}.weight"])
    if kept is not None:
        x = graph.node("Gather", [x, kept], f"{name}.kept", axis=0)
        mixed = graph.node("Gather", [mixed, kept], f"{name}.mixed_kept", axis=0)
    out = linear(mixed, "o")
    x = _norm(graph, graph.node("Add", [x, out], f"{name}.sum"), f"{name}.norm", w, f"{ours}.norm")
    down = linear(graph.node("Gelu", [linear(x, "up")], f"{name}.gelu"), "down")
    x = graph.node("Add", [x, down], f"{name}.out_sum")
    return _norm(graph, x, f"{name}.out_norm", w, f"{ours}.out_norm")


def _heads(w: dict[str, Floats]) -> tuple[Floats, Floats]:
    """The first steps of all heads as one, behind the widening where there is one."""
    weight, bias = (
        np.concatenate([w[f"{name}.{part}"] for name in ("of_word", "of_cue", "tag.0")])
        for part in ("weight", "bias")
    )
    if "widen.weight" in w:
        weight, bias = weight @ w["widen.weight"], bias + weight @ w["widen.bias"]
    return weight, bias


def _queries_keys_values(w: dict[str, Floats], ours: str, head: int) -> tuple[Floats, Floats]:
    """The three projections as one; the scale of attention scores is put into the queries."""
    scale = np.float32(head**-0.5)
    weight, bias = (
        np.concatenate([w[f"{ours}.{p}.{part}"] * (scale if p == "q" else 1) for p in "qkv"])
        for part in ("weight", "bias")
    )
    return weight, bias


class Attention:
    """Softmax attention of each block of `reach` pieces to itself and to the blocks beside it.

    In full precision. A window is filled up to whole blocks (`fill`), a block of nothing stands
    before the first and after the last, and `unseen` keeps what is no piece from being seen.
    """

    def __init__(self, graph: Graph, shape: Shape) -> None:
        assert shape.reach is not None, "only local attention is written out"
        size, self.head = shape.reach, shape.head
        self._graph = graph
        self._buckets = relative_buckets(3 * size).numpy()[size : 2 * size]
        by_block = np.asarray([-1, size, 3 * shape.heads, shape.head])
        self._by_block = graph.constant("by_block", by_block)
        self._around = graph.constant("around", np.asarray([0, 1, 0, 0, 0, 1, 0, 0]))
        self._flat = graph.constant("flat", np.asarray([-1, shape.heads * shape.head]))
        self._blocks = graph.constant("block_axis", np.asarray([1]))
        self._edge = {n: graph.constant(f"edge{n}", np.asarray([n])) for n in (-2, -1, 0, 1, 2)}
        self._end = graph.constant("end", np.asarray([np.iinfo(np.int64).max]))
        self._length = graph.node("Shape", ["pieces"], "pieces_length")

    def __call__(self, joined: str, name: str, near: Floats) -> str:
        """Queries, keys and values side by side, a row for each piece, to mixed values."""
        node = self._graph.node
        joined = node("Pad", [joined, "fill"], f"{name}.filled")
        joined = node("Reshape", [joined, self._by_block], f"{name}.blocks")
        joined = node("Transpose", [joined], f"{name}.turned", perm=[2, 0, 1, 3])
        queries, keys, values = (f"{name}.{part}" for part in ("queries", "keys", "values"))
        self._graph.split(joined, [queries, keys, values], axis=0)
        keys, values = self._with_neighbours(keys), self._with_neighbours(values)
        keys = node("Transpose", [keys], f"{keys}.turned", perm=[0, 1, 3, 2])
        scores = node("MatMul", [queries, keys], f"{name}.scores")
        by_head = near[self._buckets].transpose(2, 0, 1)[:, None]
        bias = node(
            "Add", [self._graph.constant(f"{name}.near", by_head), "unseen"], f"{name}.bias"
        )
        scores = node("Add", [scores, bias], f"{name}.biased")
        shares = node("Softmax", [scores], f"{name}.shares", axis=-1)
        mixed = node("MatMul", [shares, values], f"{name}.mixed")
        mixed = node("Transpose", [mixed], f"{name}.back", perm=[1, 2, 0, 3])
        mixed = node("Reshape", [mixed, self._flat], f"{name}.rows")
        return node("Slice", [mixed, self._edge[0], self._length], f"{name}.joined")

    def _with_neighbours(self, x: str) -> str:
        """(heads, blocks, reach, 64) to (heads, blocks, 3 * reach, 64)."""
        node, edge = self._graph.node, self._edge
        x = node("Pad", [x, self._around], f"{x}.padded")
        bounds = ((edge[0], edge[-2]), (edge[1], edge[-1]), (edge[2], self._end))
        parts = [
            node("Slice", [x, start, end, self._blocks], f"{x}.{n}")
            for n, (start, end) in enumerate(bounds)
        ]
        return node("Concat", parts, f"{x}.around", axis=2)


def _norm(graph: Graph, x: str, name: str, w: dict[str, Floats], ours: str) -> str:
    scale = graph.constant(f"{name}.weight", w[f"{ours}.weight"])
    shift = graph.constant(f"{name}.bias", w[f"{ours}.bias"])
    return graph.node("LayerNormalization", [x, scale, shift], name, axis=-1, epsilon=1e-5)


def _plain_linear(graph: Graph, x: str, name: str, weight: Floats, bias: Floats) -> str:
    product = graph.node("MatMul", [x, graph.constant(f"{name}.w", weight.T)], f"{name}.product")
    return graph.node("Add", [product, graph.constant(f"{name}.b", bias)], name)


def _model(graph: Graph) -> onnx.ModelProto:
    def value(name: str, kind: int, shape: list[object]) -> onnx.ValueInfoProto:
        return helper.make_tensor_value_info(name, kind, shape)

    whole, real = TensorProto.INT64, TensorProto.FLOAT
    inputs = [value(name, whole, ["n"]) for name in ("pieces", "cases", "quotes")]
    inputs += [value("first", whole, ["words"]), value("fill", whole, [4])]
    inputs += [value("unseen", real, ["blocks", 1, "keys"])]
    outputs = [value(name, real, ["words", None]) for name in ("tags", "of_word", "of_cue")]
    return _made(graph, inputs, outputs)


def _made(
    graph: Graph, inputs: list[onnx.ValueInfoProto], outputs: list[onnx.ValueInfoProto]
) -> onnx.ModelProto:
    made = helper.make_graph(graph.nodes, "quoth", inputs, outputs, graph.constants)
    return helper.make_model(
        made,
        opset_imports=[helper.make_opsetid("", 18), helper.make_opsetid(CONTRIBUTED, 1)],
        ir_version=9,
    )
