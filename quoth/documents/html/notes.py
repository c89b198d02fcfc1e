"""Footnotes: the marks in the text that lead to them, and the blocks that they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quoth.documents.html.headline import ended
from quoth.documents.html.pieces import Piece
from quoth.documents.html.region import Part
from quoth.documents.html.roles import Page
from quoth.documents.html.text import Article
from quoth.documents.html.tree import Tree
from quoth.records import BODY, Reference, Span

MARK = 6
"""A mark has no more characters: 12, [12], *, (a)."""
NOTE = 3000
"""No note has more characters."""
WORD = re.compile(r"\w")


def with_notes(page: Page, parts: Sequence[Part]) -> list[Part]:
    """`parts` with the notes that marks in them lead to, wherever on the page these stand."""
    tree = page.tree
    notes = bytearray(len(tree.tags))
    for piece, kind in parts:
        for block in _noted(page, piece) if kind in BODY else ():
            notes[block] = 1
    kept = {piece.number for piece, _ in parts}
    if any(notes):
        tree.under(notes)
        last = max(kept)
        parts = [
            *((p, "footnote" if notes[p.element] and k in BODY else k) for p, k in parts),
            *((p, "footnote") for p in page.pieces[last + 1 :] if notes[p.element]),
        ]
    return [(_without_links_back(tree, piece, kind), kind) for piece, kind in parts]


def _noted(page: Page, piece: Piece) -> Iterator[int]:
    """The blocks of the notes that the marks in a piece lead to."""
    tree = page.tree
    for text, element in piece.runs:
        target = _target(tree, element)
        if target is None or target < element or len(text.strip()) > MARK:
            continue
        block = tree.blocks[target]
        if tree.acts[block] not in ("h1", "h2", "h3", "h4", "h5", "h6", "body", "main", "article"):
            yield block


def _target(tree: Tree, element: int) -> int | None:
    """The element that the link which holds `element` leads to, if it leads within the page."""
    while element and tree.linked[element]:
        if element in tree.targets:
            return tree.ids.get(tree.targets[element])
        element = tree.parents[element]
    return None


def _without_links_back(tree: Tree, piece: Piece, kind: str) -> Piece:
    """A note or a heading without the sign that leads back to its mark, or to itself."""
    if kind not in ("heading", "footnote") or not piece.linked:
        return piece
    runs = [(text, e) for text, e in piece.runs if not _leads_back(tree, text, e, kind)]
    if len(runs) == len(piece.runs) or not any(text.strip() for text, _ in runs):
        return piece
    runs[0] = runs[0][0].lstrip(), runs[0][1]
    return ended([Piece(piece.element, piece.number, piece.ruled, runs)])[0]


def _leads_back(tree: Tree, text: str, element: int, kind: str) -> bool:
    if WORD.search(text):
        return False
    return bool(tree.linked[element]) or (kind == "footnote" and text.strip() == "^")


def references(tree: Tree, put: Article) -> tuple[Reference, ...]:
    """The marks in an article's text, each with the block of its note."""
    marks: list[tuple[int, int, int]] = []
    for start, end, element, block in put.runs:
        target = _target(tree, element)
        if target is None or put.blocks[block].kind == "footnote":
            continue
        if marks and marks[-1][2] == target and not put.text[marks[-1][1] : start].strip():
            marks[-1] = marks[-1][0], end, target  # "[", "1" and "]", each in an element
        else:
            marks.append((start, end, target))
    notes = _first_blocks(tree, put)
    return tuple(
        Reference(_trimmed(put.text, start, end), note)
        for start, end, target in marks
        if (note := notes.get(tree.blocks[target])) is not None
    )


def _first_blocks(tree: Tree, put: Article) -> dict[int, int]:
    """For each element that holds a note or stands in one, the first block of the note."""
    result: dict[int, int] = {}
    for _, _, element, block in put.runs:
        while element and put.blocks[block].kind == "footnote" and element not in result:
            result[element] = block
            element = tree.parents[element]
    return result


def _trimmed(text: str, start: int, end: int) -> Span:
    mark = text[start:end]
    return Span(start + len(mark) - len(mark.lstrip()), end - len(mark) + len(mark.rstrip()))
