"""Running heads and page numbers: lines that belong to a page and to no paragraph."""

from __future__ import annotations

import re

NUMBER = re.compile(
    r"[\s\-–—\[(|]*(?:page|p\.|seite)?\s*(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:of|/|von)\s*\d{1,4})?"
    r"[\s\-–—\])|]*",
    re.I,
)
DIGITS = re.compile(r"\d+")


def is_page_number(line: str) -> bool:
    """Whether `line` is nothing but a page's number."""
    return any(char.isalnum() for char in line) and bool(NUMBER.fullmatch(line))


def normal(line: str) -> str:
    """`line` as it would stand on any other page."""
    return DIGITS.sub("#", " ".join(line.split()).casefold())
