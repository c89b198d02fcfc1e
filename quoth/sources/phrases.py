"""Noun phrases word by word: told by what stands beside what, whichever word governs the other.

A parser is least sure of names, their titles and what is put beside them, and the words
themselves tell most of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from quoth.analysis import Analysis, Token
from quoth.records import Span
from quoth.sources.nouns import noun
from quoth.sources.words import words

LONGEST = 40
"""Tokens of a phrase that are looked at, at most."""
NOMINAL = frozenset(("NOUN", "PROPN", "ADJ", "NUM", "DET", "X", "SYM"))
OWNERS = words("my your his her its our their whose")
RELATIVE = words("who which that whom whose where when")
INNER = frozenset("-–/&'’.") | {"'s", "’s"}
"""Marks that may stand inside a phrase."""


def span_of(analysis: Analysis, first: int, end: int) -> Span:
    """The characters of tokens `first` to one before `end`."""
    return Span(analysis.tokens[first].start, analysis.tokens[end - 1].end)


def words_of(analysis: Analysis, first: int, end: int) -> str:
    """The text of tokens as it stands, on one line."""
    span = span_of(analysis, first, end)
    return " ".join(analysis.document.text[span.start : span.end].split())


def whole(analysis: Analysis, number: int) -> str:
    """A token's word with the parts that hang on it: "co-founder"."""
    end = number + 1
    while end < len(analysis.tokens) and analysis.tokens[end].relation == "part":
        end += 1
    span = span_of(analysis, number, end)
    return analysis.document.text[span.start : span.end]


def bounds(analysis: Analysis, number: int) -> tuple[int, int]:
    """The tokens of the same sentence around one, a phrase's length each way."""
    tokens = analysis.tokens
    low, high = number, number + 1
    while low and number - low < LONGEST and tokens[low - 1].sentence == tokens[number].sentence:
        low -= 1
    while (
        high < len(tokens)
        and high - number < LONGEST
        and tokens[high].sentence == tokens[number].sentence
    ):
        high += 1
    return low, high


def leftward(analysis: Analysis, end: int, across: bool = True) -> int:
    """Where the noun phrase begins that ends before token `end`.

    `across` prepositions and "and", or only back to the nearest.
    """
    tokens = analysis.tokens
    low, _ = bounds(analysis, end - 1)
    first = end
    while first > low and _goes_on(analysis, first - 1, first):
        if not across and tokens[first - 1].pos in ("ADP", "CCONJ"):
            break
        first -= 1
        begins = tokens[first].pos == "DET" or tokens[first].text.casefold() in OWNERS
        if begins and not (across and first > low and tokens[first - 1].pos == "ADP"):
            break
    while first < end and (
        tokens[first].pos in ("ADP", "PUNCT", "PART", "CCONJ") or tokens[first].relation == "part"
    ):
        first += 1
    return first


def rightward(analysis: Analysis, start: int) -> int:
    """One past the noun phrase that begins with token `start`, without its clauses."""
    tokens = analysis.tokens
    _, high = bounds(analysis, start)
    end = start + 1
    while end < high and _goes_on(analysis, end, end):
        end += 1
    while end > start + 1 and (
        tokens[end - 1].pos in ("ADP", "CCONJ", "DET", "PART")
        or (tokens[end - 1].pos == "PUNCT" and tokens[end - 1].relation != "part")
    ):
        end -= 1
    return end


def _goes_on(analysis: Analysis, number: int, after: int) -> bool:
    """Whether a token may stand inside a noun phrase; `after` is where the phrase stands."""
    token = analysis.tokens[number]
    lower = token.text.casefold()
    if token.time != "O" and token.pos != "ADJ" and number < after:
        return False
    if lower in RELATIVE:
        return False
    if token.relation == "part" or token.pos in NOMINAL or lower in OWNERS:
        return True
    if token.pos in ("ADP", "CCONJ"):
        return lower in ("of", "for", "to", "at", "in", "on", "with", "from", "and", "de", "&")
    if token.pos == "VERB":  # "acting", "retired", "United"
        return token.relation in ("amod", "compound") or token.text[0].isupper()
    if token.pos == "PUNCT" or token.pos == "PART":
        return token.text in INNER or token.text == "s"
    return token.pos == "ADV" and token.relation == "advmod" and lower.endswith("ly")


def persons_in(analysis: Analysis, first: int, end: int, persons: frozenset[str]) -> Iterator[int]:
    """The tokens of a stretch that are nouns for one person."""
    for number in range(first, end):
        token: Token = analysis.tokens[number]
        if token.pos in ("NOUN", "PROPN", "ADJ") or token.relation == "part":
            one = noun(token.text)
            if one.lemma in persons and not one.plural:
                yield number
