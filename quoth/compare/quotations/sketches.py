"""What of a wording candidates are found by: little, so that millions fit into memory."""

from __future__ import annotations

from functools import lru_cache
from hashlib import blake2b
from itertools import pairwise
from typing import NamedTuple
from zlib import crc32

from quoth.compare.quotations.words import Wording

TELLING = 1.2
"""A word that tells: those of lesser weight stand in every other quotation."""
FEW = 6
"""With fewer of them, three words of any kind in a row count too."""
_SENTENCE = 4
"""So many words make a sentence that may be known again."""


class Sketch(NamedTuple):
    """What of a wording candidates are found by: little, so that millions fit into memory."""

    digest: int
    """The same for wordings that are equal word by word."""
    telling: tuple[int, ...]
    """The words that tell, in their order, as numbers of 32 bits."""
    threes: tuple[int, ...]
    """Three words in a row each, where few words tell."""
    sentences: tuple[int, ...]
    """Its sentences, but for the shortest."""


def sketch(wording: Wording) -> Sketch:
    """Of a wording of any length."""
    numbers = [_number(stem) for stem in wording.stems]
    telling = tuple(
        number for number, weight in zip(numbers, wording.weights, strict=True) if weight >= TELLING
    )
    threes: tuple[int, ...] = ()
    if len(telling) < FEW:
        threes = tuple(
            crc32(f"{a} {b} {c}".encode())
            for a, b, c in zip(numbers, numbers[1:], numbers[2:], strict=False)
        )
    starts = [*sorted(wording.heads), len(wording)]
    sentences = tuple(
        crc32(" ".join(wording.stems[start:end]).encode())
        for start, end in pairwise(starts)
        if end - start >= _SENTENCE
    )
    joined = blake2b(" ".join(wording.words).encode(), digest_size=8).digest()
    return Sketch(int.from_bytes(joined), telling, threes, sentences)


@lru_cache(maxsize=1 << 17)
def _number(stem: str) -> int:
    return crc32(stem.encode())
