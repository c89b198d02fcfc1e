"""The trained grammar network as the ONNX graph that the package reads."""

from __future__ import annotations

import warnings
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import quantize_dynamic
from torch import Tensor, nn

from quoth.reading.encoder import UNSEEN
from quoth.reading.grammar import OUTPUTS
from training.grammar.fit import split
from training.grammar.network import Certainty, Network

OPSET = 18
WITHIN = 0.9
"""Ratings of what is sure come out up to a tenth above 3; cutting them there costs 0.01 of r."""


class Shipped(nn.Module):
    """The network for one window, up to what is decided for each word by itself."""

    def __init__(self, network: Network, opinion: Certainty) -> None:
        super().__init__()
        self.network = network
        self.opinion = opinion

    def forward(self, inner: Tensor, opens: Tensor) -> tuple[Tensor, ...]:
        """`inner` (words, size), `opens`: which words open a block; `OUTPUTS` in their order.

        Arcs and phrases stay within a sentence, and phrases around their head.
        """
        seen = torch.ones_like(opens)[None]
        vectors, plain, arcs, firsts, lasts = self.network(inner[None], seen)
        pos, entity, time, starts, certainty = split(plain[0])
        begins = (starts > 0) | opens
        sentence = begins.long().cumsum(0)
        apart = torch.where(sentence[:, None] == sentence[None], 0.0, UNSEEN)
        arcs = arcs[0] + apart
        place = torch.arange(inner.shape[0])
        after = torch.where(place[:, None] < place[None], UNSEEN, 0.0)
        before = torch.where(place[:, None] > place[None], UNSEEN, 0.0)
        return (
            pos.argmax(-1),
            entity.argmax(-1),
            time.argmax(-1),
            begins,
            (certainty + self.opinion(inner[None], seen)[0]) / 2 * WITHIN,
            arcs,
            self.network.relations(vectors, arcs.argmax(-1)[None])[0],
            (firsts[0] + apart + after).argmax(-1),
            (lasts[0] + apart + before).argmax(-1),
        )


def export(network: Network, opinion: Certainty, path: Path) -> None:
    """Write both networks to `path` as one, their weights in 8 bits.

    Of these seven are used, so that processors before AVX-512 VNNI give the same sums.
    """
    example = (torch.randn(7, network.size.inner), torch.zeros(7, dtype=torch.bool))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the exporter that needs no further library is an old one
        torch.onnx.export(
            Shipped(network, opinion).eval(),
            example,
            str(path),
            dynamo=False,
            opset_version=OPSET,
            input_names=["inner", "opens"],
            output_names=list(OUTPUTS),
            dynamic_axes={"inner": {0: "words"}, "opens": {0: "words"}},
        )
    quantize_dynamic(path, path, per_channel=True, reduce_range=True)
    model = onnx.load(path)
    del model.graph.value_info[:]  # names and shapes that nothing reads: 3 % of the small model's
    for node in model.graph.node:
        node.ClearField("name")
    onnx.save(model, path)
