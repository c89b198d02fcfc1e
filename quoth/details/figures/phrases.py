"""Noun phrases as what is counted needs them: without article, relative clause and apposition."""

from __future__ import annotations

from collections.abc import Container

from quoth.analysis import Analysis
from quoth.details.figures.words import among

NOUNS = frozenset(("NOUN", "PROPN"))
NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "ADJ"))
ARTICLES = frozenset(("the", "a", "an"))
DETERMINERS = ARTICLES | {"this", "that", "these", "those", "some", "any", "all"}
BEFORE_HEAD = among("amod compound nummod det nmod flat advmod punct part obl case goeswith dep")
BEHIND_HEAD = among("nmod conj cc compound flat fixed punct part case goeswith amod nummod")
FARTHEST = 12
"""Words from a phrase's first to its head: more are a mistake of the parser."""
QUOTES = frozenset("\"'“”‘’`")


def head_from(analysis: Analysis, first: int) -> int | None:
    """The head of the noun phrase that begins with token `first`; None where none does."""
    tokens = analysis.tokens
    here = first
    while tokens[here].text in QUOTES and here + 1 < len(tokens):
        here += 1
    best = None
    for _ in range(FARTHEST):
        token = tokens[here]
        if token.pos in NOMINAL:
            best = here
        up = token.head
        if not here < up < first + FARTHEST or token.relation not in BEFORE_HEAD:
            break
        if tokens[up].block != token.block or tokens[up].pos in ("VERB", "AUX"):
            break
        here = up
    return best if best is not None else _next_noun(analysis, first)


def _next_noun(analysis: Analysis, first: int) -> int | None:
    """Where the tree does not help: the last of the first run of nouns."""
    tokens = analysis.tokens
    for at in range(first, min(first + 5, len(tokens))):
        if tokens[at].pos in NOUNS and tokens[at].block == tokens[first].block:
            while at + 1 < len(tokens) and tokens[at + 1].pos in NOUNS:
                at += 1
            return at
        if tokens[at].pos not in ("ADJ", "ADV", "DET", "NUM", "VERB", "PUNCT"):
            return None
    return None


def last(analysis: Analysis, head: int, closed: Container[int]) -> int:
    """The last token of the phrase of `head`; it ends before a token in `closed`."""
    end = head
    for child in analysis.children[head]:
        if child <= end:
            continue
        token = analysis.tokens[child]
        first = _leftmost(analysis, child)
        if token.relation not in BEHIND_HEAD or not _touches(analysis, end, first):
            break
        if any(n in closed for n in range(first, child + 1)):
            break
        if token.relation == "punct" and not _inner(analysis, child):
            continue
        end = last(analysis, child, closed)
    return end


def _inner(analysis: Analysis, mark: int) -> bool:
    """A hyphen, or a comma between two conjuncts, which the next child settles."""
    return analysis.tokens[mark].text in "-‐‑–/&'’"


def _touches(analysis: Analysis, end: int, first: int) -> bool:
    """Whether nothing but marks and conjunctions lies between two parts of a phrase."""
    tokens = analysis.tokens
    return all(
        tokens[n].pos in ("PUNCT", "CCONJ", "DET", "ADP", "PART", "SYM")
        for n in range(end + 1, first)
    )


def _leftmost(analysis: Analysis, number: int) -> int:
    """First token of what hangs on `number`, as far as it stands together."""
    return min((n for n in analysis.below(number) if n <= number), default=number)


def first(analysis: Analysis, head: int, closed: Container[int]) -> int:
    """The first token of the phrase of `head`, its article left out."""
    begin = head
    for child in reversed(analysis.children[head]):
        if child >= begin:
            continue
        token = analysis.tokens[child]
        start = _leftmost(analysis, child)
        if token.relation not in BEFORE_HEAD or token.relation == "case" or begin - child > 8:
            break
        if token.text.lower() in DETERMINERS or any(n in closed for n in range(start, begin)):
            break
        if token.relation == "punct" and token.text in ",;:.()":
            break
        begin = start
    while begin < head and (
        analysis.tokens[begin].text.lower() in DETERMINERS or analysis.tokens[begin].pos == "PUNCT"
    ):
        begin += 1
    return begin
