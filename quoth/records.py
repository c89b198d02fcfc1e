"""The records that pass through the program: small, typed, frozen.

Offsets are in characters (Unicode code points) of `Document.text`, which is never changed.
Behaviour lives in the folders named after what they do; nothing here imports from them.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, Protocol

BlockKind = Literal[
    "title",
    "byline",
    "dateline",
    "heading",
    "paragraph",
    "quotation",
    "item",
    "caption",
    "footnote",
]
Form = Literal["direct", "indirect", "mixed"]

GAP = " … "
"""What joins the pieces of a span in several pieces when they are shown as one text."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """`[start, end)` in characters of a document's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """A structural piece of a document.

    `spans` are the stretches of the document's text it is made of, in reading order: a paragraph
    that a page break cut in two has two. Line breaks inside a stretch are white space; a hyphen
    that a line end put inside a word stays in the text and is bridged when words are found.
    """

    kind: BlockKind
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where one stretch of text stands in the original; what does not apply is None or empty."""

    block: int
    line: int | None = None
    column: int | None = None
    page: int | None = None
    boxes: tuple[tuple[float, float, float, float], ...] = ()
    """Left, bottom, right, top in PDF points from the lower left corner, one for each line."""
    element: str | None = None
    """CSS path of the element that holds the start of the stretch."""


class Layout(Protocol):
    """What a format knows about where characters stand; `documents` makes one for each document."""

    def place(self, span: Span, block: int) -> Place:
        """The place of `span`, which lies in one stretch of block number `block` (from 0)."""


@dataclass(frozen=True)
class Document:
    """One item read: its text, unchanged, its blocks in reading order, and its metadata."""

    name: str
    text: str
    blocks: tuple[Block, ...]
    layout: Layout = field(repr=False, compare=False)
    title: str | None = None
    published: str | None = None
    """ISO 8601 date, or None where the document states none."""
    language: str | None = None

    @cached_property
    def _stretches(self) -> tuple[list[int], list[int]]:
        """Starts of all stretches in the order of the text, and the block each belongs to."""
        pairs = sorted((s.start, n) for n, block in enumerate(self.blocks) for s in block.spans)
        return [start for start, _ in pairs], [n for _, n in pairs]

    def block_at(self, offset: int) -> int:
        """Number of the block that holds `offset`, or the one before it where none does."""
        starts, numbers = self._stretches
        return numbers[max(bisect_right(starts, offset) - 1, 0)]


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a document, in one piece or several, in reading order."""

    document: Document = field(repr=False, compare=False)
    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        """The words as they stand, pieces joined by ` … `."""
        return GAP.join(self.document.text[span.start : span.end] for span in self.spans)

    @property
    def places(self) -> tuple[Place, ...]:
        """One place for each piece."""
        document = self.document
        return tuple(document.layout.place(s, document.block_at(s.start)) for s in self.spans)


@dataclass(frozen=True, slots=True)
class Statement:
    """Content that somebody is made to answer for.

    `source` and `cue` are None where the text has none. `confidence` runs from 0 to 1.
    """

    id: str
    source: Passage | None
    cue: Passage | None
    content: Passage
    form: Form
    within: str | None
    """Id of the statement in whose content this one lies."""
    confidence: float


@dataclass(frozen=True, slots=True)
class Reading:
    """The result for one document."""

    document: Document
    statements: tuple[Statement, ...]
    model: str
    """Name and version of the model that made it."""
