"""Which marked statement is which of a reading's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

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

    def pair(found: Iterable[tuple[float, int, int]]) -> None:
        """Pair what is left, the likest first; in the order of the text where all is alike."""
        for _, j, i in sorted(found, key=lambda each: (-each[0], each[1:])):
            if j not in pairs and i not in taken:
                pairs[j] = i
                taken.add(i)

    def alike(field: str) -> Iterator[tuple[float, int, int]]:
        """What has the same in `field`, and how alike it is in all."""
        numbers = defaultdict[object, list[int]](list)
        for i, one in enumerate(known):
            numbers[getattr(one, field)].append(i)
        for j, other in enumerate(seen):
            value = getattr(other, field)
            for i in numbers.get(value, ()) if value and j not in pairs else ():
                one = known[i]
                yield likeness(one.content, other.content) + (one.cue == other.cue), j, i

    pair(alike("key"))
    pair(alike("content"))
    left = [i for i in range(len(known)) if i not in taken]
    pair(
        (share, j, i)
        for j, other in enumerate(seen)
        for i in (left if j not in pairs else ())
        if (share := likeness(known[i].content, other.content)) >= ALIKE
    )
    return pairs
