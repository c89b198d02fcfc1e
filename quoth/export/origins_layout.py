"""Where documents, sources and lines stand in the picture of who leans on whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from quoth.compare.origins import Edge, Node

HEAD, ROW = 60, 34
"""Heights of the picture's head and of a source, in pixels as all measures here."""
_LEAST, _PORT, _BETWEEN = 46, 12, 14
"""Heights: of the lowest box, of each line that ends at a box, and between boxes."""


@dataclass(slots=True)
class Box:
    """A document as drawn."""

    node: Node
    top: int
    height: int
    ports: int = 0
    """Lines drawn so far at its right side."""

    def port(self, of: int) -> int:
        """The height of its next line on the right, of so many."""
        self.ports += 1
        return self.top + self.height * self.ports // (of + 1)


def chosen(nodes: Sequence[Node], edges: Sequence[Edge], most: int) -> list[Node]:
    """At most so many nodes, in their order: those at which most lines end."""
    ends: dict[str, int] = defaultdict(int)
    for edge in edges:
        ends[edge.start] += 1
        ends[edge.end] += 1
    first = sorted(range(len(nodes)), key=lambda n: (-ends[nodes[n].key], n))[:most]
    return [nodes[n] for n in sorted(first)]


def boxes(documents: Sequence[Node], between: Sequence[Edge]) -> dict[str, Box]:
    """The documents one below the other, each as high as its lines need."""
    found, top = {}, HEAD
    for node in documents:
        lines = sum(node.key in (edge.start, edge.end) for edge in between)
        height = max(_LEAST, _PORT * (lines + 1))
        found[node.key] = Box(node, top, height)
        top += height + _BETWEEN
    return found


def places(
    sources: Sequence[Node], outside: Sequence[Edge], documents: dict[str, Box]
) -> dict[str, int]:
    """The middle of each source, as near as may be to the documents that call on it."""
    wanted: dict[str, list[int]] = defaultdict(list)
    for edge in outside:
        box = documents[edge.start]
        wanted[edge.end].append(box.top + box.height // 2)
    mean = {key: sum(heights) // len(heights) for key, heights in wanted.items()}
    found, y = {}, HEAD - ROW // 2
    for node in sorted(sources, key=lambda n: (mean.get(n.key, 0), n.key)):
        y = max(y + ROW, mean.get(node.key, 0) - ROW * len(sources) // 8)
        found[node.key] = y
    return found


def lanes(between: Sequence[Edge], documents: dict[str, Box]) -> dict[tuple[str, str], int]:
    """A lane for each line such that no two in one lane meet; short lines run nearest."""
    order = {key: n for n, key in enumerate(documents)}

    def reach(edge: Edge) -> tuple[int, int]:
        low, high = sorted((order[edge.start], order[edge.end]))
        return low, high

    taken: list[list[tuple[int, int]]] = []
    found = {}
    for edge in sorted(between, key=lambda e: (reach(e)[1] - reach(e)[0], reach(e), e.start)):
        low, high = reach(edge)
        for lane, spans in enumerate([*taken, []]):
            if all(high < a or b < low for a, b in spans):
                if lane == len(taken):
                    taken.append([])
                taken[lane].append((low, high))
                found[edge.start, edge.end] = lane
                break
    return found
