"""Lines of a PDF that are no running text: notes, tables, captions, and boxes beside the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Literal

from quoth.documents.pdf.lines import CLOSED, Line
from quoth.documents.pdf.margins import Body
from quoth.documents.pdf.pieces import MARK
from quoth.documents.pdf.shapes import Shape
from quoth.documents.roles import PLACE_AND_DATE

Part = Literal["note", "table", "caption", "mark"]

SMALL = 0.94
"""Letters of a note are so much smaller than the text's, at the most."""
STRETCHED = 2.5
"""Spaces in justified lines are seldom wider, in letter sizes."""
STRAY = 0.75
MARKER = re.compile(r"[\[(]?(?:\d{1,3}(?:\.\d{1,2})*|[^\w\s]{1,3}|[a-z])[\])]?[.:)]?")
"""What an item, a note or a numbered paragraph hangs behind."""
NOTE = re.compile(r"[\[(]?(\d{1,3}|[*†‡§¶]{1,3})[\])]?[.:]?\s*(?=[^\W\d]|[“‘\"'])")
"""What a note begins with."""
LABEL = re.compile(
    r"(?:fig(?:ure|\.)?|table|photo(?:graph)?|map|chart|image)\s*(?:\d+\s*[.:–—|]|[:|])", re.I
)
CREDIT = re.compile(
    r"\b(?:photo(?:graph)?s?|pictures?|images?|illustration|credit)\b\s*(?:[:/]|by\b)|©", re.I
)
REACH = 2.2
"""A caption is no more than so many line distances away from its picture."""


