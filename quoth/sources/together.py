"""Several persons as one source: named together, and "they" after them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping

from quoth.analysis import Analysis
from quoth.sources.words import words

PLURAL = words("they them their theirs both each we us our two themselves")
NEAR = 3
"""So many sentences back "they" may mean two who were named together."""


class Together:
    """Where persons are named together, to find the last before a place."""

    def __init__(self, analysis: Analysis, entity_at: Mapping[int, int]) -> None:
        self._analysis = analysis
        self._heads: list[int] = []
        self._entities: list[tuple[int, ...]] = []
        for head in sorted(entity_at):
            parts = [
                child
                for child in analysis.children[head]
                if analysis.tokens[child].relation == "conj"
                and child in entity_at
                and _person(analysis, child)
            ]
            if parts and _person(analysis, head):
                self._heads.append(head)
                entities = dict.fromkeys(entity_at[n] for n in (head, *parts))
                self._entities.append(tuple(entities))

    def before(self, number: int) -> tuple[int, ...]:
        """Entities of the last persons named together shortly before a token; () where none are."""
        at = bisect_left(self._heads, number) - 1
        tokens = self._analysis.tokens
        if at < 0 or len(self._entities[at]) < 2:
            return ()
        apart = tokens[number].sentence - tokens[self._heads[at]].sentence
        return self._entities[at] if apart <= NEAR else ()


def is_plural(analysis: Analysis, number: int) -> bool:
    """Whether a token stands for several without telling who they are."""
    return analysis.tokens[number].text.casefold() in PLURAL


def _person(analysis: Analysis, number: int) -> bool:
    token = analysis.tokens[number]
    return token.pos == "PROPN" and token.entity in ("person", None)
