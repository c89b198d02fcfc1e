"""Cues, and how far each word lies from them: what the role scorer is asked."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

OUTSIDE, SOURCE, CUE, CONTENT = range(4)
ROLES = 4
SCORES = ROLES + 2 * (ROLES - 1)
"""For each word and cue: every role, and beginning and ending each role but outside."""
DISTANCES = 32
BLOCK_STEPS = 3

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]


def cue_spans(tags: Floats, threshold: float) -> tuple[Ints, Floats]:
    """Spans (first word, one past the last) that may be cues, and how likely each begins."""
    odds = np.exp(tags - tags.max(1, keepdims=True))
    _, begins, inside = (odds / odds.sum(1, keepdims=True)).T
    spans = []
    for first in np.flatnonzero(begins > threshold):
        end = int(first) + 1
        while end < len(inside) and inside[end] > 0.5:
            end += 1
        spans.append((int(first), end))
    found = np.asarray(spans, np.int64).reshape(-1, 2)
    return found, begins[found[:, 0]]


def places_from(cues: Ints, blocks: Ints) -> Ints:
    """Numbers of how many words and blocks lie between each cue and each word (cues, words)."""
    first = cues[:, :1]
    distance = distance_bucket(np.arange(len(blocks)) - first)
    step = np.clip(blocks - blocks[first], -BLOCK_STEPS, BLOCK_STEPS) + BLOCK_STEPS
    places: Ints = distance * (2 * BLOCK_STEPS + 1) + step
    return places


def distance_bucket(steps: Ints) -> Ints:
    """Signed distance in words to one of 64 buckets: exact up to 15, by logarithm beyond."""
    size = np.abs(steps)
    far = 16 + (np.log2(np.maximum(size, 16) / 16) * 3).astype(np.int64)
    bucket: Ints = np.minimum(np.where(size < 16, size, far), DISTANCES - 1)
    bucket += (steps < 0) * DISTANCES
    return bucket
