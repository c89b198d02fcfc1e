"""What paragraphs are by the names of their styles.

Word, LibreOffice and their like store the names of built-in styles in English whatever language
they speak, so these names are enough; a style of somebody's own is known by the one it builds on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

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


Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Style:
    """What a style and those it builds on say; None where none of them does."""

    kind: BlockKind | None = None
    level: int | None = None
    """The rank of a heading, from 1."""
    navigation: bool = False
    """Whether it is for a list of contents or an index."""
    listed: bool | None = None
    left: float | None = None
    """How far it is set in, in points."""
    right: float | None = None
    bold: bool | None = None
    hidden: bool | None = None


def inherited(
    names: Sequence[str],
    level: int | None = None,
    listed: bool | None = None,
    left: float | None = None,
    right: float | None = None,
    bold: bool | None = None,
    hidden: bool | None = None,
) -> Style:
    """The style of this name that builds on the others; the rest as the file says it."""
    plain = [_plain(name) for name in names]
    rank = first(int(match[1]) if (match := LEVEL.fullmatch(name)) else None for name in plain)
    kind: BlockKind | None = first(style_kind(name) for name in plain)
    kind = kind or ("heading" if level else None)
    navigation = any(NAVIGATION.fullmatch(name) for name in plain)
    return Style(kind, rank or level, navigation, listed, left, right, bold, hidden)


def style_kind(name: str) -> BlockKind | None:
    """What a style with this built-in name is for; None where it does not say."""
    plain = _plain(name)
    return next((kind for kind, pattern in NAMES if pattern.fullmatch(plain)), None)


def lists(instruction: str) -> bool:
    """Whether a field says again what stands elsewhere, as a list of contents does."""
    return instruction.split()[:1] in (["TOC"], ["INDEX"])


def first(values: Iterable[Value | None]) -> Value | None:
    """What is said first."""
    return next((each for each in values if each is not None), None)


def _plain(name: str) -> str:
    return " ".join(name.replace("_20_", " ").replace("_", " ").casefold().split())
