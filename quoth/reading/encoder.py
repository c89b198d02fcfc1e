"""The model that lies in the package: windows to scores, through ONNX Runtime.

Windows are encoded one at a time and activations are rounded row by row, so what a word gets
depends on nothing but its own window.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from quoth.errors import QuothError
from quoth.reading.roles import Floats, Ints, steps_from
from quoth.reading.vocabulary import Pieces
from quoth.reading.windows import Window


@dataclass(frozen=True, slots=True, eq=False)
class Encoding:
    """What the encoder says of a window's words, a row for each.

    `tags` are the scores (words, 3) of standing outside a cue, beginning one, being inside one;
    `of_word` and `of_cue` (words, hidden) are what the role scorer makes of a word.
    """

    tags: Floats
    of_word: Floats
    of_cue: Floats


class Encoder:
    """A loaded encoder with its vocabulary and settings."""

    def __init__(self, folder: Traversable | None = None, threads: int = 1) -> None:
        import onnxruntime  # heavy: only who reads pays for it

        folder = folder or files("quoth") / "model"
        if not (folder / "model.json").is_file():
            raise QuothError(f"{folder}: no model there; install the package again")
        self.settings: dict[str, Any] = json.loads((folder / "model.json").read_text())
        self.vocabulary = Pieces((folder / "tokenizer.json").read_text())
        with (folder / "tables.npz").open("rb") as stored:
            tables: dict[str, Floats] = dict(np.load(stored))
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._encode, self._score = (
            onnxruntime.InferenceSession(
                (folder / name).read_bytes(), options, providers=["CPUExecutionProvider"]
            )
            for name in ("encoder.onnx", "roles.onnx")
        )
        self.transitions = tables["transitions"]
        near = tables["near"][_relative_buckets(int(self.settings["limit"]))]
        self._near = np.ascontiguousarray(near.transpose(2, 0, 1))

    def encode(self, window: Window) -> Encoding:
        """Scores of all words of `window`."""
        length = len(window.pieces)
        tags, of_word, of_cue = self._encode.run(
            ["tags", "of_word", "of_cue"],
            {
                "pieces": window.pieces,
                "cases": window.shapes,
                "quotes": window.quotes,
                "first": window.first,
                "near": np.ascontiguousarray(self._near[:, :length, :length]),
            },
        )
        return Encoding(tags, of_word, of_cue)

    def score_roles(self, encoding: Encoding, cues: Ints, blocks: Ints) -> Floats:
        """Scores (cues, words, 10): four roles, then beginning and ending source, cue, content.

        `cues` has a row (first word, one past the last) for each cue, `blocks` each word's block.
        """
        distance, step = steps_from(cues, blocks)
        mean = np.stack([encoding.of_cue[first:end].mean(0) for first, end in cues])
        scored: Floats = self._score.run(
            ["scores"],
            {"of_word": encoding.of_word, "cue": mean, "distance": distance, "step": step},
        )[0]
        return scored


def _relative_buckets(length: int, buckets: int = 32, furthest: int = 128) -> NDArray[np.int64]:
    """Bucket of each pair of positions: exact when near, by logarithm when far (as in T5)."""
    position = np.arange(length)
    steps = position[None, :] - position[:, None]
    half, near = buckets // 2, buckets // 4
    distance = np.abs(steps)
    far = near + (
        np.log(np.maximum(distance, 1) / near) / np.log(furthest / near) * (half - near)
    ).astype(np.int64)
    distance = np.where(distance < near, distance, np.minimum(far, half - 1))
    bucket: NDArray[np.int64] = distance + (steps > 0) * half
    return bucket
