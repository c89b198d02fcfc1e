"""The model that lies in the package: windows to scores, through ONNX Runtime.

Windows are encoded one at a time and activations are rounded row by row, so what a word gets
depends on nothing but its own window.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Any

import numpy as np

from quoth.models import MODELS, model_folder, word_pieces
from quoth.reading.roles import SCORES, Floats, Ints, places_from
from quoth.reading.vocabulary import Pieces
from quoth.reading.windows import Window

UNSEEN = -1e4
"""Added to the attention score of what is not to be seen."""


@dataclass(frozen=True, slots=True, eq=False)
class Encoding:
    """What the encoder says of a window's words, a row for each.

    `tags` are the scores (words, 3) of standing outside a cue, beginning one, being inside one;
    `of_word` and `of_cue` (words, hidden) are what the role scorer makes of a word.
    """

    tags: Floats
    of_word: Floats
    of_cue: Floats
    inner: Floats
    """(words, size): what three layers hold of each word; grammar is read off it."""


def session(file: Traversable) -> Any:
    """A network of the package, ready to run on one thread."""
    # Since 1.29 its wheels look for a server of Microsoft's once they are loaded. Nothing that is
    # read here may make a computer speak with another, and only this keeps them from it.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime  # heavy: only who reads pays for it

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(
        file.read_bytes(), options, providers=["CPUExecutionProvider"]
    )


class Encoder:
    """A loaded encoder with its vocabulary and settings."""

    def __init__(self, model: str | Traversable = MODELS[0]) -> None:
        """`model` is the name of one in the package, or the folder of another."""
        folder = model_folder(model)
        self.settings: dict[str, Any] = json.loads((folder / "model.json").read_text())
        self.vocabulary = Pieces(word_pieces(folder).read_text())
        with (folder / "tables.npz").open("rb") as stored:
            tables: dict[str, Floats] = dict(np.load(stored))
        self._encode, self._score = (
            session(folder / name) for name in ("encoder.onnx", "roles.onnx")
        )
        self.transitions = tables["transitions"]
        self._reach = int(self.settings["reach"])

    def encode(self, window: Window) -> Encoding:
        """Scores of all words of `window`."""
        fill, unseen = _stretches(len(window.pieces), self._reach)
        tags, of_word, of_cue, inner = self._encode.run(
            ["tags", "of_word", "of_cue", "inner"],
            {
                "pieces": window.pieces,
                "cases": window.shapes,
                "quotes": window.quotes,
                "first": window.first,
                "fill": fill,
                "unseen": unseen,
            },
        )
        return Encoding(tags, of_word, of_cue, inner)

    def score_roles(self, encoding: Encoding, cues: Ints, blocks: Ints) -> Floats:
        """Scores (cues, words, 10): four roles, then beginning and ending source, cue, content.

        `cues` has a row (first word, one past the last) for each cue, `blocks` each word's block.
        """
        if not len(cues):
            return np.empty((0, len(blocks), SCORES), np.float32)
        mean = np.stack([encoding.of_cue[first:end].mean(0) for first, end in cues])
        scored: Floats = self._score.run(
            ["scores"],
            {"of_word": encoding.of_word, "cue": mean, "where": places_from(cues, blocks)},
        )[0]
        return scored


def _stretches(length: int, reach: int) -> tuple[Ints, Floats]:
    """How a window is cut into stretches of `reach` pieces that see themselves and those beside.

    The padding that fills the last one, as ONNX's Pad takes it for rows, and what is added to
    the attention scores of keys that are no pieces: (stretches, 1, 3 * reach).
    """
    count = -(-length // reach)
    key = reach * np.arange(-1, count - 1)[:, None] + np.arange(3 * reach)
    unseen = np.where((key >= 0) & (key < length), 0, UNSEEN).astype(np.float32)
    return np.asarray([0, 0, count * reach - length, 0]), unseen[:, None]
