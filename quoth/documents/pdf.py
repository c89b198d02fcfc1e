"""PDF: the document's text is the pages' lines, pages parted by form feeds."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from statistics import median

import pypdfium2 as pdfium

from quoth.documents.dates import iso_date
from quoth.documents.furniture import is_page_number, normal, running_heads
from quoth.documents.layouts import PdfLayout
from quoth.documents.lines import Column, Line, paragraphs
from quoth.documents.pdf_lines import Row, column_of, gutters, rows
from quoth.documents.roles import HEAD, shown, with_roles
from quoth.errors import UnreadableInput
from quoth.records import Block, Document

NO_TEXT = "no text in this PDF; it holds images only, put it through text recognition (OCR) first"
ENCRYPTED = "this PDF is encrypted; save it without its password first"
BROKEN = "this PDF is broken and cannot be opened; get or save it again"
LARGE = 1.12
"""Letters so much larger than the text's are a heading's."""
PDF_DATE = re.compile(r"D?:?(\d{4})(\d{2})(\d{2})")


def read(data: bytes, name: str) -> Document:
    """The document in a PDF file; raises `UnreadableInput`."""
    try:
        with closing(pdfium.PdfDocument(data)) as pdf:
            info = pdf.get_metadata_dict()
            pages = [_page(pdf, number) for number in range(len(pdf))]
    except pdfium.PdfiumError as error:
        locked = "password" in str(error).lower() or "security" in str(error).lower()
        raise UnreadableInput(name, ENCRYPTED if locked else BROKEN) from None
    if not any(pages):
        raise UnreadableInput(name, NO_TEXT)
    text, layout = _assembled(pages)
    lines = list(_lines(pages, layout))
    blocks = tuple(with_roles(text, *_sized(text, lines)))
    return Document(name, text, blocks, layout, _title(text, blocks, info), _date(text, blocks, info))


def _page(pdf: pdfium.PdfDocument, number: int) -> list[Row]:
    with closing(pdf[number]) as page:
        return rows(page)


def _assembled(pages: Sequence[Sequence[Row]]) -> tuple[str, PdfLayout]:
    """The document's text, and where its characters stand."""
    parts: list[str] = []
    layout = PdfLayout(array("I"), array("I"), array("f"), array("f"), array("f"), array("f"))
    for number, page in enumerate(pages):
        if number:
            _add(parts, layout, "\f", array("f", [1]), array("f", [0]))
        layout.pages.append(len(layout.lefts))
        for row in page:
            layout.lines.append(len(layout.lefts))
            layout.bottoms.append(row.bottom)
            layout.tops.append(row.top)
            _add(parts, layout, row.text, row.lefts, row.rights)
            _add(parts, layout, "\n", array("f", [1]), array("f", [0]))
    return "".join(parts), layout


def _add(
    parts: list[str], layout: PdfLayout, text: str, lefts: array[float], rights: array[float]
) -> None:
    parts.append(text)
    layout.lefts.extend(lefts)
    layout.rights.extend(rights)


@dataclass(frozen=True, slots=True)
class Placed:
    """A row of a page with what tells its paragraph: its start in the text and its column."""

    row: Row
    start: int
    page: int
    lane: tuple[int, float]
    """Which of how many columns, and its left edge."""


def _lines(pages: Sequence[Sequence[Row]], layout: PdfLayout) -> Iterator[Line]:
    """The lines of all pages without running heads, as paragraphs are made of."""
    placed = list(_placed(pages, layout))
    columns = _columns(placed)
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


def _placed(pages: Sequence[Sequence[Row]], layout: PdfLayout) -> Iterator[Placed]:
    furniture = _furniture(pages)
    starts = iter(layout.lines)
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
    return {
        id(row)
        for edge in edges
        for row in edge
        if normal(row.text) in heads or is_page_number(row.text)
    }


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
    return result


def _leading(placed: Sequence[Placed]) -> dict[int, float]:
    """For each size of letters, the usual distance from line to line."""
    steps: dict[int, list[float]] = {}
    for a, b in zip(placed, placed[1:], strict=False):
        step = a.row.bottom - b.row.bottom
        if a.page == b.page and round(a.row.size) == round(b.row.size) and step > 0:
            steps.setdefault(round(b.row.size), []).append(step)
    return {size: sorted(found)[len(found) // 3] for size, found in steps.items()}


def _sized(text: str, lines: Sequence[Line]) -> tuple[list[Block], bool]:
    """The blocks, headings known by the size of their letters, and whether there is a title."""
    weights: Counter[float] = Counter()
    for line in lines:
        weights[round(line.size, 1)] += line.end - line.start
    body = weights.most_common(1)[0][0] if weights else 1
    sizes = {line.start: line.size for line in lines}
    blocks = list(paragraphs(text, lines))
    largest = max((sizes[block.spans[0].start] for block in blocks[:HEAD]), default=0)
    titled = False
    for number, block in enumerate(blocks):
        size = sizes[block.spans[0].start]
        if size < LARGE * body or len(shown(text, block)) > 200:
            continue
        is_title = not titled and number < HEAD and size == largest
        titled = titled or is_title
        blocks[number] = Block("title" if is_title else "heading", block.spans)
    return blocks, titled


def _title(text: str, blocks: Sequence[Block], info: dict[str, str]) -> str | None:
    said = next((shown(text, block) for block in blocks if block.kind == "title"), None)
    return said or info.get("Title", "").strip() or None


def _date(text: str, blocks: Sequence[Block], info: dict[str, str]) -> str | None:
    """The date in the document's head; else when the file was made."""
    for block in blocks[:HEAD]:
        if block.kind == "dateline" and (iso := iso_date(shown(text, block))):
            return iso
    made = PDF_DATE.match(info.get("CreationDate", ""))
    return iso_date("-".join(made.groups())) if made else None
