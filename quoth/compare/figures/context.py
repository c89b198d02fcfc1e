"""What stands around a figure: the words of its sentence, and what paragraph and document tell."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from quoth.compare.figures.records import Count
from quoth.compare.figures.setting import FUNCTION, is_name, words_in
from quoth.compare.records import Told
from quoth.documents import from_text
from quoth.ledger.events.telling import terms_of
from quoth.ledger.identities.rarity import rarity

Terms = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Words:
    """Of a sentence the words that tell something with how much, its names and its numbers."""

    weights: Terms
    names: frozenset[str]
    numbers: frozenset[str]

    @staticmethod
    def cosine(one: Terms, other: Terms) -> float:
        """How much two weighted sets of words have in common, 0 to 1."""
        size = math.hypot(*one.values()) * math.hypot(*other.values())
        return shared(one, other) / size if size else 0.0


def shared(one: Terms, other: Terms) -> float:
    """The product of two weighted sets of words."""
    return sum(weight * other[term] for term, weight in one.items() if term in other)


@lru_cache(maxsize=8192)
def words_around(sentence: str) -> Words:
    """The words of a sentence."""
    words = words_in(sentence)
    weights, names, numbers = {}, set(), set()
    for at, word in enumerate(words):
        if word.text[0].isdigit():
            numbers.add(word.text.strip(".,"))
        elif word.text[0].isalpha() and word.low not in FUNCTION and len(word.low) > 2:
            if is_name(words, at):
                names.add(word.low.removesuffix("'s").removesuffix("’s"))
            form = min(word.forms, key=lambda one: (len(one), one))
            weights[form] = rarity(form)
    return Words(weights, frozenset(names), frozenset(numbers))


def told_terms(told: Told) -> Terms:
    """The terms that tell most of a document."""
    return _terms(told.reading.document.text)


def block_terms(count: Count) -> Terms:
    """Those of the paragraph that a figure stands in."""
    document = count.told.reading.document
    block = document.blocks[document.block_at(count.figure.span.start)]
    return _terms(" ".join(document.text[s.start : s.end] for s in block.spans))


@lru_cache(maxsize=4096)
def _terms(text: str) -> Terms:
    return terms_of(from_text(text))
