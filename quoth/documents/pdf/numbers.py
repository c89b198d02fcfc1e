"""Numbers that count the lines of a page in its margin, as courts and parliaments print them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from quoth.documents.pdf.page import Page
from quoth.documents.pdf.pieces import Piece

NUMBER = re.compile(r"\d{1,4}")
FEWEST = 4
"""So many numbers in a row tell a count from a chance."""
LEVEL = 1.5
"""Points by which their edges may differ."""

Place = tuple[bool, float]
"""Whether their right edges are one, or else their left ones, and where that is."""


def without_line_numbers(pages: Sequence[Page]) -> list[Page]:
    """The pages with their lines' numbers moved from the text to what stands aside."""
    alone = [[p for p in page.pieces if NUMBER.fullmatch(p.text.strip())] for page in pages]
    counted = [list(_counts(page, some)) for page, some in zip(pages, alone, strict=True)]
    places = [place for found in counted for place, _ in found]
    result = []
    for page, some, found in zip(pages, alone, counted, strict=True):
        numbers = {id(piece) for _, group in found for piece in group}
        # A short page may have too few to tell by themselves.
        numbers |= {id(p) for p in some if any(_stands(p, at) for at in places)}
        kept = [piece for piece in page.pieces if id(piece) not in numbers]
        moved = [piece for piece in page.pieces if id(piece) in numbers]
        result.append(replace(page, pieces=kept, aside=[*page.aside, *moved]) if moved else page)
    return result


def _edge(piece: Piece, right: bool) -> float:
    return piece.right if right else piece.left


def _stands(piece: Piece, place: Place) -> bool:
    return abs(_edge(piece, place[0]) - place[1]) < LEVEL


def _counts(page: Page, alone: Sequence[Piece]) -> Iterable[tuple[Place, list[Piece]]]:
    """Where numbers of lines stand on a page, and these."""
    seen: set[int] = set()
    for right in (True, False):
        for first in alone:
            place = right, _edge(first, right)
            group = [p for p in alone if id(p) not in seen and _stands(p, place)]
            if len(group) >= FEWEST and _is_count(group, page):
                seen.update(map(id, group))
                yield place, group


def _is_count(group: list[Piece], page: Page) -> bool:
    """Whether numbers rise down the page by one step, beside its text and not within it."""
    group = sorted(group, key=lambda piece: -piece.base)
    steps = {int(below.text) - int(above.text) for above, below in pairwise(group)}
    if len(steps) != 1 or min(steps) < 1:
        return False
    names = set(map(id, group))
    left, right = min(p.left for p in group), max(p.right for p in group)
    top, bottom = group[0].base, group[-1].base
    beside = [p for p in page.pieces if id(p) not in names and bottom - 2 < p.base < top + 2]
    before, behind = ([p for p in beside if p.right < left], [p for p in beside if p.left > right])
    if len(before) + len(behind) < len(beside):
        return False
    rows = len({round(p.base) for p in beside})
    if steps == {1}:
        # The items of a list and the rows of a table begin anew; lines go on.
        outside = (not before or not behind) and rows < 1.6 * len(group)
        return outside and 5 * sum(p.text[0].islower() for p in beside) > len(beside)
    return rows > 2 * len(group)
