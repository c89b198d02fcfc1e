"""What a network is trained to make small."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from training.batches import IGNORED, Batch
from training.crf import log_likelihood
from training.model import Reader


def forward(reader: Reader, batch: Batch) -> tuple[Tensor, Tensor, Tensor]:
    """Vectors of all pieces, cue tag scores of all words, role scores for the batch's cues."""
    encoded = reader.encode(batch.pieces, batch.shapes, batch.quotes, batch.mask)
    at = batch.first[..., None].expand(-1, -1, encoded.shape[-1])
    words = encoded.gather(1, at).float()
    return encoded, reader.tag(words), reader.roles(words, batch.row, batch.cues, batch.blocks)


def supervised(reader: Reader, batch: Batch, tags: Tensor, scores: Tensor) -> Tensor:
    """Mean over relations of the nats that cues and roles cost."""
    tagging = functional.cross_entropy(
        tags.float().flatten(0, 1), batch.tags.flatten(), ignore_index=IGNORED, reduction="sum"
    )
    if not len(batch.row):
        return tagging
    likely = log_likelihood(scores, reader.transitions, batch.word_mask[batch.row], batch.roles)
    return (tagging - likely.sum()) / len(batch.row)


def likeness(encoded: Tensor, taught: Tensor, mask: Tensor) -> Tensor:
    """Mean squared difference of two encodings of the same pieces."""
    difference = (encoded.float() - taught.float()).square().mean(-1)
    return (difference * mask).sum() / torch.clamp(mask.sum(), min=1)
