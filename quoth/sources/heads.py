"""The words of a statement's source that tell who is meant."""

from __future__ import annotations

from collections.abc import Container, Iterator

from quoth.analysis import Analysis
from quoth.records import Passage, Span, Statement
from quoth.sources.lexicon import MINDS
from quoth.sources.nouns import noun

PLAIN = frozenset(("PROPN", "CCONJ", "PUNCT", "DET"))
"""What stands in a list of bare names."""
NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM"))


def heads_of(analysis: Analysis, statement: Statement, known: Container[int]) -> tuple[int, ...]:
    """The tokens that govern a source, several where several are named together.

    Only tokens that head a mention, as `known` tells. Where a source has no noun or pronoun at
    all, its cue is looked at: some write what was said of whom the other way round.
    """
    if statement.source is None:
        return ()
    inside = _inside(analysis, statement.source)
    head = _head(analysis, inside, known)
    if head is None and statement.cue:
        inside = _inside(analysis, statement.cue)
        head = _head(analysis, inside, known)
    if head is None:
        inside = _inside(analysis, statement.source)
        head = next((n for n in inside if n in known), None)
    return () if head is None else (head, *_beside(analysis, inside, head, known))


def _inside(analysis: Analysis, part: Passage) -> range:
    return analysis.inside(Span(part.spans[0].start, part.spans[-1].end))


def _head(analysis: Analysis, inside: range, known: Container[int]) -> int | None:
    """The governing noun or pronoun; whose it is, where it is an eye, a mind, an opinion."""
    tokens = analysis.tokens
    top = analysis.top(inside)
    if top is None:
        return None
    if noun(tokens[top].text).lemma in MINDS:
        owner = next((k for k in analysis.children[top] if _owns(analysis, k, known)), None)
        if owner is not None:
            return owner
    if top in known and (tokens[top].pos in NOMINAL or tokens[top].text[0].isupper()):
        return top
    return next((n for n in inside if n in known and tokens[n].pos in NOMINAL), None)


def _owns(analysis: Analysis, number: int, known: Container[int]) -> bool:
    token = analysis.tokens[number]
    return number in known and token.relation in ("nmod", "det") and token.pos in NOMINAL


def _role(analysis: Analysis, number: int) -> bool:
    """Whether a noun says what somebody is: a single person's trade or office, nobody's own."""
    owned = any(analysis.tokens[k].pos == "PRON" and k < number for k in analysis.children[number])
    token = analysis.tokens[number]
    return token.pos == "NOUN" and noun(token.text).kind == "person" and not owned


def _beside(analysis: Analysis, inside: range, head: int, known: Container[int]) -> Iterator[int]:
    """Others named together with the head: joined to it, or names behind an "and"."""
    tokens = analysis.tokens
    plain = all(tokens[n].pos in PLAIN for n in inside)
    after_and = False
    for number in inside:
        token = tokens[number]
        if token.pos == "CCONJ" and number > head:
            after_and = True
        if number == head or number not in known or token.pos not in NOMINAL:
            continue
        joined = token.relation == "conj" and token.head == head
        if joined and tokens[head].pos == "PROPN" and _role(analysis, number):
            continue  # "Orr, the clerk and a baker": one person
        if joined or (after_and and plain and token.pos == "PROPN"):
            yield number
            after_and = False
