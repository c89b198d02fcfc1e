"""The grammar of a document: what its words are and how they hang together.

Made by `quoth.reading` in the same pass as the statements; sources and details are read off it.
Parts of speech and relations are those of Universal Dependencies (Nivre et al., LREC 2020).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from quoth.records import Document, Span


class Token(NamedTuple):
    """One word or mark of a document, and its place in the sentence."""

    text: str
    """As it is read: hyphens at line ends bridged, quotation marks plain."""
    start: int
    end: int
    """Characters of the document's text."""
    block: int
    sentence: int
    """Number of its sentence, rising through the document; no sentence crosses a block."""
    pos: str
    """Universal part of speech: NOUN, PROPN, VERB, AUX, PRON, NUM, ..."""
    head: int
    """Number of the token it hangs on, its own at the root of a sentence."""
    relation: str
    """Universal relation to its head without subtype: nsubj, obj, amod, ...; `root` at the root.
    The later parts of what a treebank holds for one word hang on its first by `part`."""
    entity: str | None
    """Kind of what the phrase that it heads refers to, in GUM's terms (person, organization,
    place, object, event, abstract, time, animal, plant, substance); None where it heads none."""
    phrase: tuple[int, int]
    """The phrase that it heads, from one token to one past the last; itself where it heads none."""
    time: str
    """`B` begins an expression of time, `I` is inside one, `O` neither."""
    certainty: float
    """How sure the text makes what this word, as a predicate, tells: -3 to 3 (Lee et al. 2015)."""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True)
class Analysis:
    """All tokens of a document, in reading order."""

    document: Document
    tokens: tuple[Token, ...]

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each token the numbers of those that hang on it, in order."""
        below: list[list[int]] = [[] for _ in self.tokens]
        for number, token in enumerate(self.tokens):
            if token.head != number:
                below[token.head].append(number)
        return tuple(map(tuple, below))

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Every sentence from its first token to one past its last."""
        cuts = [
            n
            for n, token in enumerate(self.tokens)
            if not n or token.sentence != self.tokens[n - 1].sentence
        ]
        return tuple(pairwise([*cuts, len(self.tokens)]))

    def inside(self, span: Span) -> range:
        """Numbers of the tokens that begin in `span`."""
        first = bisect_right(self._starts, span.start - 1)
        return range(first, bisect_right(self._starts, span.end - 1))

    def below(self, number: int) -> Iterator[int]:
        """The token and all that hangs on it, directly or not, in no order."""
        waiting = [number]
        while waiting:
            one = waiting.pop()
            yield one
            waiting += self.children[one]

    def top(self, tokens: range) -> int | None:
        """The token of `tokens` that governs the others: nearest to its sentence's root."""
        inside = [n for n in tokens if self.tokens[n].pos != "PUNCT"]
        free = [n for n in inside if self.tokens[n].head == n or self.tokens[n].head not in tokens]
        return free[0] if free else (inside[0] if inside else None)
