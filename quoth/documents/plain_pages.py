"""What belongs to the pages of a plain text and to no paragraph: running heads, page numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quoth.documents.furniture import is_page_number, normal, running_heads
from quoth.documents.lines import CLOSED

LINE = re.compile(r"\S(?:[^\r\n\f]*\S)?")
EDGE = 2
"""So many lines at the top and the bottom of a page may be running heads."""
PAGE = 80
"""Form feeds closer than so many characters part no pages."""
END = r"[^\S\r\n]*(?:\r\n|\r|\n)"
ALONE = re.compile(
    rf"(?:{END}){{2}}[^\S\r\n]*([-–—\[(|]?[^\S\r\n]*(?:page\s+)?(\d{{1,4}})[^\r\n]{{0,9}})(?=(?:{END}){{2}})",
    re.I,
)
"""A page number between blank lines."""


def page_lines(text: str, wrapped: bool) -> frozenset[int]:
    """Starts of the lines that belong to pages.

    Form feeds show the pages; without them, in a text that was broken into lines, numbers that
    stand alone do if they count on from one another or cut a sentence.
    """
    breaks = text.count("\f")
    if breaks and len(text) > breaks * PAGE:
        return _at_edges(text)
    return frozenset(_counting(text)) if wrapped and not breaks else frozenset()


def _at_edges(text: str) -> frozenset[int]:
    edges: list[list[tuple[int, str]]] = []
    start = 0
    for page in text.split("\f"):
        ends = _edge(page)
        edges.append([(start + at, line) for at, line in ends])
        start += len(page) + 1
    opening = [line for _, line in edges[0]]
    heads = running_heads([[line for _, line in edge] for edge in edges], opening)
    # What a text begins with is its title, even where later pages repeat it.
    del edges[0][:1]
    return frozenset(
        at for edge in edges for at, line in edge if normal(line) in heads or is_page_number(line)
    )


def _edge(page: str) -> list[tuple[int, str]]:
    lines = [(m.start(), m.group()) for m in LINE.finditer(page)]
    return lines[:EDGE] + lines[EDGE:][-EDGE:]


def _counting(text: str) -> Iterator[int]:
    found = [m for m in ALONE.finditer(text) if is_page_number(m[1])]
    numbers = [int(match[2]) for match in found]
    for at, match in enumerate(found):
        neighbours = (at and numbers[at - 1] == numbers[at] - 1) or (
            at + 1 < len(found) and numbers[at + 1] == numbers[at] + 1
        )
        if neighbours or _cuts(text, match):
            yield match.start(1)


def _cuts(text: str, match: re.Match[str]) -> bool:
    before = text[max(match.start() - 200, 0) : match.start()].rstrip()
    after = text[match.end() : match.end() + 200].lstrip()
    return bool(before) and after[:1].islower() and not CLOSED.search(before[-8:])
