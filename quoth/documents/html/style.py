"""What a page's style says of its text: that it is set in, as quotations are."""

from __future__ import annotations

import re
from collections.abc import Iterable

RULE = re.compile(r"\.([\w-]+)\s*\{([^{}]{,500})\}")
"""A rule for one class; others speak of more than we want to know."""
LENGTH = r"(\d+(?:\.\d+)?|\.\d+)(px|pt|em|rem|ex|%)"
LEFT = re.compile(rf"(?:margin|padding)-left\s*:\s*{LENGTH}", re.I)
BOTH = re.compile(rf"margin\s*:\s*\S+\s+{LENGTH}(?:\s*(?:;|!|$|\}})|\s+\S+\s+{LENGTH})", re.I)
BAR = re.compile(r"border-left\s*:(?!\s*(?:0|none))", re.I)
SLANTED = re.compile(r"font-style\s*:\s*(?:italic|oblique)", re.I)
FEWEST = {"px": 24.0, "pt": 18.0, "em": 1.5, "rem": 1.5, "ex": 3.0, "%": 4.0}
"""So far quotations are set in, and hardly anything else."""
LARGEST = 300_000
"""Longer style sheets are not looked through."""


def sets_apart(style: str) -> bool:
    """Whether declarations set a block in on the left, or put a bar beside it."""
    return bool(BAR.search(style)) or _is_set_in(style)


def _is_set_in(style: str) -> bool:
    left = LEFT.search(style)
    if left:
        return float(left.group(1)) >= FEWEST[left.group(2).lower()]
    both = BOTH.search(style)
    if not both:
        return False
    number, unit = both.group(3) or both.group(1), both.group(4) or both.group(2)
    return float(number) >= FEWEST[unit.lower()]


def indented(sheets: Iterable[str]) -> frozenset[str]:
    """The classes that style sheets set apart and in italics, as only quotations are."""
    return frozenset(
        name
        for sheet in sheets
        if len(sheet) <= LARGEST and "italic" in sheet
        for name, style in RULE.findall(sheet)
        if SLANTED.search(style) and sets_apart(style)
    )
