"""Running heads and page numbers: lines that belong to a page and to no paragraph."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

NUMBER = re.compile(
    r"[\s\-–—\[(|]*(?:page|p\.|seite)?\s*(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:of|/|von)\s*\d{1,4})?"
    r"[\s\-–—\])|]*",
    re.I,
)
DIGITS = re.compile(r"\d+")
PARTS = re.compile(r"\s{3,}")


def is_page_number(line: str) -> bool:
    """Whether `line` is nothing but a page's number."""
    return any(char.isalnum() for char in line) and bool(NUMBER.fullmatch(line))


def normal(line: str) -> str:
    """`line` as it would stand on any other page."""
    return DIGITS.sub("#", " ".join(line.split()).casefold())


def running_heads(pages: Sequence[Sequence[str]], opening: Sequence[str]) -> frozenset[str]:
    """The running heads and feet of a document, in `normal` form.

    `pages` are the lines at the edges of each page, `opening` those that the document begins with.
    A head stands at the edge of two pages at least, or repeats words of the opening.
    """
    edges = Counter(line for page in pages for line in {normal(line) for line in page})
    heads = {line for line, count in edges.items() if count > 1 and line}
    begun = {normal(part) for line in opening for part in PARTS.split(line.strip())}
    for page in pages[1:]:
        for line in page:
            parts = [normal(part) for part in PARTS.split(line.strip())]
            if all(part in begun or is_page_number(part) for part in parts):
                heads.add(normal(line))
    return frozenset(heads)


def ends_with_number(line: str, page: int) -> bool:
    """Whether `line` is a few words and the number of its page: the foot of a single page."""
    return len(line) <= 60 and bool(re.search(rf"[^\W\d][\s|·–—-]+{page}$", line.strip()))
