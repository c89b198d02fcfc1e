"""A reading carried over to its text with pieces replaced: the same statements in other words."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import fields, is_dataclass, replace
from typing import Any

from benchmarks.replaced import Replaced
from quoth.documents.layouts import text_layout
from quoth.records import Document, Passage, Reading, Span


def carried(reading: Reading, text: Replaced) -> Reading:
    """`reading` of the text that `text` was made from, as a reading of `text`.

    An edge inside of what was replaced goes out to the edge of what stands there now.
    """
    old = reading.document
    blocks = _moved(old.blocks, text, old)
    document = replace(
        old, text=text.text, blocks=blocks, layout=text_layout(text.text), references=()
    )
    moved: Reading = _moved(reading, text, document)
    return replace(moved, document=document)


def _moved(value: Any, text: Replaced, document: Document) -> Any:
    if isinstance(value, Span):
        return Span(_at(text, value.start, False), _at(text, value.end, True))
    if isinstance(value, Passage):
        return Passage(document, _moved(value.spans, text, document))
    if isinstance(value, Document):
        return document
    if isinstance(value, tuple):
        return tuple(_moved(each, text, document) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        inside = {f.name: _moved(getattr(value, f.name), text, document) for f in fields(value)}
        return replace(value, **inside)
    return value


def _at(text: Replaced, at: int, end: bool) -> int:
    """Where a place of the original stands in the new text."""
    starts = [one.start for one in text.replacements]
    number = bisect_right(starts, at - 1 if end else at) - 1
    if number < 0:
        return at
    made, begins = text.replacements[number], text.begins[number]
    behind = begins + len(made.new)
    if at >= made.end:
        return behind + at - made.end
    return behind if end else begins
