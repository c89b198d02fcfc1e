"""Words that a writer hands on as somebody else's: "We give her answer in full: ..."."""

from __future__ import annotations

from dataclasses import replace

from quoth.analysis import Analysis
from quoth.records import Passage, Span, Statement
from quoth.sources.phrases import NOMINAL, span_of
from quoth.sources.words import words

WRITER = words("we i")
SAYING = words(
    "account address answer answers comment comments explanation letter message note plea post "
    "remark remarks reply response speech statement testimony tweet version words"
)
"""Nouns for words that somebody said or wrote."""
OWNER = words("his her their its")
GENITIVE = words("' 's ’ ’s")


def of_their_owner(analysis: Analysis, statement: Statement) -> Statement:
    """The statement, laid to the one whose words the sentence calls them; most stay as they are."""
    source = statement.source
    if statement.form == "indirect" or not source or source.text.casefold() not in WRITER:
        return statement
    tokens = analysis.tokens
    here = analysis.inside(source.spans[0])
    content = analysis.inside(statement.content.spans[0])
    if not here or not content:
        return statement
    first = here.start
    while first and tokens[first - 1].sentence == tokens[here.start].sentence:
        first -= 1
    for number in range(content.start - 1, first, -1):
        if tokens[number].text.casefold() in SAYING and (owner := _owner(analysis, first, number)):
            return replace(statement, source=Passage(analysis.document, (owner,)))
    return statement


def _owner(analysis: Analysis, first: int, noun: int) -> Span | None:
    """Who stands before a noun as its owner: *her*, *the minister's*."""
    tokens = analysis.tokens
    at = noun - 1
    while at > first and tokens[at].pos == "ADJ":
        at -= 1
    if tokens[at].text.casefold() in OWNER:
        return _named_before(analysis, first) or tokens[at].span
    if tokens[at].relation == "part":  # the s of 's
        at -= 1
    if tokens[at].text not in GENITIVE or at <= first:
        return None
    start = at - 1
    while start > first and tokens[start - 1].pos in NOMINAL:
        start -= 1
    return span_of(analysis, start, at)


def _named_before(analysis: Analysis, first: int) -> Span | None:
    """The last person whom the block names before the sentence that begins with token `first`.

    Not left to the joining of pronouns: it would take whoever keeps or prints the words.
    """
    tokens = analysis.tokens
    for number in range(first - 1, -1, -1):
        token = tokens[number]
        if token.block != tokens[first].block:
            return None
        if token.pos == "PROPN" and token.entity == "person":
            end = number + 1
            while end < first and tokens[end].pos == "PROPN":
                end += 1
            return span_of(analysis, number, end)
    return None
