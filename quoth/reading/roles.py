"""Cues, and for each cue the role of every word: the network's last steps, in NumPy."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from quoth.reading.encoder import Encoding, Floats

OUTSIDE, SOURCE, CUE, CONTENT = range(4)
ROLES = 4
DISTANCES = 32
BLOCK_STEPS = 3

Ints = NDArray[np.int64]


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


def role_scores(heads: dict[str, Floats], encoding: Encoding, cues: Ints, blocks: Ints) -> Floats:
    """Scores (cues, words, 10): four roles, then beginning and ending source, cue, content."""
    position = np.arange(len(blocks))
    scores = np.empty((len(cues), len(blocks), len(heads["score.bias"])), np.float32)
    for number, (first, end) in enumerate(cues):
        steps = np.clip(blocks - blocks[first], -BLOCK_STEPS, BLOCK_STEPS) + BLOCK_STEPS
        hidden = encoding.of_word + encoding.of_cue[first:end].mean(0)
        hidden += heads["distance"][distance_bucket(position - first)]
        hidden += heads["step"][steps]
        np.maximum(hidden, 0, out=hidden)
        scores[number] = hidden @ heads["score.weight"].T + heads["score.bias"]
    return scores


def distance_bucket(steps: Ints) -> Ints:
    """Signed distance in words to one of 64 buckets: exact up to 15, by logarithm beyond."""
    size = np.abs(steps)
    far = 16 + (np.log2(np.maximum(size, 16) / 16) * 3).astype(np.int64)
    bucket = np.minimum(np.where(size < 16, size, far), DISTANCES - 1)
    return bucket + (steps < 0) * DISTANCES
