"""Which marked statement is which of a reading's."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from quoth.imports.records import MarkedStatement
from quoth.ledger.corrections.overlap import likeness

ALIKE = 0.5
"""Contents that share so much of what either has are one content with its ends moved (Jaccard)."""


def paired(known: Sequence[MarkedStatement], seen: Sequence[MarkedStatement]) -> dict[int, int]:
    """From numbers in `seen` to numbers in `known`, one to one.

    By key, else by the same content, else by contents alike.
    """
    pairs: dict[int, int] = {}
    taken: set[int] = set()

    def pair(likes: Callable[[MarkedStatement, MarkedStatement], float]) -> None:
        """Pair what is left, the likest first; what is not alike at all stays."""
        found = (
            (-likes(one, other), j, i)
            for j, other in enumerate(seen)
            if j not in pairs
            for i, one in enumerate(known)
            if i not in taken
        )
        for unlike, j, i in sorted(each for each in found if each[0] < 0):
            if j not in pairs and i not in taken:
                pairs[j] = i
                taken.add(i)

    pair(lambda a, b: 1 + likeness(a.content, b.content) if b.key and a.key == b.key else 0)
    pair(lambda a, b: 1 + (a.cue == b.cue) if a.content == b.content else 0)
    pair(lambda a, b: alike if (alike := likeness(a.content, b.content)) >= ALIKE else 0)
    return pairs
