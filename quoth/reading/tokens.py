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

from quoth.records import UNREAD, Block, Document

# A run of letters and digits (combining marks, soft hyphens and joiners belong to it), a doubled
# single mark that stands for a quotation mark, or one other visible character.
WORD = re.compile(
    r"[^\W_](?:[^\W_]|[\u0300-\u036f\u00ad\u200b-\u200d\u2060])*|''|``|[^\w\s\u00ad\u200b-\u200d\u2060]|_"
)
LINE_HYPHEN = re.compile(r"[-\u2010\u00ad][^\S\n\r\f]*(?:\r\n|\n|\r)[^\S\n\r\f]*(?=[a-z])")
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


def words(document: Document) -> Iterator[Word]:
    """Every word in reading order, of the blocks that hold sentences."""
    for number, block in enumerate(document.blocks):
        if block.kind not in UNREAD:
            yield from block_words(document.text, block, number)


def block_words(text: str, block: Block, number: int) -> Iterator[Word]:
    """The words of one block; the state of quotation marks starts anew with each block."""
    marks = _Marks()
    for raw, start, end, spaced in _raw_words(text, block):
        following = text[end] if end < len(text) else " "
        kind, plain = marks.place(raw, spaced, following)
        clean = unicodedata.normalize("NFC", INVISIBLE.sub("", raw)) if not raw.isascii() else raw
        yield Word(plain or clean, start, end, number, _shape(clean, spaced), kind)


def _raw_words(text: str, block: Block) -> Iterator[tuple[str, int, int, bool]]:
    """Words with their offsets; a word that a line end hyphenated is one, its parts bridged."""
    for stretch in block.spans:
        spaced, position = True, stretch.start
        while match := WORD.search(text, position, stretch.end):
            start, end, raw = match.start(), match.end(), match.group()
            spaced = spaced or start > position
            while raw[-1].isalpha() and (hyphen := LINE_HYPHEN.match(text, end, stretch.end)):
                rest = WORD.match(text, hyphen.end(), stretch.end)
                if rest is None:
                    break
                raw, end = raw + rest.group(), rest.end()
            yield raw, start, end, spaced
            spaced, position = False, end


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
