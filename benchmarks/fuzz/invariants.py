"""What holds for everything that comes of an input, however broken it is."""

from __future__ import annotations

import pickle
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import get_args

from quoth.errors import UnreadableInput
from quoth.records import BlockKind, Document, Found, Metadata, Place

PLACES = 300
"""So many places of a document are worked out."""
DATE = re.compile(r"\d{4}(-\d\d(-\d\d([T ]\d\d:\d\d.*)?)?)?")


def wrong_with(item: object) -> Iterator[str]:
    """In words, each with nothing that differs from input to input, what does not hold."""
    if isinstance(item, UnreadableInput):
        yield from _failure(item)
    elif isinstance(item, Document):
        yield from _document(item)
    else:
        yield f"{type(item).__name__} is no document and no failure"
        return
    if pickle.loads(pickle.dumps(item, 5)) != item and isinstance(item, Document):
        yield "the document is another one when pickled"


def _failure(failure: UnreadableInput) -> Iterator[str]:
    if not failure.reason.strip() or len(str(failure).splitlines()) != 1:
        yield f"a failure is not one line: {failure.reason.splitlines()[:1]}"
    if not _is_text(str(failure)):
        yield "a failure has half a surrogate pair"
    if "its parser failed" in failure.reason or "its parser ended" in failure.reason:
        yield f"a parser failed: {failure.reason}"


def _document(document: Document) -> Iterator[str]:
    text, blocks = document.text, document.blocks
    if len(document.name.splitlines()) != 1 or not _is_text(document.name):
        yield "a name is not one line of text"
    if not _is_text(text):
        yield "the text has half a surrogate pair"
    if any(block.kind not in get_args(BlockKind) for block in blocks):
        yield "a block has no kind"
    if any(not block.spans for block in blocks):
        yield "a block has no span"
    spans = [span for block in blocks for span in block.spans]
    if any(not 0 <= span.start < span.end <= len(text) for span in spans):
        yield "a span is empty or outside the text"
    elif any(not text[span.start : span.end].strip() for span in spans):
        yield "a span holds only white space"
    # Columns that stand side by side in a text are read one after the other: not in its order.
    if any(a.end > b.start for a, b in pairwise(sorted(spans))):
        yield "spans overlap"
    for reference in document.references:
        if not 0 <= reference.span.start <= reference.span.end <= len(text):
            yield "a reference is outside the text"
        if not 0 <= reference.block < len(blocks):
            yield "a reference leads to no block"
    yield from _places(document)
    yield from _metadata(document.metadata)


def _places(document: Document) -> Iterator[str]:
    spans = [(span, n) for n, block in enumerate(document.blocks) for span in block.spans]
    for span, number in spans[:: len(spans) // PLACES + 1]:
        place = document.layout.place(span, number)
        if not isinstance(place, Place) or place.block != number:
            yield "a span has no place"
        elif not _is_text(f"{place.element}{place.fragment}{place.part}"):
            yield "a place has half a surrogate pair"


def _metadata(metadata: Metadata) -> Iterator[str]:
    one = (getattr(metadata, name) for name in Metadata.__slots__)
    several = (each if isinstance(each, tuple) else (each,) for each in one)
    for found in (found for each in several for found in each if isinstance(found, Found)):
        if not found.value.strip() or len(found.value.splitlines()) != 1:
            yield f"metadata from {found.where} is not one line"
        if not _is_text(found.value):
            yield f"metadata from {found.where} has half a surrogate pair"
    for date in (metadata.published, metadata.modified):
        if date and not DATE.fullmatch(date.value):
            yield f"a date from {date.where} is none"


def _is_text(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
