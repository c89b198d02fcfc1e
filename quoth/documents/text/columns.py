"""Columns that a converter printed side by side, taken apart: the left one is read first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quoth.documents.text.rows import Row

PART = re.compile(r"\S+(?: \S+)*")
"""Words with single blanks between them: what a row has in one column."""
FEWEST = 5
"""So many rows on either side make two columns."""
SIDE = 12
"""A column is so wide at least."""
WORDS = 4
"""A column has so many words in a row on average; the cells of a table have fewer."""
SHARE = 0.25
"""So many of the rows have text in the left column, and in the right one."""
CANDIDATES = 6
"""So many places where rows start are looked at."""
DEPTH = 4
"""Columns beside columns, and above and below them."""
LONGEST = 500
"""No row of columns is longer."""

Part = tuple[int, int]
"""Where a part of a row starts and ends, in columns from the page's edge."""


def in_order(text: str, rows: Sequence[Row]) -> list[Row]:
    """`rows`, those that run over two columns cut in two, each side in its turn."""
    ordered: list[Row] = []
    page: list[Row] = []
    for row in rows:
        if page and (row.turn or row.page != page[0].page):
            ordered += _ordered(text, page, 0)
            page = []
        page.append(row)
    return ordered + _ordered(text, page, 0)


def _ordered(text: str, rows: list[Row], depth: int) -> list[Row]:
    if depth == DEPTH or len(rows) < FEWEST:
        return rows
    if not any(row.left >= SIDE or text.find("  ", row.start, row.end) >= 0 for row in rows):
        return rows
    parts = [_parts(text, row) for row in rows]
    starts = Counter(start for found in parts for start, _ in found)
    edge = min(starts, default=0)
    for column, count in starts.most_common(CANDIDATES):
        if column - edge < SIDE or count < FEWEST:
            continue
        runs = [run for run in _runs(parts, column) if _is_set(text, rows, parts, run, column)]
        if runs:
            return list(_taken_apart(text, rows, parts, runs, column, depth + 1))
    return rows


def _parts(text: str, row: Row) -> list[Part]:
    if row.right > LONGEST:
        return [(row.left, row.right)]
    return [
        (row.left + match.start() - row.start, row.left + match.end() - row.start)
        for match in PART.finditer(text, row.start, row.end)
    ]


def _runs(parts: Sequence[list[Part]], column: int) -> Iterator[tuple[int, int]]:
    """Stretches of rows that leave the place before `column` free."""
    start = 0
    for at, found in enumerate([*parts, [(0, column)]]):
        if any(left < column - 2 < right for left, right in found):
            if at - start >= FEWEST:
                yield start, at
            start = at + 1


def _is_set(
    text: str, rows: Sequence[Row], parts: Sequence[list[Part]], run: tuple[int, int], column: int
) -> bool:
    """Whether a stretch of rows has lines of text on both sides, not the cells of a table."""
    words, count = [0, 0], [0, 0]
    for row, found in zip(rows[slice(*run)], parts[slice(*run)], strict=True):
        sides = set()
        for left, right in found:
            side = int(left >= column - 2)
            start = row.start + left - row.left
            words[side] += text.count(" ", start, start + right - left) + 1
            sides.add(side)
        for side in sides:
            count[side] += 1
    fewest = max(FEWEST, SHARE * (run[1] - run[0]))
    return min(count) >= fewest and all(w >= WORDS * c for w, c in zip(words, count, strict=True))


def _taken_apart(
    text: str,
    rows: list[Row],
    parts: Sequence[list[Part]],
    runs: Sequence[tuple[int, int]],
    column: int,
    depth: int,
) -> Iterator[Row]:
    done = 0
    for start, end in runs:
        yield from _ordered(text, rows[done:start], depth)
        for side in _sides(rows[start:end], parts[start:end], column):
            yield from _ordered(text, side, depth)
        done = end
    yield from _ordered(text, rows[done:], depth)


def _sides(
    rows: Sequence[Row], parts: Sequence[list[Part]], column: int
) -> tuple[list[Row], list[Row]]:
    """The rows before and from `column` on, with the blank lines that each side has."""
    sides: tuple[list[Row], list[Row]] = ([], [])
    above = [0, 0]
    # Where the columns' lines do not stand level, what one has alone is no blank of the other.
    both = sum(found[0][0] < column - 2 <= found[-1][0] for found in parts if found)
    level = 2 * both >= len(rows)
    for row, found in zip(rows, parts, strict=True):
        halves: tuple[list[Part], list[Part]] = ([], [])
        for part in found:
            halves[part[0] >= column - 2].append(part)
        for number, half in enumerate(halves):
            above[number] += row.above
            if not half:
                above[number] += level
                continue
            offset = row.start - row.left
            side = replace(row, start=half[0][0] + offset, end=half[-1][1] + offset)
            side.left, side.lane = half[0][0], 2 * row.lane + 1 + number
            side.above, side.turn = above[number], row.turn or not sides[number]
            above[number] = 0
            sides[number].append(side)
    return sides
