"""Menus and links that a printed web page shows around its text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from quoth.documents.pdf.groups import Group, Kind
from quoth.documents.pdf.lines import BULLET, Line
from quoth.documents.pdf.margins import Body

SIDE_BY_SIDE = 3
"""So many short lines in a row, with no text of theirs, are links or a menu."""


def link_lines(lines: Sequence[Line], body: Body) -> set[int]:
    """Lines of menus behind the first paragraph: short, set apart from each other, in a row.

    They would keep the paragraph before them from going on in the next column.
    """
    found: set[int] = set()
    run: list[Line] = []
    begun = False
    for line in [*lines, None]:
        begun = begun or (line is not None and line.closed and line.size == body.size)
        if begun and line is not None and _is_link_line(line, run[-1] if run else None, body):
            run.append(line)
            continue
        if len(run) >= SIDE_BY_SIDE:
            found.update(each.start for each in run)
        run = []
    return found


def _is_link_line(line: Line, last: Line | None, body: Body) -> bool:
    column = line.column
    if line.closed or line.right - column.left > 0.8 * (column.right - column.left):
        return False
    if BULLET.match(line.text) or line.style.bold or line.size > 1.02 * body.size:
        return False
    if last is None:
        return True
    apart = last.part != line.part or last.base - line.base > 1.1 * body.leading
    apart = apart or line.size < 0.99 * body.size
    return apart and last.style == line.style


def drop_links(groups: Sequence[Group], kinds: list[Kind]) -> None:
    """Take their kinds from groups that are menus and links."""
    runs: Iterator[tuple[bool, list[int]]] = (
        (links, list(numbers))
        for links, numbers in groupby(
            range(len(groups)),
            key=lambda n: kinds[n] in ("heading", "paragraph") and _is_link(groups[n]),
        )
    )
    for links, numbers in runs:
        if links and len(numbers) >= SIDE_BY_SIDE:
            last = numbers[-1]
            # The last may be the heading of what follows.
            styles = groups[last].lines[0].style, groups[numbers[-2]].lines[0].style
            keep = last + 1 < len(groups) and styles[0] != styles[1]
            for n in numbers[: len(numbers) - keep]:
                kinds[n] = None


def _is_link(group: Group) -> bool:
    return len(group.text) < 70 and not group.final and len(group.lines) == 1
