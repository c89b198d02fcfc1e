"""The reader's network in PyTorch: one encoding of each word, from which all relations are read.

The encoder is MPNet's (Song et al., NeurIPS 2020) with features for letter case and quotation
marks. Cues are found by tagging; for each cue every word is scored for its role, given the cue
and how far away it is, and a linear-chain CRF (Lafferty et al., ICML 2001) over those scores says
where source, cue and content begin and end.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from quoth.reading.encoder import UNSEEN
from quoth.reading.roles import ROLES, SCORES
from quoth.reading.tokens import QUOTE_STATES, SHAPES
from training.weights import Pretrained

CUE_TAGS = 3
"""Outside, begins, inside."""
DISTANCES = 32
BLOCK_STEPS = 7


@dataclass(frozen=True)
class Shape:
    """Sizes of an encoder.

    `reach` is the length in pieces of the blocks that attention is cut into: a piece sees its own
    block and the two beside it (local attention; Beltagy et al. 2020). None: it sees all.
    """

    width: int = 768
    heads: int = 12
    inner: int = 3072
    layers: int = 12
    head: int = 64
    buckets: int = 32
    reach: int | None = None


class Layer(nn.Module):
    """One post-norm transformer layer."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads = shape.heads
        mixed = shape.heads * shape.head
        self.q = nn.Linear(shape.width, mixed)
        self.k = nn.Linear(shape.width, mixed)
        self.v = nn.Linear(shape.width, mixed)
        self.o = nn.Linear(mixed, shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=1e-5)
        self.up = nn.Linear(shape.width, shape.inner)
        self.down = nn.Linear(shape.inner, shape.width)
        self.out_norm = nn.LayerNorm(shape.width, eps=1e-5)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        batch, length, _ = x.shape
        q, k, v = (
            linear(x).view(batch, length, self.heads, -1).transpose(1, 2)
            for linear in (self.q, self.k, self.v)
        )
        mixed = functional.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype))
        x = self.norm(x + self.o(mixed.transpose(1, 2).flatten(2)))
        return self.out_norm(x + self.down(functional.gelu(self.up(x))))


def relative_buckets(length: int, buckets: int = 32, furthest: int = 128) -> Tensor:
    """Bucket of each pair of positions: exact when near, by logarithm when far (as in T5)."""
    position = torch.arange(length)
    steps = position[None, :] - position[:, None]
    half, near = buckets // 2, buckets // 4
    distance = steps.abs().clamp(min=1)
    far = (
        near
        + (torch.log(distance.float() / near) / math.log(furthest / near) * (half - near)).long()
    )
    distance = torch.where(steps.abs() < near, steps.abs(), far.clamp(max=half - 1))
    return distance + (steps > 0) * half


def in_reach(position: Tensor, reach: int) -> Tensor:
    """Which positions see which: those of their own block of `reach` and of the two beside it."""
    block = position // reach
    return (block[:, None] - block[None, :]).abs() <= 1


class Encoder(nn.Module):
    """Pieces with their features to vectors."""

    def __init__(self, shape: Shape, vocabulary: int, positions: int = 514) -> None:
        super().__init__()
        self.shape = shape
        self.word = nn.Embedding(vocabulary, shape.width)
        self.position = nn.Embedding(positions, shape.width)
        self.case = nn.Embedding(SHAPES + 1, shape.width)
        self.quote = nn.Embedding(QUOTE_STATES, shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=1e-5)
        self.near = nn.ModuleList(
            nn.Embedding(shape.buckets, shape.heads) for _ in range(shape.layers)
        )
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        nn.init.zeros_(self.case.weight)
        nn.init.zeros_(self.quote.weight)
        # The attention kernel passes no gradient to its bias, and lookups need none to do well.
        for near in self.near:
            near.weight.requires_grad = False
        self.word.weight.requires_grad = False

    def forward(self, pieces: Tensor, shapes: Tensor, quotes: Tensor, mask: Tensor) -> Tensor:
        """All of shape (batch, length); `mask` is true where there is a piece."""
        length = pieces.shape[1]
        position = torch.arange(length, device=pieces.device) + 2
        x = self.word(pieces) + self.position(position) + self.case(shapes) + self.quote(quotes)
        x = functional.dropout(self.norm(x), 0.1, self.training)
        buckets = relative_buckets(length, self.shape.buckets).to(pieces.device)
        seen = torch.where(mask, 0.0, UNSEEN)[:, None, None, :]
        if self.shape.reach is not None:
            seen = seen + torch.where(in_reach(position - 2, self.shape.reach), 0.0, UNSEEN)
        for near, layer in zip(self.near, self.layers, strict=True):
            x = layer(x, near(buckets).permute(2, 0, 1)[None] + seen)
        return x


