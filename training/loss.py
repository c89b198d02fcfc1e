"""What a network is trained to make small."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from quoth.reading.roles import cue_spans
from training.batches import IGNORED, Batch
from training.crf import edges_of, likely_edges, log_likelihood
from training.model import CUE_TAGS, Reader

MAYBE_CUE = 0.2
"""From this likelihood on, a teacher's cue is worth a row of its own."""


def word_vectors(reader: Reader, batch: Batch) -> Tensor:
    """A vector for each word of the batch: that of its first piece."""
    encoded = reader.encode(batch.pieces, batch.shapes, batch.quotes, batch.mask)
    return encoded.gather(1, batch.first[..., None].expand(-1, -1, encoded.shape[-1])).float()


def loss(
    reader: Reader,
    batch: Batch,
    teacher: Reader | None = None,
    trust: float = 0.0,
    alike: float = 0.0,
) -> Tensor:
    """Nats that cues and roles cost for each relation, by people's marks and the teacher's word.

    The teacher has the share `trust` of the say on marked windows and all of it on the others.
    `alike` nats more are lost where no word has the vector that its teacher gives it.
    """
    tags, edges = _marked(batch)
    words = word_vectors(reader, batch)
    counted = batch.word_mask[..., None]
    unlike = torch.zeros((), device=words.device)
    if teacher is not None:
        heard = _heard(teacher, batch)
        batch, tags, edges = _with_teacher(batch, tags, edges, teacher, heard, trust)
        unlike = alike * _unlike(words, heard, counted)
    tagging = -(functional.log_softmax(reader.tag(words), -1) * tags * counted).sum()
    if not len(batch.row):
        return tagging + unlike
    scores = reader.roles(words, batch.row, batch.cues, batch.blocks)
    likely = log_likelihood(scores, reader.transitions, batch.word_mask[batch.row], edges)
    return (tagging - likely.sum()) / len(batch.row) + unlike


@torch.no_grad()
def _heard(teacher: Reader, batch: Batch) -> Tensor:
    return word_vectors(teacher, batch)


def _unlike(words: Tensor, heard: Tensor, counted: Tensor) -> Tensor:
    """Squared distance of vectors as a share of their teacher's variance (Jiao et al. 2020)."""
    mean = (heard * counted).sum((0, 1)) / counted.sum()
    spread = ((heard - mean).square() * counted).sum()
    return ((words - heard).square() * counted).sum() / spread


def _marked(batch: Batch) -> tuple[Tensor, Tensor]:
    """What people marked: the tag of each word, the steps of each row."""
    tags = functional.one_hot(batch.tags.clamp(min=0), CUE_TAGS).float()
    return tags * (batch.tags != IGNORED)[..., None], edges_of(batch.roles)


@torch.no_grad()
def _with_teacher(
    batch: Batch, tags: Tensor, edges: Tensor, teacher: Reader, words: Tensor, trust: float
) -> tuple[Batch, Tensor, Tensor]:
    """The batch with rows for the teacher's cues where nobody marked any, and the mixed targets."""
    scored = teacher.tag(words)
    unmarked = ~batch.marked
    batch = _with_cues(batch, scored, unmarked)
    share = torch.where(unmarked, 1.0, trust)
    tags = torch.lerp(tags, scored.softmax(-1), share[:, None, None])
    scores = teacher.roles(words, batch.row, batch.cues, batch.blocks)
    likely = likely_edges(scores, teacher.transitions, batch.word_mask[batch.row])
    new = len(batch.row) - len(edges)
    edges = functional.pad(edges, (0, 0, 0, 0, 0, 0, 0, new))
    return batch, tags, torch.lerp(edges, likely, share[batch.row][:, None, None, None])


def _with_cues(batch: Batch, scored: Tensor, unmarked: Tensor) -> Batch:
    """The batch with the cues that `scored` tags show in the windows that are `unmarked`."""
    rows, cues = [batch.row], [batch.cues]
    for window in unmarked.nonzero().flatten().tolist():
        length = int(batch.word_mask[window].sum())
        found, _ = cue_spans(scored[window, :length].cpu().numpy().astype(np.float32), MAYBE_CUE)
        rows.append(torch.full((len(found),), window, device=batch.row.device))
        cues.append(torch.from_numpy(found).to(batch.cues.device))
    return replace(batch, row=torch.cat(rows), cues=torch.cat(cues))
