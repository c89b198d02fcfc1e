"""The pieces of a PDF page in the order in which they are read: columns, and lines within them.

White stripes that run down between pieces part columns. The tallest one parts the page; what
stands above it is read first, then its left side, then its right, then what stands below; each of
these is parted in the same way.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Any

import numpy as np
import numpy.typing as npt

from quoth.documents.pdf.pieces import INITIAL, SPACE, Piece, differing

Numbers = npt.NDArray[Any]
NARROW = 8.0
"""A column is at least so many letter sizes wide."""
WIDE = 0.6
"""Lines of that width make up so much of it: cells of a table and bullets stand in columns too."""
STEP = 2.0
"""Stripes are looked for at every so many points."""
PLACES = 2000
"""At so many places at most."""
LINES = 3
"""A column has so many lines at least beside another one's."""
CELLS = 1.2
"""A gap of so many letter sizes within a line parts two cells of a table."""


@dataclass(slots=True)
class Row:
    """A line of a column: its pieces from left to right, as one."""

    piece: Piece
    cells: list[tuple[float, float]] = field(default_factory=list)
    """Left and right of the parts of it that wide gaps leave; one for most lines."""


def columns_of(pieces: Sequence[Piece]) -> list[list[Row]]:
    """The columns of a page or of a part of it, in reading order, each from top to bottom."""
    columns: list[list[Piece]] = []
    for column in _parted(list(pieces), 0):
        if columns and len(column) <= LINES and _is_below(columns[-1], column):
            columns[-1] += column
        elif column:
            columns.append(column)
    return [lines_of(column) for column in columns]


def _is_below(column: list[Piece], more: list[Piece]) -> bool:
    """Whether a few lines go on right below a column."""
    last, first = min(column, key=_middle), max(more, key=_middle)
    step = last.base - first.base
    return 0 < step < 2.5 * first.style.size and first.left < last.right > first.left


def _parted(pieces: list[Piece], depth: int) -> list[list[Piece]]:
    stripe = _stripe(pieces) if len(pieces) >= 2 * LINES and depth < 20 else None
    if stripe is None:
        return [pieces]
    above: list[Piece] = []
    left: list[Piece] = []
    right: list[Piece] = []
    below: list[Piece] = []
    for piece in pieces:
        middle = _middle(piece)
        if middle > stripe.top:
            above.append(piece)
        elif middle < stripe.bottom:
            below.append(piece)
        else:
            (left if piece.left < stripe.x else right).append(piece)
    parts = (above, left, right, below)
    if max(map(len, parts)) == len(pieces):
        return [pieces]
    return [column for part in parts if part for column in _parted(part, depth + 1)]


def _middle(piece: Piece) -> float:
    return piece.base + 0.25 * piece.style.size


@dataclass(frozen=True, slots=True)
class _Stripe:
    x: float
    bottom: float
    top: float
    height: float
    """How far down text stands on both of its sides."""

    @property
    def rank(self) -> tuple[float, float]:
        """The tallest parts a page; of those at one gutter, the one that no line reaches into."""
        return round(self.height), self.top - self.bottom


def _stripe(pieces: list[Piece]) -> _Stripe | None:
    """The tallest white stripe with columns on both sides."""
    broad = [p for p in pieces if p.right - p.left >= NARROW * p.style.size]
    if len(broad) < 2 * LINES:
        return None
    if sorted([p.left for p in broad])[-LINES] < sorted([p.right for p in broad])[LINES - 1]:
        return None  # too few stand beside others
    edges = np.array([(p.left, p.right, _middle(p), p.style.size) for p in pieces])
    edges = edges[np.argsort(-edges[:, 2], kind="stable")]
    left, right = edges[:, 0], edges[:, 1]
    start, end = left.min(), right.max()
    near = end - start < PLACES * STEP  # a broken page may be as wide as memory
    places = np.arange(start + STEP, end, STEP) if near else np.linspace(start, end, PLACES)
    wide = right - left >= NARROW * edges[:, 3]
    before = np.searchsorted(np.sort(right[wide]), places, "right")
    behind = wide.sum() - np.searchsorted(np.sort(left[wide]), places, "left")
    best: _Stripe | None = None
    last = (0, 0)
    clear = np.where((before >= LINES) & (behind >= LINES), before + behind, 0)
    clear[:-1][clear[:-1] < clear[1:]] = 0  # gutters lie where most lines keep clear of them
    clear[1:][clear[1:] < clear[:-1]] = 0
    for x in places[clear > 0].tolist():
        side = (left >= x).astype(int) - (right <= x)
        key = int((side < 0).sum()), int((side > 0).sum())
        if key == last:
            continue
        last = key
        for start, end in _runs(side):
            found = _checked(x, side[start:end], edges[start:end])
            if found and (best is None or found.rank > best.rank):
                best = found
    return best


def _runs(side: Numbers) -> list[tuple[int, int]]:
    """Where nothing crosses for a while: first and last of each such run."""
    crossing = np.flatnonzero(side == 0).tolist()
    ends = [-1, *crossing, len(side)]
    return [(a + 1, b) for a, b in itertools.pairwise(ends) if b - a > 2 * LINES]


