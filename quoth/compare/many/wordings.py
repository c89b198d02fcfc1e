"""Wordings as numbers: what is kept of millions of texts while they are compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from quoth.compare.quotations.told import FEWEST, put_together
from quoth.compare.quotations.words import wording
from quoth.records import Form

Integers = NDArray[np.int64]
Text = tuple[int, int, tuple[str, ...], Form]
"""Number of a statement and of its document, pieces of its content, form."""


class Hashed(NamedTuple):
    """Some texts of at least `FEWEST` words, as numbers; shapes (texts,) but for `words`."""

    numbers: Integers
    """Of the statements."""
    documents: NDArray[np.int32]
    digests: NDArray[np.uint64]
    """The same for those that are equal word by word."""
    sizes: NDArray[np.int32]
    """How many words each has."""
    words: NDArray[np.uint32]
    """Checksums of the dictionary forms of all, one text after the other."""


@dataclass(frozen=True)
class Wordings:
    """Different wordings: the words of number n are `words[starts[n] : starts[n + 1]]`."""

    words: NDArray[np.uint32]
    starts: Integers

    def __len__(self) -> int:
        return len(self.starts) - 1


def hashed(texts: Sequence[Text]) -> Hashed:
    """Texts as numbers; the short ones are left out."""
    numbers, documents, digests, sizes = [], [], [], []
    words: list[int] = []
    for number, document, pieces, form in texts:
        worded = wording(put_together(pieces, form))
        if len(worded) >= FEWEST:
            numbers.append(number)
            documents.append(document)
            digests.append(_digest(worded.words))
            sizes.append(len(worded))
            words += map(_checksum, worded.stems)
    return Hashed(
        np.array(numbers, np.int64),
        np.array(documents, np.int32),
        np.array(digests, np.uint64),
        np.array(sizes, np.int32),
        np.array(words, np.uint32),
    )


def together(parts: Sequence[Hashed]) -> Hashed:
    """All of them, one behind the other."""
    columns = zip(*(parts or [hashed([])]), strict=True)
    return Hashed(*(np.concatenate(column) for column in columns))


def different(given: Hashed) -> tuple[Integers, Integers, Wordings]:
    """Each wording once.

    Which of the texts, by place, has it first, in rising order; for each text the place among
    those of its wording; and the wordings.
    """
    _, first, inverse = np.unique(given.digests, return_index=True, return_inverse=True)
    order = np.argsort(first)
    place = np.empty_like(order)
    place[order] = np.arange(len(order))
    is_first = np.zeros(len(given.digests), bool)
    is_first[first] = True
    words = given.words[np.repeat(is_first, given.sizes)]
    starts = np.concatenate(([0], np.cumsum(given.sizes[is_first], dtype=np.int64)))
    return np.sort(first), place[inverse], Wordings(words, starts)


def _digest(words: tuple[str, ...]) -> int:
    return int.from_bytes(blake2b(" ".join(words).encode(), digest_size=8).digest())


@lru_cache(maxsize=1 << 17)
def _checksum(word: str) -> int:
    return crc32(word.encode())
