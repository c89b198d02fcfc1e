"""Paragraphs of a PDF as lines that look alike, and what a page draws around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quoth.documents.pdf.lines import Line
from quoth.documents.pdf.paragraphs import Habits
from quoth.documents.pdf.pieces import BOLD
from quoth.documents.pdf.shapes import Shape
from quoth.documents.roles import FINAL
from quoth.records import BlockKind

LARGE = 1.06
"""Letters so much larger than the text's are a heading's."""
APART = 9.0
"""The space, in line distances, between two lines that are not of one column."""

Kind = BlockKind | None
"""None for what is no part of the document's text: menus, links, a letter's head."""


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a page draws around its text."""

    rules: list[Shape]
    """Rules that run down before text."""
    boxes: list[Shape]
    """Grounds that lie under some of it."""
    frames: list[Shape]
    """Frames around a text with a head of its own."""


@dataclass(slots=True)
class Group:
    """Lines of one paragraph and what they look like together."""

    lines: list[Line]
    text: str
    above: float
    """Space above it in line distances, 1 for none; large where a column begins."""
    below: float

    @property
    def size(self) -> float:
        return self.lines[0].size

    @property
    def bold(self) -> bool:
        return all(line.style.bold and not line.mixed & BOLD for line in self.lines)

    @property
    def italic(self) -> bool:
        return all(line.style.italic for line in self.lines)

    @property
    def final(self) -> bool:
        """Whether it ends as a sentence does."""
        return bool(FINAL.search(self.text))


def grouped(groups: Sequence[list[Line]], habits: Habits) -> list[Group]:
    """Groups with the space around them."""
    found = []
    for n, lines in enumerate(groups):
        above = _step(groups[n - 1][-1], lines[0], habits) if n else APART
        below = _step(lines[-1], groups[n + 1][0], habits) if n + 1 < len(groups) else APART
        found.append(Group(lines, " ".join([_unmarked(line) for line in lines]), above, below))
    return found


def _unmarked(line: Line) -> str:
    """A line's text without the mark of a note at its end."""
    if line.marks and line.marks[-1][1] == len(line.text):
        return line.text[: line.marks[-1][0]]
    return line.text


def _step(last: Line, line: Line, habits: Habits) -> float:
    if last.part != line.part or last.base <= line.base:
        return APART
    usual = habits.leading.get(line.size) or habits.leading.get(last.size) or 1.3 * line.size
    return (last.base - line.base) / max(usual, 1)
