"""The grammar network: two small layers on top of an encoder that stays as it is.

A biaffine parser (Dozat and Manning, ICLR 2017) over a narrow transformer with relative positions,
and beside it the heads for parts of speech, sentences, phrases, times and certainty.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from quoth.reading.encoder import UNSEEN
from quoth.reading.grammar import ENTITIES, POS, RELATIONS, TIMES

FAR = 24
"""Words further apart than this are as far apart as any."""


@dataclass(frozen=True)
class Size:
    """`inner` is the size of what the encoder hands over for each word."""

    inner: int
    width: int = 256
    layers: int = 2
    heads: int = 4
    arc: int = 128


class Layer(nn.Module):
    """A pre-norm transformer layer whose attention knows how far words are apart."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.before = nn.LayerNorm(width)
        self.joined = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.between = nn.LayerNorm(width)
        self.up = nn.Linear(width, 2 * width)
        self.down = nn.Linear(2 * width, width)
        self.near = nn.Embedding(2 * FAR + 1, heads)

    def forward(self, x: Tensor, steps: Tensor, unseen: Tensor) -> Tensor:
        """`x` (windows, words, width), `steps` (words, words) from 0 to 2 * FAR, `unseen`
        (windows, words): what is added to the scores of words that are filling.
        """
        rows, count, width = x.shape
        joined = self.joined(self.before(x)).view(rows, count, 3, self.heads, width // self.heads)
        q, k, v = joined.permute(2, 0, 3, 1, 4)
        near = self.near(steps).permute(2, 0, 1) + unseen[:, None, None]
        scores = q @ k.transpose(2, 3) * q.shape[-1] ** -0.5 + near
        mixed = functional.dropout(scores.softmax(-1), 0.1, self.training) @ v
        mixed = mixed.transpose(1, 2).reshape(rows, count, width)
        x = x + functional.dropout(self.out(mixed), 0.2, self.training)
        hidden = self.down(functional.relu(self.up(self.between(x))))
        return x + functional.dropout(hidden, 0.2, self.training)


class Trunk(nn.Module):
    """What the encoder's layers hold of words, narrowed and looked at together."""

    def __init__(self, inner: int, width: int, layers: int, heads: int) -> None:
        super().__init__()
        self.register_buffer("mean", torch.zeros(inner))
        self.register_buffer("spread", torch.ones(inner))
        self.narrow = nn.Linear(inner, width)
        self.layers = nn.ModuleList(Layer(width, heads) for _ in range(layers))
        self.norm = nn.LayerNorm(width)

    def forward(self, inner: Tensor, seen: Tensor) -> Tensor:
        """From (windows, words, inner) and which words are there to (windows, words, width)."""
        # One draw for all words of a step: a draw for each takes a quarter of the time.
        kept = functional.dropout(torch.ones_like(self.mean), 0.2, self.training)
        x = functional.relu(self.narrow((inner - self.mean) * (kept / self.spread)))
        x = functional.dropout(x, 0.2, self.training)
        position = torch.arange(x.shape[1])
        steps = (position[None] - position[:, None]).clamp(-FAR, FAR) + FAR
        unseen = torch.where(seen, 0.0, UNSEEN)
        for layer in self.layers:
            x = layer(x, steps, unseen)
        out: Tensor = self.norm(x)
        return out


class Certainty(nn.Module):
    """A second opinion on how certain a predicate is, by a trunk that learns nothing else.

    Grammar pulls the first one's vectors elsewhere: together they are 0.015 of r nearer to people.
    """

    def __init__(self, inner: int) -> None:
        super().__init__()
        self.trunk = Trunk(inner, 128, 1, 4)
        self.rating = nn.Linear(128, 1)

    def forward(self, inner: Tensor, seen: Tensor) -> Tensor:
        """Ratings (windows, words)."""
        rated: Tensor = self.rating(self.trunk(inner, seen))[..., 0]
        return rated


class Network(nn.Module):
    """Windows, filled up to one length, to scores of their words."""

    def __init__(self, size: Size) -> None:
        super().__init__()
        self.size = size
        self.trunk = Trunk(size.inner, size.width, size.layers, size.heads)
        plain = len(POS) + len(ENTITIES) + len(TIMES) + 2
        self.plain = nn.Linear(size.width, plain)
        self.points = nn.Linear(size.width, 5 * size.arc)
        """As what hangs, as what it hangs on, as a phrase's head, its first word, its last."""
        self.free = nn.Linear(size.arc, 1)
        self.label_of = nn.Linear(size.width, size.arc)
        self.label_to = nn.Linear(size.width, size.arc)
        self.label = nn.Linear(size.arc, len(RELATIONS))

    def forward(self, inner: Tensor, seen: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        """From `inner` (windows, words, inner) and which words are there, `seen`:

        `vectors` (.., width), `plain` (.., POS + ENTITIES + TIMES + begins + certainty),
        `arcs` (.., words): the second as head of the first, itself as the root,
        `firsts`, `lasts` (.., words): the second as first or last of the first's phrase.
        """
        x = self.trunk(inner, seen)
        points = functional.dropout(functional.relu(self.points(x)), 0.2, self.training)
        of, to, phrase, first, last = points.chunk(5, -1)
        by = self.size.arc**-0.5
        hide = torch.where(seen, 0.0, UNSEEN)[:, None]
        arcs = of @ to.transpose(1, 2) * by + self.free(to).transpose(1, 2) + hide
        firsts = phrase @ first.transpose(1, 2) * by + hide
        lasts = phrase @ last.transpose(1, 2) * by + hide
        return x, self.plain(x), arcs, firsts, lasts

    def relations(self, vectors: Tensor, heads: Tensor) -> Tensor:
        """Scores (windows, words, RELATIONS) of each word's relation to its head."""
        to = self.label_to(vectors)
        to = to.gather(1, heads[..., None].expand(-1, -1, to.shape[-1]))
        hidden = functional.relu(self.label_of(vectors) + to)
        scored: Tensor = self.label(functional.dropout(hidden, 0.2, self.training))
        return scored
