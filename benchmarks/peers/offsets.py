"""From what a peer hands back to characters of the text file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

Stretch = tuple[int, int]
"""`[start, end)` in characters."""

DOUBLE_MARKS = frozenset('‹「」»"„『”‚』›«“')
"""What sayswho takes for double quotation marks and may replace by `"`."""

ADDED = frozenset(' "x')
"""What sayswho may put in: a space beside a mark, a closing mark, an x after `s'`."""


class Token(Protocol):
    """What is needed of a spaCy token: its number, its first character, its length."""

    i: int
    idx: int

    def __len__(self) -> int: ...


def stretches(tokens: Sequence[Token], offset: int = 0) -> list[Stretch]:
    """Characters that the tokens cover; neighbours are joined over the space between them."""
    found: list[Stretch] = []
    last = None
    for token in tokens:
        start, end = token.idx + offset, token.idx + offset + len(token)
        if last is not None and token.i == last + 1:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
        last = token.i
    return found


@dataclass(frozen=True)
class Prepared:
    """A text made ready for a peer, and where each of its characters came from."""

    text: str
    starts: list[int]
    ends: list[int]

    def original(self, stretch: Stretch) -> Stretch:
        """The characters of the text file that a stretch of the prepared text came from."""
        start, end = stretch
        return self.starts[start], max(self.ends[end - 1], self.starts[start])


def prepared(text: str, repair: Callable[[str], str]) -> Prepared:
    """Lines of `text` as sayswho's `repair` leaves them, blank ones dropped as it drops them.

    Raises ValueError where a repair did more than sayswho is known to do.
    """
    lines: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            begin = at + line.index(stripped)
            if lines:
                starts.append(begin)
                ends.append(begin)
            lines.append(repair(stripped))
            _trace(stripped, lines[-1], begin, starts, ends)
        at += len(line) + 1
    return Prepared("\n".join(lines), starts, ends)


def _trace(line: str, repaired: str, begin: int, starts: list[int], ends: list[int]) -> None:
    at = 0
    for char in repaired:
        here = line[at : at + 1]
        if char == here or (char == '"' and here in DOUBLE_MARKS):
            taken = 1
        elif char == '"' and line.startswith("''", at):
            taken = 2
        elif char in ADDED:
            taken = 0
        else:
            break
        starts.append(begin + at)
        at += taken
        ends.append(begin + at)
    if at != len(line):
        raise ValueError(f"no way back from the prepared text at: {line[at : at + 30]!r}")
