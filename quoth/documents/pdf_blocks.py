"""Rows of PDF pages to blocks: without running heads, joined over lines, columns and pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from quoth.documents.furniture import ends_with_number, is_page_number, normal, running_heads
from quoth.documents.lines import Column, Line, opening_indent, paragraphs
from quoth.documents.pdf_lines import Row, column_of, gutters
from quoth.documents.roles import FOOTNOTE, HEAD, TITLE_LENGTH, shown, with_roles
from quoth.records import Block

LARGE = 1.12
"""Letters so much larger than the text's are a heading's."""
SMALL = 0.9
"""Letters so much smaller than the text's, below it and after a number, are a footnote's."""


def blocks_of(text: str, pages: Sequence[Sequence[Row]], starts: Iterable[int]) -> Iterator[Block]:
    """The blocks of a document whose rows start at `starts` in `text`; footnotes come last."""
    placed = list(_placed(pages, starts))
    if not placed:
        return
    body = _body_size(placed)
    notes = _footnotes(placed, body)
    columns = _columns(placed)
    lines = list(_lines([here for here in placed if here.start not in notes], columns))
    blocks, titled = _sized(text, lines, body)
    yield from with_roles(text, blocks, titled)
    below = _lines([here for here in placed if here.start in notes], columns)
    for block in paragraphs(text, below):
        yield Block("footnote", block.spans)


@dataclass(frozen=True, slots=True)
class Placed:
    """A row of a page with what tells its paragraph: its start in the text and its column."""

    row: Row
    start: int
    page: int
    lane: tuple[int, float]
    """Which of how many columns, and its left edge."""


def _lines(placed: Sequence[Placed], columns: dict[tuple[int, float], Column]) -> Iterator[Line]:
    """Rows as lines that paragraphs are made of."""
    leading = _leading(placed)
    last: Placed | None = None
    for here in placed:
        row = here.row
        turn = last is None or here.page != last.page or row.top > last.row.top + row.size
        step = last.row.bottom - row.bottom if last else 0
        usual = leading.get(round(row.size), 1.5 * row.size)
        end = here.start + len(row.text.rstrip())
        column = columns[here.lane]
        gap = not turn and step > 1.2 * usual
        yield Line(here.start, end, row.left, row.right, column, gap, turn, row.size)
        last = here


def _placed(pages: Sequence[Sequence[Row]], starts: Iterable[int]) -> Iterator[Placed]:
    """The rows of all pages without running heads."""
    furniture = _furniture(pages)
    starts = iter(starts)
    for number, page in enumerate(pages):
        body = [row for row in page if id(row) not in furniture]
        edges = gutters(body)
        lefts: dict[int, float] = {}
        for column in range(-1, len(edges) + 1):
            inside = [round(r.left) for r in body if _lane(r, edges) == column]
            if inside:
                lefts[column] = Counter(inside).most_common(1)[0][0]
        for row in page:
            start = next(starts)
            if id(row) not in furniture:
                lane = _lane(row, edges)
                yield Placed(row, start, number, (lane, lefts[lane]))


def _lane(row: Row, edges: Sequence[float]) -> int:
    column = column_of(row, edges)
    return -1 if column is None else column


def _furniture(pages: Sequence[Sequence[Row]]) -> set[int]:
    """Identities of the rows that are running heads, feet and page numbers."""
    edges = [_edge(page) for page in pages]
    opening = [row.text for row in pages[0][:6]]
    heads = running_heads([[row.text for row in edge] for edge in edges], opening)
    later = {normal(row.text): row.size for edge in edges[1:] for row in edge}
    found = set()
    for number, edge in enumerate(edges):
        for row in edge:
            text = normal(row.text)
            # The title is repeated above later pages in smaller letters.
            is_title = number == 0 and row.size > 1.05 * later.get(text, row.size)
            foot = row.bottom < pages[number][0].bottom and ends_with_number(row.text, number + 1)
            if (text in heads and not is_title) or is_page_number(row.text) or foot:
                found.add(id(row))
    return found


def _edge(page: Sequence[Row]) -> list[Row]:
    """The rows at the top and the bottom of a page, wherever the file has them."""
    if not page:
        return []
    heights = sorted({round(row.bottom) for row in page})
    low, high = heights[0] + 2, heights[-1] - 2
    return [row for row in page if row.bottom <= low or row.bottom >= high]


def _columns(placed: Sequence[Placed]) -> dict[tuple[int, float], Column]:
    """For each lane, its edges: pages of one document share them."""
    lanes: dict[tuple[int, float], list[Row]] = {}
    for here in placed:
        lanes.setdefault(here.lane, []).append(here.row)
    result = {}
    for lane, found in lanes.items():
        rights = sorted(row.right for row in found)
        units = [(row.right - row.left) / max(len(row.text), 1) for row in found]
        result[lane] = Column(lane[1], rights[len(rights) * 97 // 100], median(units) or 1)
    lines = list(_lines(placed, result))
    for lane, column in result.items():
        opening = opening_indent([line for line in lines if line.column is column])
        result[lane] = replace(column, opening=opening)
    return result


def _leading(placed: Sequence[Placed]) -> dict[int, float]:
    """For each size of letters, the usual distance from line to line."""
    steps: dict[int, list[float]] = {}
    for a, b in pairwise(placed):
        step = a.row.bottom - b.row.bottom
        if a.page == b.page and round(a.row.size) == round(b.row.size) and step > 0:
            steps.setdefault(round(b.row.size), []).append(step)
    return {size: sorted(found)[len(found) // 3] for size, found in steps.items()}


def _body_size(placed: Sequence[Placed]) -> float:
    weights: Counter[float] = Counter()
    for here in placed:
        weights[round(here.row.size, 1)] += len(here.row.text)
    return weights.most_common(1)[0][0]


def _footnotes(placed: Sequence[Placed], body: float) -> set[int]:
    """Starts of the rows at the foot of a page that are footnotes: a note may cut a sentence."""
    notes: set[int] = set()
    waiting: list[int] = []
    for here, following in pairwise([*placed, None]):
        if here is None:
            break
        small = here.row.size < SMALL * body
        if small and (waiting or FOOTNOTE.match(here.row.text)):
            waiting.append(here.start)
        elif not small:
            waiting = []
        if following is None or following.page != here.page:
            notes.update(waiting)
            waiting = []
    return notes


def _sized(text: str, lines: Sequence[Line], body: float) -> tuple[list[Block], bool]:
    """The blocks, headings known by the size of their letters, and whether there is a title."""
    sizes = {line.start: line.size for line in lines}
    blocks = list(paragraphs(text, lines))
    largest = max((sizes[block.spans[0].start] for block in blocks[:HEAD]), default=0)
    titled = False
    for number, block in enumerate(blocks):
        size = sizes[block.spans[0].start]
        if size < LARGE * body or len(shown(text, block)) > TITLE_LENGTH:
            continue
        is_title = not titled and number < HEAD and size == largest
        titled = titled or is_title
        blocks[number] = Block("title" if is_title else "heading", block.spans)
    return blocks, titled
