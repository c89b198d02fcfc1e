"""From characters as a page shows them back to the characters of a document's text."""

from __future__ import annotations

from collections.abc import Iterator

from quoth.export.characters import visible
from quoth.records import Document, Span


def spans_shown(document: Document, block: int, start: int, end: int) -> tuple[Span, ...]:
    """What is shown as characters `start` to `end` (Unicode code points) of a block.

    One span for each stretch of the text that has a part in it, without white space around it; none
    where nothing else is there. A page leaves out what would turn its text about, and has a space
    between two stretches.
    """
    places = list(_places(document, block))[start:end]
    found = []
    for number in sorted({stretch for stretch, _ in places}):
        offsets = [at for stretch, at in places if stretch == number and at >= 0]
        while offsets and document.text[offsets[0]].isspace():
            offsets.pop(0)
        while offsets and document.text[offsets[-1]].isspace():
            offsets.pop()
        if offsets:
            found.append(Span(offsets[0], offsets[-1] + 1))
    return tuple(found)


def _places(document: Document, block: int) -> Iterator[tuple[int, int]]:
    """For each character that is shown, its stretch and its place in the text, or -1."""
    for number, span in enumerate(document.blocks[block].spans):
        if number:
            yield number, -1
        for at in range(span.start, span.end):
            is_break = document.text.startswith("\r\n", at, span.end)
            if not is_break and visible(document.text[at]):
                yield number, at
