"""Tables and captions, which a page may have in the middle of a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quoth.documents.text.paragraphs import is_item
from quoth.documents.text.rows import Row, closed
from quoth.documents.text.shapes import is_caption
from quoth.documents.text.wrapping import Setting
from quoth.records import BlockKind

CELLS = re.compile(r"\s{2,}|\t| ?\| ?")
NUMBER = re.compile(r"(?:[-+±<>~(]?[$€£]?\d[\d.,:/%–-]*\)?[%*]?|n/?a|[-–—.]{1,3})", re.I)
NUMBERS = re.compile(rf"{NUMBER.pattern}(?:\s+(?:{NUMBER.pattern}))*", re.I)
FIGURED = re.compile(rf"(.{{1,60}}?[^\W\d_])((?:\s+{NUMBER.pattern}(?:\s%)?){{2,}})", re.I)
"""A row whose cells single spaces part: words, and figures behind them."""
FEWEST = 2
"""So many rows with a number in a cell make a table."""
CELL, LINE = 40, 300
"""No more characters stand in a cell, and in a row."""
STACKED = 6
"""So many cells, one below the other, make a table,"""
FIGURES = 0.3
"""if so many of them are numbers."""
CAPTION_ROWS = 5

Float = tuple[BlockKind, list[Row]]


def floats(text: str, rows: Sequence[Row], how: Setting | None) -> list[Float]:
    """The tables among `rows`, and where lines were broken, the captions."""
    found: list[Float] = [("table", run) for run in _tables(text, rows)]
    if how is None:
        return found
    inside = {row.start for _, run in found for row in run}
    rest = [row for row in rows if row.start not in inside]
    stacked: list[Float] = [("table", run) for run in _stacked(text, rest, how)]
    inside = {row.start for _, run in stacked for row in run}
    rest = [row for row in rest if row.start not in inside]
    return [*found, *stacked, *(("caption", run) for run in _captions(text, rest))]


def _tables(text: str, rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Rows of cells that wide spaces, tabs or bars part."""
    cells = [_cells(text, row) for row in rows]
    at = 0
    while at < len(rows):
        end = _table_end(text, rows, cells, at)
        if end - at >= FEWEST:
            yield list(rows[at:end])
        at = max(end, at + 1)


def _cells(text: str, row: Row) -> list[str]:
    if row.end - row.start > LINE:
        return []
    line = text[row.start : row.end].strip("|")
    cells = [cell for cell in CELLS.split(line) if cell]
    if len(cells) == 1 and (match := FIGURED.fullmatch(line)):
        return [match[1], *match[2].split()]
    return cells


def _table_end(text: str, rows: Sequence[Row], cells: Sequence[list[str]], at: int) -> int:
    """Where the table that begins with row `at` ends; `at` where none does."""
    if len(cells[at]) < 2:
        return at
    end = at + 1
    while (
        end < len(rows)
        and len(cells[end]) >= 2
        and abs(len(cells[end]) - len(cells[at])) <= 1
        and rows[end].above <= 1
        and (end - at < 2 or _has_number(cells[end]))
        and rows[end].lane == rows[at].lane
    ):
        end += 1
    found = cells[at:end]
    if all("|" in text[row.start : row.end] for row in rows[at:end]):
        return end
    numeric = sum(map(_has_number, found))
    short = sum(len(cell) <= CELL for line in found for cell in line)
    if numeric < max(FEWEST, 0.5 * len(found)) or short < 0.9 * sum(map(len, found)):
        return at
    return end


def _has_number(cells: Sequence[str]) -> bool:
    return any(NUMBER.fullmatch(cell) for cell in cells[1:])


def _stacked(text: str, rows: Sequence[Row], how: Setting) -> Iterator[list[Row]]:
    """Tables whose cells stand one below the other."""
    run: list[Row] = []
    for row in [*rows, None]:
        if (
            row
            and row.right <= min(CELL, 0.7 * how.usual)
            and not closed(text, row)
            and not is_item(text, row)
        ):
            run.append(row)
            continue
        numbers = [one for one in run if NUMBERS.fullmatch(text, one.start, one.end)]
        if len(run) >= STACKED and len(numbers) >= FIGURES * len(run):
            yield run
        run = []


def _captions(text: str, rows: Sequence[Row]) -> Iterator[list[Row]]:
    chunk: list[Row] = []
    for row in [*rows, None]:
        if chunk and (row is None or row.above or row.turn or row.lane != chunk[0].lane):
            if len(chunk) <= CAPTION_ROWS and is_caption(text, chunk[0], chunk[-1]):
                yield chunk
            chunk = []
        if row:
            chunk.append(row)
