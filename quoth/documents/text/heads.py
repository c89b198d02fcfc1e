"""What a running head looks like in a plain text, whether form feeds show its pages or not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quoth.documents.credits import HOUSE, signed
from quoth.documents.furniture import is_page_number
from quoth.documents.roles import ASKS, BYLINE, is_dateline
from quoth.documents.text.rows import Row, closed, goes_on

LONGEST = 160
"""No running head has more characters."""
MASTHEAD = 40
"""No newspaper's name has more characters."""
OPENING = 8
"""Running heads repeat words of so many first rows."""
PARTS = re.compile(r"\s{3,}|:\s+|\s[|·•/–—-]\s")
WORDS = re.compile(r"[^\W_]+")
AT_END = re.compile(r"\S[\s|·–—-]+(?:page |p\. ?)?(\d{1,4})$", re.I)
ADDRESS = re.compile(r"(?:https?://|www\.)\S+(?P<page>\s+\d+\s*(?:/|of)\s*\d+)?|file://\S+.*")
ISSUE = re.compile(r".{3,60}\(\d{4}\),?\s+\d+\s?[-–]\s?\d+\.?")
"""A journal's name with year and pages."""


def masthead(line: str) -> str | None:
    """The newspaper that a running head names: "THE LANTERN     3 March 2031"."""
    name = PARTS.split(line.strip())[0].strip(" .")
    house = HOUSE.search(name)
    short = len(name) <= MASTHEAD and 2 <= len(name.split()) <= 4
    return name if house and house.end() == len(name) and short and name[0].isupper() else None


def opening_words(text: str, rows: Sequence[Row]) -> str:
    """The words that a document begins with."""
    return _words(" ".join(text[row.start : row.end] for row in rows[:OPENING]))


def _words(line: str) -> str:
    return f" {' '.join(WORDS.findall(line.casefold()))} "


def repeats(line: str, opening: str) -> bool:
    """Whether a line is made of a page number and words that the document begins with."""
    parts = [part for part in PARTS.split(line.strip()) if part]
    known = [
        is_page_number(part) or (len(part) > 3 and part[0].isupper() and _words(part) in opening)
        for part in parts
    ]
    return all(known) and len(line) <= LONGEST and not line.endswith((",", ";"))


def cuts(text: str, before: Row, top: Sequence[Row]) -> bool:
    """Whether a short row at the top of a page stands in the middle of a sentence."""
    if len(top) < 2:
        return False
    row, following = top
    return (
        goes_on(text, following)
        and text[following.start].isalpha()
        and not goes_on(text, row)
        and not closed(text, before)
        and not closed(text, row)
        and row.end - row.start < 0.75 * (following.end - following.start)
    )


def is_head_of_first(text: str, rows: Sequence[Row], known: bool) -> bool:
    """Whether a text begins with a running head and not with its title.

    `known` where later pages have the line too.
    """
    line = text[rows[0].start : rows[0].end]
    if len(line) > LONGEST:
        return False
    dated = len(rows) > 1 and is_dateline(text[rows[1].start : rows[1].end])
    named = dated and masthead(line) is not None
    return bool(ISSUE.fullmatch(line)) or ((known or named) and not is_title(text, rows, named))


def is_title(text: str, page: Sequence[Row], named: bool = False) -> bool:
    """Whether a text begins with its title, though later pages repeat it.

    `named` where a newspaper may have such a name.
    """
    line = text[page[0].start : page[0].end]
    if "   " in line or AT_END.search(line):
        return False
    if len(page) < 2:
        return True
    second = next((r for r in page[1:4] if not is_dateline(text[r.start : r.end])), page[1])
    words = text[second.start : second.end]
    another = (
        (second.above > 0 or named)
        and len(words) <= LONGEST
        and (not closed(text, second) or bool(ASKS.search(words)))
        and not BYLINE.match(words)
        and not signed(words, dated=False)
        and not any(char.isdigit() for char in words)
    )
    return not another
