"""An article's pieces put together: the document's text, its blocks, and where they stand."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace

from quoth.documents.html.region import Part
from quoth.documents.html.roles import Page
from quoth.documents.html.tables import row
from quoth.documents.layouts import HtmlLayout
from quoth.records import Block, BlockKind, Span

BETWEEN, CELL, ROW = "\n\n", "\t", "\n"
"""What stands between blocks, and between the cells and the rows of a table."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article as text."""

    text: str
    blocks: tuple[Block, ...]
    layout: HtmlLayout
    runs: tuple[tuple[int, int, int, int], ...]
    """Start, end, element and number of the block of each run of text."""


def assembled(page: Page, chosen: Sequence[Part], shown: bool = False) -> Article:
    """The text of the chosen pieces, a table's pieces as one block.

    `shown` says that browsers show the page, so that text fragments lead to places on it.
    """
    parts: list[str] = []
    blocks: list[tuple[BlockKind, int, int]] = []
    runs: list[tuple[int, int, int, int]] = []
    offset, last = 0, 0
    for piece, kind in chosen:
        gap = _gap(page, last, piece.element, kind) if parts else ""
        start = offset + len(gap)
        offset = start + len(piece.text)
        parts += (gap, piece.text)
        if gap in (CELL, ROW):
            start = blocks.pop()[1]
        blocks.append((kind, start, offset))
        at = offset - len(piece.text)
        for run, element in piece.runs:
            runs.append((at, at + len(run), element, len(blocks) - 1))
            at += len(run)
        last = piece.element
    text = "".join(parts)
    layout = _layout(page, runs)
    if shown:
        read = {piece.number for piece, _ in chosen}
        rest = (piece.text for piece in page.pieces if piece.number not in read)
        layout = replace(layout, text=text, elsewhere="\n".join(rest))
    return Article(
        text,
        tuple(Block(kind, (Span(start, end),)) for kind, start, end in blocks),
        layout,
        tuple(runs),
    )


def _gap(page: Page, last: int, element: int, kind: BlockKind) -> str:
    """What stands between a piece and the last: a table is one block, as is what a figure says."""
    if kind == "caption" and _figure(page, element) == _figure(page, last):
        return ROW
    table = page.tables[element]
    if not table or table != page.tables[last]:
        return BETWEEN
    return CELL if row(page.tree, last) == row(page.tree, element) else ROW


def _figure(page: Page, element: int) -> int:
    """The outermost element of a caption that holds `element`, or the element itself."""
    if page.kinds[element] != "caption":
        return -element
    while page.kinds[page.tree.parents[element]] == "caption":
        element = page.tree.parents[element]
    return element


def _layout(page: Page, runs: Sequence[tuple[int, int, int, int]]) -> HtmlLayout:
    """Where the runs stand, in a tree of no more elements than lead to them."""
    tree = page.tree
    numbers = {0: 0}
    parents, steps = array("I", [0]), [""]
    elements = array("I")
    for _, _, element, _ in runs:
        path = []
        while element not in numbers:
            path.append(element)
            element = tree.parents[element]
        for each in reversed(path):
            numbers[each] = len(parents)
            parents.append(numbers[tree.parents[each]])
            tag, nth = tree.tags[each], tree.nths[each]
            steps.append(tag if tag in ("html", "body") else f"{tag}:nth-of-type({nth})")
        elements.append(numbers[path[0] if path else element])
    return HtmlLayout(array("I", (start for start, *_ in runs)), elements, parents, tuple(steps))
