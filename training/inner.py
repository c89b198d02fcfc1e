"""An exported encoder that also hands out what its inner layers hold of each word.

Grammar stands lower in an encoder than meaning does (Tenney et al., ACL 2019): on top of the first,
third and fifth of six layers a parser that leaves the encoder as it is finds most of it.
"""

from __future__ import annotations

import onnx
from onnx import TensorProto, helper

INNER = "inner"


def with_inner(model: onnx.ModelProto) -> onnx.ModelProto:
    """`model` with one more output (words, layers * width); unchanged where it has it already."""
    graph = model.graph
    if INNER in {output.name for output in graph.output}:
        return model
    layers = sum(node.name.endswith(".out_norm") for node in graph.node)
    # The last layer has rows for words alone, and always counts.
    rows = [f"layer{number}.out_norm" for number in range(1, layers - 1, 2)]
    for row in rows:
        graph.node.append(helper.make_node("Gather", [row, "first"], [f"{row}.of_words"], axis=0))
    parts = [*(f"{row}.of_words" for row in rows), f"layer{layers - 1}.out_norm"]
    graph.node.append(helper.make_node("Concat", parts, [INNER], axis=1))
    graph.output.append(helper.make_tensor_value_info(INNER, TensorProto.FLOAT, ["words", None]))
    return model
