"""Words to windows: stretches of a document that the encoder takes at once.

Each word belongs to exactly one window's own part; the words around it are there to be looked at.
A window depends on nothing but the document, so a reading is the same alone and in any company.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from quoth.reading.tokens import OUTSIDE, SHAPES, Word

BEGIN, END = 0, 2
"""Piece numbers that open a window and close each block (`<s>`, `</s>`), kept when cut down."""
NO_SHAPE = SHAPES
PIECES_IN_WORD = 8
"""More of one word than this tells nothing; what has no spaces would fill windows with itself."""

Ints = NDArray[np.int64]


class Vocabulary(Protocol):
    """Knows the pieces of a word."""

    def pieces(self, word: str) -> list[int]:
        """Numbers of the word's pieces, at least one."""


@dataclass(frozen=True, slots=True, eq=False)
class Window:
    """Input of the encoder: `pieces`, `shapes`, `quotes` have one entry for each piece.

    `first` gives each word's first piece. Words `own[0]` to `own[1]` are this window's own.
    """

    words: list[Word]
    pieces: Ints
    shapes: Ints
    quotes: Ints
    first: Ints
    own: tuple[int, int]

    @property
    def blocks(self) -> Ints:
        """Block number of each word."""
        return np.fromiter((w.block for w in self.words), np.int64, len(self.words))


def windows(
    words: Iterable[Word], vocabulary: Vocabulary, limit: int = 384, context: int = 64
) -> Iterator[Window]:
    """Cut words into windows of at most `limit` pieces, `context` of them on either side shared."""
    buffer: list[tuple[Word, list[int]]] = []
    size, begun = 1, 0  # the piece that opens the window counts
    for word in words:
        pieces = vocabulary.pieces(word.text)[:PIECES_IN_WORD]
        while buffer and size + _cost(buffer, word, pieces) > limit:
            end = _own_end(buffer, begun, limit - context)
            yield _window(buffer[: _context_end(buffer, end, context)], (begun, end))
            keep = _context_start(buffer, end, context)
            buffer, begun = buffer[keep:], end - keep
            size = 1 + _size(buffer)
        size += _cost(buffer, word, pieces)
        buffer.append((word, pieces))
    if begun < len(buffer):
        yield _window(buffer, (begun, len(buffer)))


def _cost(buffer: list[tuple[Word, list[int]]], word: Word, pieces: list[int]) -> int:
    """Pieces that one more word adds: its own, and one that closes a block if it begins one."""
    return len(pieces) + (not buffer or buffer[-1][0].block != word.block)


def _size(buffer: list[tuple[Word, list[int]]]) -> int:
    breaks = sum(a[0].block != b[0].block for a, b in itertools.pairwise(buffer))
    return sum(len(pieces) for _, pieces in buffer) + breaks + bool(buffer)


def _own_end(buffer: list[tuple[Word, list[int]]], begun: int, limit: int) -> int:
    """Where the own part ends: at the last block end in its later half, else at `limit` pieces."""
    size, last_break, end = 1, 0, begun + 1
    for n, (word, pieces) in enumerate(buffer):
        if n and word.block != buffer[n - 1][0].block:
            size += 1
            if n > begun and size <= limit:
                last_break = n
        size += len(pieces)
        if size <= limit:
            end = max(end, n + 1)
    return last_break if last_break > (begun + end) // 2 else end


def _context_start(buffer: list[tuple[Word, list[int]]], end: int, context: int) -> int:
    """First word that the next window keeps: about `context` pieces before `end`."""
    start, size = end, 0
    while start and size + len(buffer[start - 1][1]) <= context:
        start -= 1
        size += len(buffer[start][1])
    return start


def _context_end(buffer: list[tuple[Word, list[int]]], end: int, context: int) -> int:
    """One past the last word that a window sees: about `context` pieces after `end`."""
    size = 0
    while end < len(buffer) and size + len(buffer[end][1]) <= context:
        size += len(buffer[end][1])
        end += 1
    return end


def _window(buffer: list[tuple[Word, list[int]]], own: tuple[int, int]) -> Window:
    pieces, shapes, quotes, first = [BEGIN], [NO_SHAPE], [OUTSIDE], []
    block = buffer[0][0].block
    for word, parts in [*buffer, (None, [])]:
        if word is None or word.block != block:
            pieces.append(END)
            shapes.append(NO_SHAPE)
            quotes.append(OUTSIDE)
        if word is None:
            break
        block = word.block
        first.append(len(pieces))
        pieces.extend(parts)
        shapes.extend([word.shape] * len(parts))
        quotes.extend([word.quote] * len(parts))
    p, s, q, f = (np.asarray(values, np.int64) for values in (pieces, shapes, quotes, first))
    return Window([word for word, _ in buffer], p, s, q, f, own)
