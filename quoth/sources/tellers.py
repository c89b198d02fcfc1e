"""Who spoke last: news goes on with "he said" about the source of the statement before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from quoth.analysis import Analysis
from quoth.records import Passage, Statement
from quoth.sources.known import Known
from quoth.sources.mentions import source_head
from quoth.sources.pronouns import HE, SHE
from quoth.sources.traits import KINDS, ROLES, SEVERAL, SINGULAR

PERSON, SUBJECT = KINDS.index("person"), ROLES.index("nsubj")
FAR = 5
"""So many sentences back at most the last source is looked for."""
NAME = 11
"""The category of names in `Known`."""


class Tellers:
    """The sources of statements that are no part of another's content."""

    def __init__(self, analysis: Analysis, known: Known, statements: Sequence[Statement]) -> None:
        self._known = known
        self._told = _told(analysis, known, statements)
        places = {m.head: n for n, m in enumerate(known.mentions)}
        found = {
            who
            for statement in statements
            if statement.source
            and (who := _who(analysis, known, statement.source, places)) is not None
            and not self._told[who]
        }
        names = {n for n in range(len(known.mentions)) if self._is_subject(analysis, n)}
        # in the order of the text: sources, and between them others who act or are turned to
        self._last = {later: earlier for earlier, later in pairwise(sorted(found | names))}
        self._sources = found
        self._spoken_of: dict[int, list[int]] = defaultdict(list)
        for n in np.flatnonzero((known.speaker >= 0) & np.isin(known.category, (HE, SHE))).tolist():
            self._spoken_of[int(known.speaker[n])].append(n)

    def _is_subject(self, analysis: Analysis, number: int) -> bool:
        """Is it one person's name in the writer's words, as a subject or after "As for"?"""
        k = self._known
        if k.category[number] != NAME or self._told[number] or not is_one(k, number):
            return False
        first = int(k.start[number])
        opening = [t.text.casefold() for t in analysis.tokens[max(first - 2, 0) : first + 2]]
        return bool(k.role[number] == SUBJECT) or ("as", "for") in pairwise(opening)

    def before(self, number: int) -> Iterator[int]:
        """The last sources and subjects before "he" or "she", itself a source; nearest first."""
        k = self._known
        if number in self._sources and k.category[number] in (HE, SHE):
            at = self._last.get(number)
            while at is not None and k.sentence[number] - k.sentence[at] <= FAR:
                yield at
                at = self._last.get(at)

    def spoken_of(self, number: int) -> Sequence[int]:
        """ "He" and "she" in the quotation that the mention itself speaks: somebody else."""
        return self._spoken_of.get(number, ()) if number in self._sources else ()


def is_one(known: Known, number: int) -> bool:
    """Does a mention tell that it is one person?"""
    one = known.traits[number]
    if one.pronoun:
        return one.pronoun in (HE, SHE)
    named = known.category[number] == NAME and one.number != SEVERAL
    return one.kind == PERSON and (named or one.number == SINGULAR)


def is_other(known: Known, number: int) -> bool:
    """Does a mention tell that it is a body, a thing or several persons?"""
    one = known.traits[number]
    return not one.pronoun and (one.kind not in (0, PERSON) or one.number == SEVERAL)


def _who(analysis: Analysis, known: Known, source: Passage, places: dict[int, int]) -> int | None:
    """The one person that a source is, by its head or else the name at its end."""
    head = source_head(analysis, source.spans)
    at = places.get(head) if head is not None else None
    if at is not None and is_one(known, at):
        return at
    inside = analysis.inside(source.spans[-1])
    for number in reversed(inside):
        at = places.get(number)
        if at is not None:
            ends = known.mentions[at].span.end == source.spans[-1].end
            return at if ends and known.category[at] == NAME and is_one(known, at) else None
    return None


def _told(analysis: Analysis, known: Known, statements: Sequence[Statement]) -> NDArray[np.bool_]:
    """Which mentions stand in the content of a statement."""
    told = np.zeros(len(known.mentions), np.bool_)
    for statement in statements:
        for span in statement.content.spans:
            inside = analysis.inside(span)
            low, high = np.searchsorted(known.head, (inside.start, inside.stop))
            told[low:high] = True
    return told
