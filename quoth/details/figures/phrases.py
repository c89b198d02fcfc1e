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
LONGEST = 30
"""Words of a phrase behind its head."""
STOPS = frozenset('"“”‘();:—[]')
LISTING = among("including such like except excluding versus according plus than during")
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


def last(analysis: Analysis, head: int, closed: Container[int], limit: int | None = None) -> int:
    """The last token of the phrase of `head`; it ends before a token in `closed`."""
    limit = head + LONGEST if limit is None else limit
    end = head
    for child in analysis.children[head]:
        if child <= end:
            continue
        begin = leftmost(analysis, child)
        if child > limit or not _belongs(analysis, child, begin, end):
            break
        if any(n in closed for n in range(begin, child + 1)):
            break
        if analysis.tokens[child].relation == "punct":
            continue  # settled by what follows it
        end = last(analysis, child, closed, limit)
    return end


def _belongs(analysis: Analysis, child: int, begin: int, end: int) -> bool:
    """Whether a word behind a phrase's head is of it, where it ends before `end` so far."""
    tokens = analysis.tokens
    if tokens[child].relation not in BEHIND_HEAD:
        return False
    between = tokens[end + 1 : max(begin, end + 1)] + tokens[begin : min(begin + 1, child)]
    if any(token.text in STOPS or token.text.lower() in LISTING for token in between):
        return False
    if tokens[child].relation == "conj":
        alone = any(tokens[n].text in ("a", "an") for n in range(begin, child))
        return tokens[child].pos in NOMINAL and not alone
    if any(token.text == "," for token in between):
        return False
    return tokens[child].relation != "punct" or tokens[child].text in "-‐‑–/&'’,"


def leftmost(analysis: Analysis, number: int) -> int:
    """The first token of what hangs on `number`."""
    while analysis.children[number] and analysis.children[number][0] < number:
        number = analysis.children[number][0]
    return number


def first(analysis: Analysis, head: int, closed: Container[int]) -> int:
    """The first token of the phrase of `head`, its article left out."""
    begin = head
    for child in reversed(analysis.children[head]):
        if child >= begin:
            continue
        token = analysis.tokens[child]
        start = leftmost(analysis, child)
        if token.relation not in BEFORE_HEAD or token.relation == "case" or head - start > FARTHEST:
            break
        if token.text.lower() in DETERMINERS or any(n in closed for n in range(start, begin)):
            break
        if token.relation == "punct" and token.text not in "-‐‑–'’&/":
            break
        begin = start
    while begin < head and (
        analysis.tokens[begin].text.lower() in DETERMINERS or analysis.tokens[begin].pos == "PUNCT"
    ):
        begin += 1
    return begin
