"""Words that one of two wordings has to itself, at one place."""

from __future__ import annotations

from dataclasses import dataclass

from quoth.compare.quotations.words import Wording
from quoth.records import Span

FAR = 3
"""A negation or a modal verb turns what stands at most so many words behind it."""


@dataclass(frozen=True, slots=True)
class Side:
    """Words of one wording that the other has not, or not there."""

    wording: Wording
    start: int
    end: int
    lone: tuple[int, ...]
    """Those that stand nowhere in the other."""
    kept: bytes
    """For each word of the wording, does it stand in the other?"""

    @property
    def words(self) -> list[str]:
        return [self.wording.words[number] for number in self.lone]

    @property
    def span(self) -> Span:
        return Span(*self.wording.shown(self.start, self.end))

    def leads_on(self) -> bool:
        """Does what follows go on in the same breath, so that it is what the last words turn?"""
        text, end = self.wording, self.end
        if not self.lone or end >= len(text) or not self.kept[end]:
            return False
        between = text.text[text.spans[end - 1][1] : text.spans[end][0]]
        return end not in text.heads and not any(mark in between for mark in ",;:–—()")

    def near_end(self, number: int) -> bool:
        return self.end - number <= FAR
