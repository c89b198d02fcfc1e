"""A PDF page as lines of characters, each with its box, in reading order."""

from __future__ import annotations

import ctypes
import itertools
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as raw  # type: ignore[import-untyped]

BROKEN_WORD = {0x02: "-", 0xFFFE: "-", 0xAD: "-"}
"""What PDFium puts for a hyphen at a line's end."""
BULLETS = frozenset("•‣◦▪·●○■–-*")
GUTTER = 2.0
"""A gap of so many letter heights parts two lines that stand side by side."""
BIN = 2.0
"""Gutters between columns are looked for in steps of so many points."""


@dataclass(slots=True)
class Row:
    """One line of a page: its text, and for each character left and right."""

    text: str = ""
    lefts: array[float] = field(default_factory=lambda: array("f"))
    rights: array[float] = field(default_factory=lambda: array("f"))
    bottom: float = float("inf")
    top: float = float("-inf")
    heights: list[float] = field(default_factory=list)

    @property
    def left(self) -> float:
        """Left edge of the first character that is drawn."""
        return min(a for a, b in zip(self.lefts, self.rights, strict=True) if a <= b)

    @property
    def right(self) -> float:
        """Right edge of the last character that is drawn."""
        return max(b for a, b in zip(self.lefts, self.rights, strict=True) if a <= b)

    @property
    def size(self) -> float:
        """Height of its letters."""
        return median(self.heights)

    def trimmed(self) -> Row:
        """Itself, without white space at its end."""
        self.text = self.text.rstrip()
        del self.lefts[len(self.text) :], self.rights[len(self.text) :]
        return self

    def put(self, char: str, box: Box | None) -> None:
        """Add a character; one that is not drawn has no box."""
        for unit in char:
            self.text += unit
            self.lefts.append(box.left if box else 1.0)
            self.rights.append(box.right if box else 0.0)
        if box and not char.isspace():
            self.bottom = min(self.bottom, box.bottom)
            self.top = max(self.top, box.top)
            self.heights.append(box.top - box.bottom)


@dataclass(frozen=True, slots=True)
class Box:
    """Where a character is drawn, in points from the page's lower left corner."""

    left: float
    bottom: float
    right: float
    top: float


def rows(page: pdfium.PdfPage) -> list[Row]:
    """The lines of `page` in reading order."""
    text_page = page.get_textpage()
    try:
        found = list(_split(_characters(text_page)))
    finally:
        text_page.close()
    return _by_column(_with_bullets(found))


def _characters(text_page: pdfium.PdfTextPage) -> Iterator[tuple[str, Box | None]]:
    rect = raw.FS_RECTF()
    pointer = ctypes.byref(rect)
    high = 0
    for index in range(text_page.count_chars()):
        code = raw.FPDFText_GetUnicode(text_page, index)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high else 0xFFFD
        high = 0
        char = BROKEN_WORD.get(code) or (chr(code) if code else "\ufffd")
        box = None
        if char not in "\r\n" and raw.FPDFText_IsGenerated(text_page, index) != 1:
            raw.FPDFText_GetLooseCharBox(text_page, index, pointer)
            if rect.right >= rect.left and rect.top > rect.bottom:
                box = Box(rect.left, rect.bottom, rect.right, rect.top)
        yield char, box


def _split(characters: Iterator[tuple[str, Box | None]]) -> Iterator[Row]:
    """Characters in the order of the file, parted where the next one is not on the same line.

    PDFium's own line ends are not taken: it ends a line at every raised note number.
    """
    row = Row()
    end = 0.0
    for char, box in characters:
        if char.isspace() or box is None:
            if row.text and not row.text.endswith(" "):
                row.put(" " if char.isspace() else char, box)
            continue
        if row.heights and _is_away(row, end, box):
            yield row.trimmed()
            row = Row()
        row.put(char, box)
        end = box.right
    if row.heights:
        yield row.trimmed()


def _is_away(row: Row, end: float, box: Box) -> bool:
    height = row.heights[-1]
    middle = (box.top + box.bottom) / 2
    if not row.bottom - 0.3 * height < middle < row.top + 0.3 * height:
        return True
    return box.left - end > GUTTER * height or end - box.left > 2 * GUTTER * height


def _with_bullets(found: list[Row]) -> list[Row]:
    """Bullets that the file draws apart from their items, put before these."""
    result = [row for row in found if row.text.strip() not in BULLETS]
    for bullet in (row for row in found if row.text.strip() in BULLETS):
        middle = (bullet.top + bullet.bottom) / 2
        beside = [r for r in result if r.bottom < middle < r.top and r.left > bullet.right - BIN]
        if not beside:
            continue  # a bullet without an item is an ornament
        item = min(beside, key=lambda row: row.left)
        item.text = "• " + item.text
        item.lefts = array("f", [bullet.left, 1]) + item.lefts
        item.rights = array("f", [bullet.right, 0]) + item.rights
    return result


def _by_column(found: list[Row]) -> list[Row]:
    """Lines side by side, put below each other where the page has columns.

    The file's own order is kept unless it jumps between columns from line to line.
    """
    edges = gutters(found)
    if not edges:
        return found
    columns = [column_of(row, edges) for row in found]
    jumps = sum(a != b for a, b in itertools.pairwise(columns))
    if jumps <= len(found) * 0.3:
        return found
    result: list[Row] = []
    waiting: list[tuple[int, Row]] = []
    for column, row in zip(columns, found, strict=True):
        if column is None:  # a line over the whole width ends the columns above it
            result += [row for _, row in sorted(waiting, key=lambda pair: pair[0])]
            result.append(row)
            waiting = []
        else:
            waiting.append((column, row))
    return result + [row for _, row in sorted(waiting, key=lambda pair: pair[0])]


def gutters(found: Sequence[Row]) -> list[float]:
    """Where white stripes run down between columns of text."""
    if len(found) < 8:
        return []
    cover: Counter[int] = Counter()
    for row in found:
        cover.update(range(int(row.left // BIN), int(row.right // BIN) + 1))
    full = max(cover.values())
    first = min(at for at, count in cover.items() if count > 0.3 * full)
    last = max(at for at, count in cover.items() if count > 0.3 * full)
    empty = [at for at in range(first, last) if cover[at] <= 0.2 * full]
    result: list[float] = []
    start = None
    for at in [*empty, last + 9]:
        if start is None:
            start = before = at
        elif at != before + 1:
            if before - start >= 2:
                result.append((start + before + 1) / 2 * BIN)
            start = at
        before = at
    return result


def column_of(row: Row, edges: Sequence[float]) -> int | None:
    """Number of the column that holds `row`; None where it runs over a gutter."""
    left = sum(edge < row.left + BIN for edge in edges)
    right = sum(edge < row.right - BIN for edge in edges)
    return left if left == right else None
