"""The models in the package; `training` makes them."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable

from quoth.errors import QuothError

MODELS = ("standard", "small")
"""The default first; `small` reads faster and gets less right."""


def model_folder(model: str | Traversable) -> Traversable:
    """Where the files of `model` lie: the name of one in the package, or the folder of another.

    Raises QuothError where there is none.
    """
    folder = files("quoth") / "model" / model if isinstance(model, str) else model
    if not (folder / "model.json").is_file():
        known = " or ".join(MODELS)
        raise QuothError(f"{model}: no such model; name {known}, or install the package again")
    return folder


def word_pieces(folder: Traversable) -> Traversable:
    """The vocabulary of the model in `folder`: its own, or the one that the models share."""
    own = folder / "tokenizer.json"
    return own if own.is_file() else files("quoth") / "model" / "tokenizer.json"
