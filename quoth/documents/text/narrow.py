"""Quotations that are only set apart: lines broken at a smaller width than the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from quoth.documents.text.rows import (
    HYPHEN,
    SIGNED,
    Row,
    closed,
    first_word,
    goes_on,
    is_signature,
)
from quoth.documents.text.wrapping import Setting

NARROWER = 0.05
"""Their lines end so much of the width before the others, where letters are of one width."""
UNEVEN = 0.1
"""Where letters have widths of their own, a line may end so much of the width early,"""
USUAL = 0.91
"""and the lines of a quotation end before so much of where the others usually do, on average."""
MARKED = 0.965
"""The same where a colon above or a name below tells too."""


def mark_narrow(text: str, rows: Sequence[Row], setting: Setting) -> None:
    """Give the rows of each such quotation a number of their own in `narrow`."""
    if not setting.full:
        return
    number = 0
    for run in _runs(text, rows, setting):
        if _is_narrow(text, run, setting):
            number += 1
            for row in run:
                row.narrow = number


def _runs(text: str, rows: Sequence[Row], setting: Setting) -> Iterator[list[Row]]:
    """Rows with nothing but a line end between them: all of these, and those under a colon."""
    chunk: list[Row] = []
    for row in rows:
        if chunk and (
            row.above
            or row.turn
            or row.lane != chunk[0].lane
            or row.depth != chunk[0].depth
            or abs(row.left - chunk[-1].left) > 1
            or text[chunk[-1].end - 1] == ":"
            or (len(chunk) > 1 and is_signature(text, chunk[-2], chunk[-1]))
        ):
            yield from _parts(text, chunk, setting)
            chunk = []
        chunk.append(row)
    yield from _parts(text, chunk, setting)


def _parts(text: str, chunk: list[Row], setting: Setting) -> Iterator[list[Row]]:
    """The whole chunk where all of it is narrow, else the narrow rows that it begins with."""
    wide = setting.width - 3 if setting.exact else setting.usual
    end = next((n for n, row in enumerate(chunk) if row.right > wide), len(chunk))
    signed = end == len(chunk) > 2 and closed(text, chunk[-2]) and not closed(text, chunk[-1])
    if len(chunk) > 1 and is_signature(text, chunk[-2], chunk[-1]):
        yield _above_signature(text, chunk[:-1], wide)
        return
    if end < len(chunk) or signed:
        while end and not closed(text, chunk[end - 1]):
            end -= 1
        # Above wider lines only a colon tells that another voice begins.
        if not _under_colon(text, chunk):
            return
    yield chunk[:end]


def _above_signature(text: str, rows: list[Row], wide: int) -> list[Row]:
    """The last of `rows` that are narrow, from the beginning of a sentence."""
    start = len(rows)
    while start and rows[start - 1].right <= wide:
        start -= 1
    while 0 < start < len(rows) and not closed(text, rows[start - 1]):
        start += 1
    return rows[start:]


def _under_colon(text: str, chunk: Sequence[Row]) -> bool:
    above = text[max(chunk[0].start - 200, 0) : chunk[0].start].rstrip()
    return above.endswith(":")


def _is_narrow(text: str, run: Sequence[Row], setting: Setting) -> bool:
    if len(run) < 2 or not closed(text, run[-1]):
        return False
    right = max(row.right for row in run)
    inside = short = 0
    slack = 0 if setting.exact else UNEVEN * right
    for row, following in pairwise(run):
        hyphened = HYPHEN.search(text, max(row.end - 2, row.start), row.end)
        need = row.right + 1 + first_word(text, following)
        if not hyphened and need <= right - slack:
            return False
        inside += goes_on(text, following) and not closed(text, row)
        short += need < setting.full
    if not inside:
        return False
    if setting.exact:
        return right <= setting.width * (1 - NARROWER) and 2 * short >= len(run) - 1
    mean = sum(row.right for row in run[:-1]) / (len(run) - 1)
    marked = _under_colon(text, run) or bool(
        SIGNED.match(text[run[-1].end : run[-1].end + 200].lstrip())
    )
    return mean <= (MARKED if marked else USUAL) * setting.usual and (len(run) > 2 or marked)
