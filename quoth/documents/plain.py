"""Plain text: the document's text is the decoded file, unchanged."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quoth.documents.encodings import decode, is_binary
from quoth.documents.kinds import WHAT_IS_READ
from quoth.documents.layouts import text_layout
from quoth.errors import UnreadableInput
from quoth.records import Block, Document, Span

LINE = re.compile(r"[^\r\n\f]+")


def read(data: bytes, name: str) -> Document:
    """The document in a text file; raises `UnreadableInput` where the bytes are no text."""
    if is_binary(data):
        raise UnreadableInput(name, f"these bytes are not text; {WHAT_IS_READ}")
    return document(decode(data), name)


def document(text: str, name: str) -> Document:
    """The document that `text` is."""
    return Document(name, text, tuple(_lines(text)), text_layout(text))


def _lines(text: str) -> Iterator[Block]:
    for match in LINE.finditer(text):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip())
        end = match.start() + len(line.rstrip())
        if start < end:
            yield Block("paragraph", (Span(start, end),))
