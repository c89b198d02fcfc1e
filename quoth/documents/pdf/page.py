"""One page of a PDF: its pieces of text and its shapes, turned so that its lines run level."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pypdfium2 as pdfium  # type: ignore[import-untyped]

from quoth.documents.pdf.columns import Row, columns_of
from quoth.documents.pdf.glyphs import glyphs_of
from quoth.documents.pdf.margins import Body
from quoth.documents.pdf.parts import contains
from quoth.documents.pdf.pieces import Piece, pieces_of, turned
from quoth.documents.pdf.shapes import Shape, shapes_of
from quoth.documents.roles import FINAL

BESIDE = 0.7
"""A box beside the text takes less of its width; one that takes all of it is part of the text."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a page shows."""

    pieces: list[Piece]
    """In the order of the file."""
    aside: list[Piece]
    """Text that runs upwards, downwards or askew where most does not."""
    shapes: list[Shape]
    turn: int
    """Quarter turns to the left by which the page's lines run; its coordinates are turned back."""


def page_of(page: pdfium.PdfPage) -> Page:
    """The text and the shapes of an open page."""
    with closing(page.get_textpage()) as text_page:
        glyphs = glyphs_of(text_page)
    found = pieces_of(glyphs)
    shapes = shapes_of(page)
    if found.turn:
        shapes = [_turned(shape, found.turn) for shape in shapes]
    return Page(found.upright, found.aside, shapes, found.turn)


def _turned(shape: Shape, turn: int) -> Shape:
    edges = np.array([shape.left, shape.bottom, shape.right, shape.top], np.float32)
    left, bottom, right, top = turned(edges, turn).tolist()
    swapped = {"across": "down", "down": "across"} if turn % 2 else {}
    kind = swapped.get(shape.kind, shape.kind)
    return Shape(kind, left, bottom, right, top)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Rows:
    """The lines of a page: what stands in its margins, in its columns, and in its boxes."""

    above: list[Row]
    columns: list[list[Row]]
    boxes: list[list[Row]]
    below: list[Row]


def rows_of(page: Page, margin: set[int], body: Body) -> Rows:
    """The lines of a page in reading order; `margin` has identities of pieces."""
    inside = [piece for piece in page.pieces if id(piece) not in margin]
    outer = [piece for piece in page.pieces if id(piece) in margin]
    middle = max((piece.base for piece in inside), default=0)
    above = [Row(piece, []) for piece in outer if piece.base > middle]
    below = [Row(piece, []) for piece in outer if piece.base <= middle]
    boxes = []
    for shape in _boxes(page.shapes, inside, body):
        held = [piece for piece in inside if contains(shape, piece.left, piece.right, piece.base)]
        names = set(map(id, held))
        inside = [piece for piece in inside if id(piece) not in names]
        boxes += columns_of(held) if held else []
    return Rows(above, columns_of(inside) if inside else [], boxes, below)


def _boxes(shapes: Sequence[Shape], pieces: Sequence[Piece], body: Body) -> list[Shape]:
    """The frames that hold a text of their own: a head, and something below it."""
    chosen: list[Shape] = []
    if not pieces:
        return chosen
    width = max(piece.right for piece in pieces) - min(piece.left for piece in pieces)
    candidates = [s for s in shapes if s.kind == "box" and s.right - s.left < BESIDE * width]
    candidates.sort(key=lambda s: (s.left - s.right) * (s.top - s.bottom))  # the largest first
    for shape in candidates[:60]:
        if any(_holds(other, shape) for other in chosen):
            continue
        held = [p for p in pieces if contains(shape, p.left, p.right, p.base)]
        if 3 <= len(held) < 0.8 * len(pieces) and _has_head(held, body):
            chosen.append(shape)
    return chosen


def _holds(outer: Shape, inner: Shape) -> bool:
    across = outer.left <= inner.left + 1 and outer.right >= inner.right - 1
    return across and outer.bottom <= inner.bottom + 1 and outer.top >= inner.top - 1


def _has_head(held: list[Piece], body: Body) -> bool:
    """Whether what a box holds begins with one or two lines in other letters than the rest."""
    held = sorted(held, key=lambda piece: -piece.base)
    head, last = held[0], held[-1]
    capital = len(head.text) > 5 and head.text.isupper() and not last.text.isupper()
    if (head.style == last.style and not capital) or head.style.size > 1.6 * body.size:
        return False
    bold = head.style.bold > last.style.bold
    larger = head.style.size > 1.05 * last.style.size
    width = max(piece.right for piece in held) - head.left
    short = head.right - head.left < 0.6 * width
    heads = sum(piece.style == head.style for piece in held)
    steps = [a.base - b.base for a, b in pairwise(held)]
    short = short and not FINAL.search(head.text)
    return (bold or larger or short) and (capital or heads <= 2) and max(steps) < 3 * body.leading
