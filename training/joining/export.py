"""A trained scorer as the file that the package reads."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training.joining.fit import Scorer


def weights(scorer: Scorer) -> dict[str, NDArray[np.float16]]:
    """Arrays by the names that `quoth.sources.scoring` gives them."""
    state = {name: value.detach().numpy() for name, value in scorer.state_dict().items()}
    found = {
        "tables": state["tables.weight"],
        "own": state["own.weight"],
        "bias": state["bias"],
    }
    for name in ("second", "last", "second_alone", "last_alone"):
        found[name] = state[f"{name}.weight"].T
        found[f"{name}_bias"] = state[f"{name}.bias"]
    return {name: value.astype(np.float16) for name, value in found.items()}


def save(scorer: Scorer, path: Path) -> None:
    np.savez_compressed(path, **weights(scorer))  # type: ignore[arg-type]
