"""A statement as a position on a matter: what it is about, on which side, how surely, when."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np

from quoth.compare.claims import stand, when
from quoth.compare.claims.page import Page
from quoth.compare.claims.speakers import Keys, Speakers
from quoth.compare.claims.terms import Term, lighter, terms
from quoth.compare.claims.turning import governs_all, whole
from quoth.compare.claims.words import FIRST
from quoth.reading.roles import Floats
from quoth.records import Passage, Statement

MOST = 150
"""Words of a content that are looked at; what is longer makes its point before."""
_REACH = 80
"""Words before and behind a content in which its sentence is looked for."""


@dataclass(frozen=True, eq=False)
class Claim:
    """One statement, or a sentence of one, ready to be held against others."""

    page: Page = field(repr=False)
    statement: Statement
    content: Passage
    """The words that say it: the statement's content or a sentence of it."""
    terms: tuple[Term, ...]
    rows: Floats = field(repr=False)
    """A unit vector for each term."""
    frame: tuple[Term, ...] = field(repr=False)
    """Words of its sentence that are neither content nor source nor cue."""
    before: tuple[Term, ...] = field(repr=False)
    """Words of the sentence before."""
    by: Keys
    sign: int
    """-1 where the cue denies the content."""
    turned: int
    """-1 where the content's main clause is negated."""
    root: int
    """The token that says it."""
    open: bool
    """Asked, supposed or kept back: neither so nor not so."""
    rejects: bool
    """Says of a claim that it is not so, and no more: *a fairy tale*."""
    answers: bool
    """Worded as an answer."""
    recalled: bool
    """Told as said before: *had said*."""
    elsewhere: bool
    """Tells of another case: *other*, *as well*."""
    days: tuple[when.Days, ...]
    made: float
    """Ordinal of the day of its document; nan where nobody knows."""
    named: tuple[when.Days, ...]
    """The days that its sentence names beside the content: when a recalled one was made."""

    @property
    def start(self) -> int:
        return self.content.spans[0].start

    @cached_property
    def names(self) -> frozenset[str]:
        """The names among its words."""
        return frozenset(t.lemma for t in self.terms if t.pos == "PROPN")

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Numbers that are no dates; the *000* of thousands is no number by itself."""
        counted = (t.lemma for t in self.terms if t.pos == "NUM" and t.slot != "time")
        return frozenset(number for number in counted if number.strip("0"))

    @cached_property
    def gist(self) -> Floats:
        """A unit vector for the words that tell, names and numbers apart, by their weight."""
        weight = [t.weight * (t.pos not in ("PROPN", "NUM", "ADP")) for t in self.terms]
        return _unit(np.array(weight, np.float32) @ self.rows)

    @cached_property
    def wording(self) -> Floats:
        """A unit vector for all its words but names."""
        return _unit(self.page.rows[[n for n in self._said if self._pos(n) != "PROPN"]].sum(0))

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Its words as they stand, in small letters."""
        return frozenset(self.page.tokens[n].text.lower() for n in self._said)

    @property
    def _said(self) -> list[int]:
        inside = self.page.inside(self.content.spans)[:MOST]
        return [n for n in inside if self._pos(n) != "PUNCT"]

    def _pos(self, number: int) -> str:
        return self.page.tokens[number].pos

    @property
    def around(self) -> tuple[Term, ...]:
        return self.frame + self.before


def _unit(vector: Floats) -> Floats:
    return vector / max(float(np.linalg.norm(vector)), 1e-6)


def claim_of(
    page: Page, statement: Statement, content: Passage, speakers: Speakers
) -> Claim | None:
    """What `content`, all of the statement's or a part, claims; None where it has no words."""
    words = page.inside(content.spans)[:MOST]
    if not words:
        return None
    source = _speaker(page, statement)
    cue = page.inside(statement.cue.spans) if statement.cue else []
    root = predicate(page, words)
    found = terms(page, words, source)
    if governs_all(page, words, root):
        found = tuple(replace(term, sign=-1) for term in found)
    sentence = _sentence(page, words)
    spoken = {*source, *cue, *words}
    frame = [n for n in sentence if n not in spoken]
    bare = stand.rejects(page, words)
    size = page.rows.shape[1]
    return Claim(
        page,
        statement,
        content,
        found,
        page.rows[[t.token for t in found]] if found else np.zeros((0, size), np.float32),
        terms(page, frame, []),
        tuple(lighter(terms(page, _previous(page, sentence), []), 0.5)),
        speakers.of(page, source),
        sign=stand.cue_sign(page, statement, cue, words),
        turned=whole(page, words, root),
        root=root,
        open=stand.asks(page, statement, words, cue)
        or stand.supposes(page, words)
        or stand.withholds(page, words, cue, root),
        rejects=bare,
        answers=stand.answers(page, statement, cue, bare),
        recalled=stand.recalled(page, cue),
        elsewhere=stand.elsewhere(page, words),
        days=when.days(page, words),
        made=when.made_on(page),
        named=when.days(page, [n for n in sentence if n not in words]),
    )


def _speaker(page: Page, statement: Statement) -> list[int]:
    """The words of the source; of whoever says *I*, those of whom the quotation is laid to."""
    for _ in range(4):
        words = page.inside(statement.source.spans) if statement.source else []
        outer = page.told.statements.get(statement.within or "")
        own = {page.tokens[n].text.lower() for n in words}
        if outer is None or not own or not own <= FIRST:
            return words
        statement = outer
    return words


def predicate(page: Page, content: list[int]) -> int:
    """The token that says it: verb, adjective or noun nearest to the sentence's root."""
    held = set(content)
    tokens = page.tokens
    free = [n for n in content if tokens[n].head not in held or tokens[n].head == n]
    verbs = [n for n in free if tokens[n].pos in ("VERB", "AUX", "ADJ")]
    return (verbs or [n for n in free if tokens[n].pos != "PUNCT"] or content)[0]


def _sentence(page: Page, content: list[int]) -> list[int]:
    tokens = page.tokens
    own = {tokens[content[0]].sentence, tokens[content[-1]].sentence}
    near = range(max(0, content[0] - _REACH), min(len(tokens), content[-1] + _REACH))
    return [n for n in near if tokens[n].sentence in own]


def _previous(page: Page, sentence: list[int]) -> list[int]:
    if not sentence or not sentence[0]:
        return []
    number = page.tokens[sentence[0] - 1].sentence
    near = range(max(0, sentence[0] - _REACH), sentence[0])
    return [n for n in near if page.tokens[n].sentence == number]
