"""What stands in the margins of PDF pages: running heads and feet, page numbers, a printer's lines.

A page is looked at from its edges inwards, row by row, until a row belongs to the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from quoth.documents.furniture import is_page_number, normal
from quoth.documents.pdf.pieces import Piece

ROWS = 4
"""So many rows at each edge may belong to the margin."""
SAME = 4.0
"""Points by which a running head may move from page to page."""
SAID = 6
"""Characters of a head that chance does not put at the top of two pages, at the least."""
APART = 1.45
"""A head stands so many line distances from the text, at the least."""
SMALL = 0.97
"""Letters of a foot that stands on one page are so much smaller than the text's."""
NEAR = 6
"""Pages before and behind one that tell how far the text reaches."""
PRINTED = re.compile(
    r"https?://\S+|\bwww\.\S+|\b\d{1,2}[:.]\d{2}\b.*\d{2,4}|\d{2,4},? \d{1,2}[:.]\d{2}\b"
)
SENTENCE = re.compile(r"[.!,;:…][\"'”’)\]]*$")
LAST = re.compile(r"(?<![\w.,])(\d{1,4})(?:\s*(?:/|of)\s*(\d{1,4}))?$")
"""A number at the end, and of how many."""
NOTE = re.compile(r"(?:\d{1,3}|[*†‡§])\s*\D")


@dataclass
class Band:
    """Pieces that stand on one height of a page."""

    pieces: list[Piece]

    @cached_property
    def words(self) -> str:
        """Its text as it would stand on any other page."""
        return normal(self.text)

    @property
    def base(self) -> float:
        return self.pieces[0].base

    def edge(self, top: bool) -> float:
        """How far its letters reach to the page's edge."""
        return max([piece.top for piece in self.pieces]) if top else self.base

    @property
    def size(self) -> float:
        return max([piece.style.size for piece in self.pieces])

    @property
    def text(self) -> str:
        return "   ".join([p.text for p in sorted(self.pieces, key=lambda p: p.left)])


@dataclass(frozen=True, slots=True)
class Body:
    """What most of a document's letters look like: their size, and from line to line."""

    size: float
    leading: float


def body_of(pages: Iterable[Sequence[Piece]]) -> Body:
    """Size and line distance of most of the text."""
    weights: Counter[float] = Counter()
    steps: Counter[tuple[float, float]] = Counter()
    for page in pages:
        for piece in page:
            weights[piece.style.size] += len(piece.text)
        for above, below in pairwise(page):
            step = above.base - below.base
            if above.style.size == below.style.size and 0 < step < 4 * below.style.size:
                steps[below.style.size, round(step, 1)] += 1
    if not weights:
        return Body(10, 12)
    size = weights.most_common(1)[0][0]
    usual = [(count, step) for (each, step), count in steps.items() if each == size]
    return Body(size, max(usual)[1] if usual else 1.2 * size)


def margins(pages: Sequence[Sequence[Piece]], body: Body) -> set[int]:
    """Identities of the pieces in the margins of the pages."""
    found: set[int] = set()
    ordered = [sorted(page, key=lambda piece: piece.base) for page in pages]
    for top in (True, False):
        edges = [_bands(reversed(page) if top else page) for page in ordered]
        for row in _margin(edges, body, top, len(pages)):
            found.update(map(id, row.pieces))
    return found


def _bands(pieces: Iterable[Piece]) -> list[Band]:
    """The outermost rows of a page, of whose pieces the outermost comes first."""
    rows: list[Band] = []
    for piece in pieces:
        if rows and abs(rows[-1].base - piece.base) < 0.5 * piece.style.size:
            rows[-1].pieces.append(piece)
        elif len(rows) == ROWS:
            break
        else:
            rows.append(Band([piece]))
    return rows


def _margin(edges: Sequence[Sequence[Band]], body: Body, top: bool, total: int) -> list[Band]:
    """The rows of one edge that belong to the margin."""
    opening = {normal(p.text) for row in edges[0] for p in row.pieces} if edges and top else set()
    said: dict[str, list[tuple[int, float, str]]] = {}
    for page, edge in enumerate(edges):
        for row in edge[:3]:
            said.setdefault(row.words, []).append((page, row.base, row.text))
    sides = [_heres(edge, page, total, body) for page, edge in enumerate(edges)]
    for side in sides:
        for here in side[:3]:
            others = said[here.row.words] if len(here.row.words) > 1 else []
            if here.is_heading_like:  # "Part 1", "Part 2"
                others = [other for other in others if other[2] == here.row.text]
            here.repeats = any(
                page != here.page and abs(base - here.row.base) < SAME for page, base, _ in others
            )
            same = {page for page, base, text in others if text == here.row.text}
            here.is_same = len(same) > 1 and here is side[0] and _is_inward(here, side)
            here.is_known = bool(here.page) and all(
                normal(p.text) in opening for p in here.row.pieces
            )
    elsewhere = {here.row.words for side in sides[1:] for here in side[:1] if here.is_apart}
    result: list[Band] = []
    for side in sides:
        taken: list[_Here] = []
        for here in side:
            known = here.is_known or (not here.page and here.row.words in elsewhere)
            if not (
                here.repeats
                or here.is_numbered
                or (here.is_apart and (here.is_printed or (known and here.is_short)))
                or (here.is_apart and not taken and _is_lone(here, sides, top))
            ):
                break
            taken.append(here)
        # What pages begin with may repeat too: the last row stands apart or looks otherwise.
        while taken and not (taken[-1].is_firm or _looks_otherwise(taken[-1], side)):
            taken.pop()
        result += [here.row for here in taken]
    return result