def _checked(x: float, side: Numbers, edges: Numbers) -> _Stripe | None:
    """The stripe at `x` beside these pieces, if they are columns of text."""
    on_left, on_right = edges[side < 0], edges[side > 0]
    if len(on_left) < LINES or len(on_right) < LINES:
        return None
    top = min(on_left[0, 2], on_right[0, 2])
    bottom = max(on_left[-1, 2], on_right[-1, 2])
    both = [
        part[(part[:, 2] <= top + 1) & (part[:, 2] >= bottom - 1)] for part in (on_left, on_right)
    ]
    for part in both:
        if len(part) < LINES:
            return None
        widths = (part[:, 1] - part[:, 0]) / part[:, 3]
        wide = widths[widths >= NARROW]
        if len(wide) < LINES or wide.sum() < WIDE * widths.sum():
            return None
    head = on_right[on_right[:, 2] > top + 1]
    ceiling = float(edges[0, 2])
    clear = len(head) and head[-1, 2] - max(top, both[1][0, 2] + 0.6 * head[-1, 3])
    if 0 < len(head) <= LINES and clear > 1.2 * head[-1, 3]:
        ceiling = float(head[-1, 2]) - 0.1  # a byline over one of the columns is above them all
    return _Stripe(x, float(edges[-1, 2]), ceiling, float(top - bottom))


def lines_of(pieces: list[Piece]) -> list[Row]:
    """The lines of one column, from top to bottom, initials put before the words they begin."""
    usual = median([piece.style.size for piece in pieces])
    initials = [p for p in pieces if p.style.size > INITIAL * usual and len(p.text) <= 2]
    rows: list[list[Piece]] = []
    for piece in sorted((p for p in pieces if p not in initials), key=lambda p: -p.base):
        row = rows[-1] if rows else None
        if row and row[0].base - piece.base < 0.45 * max(row[0].style.size, piece.style.size):
            row.append(piece)
        else:
            rows.append([piece])
    lines = [_line(row) for row in rows]
    for initial in initials:
        _begin(lines, initial)
    return lines


def _line(row: list[Piece]) -> Row:
    if len(row) == 1:
        piece = row[0]
        return Row(piece, [(piece.left, piece.right)])
    row.sort(key=lambda piece: piece.left)
    return Row(joined(row), _cells(row))


def _cells(row: list[Piece]) -> list[tuple[float, float]]:
    cells = [(row[0].left, row[0].right)]
    for piece in row[1:]:
        left, right = cells[-1]
        if piece.left - right > CELLS * piece.style.size:
            cells.append((piece.left, piece.right))
        else:
            cells[-1] = (left, max(right, piece.right))
    return cells


def joined(row: list[Piece]) -> Piece:
    """Pieces of one line as one, with a space where there is a gap."""
    main = max(row, key=lambda piece: len(piece.text))
    text, lefts, rights, marks = "", [], [], []
    last: Piece | None = None
    for piece in row:
        if last and piece.left - last.right > SPACE * min(last.style.size, piece.style.size):
            text += " "
            lefts.append(np.ones(1, np.float32))
            rights.append(np.zeros(1, np.float32))
        marks += [(a + len(text), b + len(text)) for a, b in piece.marks]
        text += piece.text
        lefts.append(piece.lefts)
        rights.append(piece.rights)
        last = piece
    return Piece(
        text,
        row[0].left,
        max([piece.right for piece in row]),
        min([piece.bottom for piece in row]),
        max([piece.top for piece in row]),
        main.base,
        main.style,
        np.concatenate(lefts),
        np.concatenate(rights),
        marks,
        differing(main.style, [piece.style for piece in row]) | main.mixed,
    )


def _begin(lines: list[Row], initial: Piece) -> None:
    """Put an initial before the first of the lines that stand beside it."""
    beside = [
        line
        for line in lines
        if initial.bottom - 1 < line.piece.base < initial.top
        and -0.5 * initial.style.size < line.piece.left - initial.right < initial.style.size
    ]
    if not beside:
        lines.append(Row(initial, [(initial.left, initial.right)]))
        lines.sort(key=lambda line: -line.piece.base)
        return
    first, *rest = beside
    for line in lines[lines.index(beside[-1]) + 1 :]:
        if abs(line.piece.left - beside[-1].piece.left) > 1 or not rest:
            break
        rest.append(line)  # the initial keeps more room below it than its letter has
    piece = first.piece
    lefts, rights = ([initial.lefts, piece.lefts], [initial.rights, piece.rights])
    text = initial.text
    first.piece = Piece(
        text + piece.text, initial.left, piece.right, piece.bottom, piece.top, piece.base,
        piece.style, np.concatenate(lefts), np.concatenate(rights),
        [(a + len(text), b + len(text)) for a, b in piece.marks],
    )  # fmt: skip
    for line in rest:
        line.piece.left = initial.left
