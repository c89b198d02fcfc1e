"""Words, names and numbers of invented news, drawn with the skews that real news has.

Nothing here is anybody's text: words are syllables put together, the same for the same seed. Word
number n is drawn in proportion to 1 / (n + 2.7) ** 1.07 (Zipf and Mandelbrot), source number n to
1 / (n + 1), so that the first words stand in every second statement and the first sources answer
for some per cent of all, and most are rare.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

CONSONANTS = ("b", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "st", "tr")
VOWELS = ("a", "e", "i", "o", "u", "ei")
ENDS = ("", "n", "r", "l", "s")
VOCABULARY = 120_000
"""Different words."""
NAMES = 60_000
"""Different named sources."""
BATCH = 1 << 18
"""So many words are drawn at once."""


def word(number: int) -> str:
    """The invented word of this number: short ones first, no two alike."""
    made = ""
    number += 1
    while number:
        number, syllable = divmod(number, len(CONSONANTS) * len(VOWELS))
        made += CONSONANTS[syllable % len(CONSONANTS)] + VOWELS[syllable // len(CONSONANTS)]
    return made + ENDS[len(made) % len(ENDS)]


def zipf(size: int, shift: float, exponent: float) -> np.ndarray:
    """The cumulated shares of `size` items by rank."""
    shares = 1.0 / (np.arange(1, size + 1) + shift) ** exponent
    cumulated: np.ndarray = np.cumsum(shares) / shares.sum()
    return cumulated


class Words:
    """An endless text without sentences."""

    def __init__(self, draw: np.random.Generator, size: int = VOCABULARY) -> None:
        self.vocabulary = [word(number) for number in range(size)]
        self._draw = draw
        self._shares = zipf(size, 1.7, 1.07)
        self._waiting: list[str] = []

    def take(self, number: int) -> list[str]:
        """The next `number` words."""
        if len(self._waiting) < number:
            ranks = np.searchsorted(self._shares, self._draw.random(BATCH))
            self._waiting = [self.vocabulary[rank] for rank in ranks]
        taken = self._waiting[-number:]
        del self._waiting[-number:]
        return taken


class Ranks:
    """Endless numbers from 0, the small ones often."""

    def __init__(self, draw: np.random.Generator, size: int, exponent: float = 1.0) -> None:
        self._draw = draw
        self._shares = zipf(size, 0.0, exponent)
        self._stream = self._ranks()

    def __next__(self) -> int:
        return next(self._stream)

    def _ranks(self) -> Iterator[int]:
        while True:
            yield from np.searchsorted(self._shares, self._draw.random(BATCH >> 4)).tolist()


def name(number: int) -> str:
    """The invented name of a source: a given and a family name."""
    return f"{word(number % 397 + 40).title()} {word(number // 3 + 900).title()}"


def pick(draw: np.random.Generator, items: Sequence[tuple[str, float]]) -> str:
    """One of `items`, each as often as its weight says."""
    at = draw.random() * sum(weight for _, weight in items)
    for item, weight in items:
        at -= weight
        if at < 0:
            return item
    return items[-1][0]
