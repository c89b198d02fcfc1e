"""What paragraphs are by the names of their styles.

Word, LibreOffice and their like store the names of built-in styles in English whatever language
they speak, so these names are enough; a style of somebody's own is known by the one it builds on.
"""

from __future__ import annotations

import re

from quoth.records import BlockKind

NAMES: tuple[tuple[BlockKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))  # type: ignore[misc]
    for kind, pattern in (
        ("title", r"title|headline"),
        ("deck", r"subtitle|deck|standfirst"),
        ("byline", r"by-?line|authors?"),
        ("dateline", r"date-?line|date"),
        ("heading", r"heading ?\d*|subhead(?:ing)?|section title"),
        ("quotation", r"(?:intense |block ?)?quote|(?:block )?quotations?|block text|epigraph"),
        ("item", r"list(?: (?:bullet|number))?(?: \d)?"),
        ("caption", r"(?:image |table )?caption"),
        ("footnote", r"(?:footnote|endnote)(?: text)?"),
    )
)
NAVIGATION = re.compile(r"toc \d|toc heading|contents (?:heading|\d+)|table of figures|index.*")
LEVEL = re.compile(r"heading ?(\d+)")


def style_kind(name: str) -> BlockKind | None:
    """What a style with this built-in name is for; None where it does not say."""
    plain = _plain(name)
    return next((kind for kind, pattern in NAMES if pattern.fullmatch(plain)), None)


def style_level(name: str) -> int:
    """The rank of a heading by the name of its style, from 1; 0 where it has none."""
    match = LEVEL.fullmatch(_plain(name))
    return int(match[1]) if match else 0


def is_navigation(name: str) -> bool:
    """Whether paragraphs of this style are a list of contents or an index."""
    return bool(NAVIGATION.fullmatch(_plain(name)))


def _plain(name: str) -> str:
    return " ".join(name.replace("_20_", " ").replace("_", " ").casefold().split())
