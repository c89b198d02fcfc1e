"""Two columns that a converter printed side by side, taken apart: the left one is read first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from quoth.documents.plain_rows import Row

GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
FEWEST = 5
"""So many rows with text on both sides make two columns."""
SIDE = 12
"""A column is so wide at least."""
WORDS = 4
"""A column has so many words in a row on average; the cells of a table have fewer."""
WINDOW = 60
"""So many rows vote for where the columns part."""
SHARE = 0.4
"""So many of them, and of all rows of both columns, have text on both sides."""
LONGEST = 500
"""No page has more rows, no row more columns."""


def in_order(text: str, rows: Sequence[Row]) -> list[Row]:
    """`rows`, those that run over two columns cut in two, each side in its turn."""
    if len(GAP.findall(text[:200_000])) < FEWEST:
        return list(rows)
    ordered: list[Row] = []
    for _, page in groupby(rows, key=lambda row: row.page):
        ordered.extend(_page(text, list(page)))
    return ordered


def _page(text: str, rows: list[Row]) -> Iterator[Row]:
    gaps = [_gaps(text, row) for row in rows]
    at = 0
    while at < len(rows):
        zone = _zone(text, rows, gaps, at) if gaps[at] else None
        if zone is None:
            yield rows[at]
            at += 1
            continue
        end, gutter = zone
        for side in _sides(rows[at:end], gaps[at:end], gutter):
            yield from _page(text, side)
        at = end


def _gaps(text: str, row: Row) -> list[tuple[int, int]]:
    """The stretches of two blanks and more inside a row, in columns from the page's edge."""
    if row.right > LONGEST:
        return []
    return [
        (row.left + match.start() - row.start, row.left + match.end() - row.start)
        for match in GAP.finditer(text, row.start, row.end)
    ]


def _zone(
    text: str, rows: Sequence[Row], gaps: Sequence[list[tuple[int, int]]], at: int
) -> tuple[int, int] | None:
    """Where the two columns that begin with row `at` end, and a column that lies between them."""
    votes: Counter[int] = Counter()
    window = gaps[at : at + WINDOW]
    for row_gaps in window:
        votes.update(column for a, b in row_gaps for column in range(max(a, SIDE), b))
    best: tuple[int, int, int] | None = None
    for gutter, count in votes.most_common(4):
        if count < max(FEWEST, SHARE * len(window) / 2) or _part_at(gaps[at], gutter) is None:
            continue
        end, both = _run(rows, gaps, at, gutter)
        if both < max(FEWEST, SHARE * (end - at)) or (best and both <= best[2]):
            continue
        if _is_prose(text, rows[at:end], gaps[at:end], gutter):
            best = (end, gutter, both)
    return best[:2] if best else None


def _part_at(gaps: Sequence[tuple[int, int]], gutter: int) -> tuple[int, int] | None:
    """The gap of a row that lies over the gutter."""
    return next((gap for gap in gaps if gap[0] <= gutter < gap[1]), None)


def _is_prose(
    text: str, rows: Sequence[Row], gaps: Sequence[list[tuple[int, int]]], gutter: int
) -> bool:
    """Whether both sides hold as many words as lines of text do, not the cells of a table."""
    words = [0, 0]
    both = 0
    for row, row_gaps in zip(rows, gaps, strict=True):
        if gap := _part_at(row_gaps, gutter):
            middle = row.start + gap[0] - row.left
            words[0] += len(text[row.start : middle].split())
            words[1] += len(text[middle : row.end].split())
            both += 1
    return min(words) >= WORDS * both


def _run(
    rows: Sequence[Row], gaps: Sequence[list[tuple[int, int]]], at: int, gutter: int
) -> tuple[int, int]:
    """How far rows leave the gutter free, and how many of them have text on both sides."""
    both, end = 0, at
    while end < min(len(rows), at + LONGEST):
        row = rows[end]
        if _part_at(gaps[end], gutter):
            both += 1
        elif row.left <= gutter < row.right:
            break
        end += 1
    return end, both


def _sides(
    rows: Sequence[Row], gaps: Sequence[list[tuple[int, int]]], gutter: int
) -> tuple[list[Row], list[Row]]:
    """The rows left and right of the gutter, with the blank lines that each side has."""
    sides: tuple[list[Row], list[Row]] = ([], [])
    above = [0, 0]
    for row, row_gaps in zip(rows, gaps, strict=True):
        gap = _part_at(row_gaps, gutter)
        parts: list[Row | None]
        if gap:
            middle, onward = (row.start + column - row.left for column in gap)
            parts = [replace(row, end=middle), replace(row, start=onward, left=gap[1])]
        else:
            parts = [row, None] if row.right <= gutter else [None, row]
        for number, part in enumerate(parts):
            above[number] += row.above
            if part is None:
                above[number] += 1
                continue
            part.above, part.lane = above[number], 2 * row.lane + 1 + number
            part.turn = part.turn or not sides[number]
            above[number] = 0
            sides[number].append(part)
    return sides
