"""Several readings as one document: a mail's subject and its parts, an entry's title and text."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from quoth.documents.layouts import within
from quoth.documents.roles import HEAD, shown
from quoth.records import Block, Document, Layout, Metadata, Place, Reference, Span

BETWEEN = "\n\n"
OPENING = 2000
"""A title that stands farther down, in characters, is no title there."""


@dataclass(frozen=True, slots=True)
class Joined:
    """The layouts of documents whose texts stand one after the other."""

    starts: array[int]
    layouts: tuple[Layout, ...]

    def place(self, span: Span, block: int) -> Place:
        number = bisect_right(self.starts, span.start) - 1
        start = self.starts[number]
        return self.layouts[number].place(Span(span.start - start, span.end - start), block)


@dataclass(frozen=True, slots=True)
class Outside:
    """A text that stands in no body, as a header's: its container's part is all there is to say."""

    def place(self, span: Span, block: int) -> Place:
        return Place(block)


def joined(name: str, documents: Sequence[Document], metadata: Metadata) -> Document:
    """`documents` as one, their texts parted by blank lines."""
    if len(documents) == 1:
        return replace(documents[0], name=name, metadata=metadata)
    starts, blocks, references = array("I"), list[Block](), list[Reference]()
    offset = 0
    for document in documents:
        before = len(blocks)
        starts.append(offset)
        blocks += [moved(block, offset) for block in document.blocks]
        references += [
            Reference(_moved(each.span, offset), each.block + before)
            for each in document.references
        ]
        offset += len(document.text) + len(BETWEEN)
    text = BETWEEN.join(document.text for document in documents)
    layout = Joined(starts, tuple(document.layout for document in documents))
    return Document(name, text, tuple(blocks), layout, metadata, tuple(references))


def begins_with(text: str, title: str | None) -> bool:
    """Whether a title stands at the head of `text`."""
    return bool(title) and _plain(title or "") in _plain(text[:OPENING])


def headed(document: Document, part: str) -> Document:
    """`document` with the title that its container knows as a block above it.

    Nothing is added where the document begins with that title itself. `part` is where the
    container has it.
    """
    title = document.title
    head = document.blocks[:HEAD]
    same = next(
        (b for b in head if title and _plain(shown(document.text, b)) == _plain(title)), None
    )
    blocks = tuple(
        Block("title", block.spans)
        if block is same
        else (Block("heading", block.spans) if block.kind == "title" and title else block)
        for block in document.blocks
    )
    document = replace(document, blocks=blocks)
    if not title or same:
        return document
    above = Document(
        "", title, (Block("title", (Span(0, len(title)),)),), within(Outside(), None, part)
    )
    return joined(
        document.name, (above, document) if document.text else (above,), document.metadata
    )


def moved(block: Block, by: int) -> Block:
    """`block`, so many characters further on."""
    return Block(block.kind, tuple(_moved(span, by) for span in block.spans))


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold()
