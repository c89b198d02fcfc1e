"""Whose word each sentence of a document is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from quoth.account.words import word_set
from quoth.analysis import Analysis, Token
from quoth.records import BlockKind, Passage, Reading, Span, Statement

Voice = Literal["own", "passed_on", "both"]

UNSPOKEN: frozenset[BlockKind] = frozenset(("byline", "dateline", "table"))
"""Blocks that hold no sentences."""
FIRST_PERSON = word_set("i we me us my our mine ours myself ourselves")
SAYS_SOMETHING = frozenset(("VERB", "NOUN", "PROPN", "ADJ", "NUM"))
UNASSERTED = frozenset(
    ("deny", "demand", "promise", "threaten", "question", "praise", "apologise", "agree")
)
"""Acts by which an author puts nothing forward about others."""
_OPENING = (
    "deny",
    "denie",
    "reject",
    "demand",
    "ask",
    "call",
    "urge",
    "want",
    "welcome",
    "support",
)
FEWEST_WORDS = 3
"""An own part needs as many such words beside the statement, or it only carries the attribution."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, and who answers for it.

    `statements` are the ids of the statements in it that are somebody else's and in no other, in
    the order of the text; `own` the numbers of the tokens that the document asserts by itself,
    without what it denies, asks for or promises in so many words (*we deny that ...*).
    """

    span: Span
    block: int
    voice: Voice
    statements: tuple[str, ...]
    own: tuple[int, ...]
    about: frozenset[int]
    """Those of `own` that only say who somebody else's source is, and how it speaks."""


def voices(reading: Reading, analysis: Analysis) -> tuple[Sentence, ...]:
    """Every sentence of the document, titles too, in reading order."""
    outer = others(reading)
    contents = Held((span, s.id) for s in outer for span in s.content.spans)
    theirs = {s.id for s in outer}
    ours = [s for s in reading.statements if s.within is None and s.id not in theirs]
    unasserted = Held((span, s.id) for s in ours if _open(s) for span in s.content.spans)
    passages = [p for s in outer for p in (s.source, s.cue) if p]
    carriers = Held((span, "") for passage in passages for span in passage.spans)
    about = _about(analysis, passages)
    blocks = reading.document.blocks
    found = []
    for first, end in analysis.sentences:
        tokens = analysis.tokens[first:end]
        if blocks[tokens[0].block].kind not in UNSPOKEN and _has_words(tokens):
            found.append(_sentence(tokens, first, contents, carriers, unasserted, about))
    return tuple(found)


def _about(analysis: Analysis, passages: Iterable[Passage]) -> frozenset[int]:
    """The tokens of sources and cues, and what hangs on a source."""
    found: set[int] = set()
    for passage in passages:
        for span in passage.spans:
            inside = analysis.inside(span)
            found.update(inside)
            top = analysis.top(inside)
            if top is not None and analysis.tokens[top].pos in ("NOUN", "PROPN", "PRON"):
                found.update(analysis.below(top))
    return frozenset(found)


def others(reading: Reading) -> list[Statement]:
    """The statements in no other that are not the author's, or of the body that is the author."""
    ours = authors(reading)
    return [
        s for s in reading.statements if s.within is None and s.source_id not in ours and not _we(s)
    ]


def authors(reading: Reading) -> frozenset[str]:
    """Ids of the sources that the document's own *I* or *we* stands for."""
    ids = {source.id for source in reading.sources if source.kind == "author"}
    ids |= {s.source_id for s in reading.statements if s.source_id and s.within is None and _we(s)}
    return frozenset(ids)


def _we(statement: Statement) -> bool:
    """Does the document say it of itself? (Inside a quotation, *we* are those who speak there.)"""
    source = statement.source
    return bool(source and source.text.casefold() in FIRST_PERSON and statement.within is None)


def _open(statement: Statement) -> bool:
    """Does the document put its content forward, or deny it, ask for it, promise it?"""
    cued = statement.cued
    if cued:
        return cued.act in UNASSERTED or cued.polarity == "negative"
    words = statement.cue.text.casefold().split() if statement.cue else []
    return any(word.startswith(_OPENING) for word in words)


class Held:
    """Which of some stretches, that may overlap, hold an offset."""

    def __init__(self, spans: Iterable[tuple[Span, str]]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span, _ in self._spans]
        # The furthest end so far: before it, a stretch may still hold what lies behind its start.
        self._ends: list[int] = []
        for span, _ in self._spans:
            self._ends.append(max(span.end, self._ends[-1] if self._ends else 0))

    def at(self, offset: int) -> str | None:
        """The name of the last stretch that holds `offset`; None where none does."""
        number = bisect_right(self._starts, offset) - 1
        while number >= 0 and self._ends[number] > offset:
            span, name = self._spans[number]
            if span.end > offset:
                return name
            number -= 1
        return None


def _has_words(tokens: Iterable[Token]) -> bool:
    return any(token.text[:1].isalpha() for token in tokens)


def _sentence(
    tokens: tuple[Token, ...],
    first: int,
    contents: Held,
    carriers: Held,
    unasserted: Held,
    about: frozenset[int],
) -> Sentence:
    span = Span(tokens[0].start, tokens[-1].end)
    names, own, beside = [], [], 0
    for number, token in enumerate(tokens, first):
        name = contents.at(token.start)
        if name is not None:
            names.append(name)
        elif token.pos != "PUNCT":
            if unasserted.at(token.start) is None:
                own.append(number)
            if token.pos in SAYS_SOMETHING and carriers.at(token.start) is None:
                beside += 1
    if not names:
        carried = any(carriers.at(token.start) is not None for token in tokens)
        voice: Voice = "passed_on" if carried and beside < FEWEST_WORDS else "own"
    else:
        voice = "both" if beside >= FEWEST_WORDS else "passed_on"
    return Sentence(
        span,
        tokens[0].block,
        voice,
        tuple(dict.fromkeys(names)),
        tuple(own),
        about.intersection(own),
    )
