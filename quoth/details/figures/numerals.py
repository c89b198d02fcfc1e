"""Digits to values, in the document's own convention: 1,000.5 or 1.000,5.

Where a document writes both ways, or nothing tells which it writes, a numeral that could be read
either way has no value.
"""

from __future__ import annotations

import re
from typing import Literal

from quoth.records import Document

Mark = Literal[".", ",", "both", "unknown"]
"""The decimal mark of a document."""

LONGEST = 18
"""Digits of the longest numeral that is given a value."""
_EDGES = r"(?<![\w.,/:-]){}(?![\w/:-]|[.,]\d)"
POINT = re.compile(_EDGES.format(r"\d{1,3}(?:(?:,\d{3}){2,4}(?:\.\d{1,9})?|,\d{3}\.\d{1,9})"))
COMMA = re.compile(_EDGES.format(r"\d{1,3}(?:(?:\.\d{3}){2,4}(?:,\d{1,9})?|\.\d{3},\d{1,9})"))
POINT_TOO = re.compile(_EDGES.format(r"(?:\d{1,9}\.\d{1,2}|\d{1,3},\d{3}|0\.\d{1,9})"))
COMMA_TOO = re.compile(_EDGES.format(r"(?:\d{1,9},\d{1,2}|0,\d{1,9})"))
"""Weaker signs: 3.5 and 1,000; 3,5, which may also be two numbers."""
EITHER = re.compile(r"\d{1,3}[.,]\d{3}")


def decimal_mark(document: Document) -> Mark:
    """What parts wholes from decimals in this document, by its other numbers, then its language."""
    text = document.text
    point, comma = bool(POINT.search(text)), bool(COMMA.search(text))
    if point or comma:
        return "both" if point and comma else "." if point else ","
    if document.language and not document.language.startswith("en"):
        return "," if COMMA_TOO.search(text) or not POINT_TOO.search(text) else "both"
    if COMMA_TOO.search(text) and not POINT_TOO.search(text):
        return ","
    return "." if POINT_TOO.search(text) else "unknown"


def value(numeral: str, mark: Mark) -> float | None:
    """What a numeral is worth; None where it may be two things, or is too long to be anything."""
    bare = re.sub(r"[ \u00a0\u202f\u2009’']", "", numeral)
    if sum(map(str.isdigit, bare)) > LONGEST or not bare.isascii():
        return None
    marks = {char for char in bare if char in ".,"}
    if not marks:
        return float(bare)
    if len(marks) == 2:
        decimal = max(marks, key=bare.rindex)
    elif bare.count(next(iter(marks))) > 1:
        decimal = ""
    elif EITHER.fullmatch(bare) and not bare.startswith("0"):
        decimal = _decimal(bare, mark)
    else:
        decimal = next(iter(marks))
    if decimal == "?":
        return None
    whole, _, part = bare.rpartition(decimal) if decimal else (bare, "", "")
    return (
        float(re.sub(r"[.,]", "", whole) + "." + part) if part else float(re.sub(r"[.,]", "", bare))
    )


def _decimal(bare: str, mark: Mark) -> str:
    """The decimal mark of a numeral with one mark and three digits after it; `?` if unknown."""
    if mark in (".", ","):
        return mark if mark in bare else ""
    if mark == "unknown" and "," in bare:
        return ""  # an English text; no other reading has anything for it
    if mark == "unknown" and not bare.endswith("000"):
        return "."
    return "?"
