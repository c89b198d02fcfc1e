"""What a document is: its text, the blocks of it, where they stand, what it says of itself."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, Protocol

BlockKind = Literal[
    "title",
    "deck",
    "byline",
    "dateline",
    "heading",
    "paragraph",
    "quotation",
    "item",
    "caption",
    "footnote",
    "table",
]
BODY: frozenset[BlockKind] = frozenset(("heading", "paragraph", "quotation", "item"))
"""The kinds of block that an article is made of, without what stands around it."""
UNREAD: frozenset[BlockKind] = frozenset(("table",))
"""The kinds of block that are kept and not read: no sentences stand in them."""

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
    fragment: str | None = None
    """Text fragment (`#:~:text=`, WICG) that leads a browser to the stretch on its page."""
    paragraph: int | None = None
    """Number of the paragraph in an office document, from 1."""
    record: int | None = None
    """Number of the record in a table, a mailbox or an archive of web pages, from 1."""
    part: str | None = None
    """The part of a mail, an archive or a book that holds the stretch."""


class Layout(Protocol):
    """What a format knows about where characters stand; `documents` makes one for each document."""

    def place(self, span: Span, block: int) -> Place:
        """The place of `span`, which lies in one stretch of block number `block` (from 0)."""


@dataclass(frozen=True, slots=True)
class Found:
    """Something that a document says of itself, and where it says so (`json-ld`, `byline`)."""

    value: str
    where: str


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a document says of itself; None or empty where it says nothing. Never guessed."""

    outlet: Found | None = None
    title: Found | None = None
    authors: tuple[Found, ...] = ()
    published: Found | None = None
    """ISO 8601 date, as is `modified`."""
    modified: Found | None = None
    language: Found | None = None
    """BCP 47 tag."""
    address: Found | None = None
    """The canonical address of a page."""
    columns: tuple[tuple[str, str], ...] = ()
    """Names and values of the other columns of a table's row, or headers of a mail."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A mark in the text, as a note's number, and the block of the note it refers to."""

    span: Span
    block: int


@dataclass(frozen=True)
class Document:
    """One item read: its text, unchanged, its blocks in reading order, and its metadata."""

    name: str
    text: str
    blocks: tuple[Block, ...]
    layout: Layout = field(repr=False, compare=False)
    metadata: Metadata = field(default_factory=Metadata)
    references: tuple[Reference, ...] = ()
    original: bytes | None = field(default=None, repr=False, compare=False)
    """The bytes that it was read from; of a feed or an export that holds several, all of them.
    None for a record of a stream and for a text that was given as such."""

    @property
    def title(self) -> str | None:
        return self.metadata.title.value if self.metadata.title else None

    @property
    def published(self) -> str | None:
        """ISO 8601 date, or None where the document states none."""
        return self.metadata.published.value if self.metadata.published else None

    @property
    def language(self) -> str | None:
        return self.metadata.language.value if self.metadata.language else None

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
        text = self.document.text
        return GAP.join([text[span.start : span.end] for span in self.spans])

    @property
    def places(self) -> tuple[Place, ...]:
        """One place for each piece."""
        document = self.document
        return tuple(document.layout.place(s, document.block_at(s.start)) for s in self.spans)
