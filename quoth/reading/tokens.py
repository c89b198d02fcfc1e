"""Blocks to words: what the encoder sees, each word with its place in the document's text.

Letter case, the space before a word and quotation marks are features beside the word pieces, so
straight, curly, angled and missing marks differ as little as their meaning does. Words are made
one at a time: a text of any length costs the memory of one window.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from quoth.documents.hyphens import (
    HYPHENS,
    LIGATURES,
    LINE_HYPHEN,
    SPACE,
    divided,
    drop_cap,
    onward,
    stays,
)
from quoth.records import UNREAD, Block, Document, Span

# A run of letters and digits (combining marks, soft hyphens and joiners belong to it), a doubled
# single mark that stands for a quotation mark, or one other visible character.
WORD = re.compile(
    r"[^\W_](?:[^\W_]|[\u0300-\u036f\u200b-\u200d\u2060]|\u00ad(?=\w))*|''|``|[^\w\s\u00ad\u200b-\u200d\u2060]|_"
)
INVISIBLE = re.compile(r"[\u00ad\u200b-\u200d\u2060]")

DOUBLE = frozenset('"“”„‟«»″〝〞＂') | {"''", "``"}
SINGLE = frozenset("'‘’‚‛‹›`´")
OPENING = frozenset("“„«‹‘‚") | {"``"}
CLOSING = frozenset("”»›")
REVERSED = {"“": "„", "«": "»"}
"""Opening marks that close what another one opened: „so“, »so«."""

OUTSIDE, INSIDE, OPENS, CLOSES = range(4)
"""Where a word stands to the quotation marks of its block, by a rule that may be wrong."""
QUOTE_STATES = 4

LOWER, TITLE, UPPER, OTHER_CASE, NUMBER, MARK = range(6)
SHAPES = 12
"""Six letter cases, each without and with white space before the word."""


class Word(NamedTuple):
    """One word or mark. `text` is what the encoder reads, `start` and `end` where it stands."""

    text: str
    start: int
    end: int
    block: int
    shape: int
    quote: int
    gap: Span | None = None
    """What stands inside it that is no part of the block, where a page's end divided it."""


def words(document: Document) -> Iterator[Word]:
    """Every word in reading order, of the blocks that hold sentences."""
    for number, block in enumerate(document.blocks):
        if block.kind not in UNREAD:
            yield from block_words(document.text, block, number)


def block_words(text: str, block: Block, number: int) -> Iterator[Word]:
    """The words of one block; the state of quotation marks starts anew with each block."""
    marks = _Marks()
    for raw, start, end, spaced, gap in _raw_words(text, block):
        following = text[end] if end < len(text) else " "
        kind, plain = marks.place(raw, spaced, following)
        clean = raw if raw.isascii() else _clean(raw)
        yield Word(plain or clean, start, end, number, _shape(clean, spaced), kind, gap)


def _raw_words(text: str, block: Block) -> Iterator[tuple[str, int, int, bool, Span | None]]:
    """Words with their offsets, whether a space stands before them, and what parts them.

    A word that the end of a line or a page divided is one, its parts bridged.
    """
    position = 0
    spaced = True
    for stretch, following in zip(block.spans, [*block.spans[1:], None], strict=True):
        spaced = spaced or bool(SPACE.search(text, position, stretch.start))
        position = max(position, stretch.start)
        while match := WORD.search(text, position, stretch.end):
            start, end, raw = match.start(), match.end(), match.group()
            spaced = spaced or start > position
            if stretch is block.spans[0] and start == stretch.start:
                at = drop_cap(text, start, stretch.end)
                if at and (rest := WORD.match(text, at, stretch.end)):
                    raw, end = raw + rest.group(), rest.end()
            while raw[-1].isalpha() and (at := onward(text, end, stretch.end)):
                rest = WORD.match(text, at, stretch.end)
                if rest is None:
                    break
                raw, end = raw + rest.group(), rest.end()
            gap = None
            if following and end == stretch.end - 1 and divided(text, end, following.start):
                rest = WORD.match(text, following.start, following.end)
                if rest:
                    gap = Span(end, following.start)
                    raw, end = raw + rest.group(), rest.end()
            yield raw, start, end, spaced, gap
            spaced, position = False, end
            if (
                raw in HYPHENS
                and stays(text, start)
                and (match := LINE_HYPHEN.match(text, start, stretch.end))
            ):
                position = match.end()


def _clean(raw: str) -> str:
    """A word without what is invisible in it, its ligatures taken apart."""
    return unicodedata.normalize("NFC", INVISIBLE.sub("", raw)).translate(LIGATURES)


def _shape(raw: str, spaced: bool) -> int:
    if not raw[0].isalnum():
        case = MARK
    elif raw[0].isdigit():
        case = NUMBER
    elif raw.islower():
        case = LOWER
    elif raw.isupper() and len(raw) > 1:
        case = UPPER
    elif raw[0].isupper() and (len(raw) == 1 or raw[1:].islower()):
        case = TITLE
    else:
        case = OTHER_CASE
    return 2 * case + spaced


class _Marks:
    """Follows the quotation marks of one block, word by word."""

    def __init__(self) -> None:
        self.double = self.single = False
        self.opener = ""

    def place(self, raw: str, spaced: bool, following: str) -> tuple[int, str | None]:
        """State of the word, and the plain mark that stands for it if it is a quotation mark."""
        if raw in DOUBLE:
            self.double = self._opens(raw, spaced, following)
            self.opener = raw if self.double else ""
            return (OPENS if self.double else CLOSES), '"'
        if raw in SINGLE:
            return self._single(raw, spaced, following), "'"
        return (INSIDE if self.double or self.single else OUTSIDE), None

    def _opens(self, raw: str, spaced: bool, following: str) -> bool:
        if raw in REVERSED and self.double:
            return self.opener != REVERSED[raw]  # some countries close with our opening mark
        if raw in REVERSED.values() and spaced and not self.double:
            return not following.isspace()
        if raw in OPENING or raw in CLOSING:
            return raw in OPENING
        # A straight mark between a space and a word opens, also where none has closed before.
        return not following.isspace() and (spaced or not self.double)

    def _single(self, raw: str, spaced: bool, following: str) -> int:
        """A single mark is an apostrophe unless its neighbours say otherwise."""
        if not self.single and spaced and following.isalpha():
            self.single = True
            return OPENS
        if self.single and not spaced and not following.isalnum():
            self.single = False
            return CLOSES
        return INSIDE if self.double or self.single else OUTSIDE
