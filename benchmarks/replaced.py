"""A text with pieces of it replaced, and the way back to the characters it came from."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Replacement:
    """Characters `[start, end)` of the original, and what stands there instead.

    `side` is for who exchanges sides: the one that the old word was on, None where on none.
    """

    start: int
    end: int
    new: str
    side: int | None = None


@dataclass(frozen=True)
class Replaced:
    """A text after replacements, in order, and where in it the new text of each begins."""

    text: str
    replacements: tuple[Replacement, ...]
    begins: tuple[int, ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The characters of the original that `[start, end)` of the new text came from.

        What was put in or left out at an edge does not count; an edge inside of what was replaced
        goes out to the edge of that.
        """
        first, last = self._start(start), self._end(end)
        return first, max(first, last)

    def _start(self, at: int) -> int:
        number = bisect_right(self.begins, at) - 1
        if number < 0:
            return at
        made, behind = self.replacements[number], self._behind(number)
        return made.start if at < behind else made.end + at - behind

    def _end(self, at: int) -> int:
        number = bisect_left(self.begins, at) - 1
        if number < 0:
            return at
        return self.replacements[number].end + max(at - self._behind(number), 0)

    def _behind(self, number: int) -> int:
        return self.begins[number] + len(self.replacements[number].new)


def replaced(text: str, replacements: Iterable[Replacement]) -> Replaced:
    """`text` with all `replacements` made; raises ValueError where two of them overlap."""
    ordered = tuple(sorted(replacements, key=lambda one: (one.start, one.end)))
    pieces: list[str] = []
    begins: list[int] = []
    at = length = 0
    for one in ordered:
        if one.start < at:
            raise ValueError(f"two replacements overlap at character {one.start}")
        begins.append(length + one.start - at)
        pieces += (text[at : one.start], one.new)
        at, length = one.end, begins[-1] + len(one.new)
    return Replaced("".join([*pieces, text[at:]]), ordered, tuple(begins))
