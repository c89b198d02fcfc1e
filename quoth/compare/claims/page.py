"""A document made ready: its words with what they mean, who is meant by each, and its date."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property, lru_cache

import numpy as np
from lemminflect import getAllLemmas

from quoth.analysis import Analysis, Token
from quoth.compare.claims.meaning import Meant
from quoth.compare.records import Told
from quoth.reading.roles import Floats
from quoth.records import Source, Span
from quoth.sources.who import everybody

_POS = {"NOUN": "NOUN", "PROPN": "NOUN", "VERB": "VERB", "AUX": "VERB", "ADJ": "ADJ", "ADV": "ADV"}
_POSSESSIVE = frozenset(("'s", "’s", "'", "’"))


@lru_cache(maxsize=50_000)
def lemma_of(text: str, pos: str) -> str:
    """The dictionary form of a word in small letters."""
    if pos in ("VERB", "AUX", "NOUN", "ADJ", "ADV") and text.isalpha():
        found = getAllLemmas(text, upos=_POS[pos])
        for forms in found.values():
            if forms:
                return str(forms[0])
    return text


@dataclass(frozen=True, eq=False)
class Page:
    """One of the documents of an event, ready to be compared."""

    told: Told
    meant: Meant
    rows: Floats = field(repr=False)
    """A unit vector for each token."""

    @property
    def analysis(self) -> Analysis:
        return self.meant.analysis

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.meant.analysis.tokens

    @cached_property
    def entities(self) -> tuple[tuple[Source, tuple[int, ...]], ...]:
        """Everybody and everything that is mentioned, with the heads of its mentions."""
        found = everybody(self.analysis, self.told.reading.statements)
        return tuple((source, tuple(m.head for m in mentions)) for source, mentions in found)

    @cached_property
    def entity_at(self) -> dict[int, int]:
        return {head: n for n, (_, heads) in enumerate(self.entities) for head in heads}

    def lemma(self, number: int) -> str:
        token = self.tokens[number]
        return lemma_of(token.text.lower(), token.pos)

    def named(self, entity: int) -> tuple[int, ...]:
        """Tokens that tell best what an entity is: its name, else the head of a description."""
        source, _ = self.entities[entity]
        if source.name:
            return tuple(
                n
                for span in source.name.spans
                for n in self.analysis.inside(span)
                if self.tokens[n].pos == "PROPN"
            )
        for passage in source.descriptions[:1]:
            inside = [n for span in passage.spans for n in self.analysis.inside(span)]
            return tuple(n for n in inside if self.tokens[n].pos in ("NOUN", "PROPN"))
        return ()

    def children(self, number: int) -> tuple[int, ...]:
        return self.analysis.children[number]

    def cases(self, number: int) -> set[str]:
        """The prepositions that stand before a word's phrase."""
        words = (self.tokens[c] for c in self.children(number))
        return {w.text.lower() for w in words if w.relation == "case"} - _POSSESSIVE

    def is_so(self, number: int) -> bool:
        """Does a form of *be* stand with a word: *was behind it*, *is open*?"""
        held = (self.tokens[c] for c in self.children(number) if self.lemma(c) == "be")
        return any(t.relation in ("cop", "aux") for t in held)

    def vocabulary(self, numbers: list[int]) -> set[str]:
        """Words as they stand, in small letters, and their dictionary forms."""
        return {self.lemma(n) for n in numbers} | {self.tokens[n].text.lower() for n in numbers}

    def inside(self, spans: tuple[Span, ...]) -> list[int]:
        return [n for span in spans for n in self.analysis.inside(span)]


def unit(vectors: Floats, mean: Floats, spread: Floats) -> Floats:
    """Vectors as they stand out from what all words have in common, of length 1."""
    rows = (vectors.astype(np.float32) - mean) / spread
    rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-6)
    return rows
