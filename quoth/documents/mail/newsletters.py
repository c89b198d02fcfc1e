"""What stands around the text of a newsletter: the way to its web page, the way to be rid of it."""

from __future__ import annotations

import re
from dataclasses import replace

from quoth.documents.roles import shown
from quoth.records import Document, Reference

ABOVE = re.compile(
    r"\bforwarded this (?:e-?mail|newsletter|to you)\b|"
    r"\b(?:view|read|open|see|having trouble)\b.{0,60}\b(?:in|on) (?:your|a|the|this)?\s*"
    r"(?:web ?)?(?:browser|web|web ?page|online)\b|\bview (?:online|web version)\b|web version",
    re.I,
)
BELOW = re.compile(
    r"\bunsubscribe|\bopt[- ]out\b|\bour mailing address\b|\badd us to your address book\b"
    r"|\b(?:update|manage|change|edit)\b.{0,30}\b(?:preferences|profile|subscriptions?|settings)\b"
    r"|\byou\b.{0,20}\b(?:receiv|g[eo]t).{0,9} (?:this|these) (?:e-?mail|message|newsletter)"
    r"|\b(?:this|the) (?:e-?mail|message|newsletter) was sent (?:to|by)\b",
    re.I,
)
SMALL = re.compile(
    r"\bprivacy policy\b|\ball rights reserved\b|©\s*\w|\bcopyright\b.{0,10}\d{4}"
    r"|\bforward (?:this|to a friend)\b",
    re.I,
)
"""What a short line in the frame has, and a paragraph of the text may have."""
HEAD = 4
FOOT = 30
"""So many blocks at the ends of a newsletter may be of this kind."""
BETWEEN = 4
"""So many short blocks stand between two that are: an address, the names of networks."""
SHORT, SMALLEST = 150, 100
LONGEST = 600
"""No footer's paragraph has more characters."""


def unframed(document: Document) -> Document:
    """`document` without the blocks that are the frame of a newsletter."""
    words = [shown(document.text, block) for block in document.blocks]
    first = next(
        (n + 1 for n in reversed(range(min(HEAD, len(words)))) if _is(ABOVE, words[n], SHORT)), 0
    )
    last, since = len(words), 0
    for n in reversed(range(max(len(words) - FOOT, first), len(words))):
        small = _is(SMALL, words[n], SMALLEST) or _is(ABOVE, words[n], SHORT)
        if small or _is(BELOW, words[n], LONGEST):
            last, since = n, 0
        elif len(words[n]) > SHORT or since == BETWEEN:
            break
        else:
            since += 1
    references = tuple(
        Reference(each.span, each.block - first)
        for each in document.references
        if first <= each.block < last
    )
    return replace(document, blocks=document.blocks[first:last], references=references)


def _is(pattern: re.Pattern[str], words: str, longest: int) -> bool:
    return len(words) <= longest and bool(pattern.search(words))
