"""Tables of data, told from tables that lay out a page, and listings of a machine."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from quoth.documents.html.pieces import Piece
from quoth.documents.html.tree import Tree

CELL = 300
"""A cell with more prose than this, in characters, is a column of the page."""


def tables(tree: Tree, pieces: Sequence[Piece]) -> array[int]:
    """For each element, the number of the table of data that it is or stands in, or 0."""
    nearest = array("I", bytes(4 * len(tree.tags)))
    rows: dict[int, int] = {}
    cells: dict[int, int] = {}
    layout: set[int] = {0}
    listings: set[int] = set()
    for element, tag in enumerate(tree.acts):
        above = nearest[tree.parents[element]]
        nearest[element] = above
        if tag == "table":
            nearest[element] = element
            layout.add(above)
            if tree.names[element].kind == "quotation":
                layout.add(element)
        elif tag == "pre" and not above:
            nearest[element] = element
            listings.add(element)
        elif above and tag == "tr":
            rows[above] = rows.get(above, 0) + 1
        elif above and tag in ("td", "th"):
            cells[above] = cells.get(above, 0) + 1
    code = {nearest[element] for element, tag in enumerate(tree.acts) if tag in ("code", "samp")}
    layout.update(
        nearest[piece.element]
        for piece in pieces
        if len(piece.text) > CELL and nearest[piece.element] not in listings
    )
    for table in set(nearest):
        if table in listings:
            if table not in code:
                layout.add(table)
            continue
        several = rows.get(table, 0) > 1 and cells.get(table, 0) >= 2 * rows[table]
        if not several:
            layout.add(table)
    for element, table in enumerate(nearest):
        if table in layout:
            nearest[element] = 0
    return nearest


def row(tree: Tree, element: int) -> int:
    """The row of a table that an element stands in, or 0."""
    while element and tree.tags[element] != "tr":
        element = tree.parents[element]
    return element
