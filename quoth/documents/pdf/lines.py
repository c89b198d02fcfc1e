"""The lines of a PDF, page by page in reading order, and the columns they run in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from quoth.documents.pdf.columns import Row
from quoth.documents.pdf.styles import Style

BULLET = re.compile(r"(?:[•‣◦▪●○■–*·-]|\(?\d{1,2}[.)]|\(?[a-z][.)])[^\S\r\n]+(?=\S)")
NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,2}\.?[^\S\r\n]+(?=\S)")
CLOSED = re.compile(r"[.!?…:;][\"'”’»)\]]*(?:\d{1,3}|[*†‡§])?$")
"""The end of a sentence, whatever quotation mark or note's mark follows it."""
JUSTIFIED = 0.4
"""Of the lines of a justified column, so many end at its right edge at the least."""


@dataclass(slots=True)
class Column:
    """Edges between which lines run; columns at one place of all pages are one."""

    left: float
    right: float
    justified: bool = False


@dataclass(slots=True)
class Line:
    """A line of a page."""

    text: str
    start: int
    """Where it stands in the document's text."""
    page: int
    part: int
    """Number of the column in which it stands, counted through all pages."""
    left: float
    right: float
    bottom: float
    top: float
    base: float
    style: Style
    size: float
    """Of most of its letters, in points."""
    cells: list[tuple[float, float]]
    marks: list[tuple[int, int]]
    closed: bool
    """Whether a sentence ends with it."""
    word: float
    """Width of its first word."""
    mixed: int = 0
    """In what its letters differ, as in `Piece`."""
    resumes: bool = False
    """Whether a table or a caption stands right before it."""
    column: Column = field(default_factory=lambda: Column(0, 0))
    edge: float = 0
    """How far lines that start like it and stand near it reach to the right."""
    opens: bool = False
    """Whether it is set in as the first lines of paragraphs are."""

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def indent(self) -> float:
        """How far it starts from its column's left edge, in letter sizes."""
        return (self.left - self.column.left) / self.style.size

    @property
    def room(self) -> float:
        """How far it ends before its column's right edge, in letter sizes."""
        return (self.column.right - self.right) / self.style.size

    @property
    def centred(self) -> bool:
        """Whether it stands in the middle, away from both edges."""
        return self.indent > 1 and self.room > 1 and abs(self.indent - self.room) < 0.8

    @property
    def capital(self) -> bool:
        """Whether it is written in capitals, as a heading may be."""
        return self.text.isupper() and len(self.text) > 5

    @property
    def middle(self) -> float:
        """Half way between its ends."""
        return (self.left + self.right) / 2


def line_of(row: Row, start: int, page: int, part: int) -> Line:
    """A row of a column as the line that stands at `start` in the document's text."""
    piece = row.piece
    closed = bool(CLOSED.search(piece.text[-9:]))
    behind = piece.text.find(" ")
    word = float(piece.rights[behind - 1]) - piece.left if behind > 0 else piece.right - piece.left
    return Line(
        piece.text, start, page, part, piece.left, piece.right, piece.bottom, piece.top,
        piece.base, piece.style, piece.style.size, row.cells, piece.marks, closed, word,
        piece.mixed,
    )  # fmt: skip


def set_columns(lines: Sequence[Line]) -> None:
    """Give each line its column: parts of pages that stand at the same place share one."""
    parts: dict[int, list[Line]] = {}
    for line in lines:
        parts.setdefault(line.part, []).append(line)
    groups: list[tuple[float, float, list[Line]]] = []
    for part in sorted(parts.values(), key=len, reverse=True):
        left, right = _usual_left(part), max([line.right for line in part])
        fits = [
            group
            for group in groups
            if group[0] - 2 <= left and right <= group[1] + 2
            and (right - left > 0.6 * (group[1] - group[0]) or len(part) < 5)
        ]  # fmt: skip
        # A page of lists, or of openings, may have few lines at the edge.
        further = [
            g for g in groups if abs(right - g[1]) < 3 and 0 < g[0] - left < 5 * part[0].size
        ]
        if fits or further:
            min(fits or further, key=lambda group: group[1] - group[0])[2].extend(part)
        else:
            groups.append((left, right, part))
    for _, _, group in groups:
        column = _column(group)
        for line in group:
            line.column = column


def _usual_left(lines: Sequence[Line]) -> float:
    """The left edge of most lines."""
    counts = Counter(round(line.left) for line in lines)
    enough = 0.25 * max(counts.values())
    return float(min(left for left, count in counts.items() if count >= enough))


def _column(lines: Sequence[Line]) -> Column:
    left = _usual_left(lines)
    rights = sorted(line.right for line in lines)
    edge = max(rights[len(rights) * 9 // 10], rights[-1] - 3) if len(rights) > 5 else rights[-1]
    at_edge = sum(abs(right - edge) < 1.5 for right in rights)
    return Column(left, edge, len(lines) > 4 and at_edge >= JUSTIFIED * len(lines))


def leadings(lines: Iterable[Line]) -> dict[float, float]:
    """For each size of letters, the usual distance from line to line."""
    steps: dict[float, list[float]] = {}
    for above, below in pairwise(lines):
        step = above.base - below.base
        if above.part == below.part and above.size == below.size and 0 < step < 4 * below.size:
            steps.setdefault(below.size, []).append(step)
    return {size: _usual_step(found) for size, found in steps.items()}


def _usual_step(steps: Sequence[float]) -> float:
    """The smallest step that is frequent: those between paragraphs may be more."""
    counts = Counter(round(2 * step) for step in steps)
    most = max(counts.values())
    usual = min(each for each, count in counts.items() if count >= 0.4 * most)
    return median([step for step in steps if abs(2 * step - usual) <= 1])