class Reader(nn.Module):
    """Encoder, cue tagger and role scorer.

    The heads take vectors of `width`. An encoder of another width has its vectors widened to
    that, so that a narrow student can begin with its teacher's heads; the step is linear, and
    exporting puts it into them.
    """

    def __init__(self, shape: Shape, vocabulary: int, hidden: int = 256, width: int = 768) -> None:
        super().__init__()
        self.encoder = Encoder(shape, vocabulary)
        if shape.width != width:
            self.widen = nn.Linear(shape.width, width)
        self.tag = nn.Sequential(nn.Linear(width, hidden), nn.GELU(), nn.Linear(hidden, CUE_TAGS))
        self.of_word = nn.Linear(width, hidden)
        self.of_cue = nn.Linear(width, hidden)
        self.distance = nn.Embedding(2 * DISTANCES, hidden)
        self.step = nn.Embedding(BLOCK_STEPS, hidden)
        self.score = nn.Linear(hidden, SCORES)
        self.transitions = nn.Parameter(torch.zeros(ROLES, ROLES))
        self._expect_outside()

    def _expect_outside(self) -> None:
        """Start from what is common: most words are outside and do as the word before.

        Started from nothing, the first steps teach every word to be outside, and the encoder
        learns to say the same of all words.
        """
        for table in (self.distance, self.step):
            nn.init.normal_(table.weight, std=0.1)
        with torch.no_grad():
            self.tag[-1].bias.copy_(torch.tensor([0.0, -3.5, -4.0]))
            self.score.bias.zero_()
            self.score.bias[1:ROLES] = torch.tensor([-1.0, -1.0, -0.5])
            self.transitions.fill_(-4.0).fill_diagonal_(0.0)

    def encode(self, pieces: Tensor, shapes: Tensor, quotes: Tensor, mask: Tensor) -> Tensor:
        """Vectors of all pieces."""
        encoded: Tensor = self.encoder(pieces, shapes, quotes, mask)
        if hasattr(self, "widen"):
            encoded = self.widen(encoded.to(self.widen.weight.dtype))
        return encoded

    def roles(self, words: Tensor, row: Tensor, cues: Tensor, blocks: Tensor) -> Tensor:
        """Scores (cues, words, SCORES) for cues given as (first, end) in batch rows `row`."""
        position = torch.arange(words.shape[1], device=words.device)
        inside = (position >= cues[:, :1]) & (position < cues[:, 1:])
        share = inside / inside.sum(1, keepdim=True)
        cue = torch.einsum("cw,cwh->ch", share, self.of_cue(words)[row])
        distance = distance_bucket(position[None] - cues[:, :1])
        here = blocks[row].gather(1, cues[:, :1])
        step = (blocks[row] - here).clamp(-(BLOCK_STEPS // 2), BLOCK_STEPS // 2) + BLOCK_STEPS // 2
        hidden = self.of_word(words)[row] + cue[:, None] + self.distance(distance) + self.step(step)
        hidden = functional.dropout(functional.relu(hidden), 0.1, self.training)
        scored: Tensor = self.score(hidden)
        return scored


def distance_bucket(steps: Tensor) -> Tensor:
    """Signed distance in words to one of 64 buckets: exact up to 15, by logarithm beyond."""
    size = steps.abs()
    far = 16 + (torch.log2(size.clamp(min=16).float() / 16) * 3).long()
    bucket = torch.where(size < 16, size, far).clamp(max=DISTANCES - 1)
    return bucket + (steps < 0) * DISTANCES


def start_from(pretrained: Pretrained, shape: Shape) -> Reader:
    """A reader whose encoder holds the lowest layers of the pretrained weights."""
    tensors = pretrained.tensors
    reader = Reader(shape, pretrained.words)
    encoder, state = reader.encoder, {}
    state["word.weight"] = tensors["embeddings.word_embeddings.weight"]
    state["position.weight"] = tensors["embeddings.position_embeddings.weight"]
    nothing = torch.zeros(shape.buckets, shape.heads)
    near = tensors.get("encoder.relative_attention_bias.weight", nothing)
    for number in range(shape.layers):  # one table at first; pruned heads make them differ
        state[f"near.{number}.weight"] = near
    names = {
        "attention.attn.q": "q",
        "attention.attn.k": "k",
        "attention.attn.v": "v",
        "attention.attn.o": "o",
        "attention.LayerNorm": "norm",
        "intermediate.dense": "up",
        "output.dense": "down",
        "output.LayerNorm": "out_norm",
    }
    for part in ("weight", "bias"):
        state[f"norm.{part}"] = tensors[f"embeddings.LayerNorm.{part}"]
        for number in range(shape.layers):
            for theirs, ours in names.items():
                state[f"layers.{number}.{ours}.{part}"] = tensors[
                    f"encoder.layer.{number}.{theirs}.{part}"
                ]
    missing, unexpected = encoder.load_state_dict(state, strict=False)
    assert set(missing) == {"case.weight", "quote.weight"}, missing
    assert not unexpected, unexpected
    return reader


def headed(reader: Reader, teacher: Reader) -> Reader:
    """`reader` with the heads of `teacher`, to be trained on from there."""
    heads = {n: v for n, v in teacher.state_dict().items() if not n.startswith("encoder.")}
    missing, unexpected = reader.load_state_dict(heads, strict=False)
    assert not unexpected, unexpected
    assert all(name.startswith(("encoder.", "widen.")) for name in missing), missing
    return reader