def parts_of(
    lines: Sequence[Line], shapes: Sequence[Sequence[Shape]], body: Body
) -> dict[int, Part]:
    """What each line is by its start, where it is not running text. `shapes` are by page."""
    found: dict[int, Part] = {}
    pages: dict[int, list[Line]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    for line in lines:
        if line.size < STRAY * body.size and MARK.fullmatch(line.text):
            found[line.start] = "mark"  # of a note, which the line's end parted from its word
    for _, group in groupby(lines, key=lambda line: line.part):
        part = [line for line in group if line.start not in found]
        if not part:
            continue
        on_page = shapes[part[0].page]
        found |= dict.fromkeys(_tables(part, on_page, body), "table")
        rest = [line for line in part if line.start not in found]
        found |= dict.fromkeys(_notes(rest, pages[part[0].page], on_page, body), "note")
        rest = [line for line in rest if line.start not in found]
        found |= dict.fromkeys(_captions(rest, on_page, body), "caption")
    return found


def _notes(
    part: Sequence[Line], page: Sequence[Line], shapes: Sequence[Shape], body: Body
) -> Iterator[int]:
    """Lines at the foot of a column, from the first that begins with a note's mark.

    They are small, or a short rule or a raised mark tells them from the text.
    """
    first = len(part)
    for n in range(len(part) - 1, -1, -1):
        line = part[n]
        raised = bool(line.marks) and line.marks[0][0] == 0
        begins = raised or (NOTE.match(line.text) and not PLACE_AND_DATE.fullmatch(line.text))
        small = line.size <= SMALL * body.size
        apart = n > 0 and part[n - 1].base - line.base > 1.25 * body.leading
        if begins and (small or raised or _is_under_rule(line, shapes)):
            first = n
        elif not small and (apart or line.style.bold or line.size > 1.02 * body.size):
            break
    if first < len(part) and not _is_above_text(part[first], page, body):
        yield from (line.start for line in part[first:])


def _is_under_rule(line: Line, shapes: Sequence[Shape]) -> bool:
    """Whether a rule that is shorter than the column stands right above a line."""
    width = line.column.right - line.column.left
    return any(
        shape.kind == "across"
        and -1 < shape.bottom - line.top < 1.5 * line.size
        and abs(shape.left - line.column.left) < line.size
        and shape.right - shape.left < 0.6 * width
        for shape in shapes
    )


def _is_above_text(line: Line, page: Sequence[Line], body: Body) -> bool:
    """Whether text in the size of most stands below a line."""
    return any(
        below.base < line.base - line.size
        and below.size > max(SMALL * body.size, 0.99 * line.size)
        and below.part != line.part
        and below.left < line.right
        and below.right > line.left
        for below in page
    )


def _tables(part: Sequence[Line], shapes: Sequence[Shape], body: Body) -> Iterator[int]:
    """Rows of cells, with what stands between them."""
    celled = [n for n, line in enumerate(part) if _is_celled(line) and not _is_stretched(part, n)]
    groups: list[list[int]] = []
    for n in celled:
        if groups and n - groups[-1][-1] <= 3 and _is_near(part, groups[-1][-1], n, body):
            groups[-1].append(n)
        else:
            groups.append([n])
    for group in groups:
        if len(group) == 1 and len(part[group[0]].cells) < 3:
            continue
        first, last = _extended(part, group[0], group[-1], shapes, body)
        yield from (line.start for line in part[first : last + 1])


def _is_celled(line: Line) -> bool:
    if len(line.cells) < 2:
        return False
    left, right = line.cells[0]
    # A number or a bullet, and the words that hang behind it.
    hanging = MARKER.fullmatch(line.text.split(" ", 1)[0])
    return len(line.cells) > 2 or right - left > 2.5 * line.size or not hanging


def _is_stretched(part: Sequence[Line], n: int) -> bool:
    """Whether the width may have spread a line's words: it ends where its neighbours do."""
    line = part[n]
    beside = [part[m] for m in (n - 1, n + 1) if 0 <= m < len(part)]
    flush = [each for each in beside if abs(each.right - line.right) < 1]
    gaps = [b[0] - a[1] for a, b in pairwise(line.cells)]
    words = len(line.text.split())
    even = len(line.cells) == words > 3 and max(gaps) < 1.25 * min(gaps)
    whole = any(len(each.cells) == 1 for each in flush) and max(gaps) < STRETCHED * line.size
    return line.column.justified and bool(flush) and (even or whole)


def _is_near(part: Sequence[Line], n: int, m: int, body: Body) -> bool:
    return part[n].base - part[m].base < (m - n + 0.6) * 1.6 * body.leading


def _extended(
    part: Sequence[Line], first: int, last: int, shapes: Sequence[Shape], body: Body
) -> tuple[int, int]:
    """First and last line of a table, with lines that its rules and its letters draw in."""
    left = min(line.left for line in part[first : last + 1])
    right = max(line.right for line in part[first : last + 1])
    rules = [
        s
        for s in shapes
        if s.kind == "across" and s.left < right and s.right > left and s.right - s.left > 20
    ]
    size = part[first].size
    while first > 0:
        line = part[first - 1]
        step = line.base - part[first].base
        ruled = any(line.base < s.bottom < line.base + 2.2 * line.size for s in rules) or any(
            part[first].base < s.bottom < line.base for s in rules
        )
        like = line.size == size != body.size and step < 1.6 * body.leading
        if not (
            like or (ruled and len(line.cells) > 1) or (ruled and line.size == size != body.size)
        ):
            break
        first -= 1
    while last + 1 < len(part):
        line = part[last + 1]
        step = part[last].base - line.base
        like = line.size == size != body.size and step < 1.6 * body.leading
        if not like or CLOSED.search(line.text):
            break
        last += 1
    return first, last


def _captions(part: Sequence[Line], shapes: Sequence[Shape], body: Body) -> Iterator[int]:
    """Lines beside a picture, or that say they are a caption."""
    pictures = [s for s in shapes if s.kind == "picture" and s.top - s.bottom > 2 * body.leading]
    inside: Line | None = None
    for n, line in enumerate(part):
        goes_on = inside is not None and _goes_on(inside, line)
        inside = line if goes_on or _is_caption(part[n : n + 4], pictures, body) else None
        if inside is not None:
            yield line.start


def _is_caption(lines: Sequence[Line], pictures: Sequence[Shape], body: Body) -> bool:
    """Whether a caption begins with the first of these lines."""
    line = lines[0]
    other = _is_other(line, body)
    if any(_is_beside(line, picture, body, other) for picture in pictures):
        return other or _is_credited(lines)
    # The picture may stand on the page before.
    small = line.size < SMALL * body.size
    return other and (bool(LABEL.match(line.text)) or (small and _is_credited(lines)))


def _is_credited(lines: Sequence[Line]) -> bool:
    """Whether they name who took a picture."""
    same = [line.text for line in lines if line.style == lines[0].style]
    return bool(CREDIT.search(" ".join(same)))


def _goes_on(last: Line, line: Line) -> bool:
    step = last.base - line.base
    return line.style == last.style and 0 < step < 1.5 * last.size


def _is_other(line: Line, body: Body) -> bool:
    return line.size < 0.97 * body.size or (line.style.italic and line.size < 1.03 * body.size)


def _is_beside(line: Line, picture: Shape, body: Body, other: bool) -> bool:
    reach = REACH * body.leading
    below = -2 < picture.bottom - line.top < reach or 0 < picture.bottom - line.base < reach
    above = -2 < line.bottom - picture.top < 0.5 * reach
    return (below or (above and other)) and line.left < picture.right and line.right > picture.left


def contains(shape: Shape, left: float, right: float, base: float) -> bool:
    """Whether a line stands within a shape."""
    return (
        shape.left - 1 <= left
        and right <= shape.right + 1
        and shape.bottom - 1 <= base <= shape.top
    )
