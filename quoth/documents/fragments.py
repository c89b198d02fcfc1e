"""Text fragments: links that lead to words on a page (WICG, URL Fragment Text Directives).

A browser looks for whole words, in any case and with any white space between, in document order,
and stops at the first that fit; words before and after tell one place from others like it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

EXACT = 300
"""Longer stretches are named by their first and last words."""
ENDS = (5, 8, 12, 20, 40)
"""So many words from each end are tried."""
CONTEXT = (2, 4, 8, 16)
"""So many words before and after are tried."""
UNPARTED = "\u2e80"
"""The first character of the scripts that write words without spaces."""
BLOCKS = re.compile(r"[\n\t]+")
"""What parts lines, cells and blocks: words that are told exactly stand in one."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The words to find, as their first and last where they are many, and what stands around."""

    start: str
    end: str | None
    before: list[str]
    after: list[str]


def fragment(text: str, start: int, end: int, elsewhere: str = "") -> str | None:
    """The directive for `text[start:end]`; `elsewhere` is what else stands on the page.

    None for a stretch without words. Where nothing tells the stretch from others like it, the
    directive leads to the first.
    """
    start, end = _to_words(text, start, end)
    lines = [line.split() for line in BLOCKS.split(text[start:end]) if line.split()]
    if not lines:
        return None
    page = " ".join(f" {elsewhere} \n {text} ".casefold().split())
    before = BLOCKS.split(text[:start])[-1].split()
    after = BLOCKS.split(text[end:], maxsplit=1)[0].split()
    if len(lines) == 1 and len(" ".join(lines[0])) <= EXACT:
        stretch = _Stretch(" ".join(lines[0]), None, before, after)
    else:
        stretch = _Stretch(*_ends(lines, text[start:end], page), before, after)
    return _directive(stretch, page)


def _to_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without white space at its ends, and with no word or its marks cut."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while 0 < start < end and _joins(text[start - 1]):
        start -= 1
    while start < end < len(text) and _joins(text[end]):
        end += 1
    return start, end


def _joins(char: str) -> bool:
    """Whether `char` belongs to the word beside it: East Asian scripts part no words."""
    return not char.isspace() and char < UNPARTED


def _ends(lines: list[list[str]], stretch: str, page: str) -> tuple[str, str]:
    """The first and the last words, so many that these come at the end alone."""
    first, last = lines[0], lines[-1]
    within = " ".join(stretch.casefold().split())
    for count in ENDS:
        head, tail = " ".join(first[:count]), " ".join(last[-count:])
        sure = _count(head, page) == 1 and _count(tail, within[len(head) :]) == 1
        if sure or count >= max(len(first), len(last)):
            break
    return head, tail


def _count(words: str, page: str) -> int:
    """How often `words` stand in `page` as whole words, up to twice; both have single spaces."""
    words = words.casefold()
    at, found = page.find(words), 0
    while at >= 0 and found < 2:
        end = at + len(words)
        cut = (page[at - 1 : at].isalnum() and words[:1].isalnum()) or (
            page[end : end + 1].isalnum() and words[-1:].isalnum()
        )
        found += not cut
        at = page.find(words, at + 1)
    return found


def _directive(stretch: _Stretch, page: str) -> str:
    middle = _encoded(stretch.start) + (f",{_encoded(stretch.end)}" if stretch.end else "")
    if _count(stretch.start, page) <= 1:
        return f"#:~:text={middle}"
    before = after = ""
    for count in CONTEXT:
        before, after = " ".join(stretch.before[-count:]), " ".join(stretch.after[:count])
        # Where only the first words are told, what follows them is not what follows the stretch.
        around = (before, stretch.start, "" if stretch.end else after)
        if _count(" ".join(part for part in around if part), page) == 1:
            break
    prefix = f"{_encoded(before)}-," if before else ""
    suffix = f",-{_encoded(after)}" if after else ""
    return f"#:~:text={prefix}{middle}{suffix}"


def _encoded(words: str) -> str:
    """`words` in a directive, where a comma, an ampersand and a hyphen would mean something."""
    return quote(words, safe="").replace("-", "%2D")
