"""The document's own author: where the text says "I" outside all statements, and by what name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from quoth.analysis import Analysis
from quoth.records import Block, Document, Span, Statement
from quoth.sources.pronouns import PRONOUNS, WE, I
from quoth.sources.words import words

WRITERS = words("author writer reporter correspondent columnist reviewer undersigned")
"""Nouns by which writers speak of themselves, with "this" or "present" before them."""
NAME = r"(?:[A-Z][\w.’'-]*\w\.?|[A-Z]\.)(?:\s(?:[A-Z][\w.’'-]*|de|van|von|der|al|bin|la|le)){1,4}"
GIVEN_BY = re.compile(
    rf"(?i:\b(?:address|speech|remarks|lecture|sermon|talk|statement|essay|letter|column|written|text"
    rf"|review|testimony|keynote)\b[^.\n]{{0,40}}?\b(?:by|from|of) )(?:[A-Z][a-z]+\. )?({NAME})"
)
BYLINE = re.compile(rf"^(?:By|BY|From)\s({NAME})$", re.MULTILINE)
SIGNED = re.compile(rf"^[—–-]*\s*(@\w+|{NAME})[.,]?\s*$")
NOTE = re.compile(rf"^({NAME})(?:,[^,.]{{1,80}},)?\s(?:is|was|writes|teaches|works|lives|served)\b")
"""How the note on a contributor at the end of a text begins."""
OPENING, CLOSING = 4, 3
"""How many blocks at a text's two ends may tell who wrote it."""
SHORT = 400
"""Characters of a block that only tells who wrote the text, at most."""


def own_voice(analysis: Analysis, statements: Iterable[Statement]) -> frozenset[int]:
    """Tokens that mean whoever writes: first persons in no quotation marks and in no content."""
    spoken = sorted(
        (span.start, span.end)
        for statement in statements
        if statement.source is None or not _first(statement.source.text)
        for span in statement.content.spans
    )
    found: set[int] = set()
    quoted, block, at, reach = False, -1, 0, -1
    for number, token in enumerate(analysis.tokens):
        if token.block != block:
            quoted, block = False, token.block
        if token.text == '"':
            quoted = not quoted
        while at < len(spoken) and spoken[at][0] <= token.start:
            reach = max(reach, spoken[at][1])
            at += 1
        if not quoted and token.start >= reach and _means_writer(analysis, number):
            found.add(number)
    return frozenset(found)


def _means_writer(analysis: Analysis, number: int) -> bool:
    token = analysis.tokens[number]
    if token.pos == "PRON":
        return _first(token.text)
    before = analysis.tokens[number - 1].text.casefold() if number else ""
    return token.text.casefold() in WRITERS and before in ("this", "present")


def _first(text: str) -> bool:
    return PRONOUNS.get(text.casefold()) in (I, WE)


def author_name(document: Document) -> tuple[Span, ...]:
    """Where the text gives the names of its authors; empty where it does not.

    As its metadata say, else a byline, the heading of a speech, a signature, or the note on a
    contributor at the end.
    """
    found = tuple(_as_given(document))
    return found or tuple(_at_the_ends(document))[:1]


def _as_given(document: Document) -> Iterator[Span]:
    for author in document.metadata.authors:
        pattern = r"\s+".join(map(re.escape, author.value.split()))
        at = re.search(rf"(?<!\w){pattern}(?!\w)", document.text, re.IGNORECASE)
        if at:
            yield Span(*at.span())


def _at_the_ends(document: Document) -> Iterator[Span]:
    for block in document.blocks[:OPENING]:
        yield from _matches(document, block, (BYLINE, GIVEN_BY))
    for block in reversed(document.blocks[-CLOSING:]):
        yield from _matches(document, block, (SIGNED, NOTE))


def _matches(
    document: Document, block: Block, patterns: tuple[re.Pattern[str], ...]
) -> Iterator[Span]:
    start, end = block.spans[0].start, block.spans[-1].end
    if end - start <= SHORT:
        for pattern in patterns:
            if found := pattern.search(document.text[start:end]):
                yield Span(start + found.start(1), start + found.end(1))
