"""How much a word tells: the rarer it is in documents, the more (Spärck Jones 1972)."""

from __future__ import annotations

import math
from functools import cache, lru_cache
from importlib.resources import files

import numpy as np


@cache
def _documents() -> tuple[dict[str, int], int]:
    """In how many documents each word stood, and of how many; `training.identities` counts them."""
    with (files("quoth") / "model" / "words.npz").open("rb") as file, np.load(file) as kept:
        return dict(zip(kept["words"].tolist(), kept["share"].tolist(), strict=True)), int(
            kept["documents"]
        )


@lru_cache(maxsize=100_000)
def rarity(word: str) -> float:
    """From 0 for a word of every document to about 6 for one that was never seen."""
    known, of = _documents()
    return math.log(of / known.get(word, 2))


@cache
def _kin() -> dict[str, dict[str, float]]:
    """For each noun those like it and how much; `training.identities` compares their vectors."""
    found: dict[str, dict[str, float]] = {}
    with (files("quoth") / "model" / "kin.npz").open("rb") as file, np.load(file) as kept:
        words = kept["words"].tolist()
        for one, other, likeness in zip(
            kept["one"].tolist(), kept["other"].tolist(), kept["likeness"].tolist(), strict=True
        ):
            found.setdefault(words[one], {})[words[other]] = likeness / 100
            found.setdefault(words[other], {})[words[one]] = likeness / 100
    return found


def likeness(one: str, other: str) -> float:
    """From 0 to 1, how alike two nouns are in use; 0 for most."""
    return 1.0 if one == other else _kin().get(one, {}).get(other, 0.0)
