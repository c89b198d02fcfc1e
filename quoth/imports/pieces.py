"""Spans that formats cut at line breaks, and texts in which they replaced characters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from quoth.imports.records import Spans
from quoth.records import Span

BREAKS = "\t\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
"""Characters at which programs end a line or a column (those of `str.splitlines`, and tab)."""
REPLACED = "\N{REPLACEMENT CHARACTER}"
_BETWEEN = re.compile(f"[{BREAKS}]+")
_LINE = re.compile(f"[^{BREAKS}]+")


def cut(text: str, spans: Spans) -> Spans:
    """`spans` without the breaks in them: each stretch between two is a piece of its own."""
    return tuple(_lines(text, spans))


def joined(text: str, spans: Spans) -> Spans:
    """What `cut` gives and what it was made from as one and the same.

    Pieces with nothing but breaks between them are one piece; none begins or ends with one.
    """
    found: list[Span] = []
    for piece in _lines(text, spans):
        if found and _BETWEEN.fullmatch(text, found[-1].end, piece.start):
            found[-1] = Span(found[-1].start, piece.end)
        else:
            found.append(piece)
    return tuple(found)


def united(spans: Iterable[Span]) -> Spans:
    """`spans` in the order of the text; those that overlap are one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


def same_text(shown: str, text: str) -> bool:
    """Is `shown` the document's `text`, but for characters replaced one for one by U+FFFD?"""
    if shown == text:
        return True
    return len(shown) == len(text) and all(
        one in (other, REPLACED) for one, other in zip(shown, text, strict=True)
    )


def _lines(text: str, spans: Spans) -> Iterator[Span]:
    for span in spans:
        for line in _LINE.finditer(text, span.start, span.end):
            yield Span(*line.span())
