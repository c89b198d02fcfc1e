"""In which blocks of a document things stand."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from typing import TypeVar

from quoth.records import Document, Span

Thing = TypeVar("Thing")


class Blocks:
    """The blocks of a document by offset; their order need not be that of the text."""

    def __init__(self, document: Document) -> None:
        pairs = sorted((s.start, n) for n, block in enumerate(document.blocks) for s in block.spans)
        self._starts = [start for start, _ in pairs]
        self._numbers = [number for _, number in pairs]

    def of(self, things: Iterable[tuple[Thing, Iterable[Span]]]) -> dict[int, list[Thing]]:
        """Things, each given with its spans, by the blocks that any of the spans is in."""
        placed: dict[int, list[Thing]] = defaultdict(list)
        for thing, spans in things:
            numbers: dict[int, None] = {}
            for span in spans:
                first = max(bisect_right(self._starts, span.start) - 1, 0)
                last = bisect_left(self._starts, span.end)
                numbers |= dict.fromkeys(self._numbers[first:last])
            for number in numbers:
                placed[number].append(thing)
        return placed