def _looks_otherwise(here: _Here, side: Sequence[_Here]) -> bool:
    inner = side[side.index(here) + 1 :]
    return bool(inner) and inner[0].row.pieces[0].style != here.row.pieces[0].style


def _is_inward(here: _Here, side: Sequence[_Here]) -> bool:
    """Whether its letters begin and end well within the edges of the row below."""
    if len(side) < 2 or len(here.row.text) < SAID:
        return False
    start, edge = (min(p.left for p in each.row.pieces) for each in (here, side[1]))
    end, last = (max(p.right for p in each.row.pieces) for each in (here, side[1]))
    return min(start - edge, last - end) > 4 * here.row.size


def _is_lone(here: _Here, sides: Sequence[Sequence[_Here]], top: bool) -> bool:
    """Whether the outermost row of a page is a head that stands on no other page."""
    if SENTENCE.search(here.row.text.strip()):
        return False
    if not top and NOTE.match(here.row.text):
        return False
    if here.total == 1:
        return here.is_lone
    # In letters of the text's size it may be the first line of a paragraph.
    unlike = here.row.size < SMALL * here.body.size or here.row.text.isupper()
    if unlike and here.is_short and _is_outside(here, sides, top):
        return True
    # Heads of odd and of even pages stand on one height.
    return here.row.size < 1.3 * here.body.size and any(
        (other.repeats or other.is_numbered) and abs(other.row.base - here.row.base) < SAME
        for number in range(max(here.page - NEAR, 0), min(here.page + NEAR + 1, len(sides)))
        for other in (sides[number][:1] if number != here.page else ())
    )


def _heres(edge: Sequence[Band], page: int, total: int, body: Body) -> list[_Here]:
    gaps = [abs(a.base - b.base) for a, b in pairwise(edge)]
    return [_Here(r, g, page, total, body) for r, g in zip(edge, [*gaps, 0.0], strict=False)]


def _is_outside(here: _Here, sides: Sequence[Sequence[_Here]], top: bool) -> bool:
    """Whether the text of no page near by reaches as far as this row."""
    out = 1 if top else -1
    for number in range(max(here.page - NEAR, 0), min(here.page + NEAR + 1, len(sides))):
        for other in sides[number] if number != here.page else ():
            if other.repeats or other.is_numbered or (other.is_known and other.is_apart):
                continue
            level = abs(other.row.base - here.row.base) < SAME
            if level and other.is_apart and other.is_short:
                continue
            if (here.row.edge(top) - other.row.edge(top)) * out < 0.5 * here.body.size:
                return False
            break
    return True


@dataclass(eq=False)
class _Here:
    """A row at a page's edge."""

    row: Band
    gap: float
    page: int
    total: int
    body: Body
    repeats: bool = False
    """Whether another page has the same words at the same height, but for numbers."""
    is_same: bool = False
    """Whether it is outermost here and stands on another page letter by letter."""
    is_known: bool = False
    """Whether it says what the first page begins with."""

    @property
    def is_apart(self) -> bool:
        return self.gap == 0 or self.gap > APART * self.body.leading

    @property
    def is_firm(self) -> bool:
        """Whether nothing below it needs to tell it from the text."""
        return self.is_apart or (self.is_same and self.repeats)

    @cached_property
    def is_numbered(self) -> bool:
        """Whether it holds its page's number, alone or at one side."""
        texts = [piece.text.strip() for piece in self.row.pieces]
        if any(is_page_number(text) and len(text) < 16 for text in texts):
            return len(texts) == 1 or self.is_apart
        if not self.is_apart or self.is_heading_like or len(self.row.text) > 120:
            return False
        match = LAST.search(self.row.text)
        return match is not None and (
            int(match[1]) == self.page + 1 and int(match[2] or self.total) == self.total
        )

    @property
    def is_heading_like(self) -> bool:
        """Whether it is set as the headings of a text may be."""
        large = self.row.size > 1.05 * self.body.size
        return large or all(piece.style.bold for piece in self.row.pieces)

    @property
    def is_printed(self) -> bool:
        """Whether a browser wrote it."""
        return self.row.size <= self.body.size and bool(PRINTED.search(self.row.text))

    @property
    def is_short(self) -> bool:
        """Whether it is short and in letters no larger than the text's."""
        return self.row.size <= 1.01 * self.body.size and len(self.row.text) < 120

    @property
    def is_lone(self) -> bool:
        """Whether it is set apart and small, as the foot of a single page is."""
        small = self.row.size < 0.95 * self.body.size and len(self.row.text) < 120
        return small and self.gap > 2 * self.body.leading
