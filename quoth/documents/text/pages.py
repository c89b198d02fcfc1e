"""What belongs to the pages of a plain text and to no paragraph: running heads, page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from quoth.documents.furniture import is_page_number, normal
from quoth.documents.text.heads import (
    ADDRESS,
    AT_END,
    LONGEST,
    cuts,
    is_head_of_first,
    opening_words,
    repeats,
)
from quoth.documents.text.rows import Row
from quoth.documents.text.unpaged import unpaged

EDGE = 3
"""So many rows at the top and the bottom of a page may be running heads."""
PAGE = 80
"""Form feeds closer than so many characters part no pages."""
AT_START = re.compile(r"(\d{1,4})(?:\s*[|·–—]\s*|\s+)\S")


def page_rows(text: str, rows: Sequence[Row]) -> frozenset[int]:
    """Starts of the rows that belong to pages.

    Form feeds show the pages; without them, page numbers that count on and lines that come back
    do, where they cut sentences.
    """
    pages = [list(page) for _, page in groupby(rows, key=lambda row: row.page)]
    if len(pages) > 1 and len(text) > PAGE * len(pages):
        return frozenset(_at_edges(text, pages))
    return frozenset(unpaged(text, rows))


@dataclass(frozen=True, slots=True)
class _Known:
    """What tells the running heads of a text with pages."""

    counts: Counter[str]
    """On how many pages a line stands at the edge."""
    numbered: frozenset[int]
    """Starts of rows with a number that counts the pages."""
    opening: str
    """The words that the document begins with."""


def _at_edges(text: str, pages: Sequence[Sequence[Row]]) -> Iterator[int]:
    edges = [_edge(page) for page in pages]
    known = _Known(
        Counter(line for edge in edges for line in {_normal(text, row) for row in edge}),
        _counting_pages(text, edges),
        opening_words(text, pages[0]),
    )
    if is_head_of_first(text, pages[0], _is_head(text, pages[0][0], known)):
        yield pages[0][0].start
    before = pages[0][-1]
    for number, page in enumerate(pages):
        heads = _bottom(text, page, known)
        if number:
            heads |= _top(text, page, known, before)
        yield from heads
        before = next((row for row in reversed(page) if row.start not in heads), before)


def _top(text: str, page: Sequence[Row], known: _Known, before: Row) -> set[int]:
    """Starts of the heads above a page; `before` is the last row of the text above it."""
    heads: set[int] = set()
    for at, row in enumerate(page[:EDGE]):
        line = text[row.start : row.end]
        if not (
            _is_head(text, row, known)
            or repeats(line, known.opening)
            or (at == 0 and cuts(text, before, page[:2]))
        ):
            break
        heads.add(row.start)
    return heads


def _bottom(text: str, page: Sequence[Row], known: _Known) -> set[int]:
    """Starts of the feet of a page, the lowest row first."""
    heads: set[int] = set()
    for row in reversed(page[1:][-EDGE:]):
        line = text[row.start : row.end]
        if not (_is_head(text, row, known) or (row is page[-1] and repeats(line, known.opening))):
            break
        heads.add(row.start)
    return heads


def _is_head(text: str, row: Row, known: _Known) -> bool:
    line = text[row.start : row.end]
    if len(line) > LONGEST:
        return False
    repeated = known.counts[normal(line)] > 1 and not _is_footnote(line)
    return (
        repeated
        or is_page_number(line)
        or row.start in known.numbered
        or bool(ADDRESS.fullmatch(line))
    )


def _edge(page: Sequence[Row]) -> list[Row]:
    return [*page[:EDGE], *page[EDGE:][-EDGE:]]


def _normal(text: str, row: Row) -> str:
    return normal(text[row.start : row.end])


def _is_footnote(line: str) -> bool:
    return bool(re.match(r"\[?\d{1,3}[\].)]?\s\S", line)) and len(line) > 30


def _counting_pages(text: str, edges: Sequence[Sequence[Row]]) -> frozenset[int]:
    """Starts of rows with a number at one end that counts the pages."""
    found: dict[int, list[tuple[int, int]]] = {}
    for page, edge in enumerate(edges):
        for at, row in enumerate(edge):
            line = text[row.start : row.end]
            if len(line) > LONGEST:
                continue
            match = AT_END.search(line[-40:])
            if not match and (at == 0 or re.match(r"\d{1,4}\s{2,}", line)):
                match = AT_START.match(line)
            if match:
                found.setdefault(int(match[1]) - page, []).append((page, row.start))
    return frozenset(
        start for hits in found.values() if len({page for page, _ in hits}) > 1 for _, start in hits
    )
