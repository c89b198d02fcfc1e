"""Make what finds statements in statements, for the shipped models: `python -m training.nested`.

Seeded; the encoders that lie in the package stay as they are. What they say of the texts is kept in
the work folder. Documents of our own with passages in `tests/marked` are left out.
"""

from __future__ import annotations

import json
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from quoth.reading.encoder import Encoder
from training.heads import ROOT, asked, kept
from training.nested.examples import Example, examples, in_mouths, ours
from training.nested.export import export
from training.nested.network import DIRECTIONS, Network, Plan, fit

DOCUMENTS = ROOT / "training" / "documents"
MARKED = ROOT / "tests" / "marked" / "items"
IN_MOUTHS = 5000
"""Statements of PolNeAR that are put into a content."""
PLAN = Plan()
THRESHOLDS = (0.2, 0.25)
"""A word is asked about as a cue from this likelihood on; a statement is kept from this one on."""

Floats = NDArray[np.float32]


def main() -> None:
    """Train and export what is asked for."""
    options = asked("training.nested", __doc__)
    for model in options.models:
        seen = kept(options.work / f"nested-{model}.pickle", partial(_seen, model, options.data))
        print(f"{model}: {len(seen)} stretches, {sum(len(one.cues) for one in seen)} statements")
        mean, spread, directions = _directions(seen)
        cut = [replace(one, inner=_along(one.inner, mean, spread, directions)) for one in seen]
        network = fit(cut, PLAN)
        tables = _tables(network, mean, spread, directions)
        export(tables, mean, spread, ROOT / "quoth" / "model" / model)


def _seen(model: str, data: Path) -> list[Example]:
    """All examples as the encoder of `model` sees them."""
    encoder = Encoder(model)
    texts = [*ours(DOCUMENTS, data, _measured()), *in_mouths(data / "polnear" / "train", IN_MOUTHS)]
    return [one for text in texts for one in examples(text, encoder)]


def _measured() -> frozenset[str]:
    """Names of documents with passages that nesting is measured on."""
    items = json.loads((MARKED / "nested.json").read_text("utf-8"))
    return frozenset(item["document"].rpartition("/")[2] for item in items)


def _directions(seen: list[Example]) -> tuple[Floats, Floats, Floats]:
    """Mean and spread of the inner layers, and where they vary most (size, directions)."""
    sample = np.concatenate([one.inner[::3] for one in seen[::3]]).astype(np.float32)
    mean, spread = sample.mean(0), sample.std(0) + 1e-3
    even = (sample - mean) / spread
    _, vectors = np.linalg.eigh(even.T @ even)
    return mean, spread, vectors[:, ::-1][:, :DIRECTIONS].astype(np.float32)


def _along(
    inner: NDArray[np.float16], mean: Floats, spread: Floats, directions: Floats
) -> NDArray[np.float16]:
    return (((inner.astype(np.float32) - mean) / spread) @ directions).astype(np.float16)


def _tables(
    network: Network, mean: Floats, spread: Floats, directions: Floats
) -> dict[str, Floats]:
    """The weights, with the directions put into the first steps."""
    w = {name: value.detach().numpy() for name, value in network.state_dict().items()}
    made: dict[str, Floats] = {}
    for name in ("words", "cue"):
        made[name] = directions @ w[f"{name}.weight"].T / spread[:, None]
        made[f"{name}_bias"] = w[f"{name}.bias"] - mean @ made[name]
    for name in ("tag", "tags", "score"):
        made[name], made[f"{name}_bias"] = w[f"{name}.weight"].T, w[f"{name}.bias"]
    made["places"] = w["places.weight"]
    made["transitions"] = w["transitions"]
    made["thresholds"] = np.asarray(THRESHOLDS, np.float32)
    return made


if __name__ == "__main__":
    main()
