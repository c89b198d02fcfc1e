"""A common noun as the head of a phrase: its singular, and what it calls its bearer."""

from __future__ import annotations

from typing import NamedTuple

from quoth.records import Kind
from quoth.sources.lexicon import (
    DOCUMENTS,
    GOVERNMENTS,
    GROUPS,
    ORGANISATIONS,
    OUTLETS,
    TITLES,
    TRADES,
    VAGUE,
)
from quoth.sources.words import words

PERSONS = TITLES | TRADES
BODIES = GOVERNMENTS | ORGANISATIONS | OUTLETS
KINDS: dict[str, Kind] = {
    **dict.fromkeys(DOCUMENTS, "document"),
    **dict.fromkeys(ORGANISATIONS, "organisation"),
    **dict.fromkeys(GROUPS, "group"),
    **dict.fromkeys(OUTLETS, "outlet"),
    **dict.fromkeys(GOVERNMENTS, "government"),
    **dict.fromkeys(PERSONS, "person"),
    **dict.fromkeys(VAGUE, "unspecified"),
}
"""What a noun calls its bearer; of a noun in several lists what stands last."""

IRREGULAR = {
    "men": "man",
    "women": "woman",
    "children": "child",
    "wives": "wife",
    "alumni": "alumnus",
    "analyses": "analysis",
    "thieves": "thief",
    "bosses": "boss",
}
SAME = words(
    "people police media data news press congress minutes series census customs headquarters"
)
"""Nouns that end like plurals or are both."""


class Noun(NamedTuple):
    """A noun's singular in lower case, of a compound with hyphens the last part."""

    lemma: str
    plural: bool

    @property
    def kind(self) -> Kind | None:
        """What it calls its bearer with nothing to narrow it; None for other nouns."""
        kind = KINDS.get(self.lemma)
        return "group" if kind == "person" and self.plural else kind


def noun(word: str) -> Noun:
    """A word as a noun, its number told by its ending."""
    lower = word.casefold().strip(".")
    lower = lower.rpartition("-")[2] or lower
    if lower in SAME or lower in KINDS:
        return Noun(lower, lower == "people")
    if lower in IRREGULAR:
        return Noun(IRREGULAR[lower], True)
    if lower.endswith(("men", "women")) and len(lower) > 5:
        return Noun(lower[:-2] + "an", True)
    if lower.endswith("ies") and len(lower) > 4:
        return Noun(lower[:-3] + "y", True)
    if lower.endswith(("sses", "shes", "ches", "xes")):
        return Noun(lower[:-2], True)
    if lower.endswith("s") and not lower.endswith(("ss", "us", "is")) and len(lower) > 3:
        return Noun(lower[:-1], True)
    return Noun(lower, False)
