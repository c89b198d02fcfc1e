"""Marks of italics in converted text: asterisks and underscores around words, as in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from quoth.records import Span

EMPHASIS = re.compile(
    r"(?<![\w*])(?P<star>\*{1,3})(?=[^\s*])[^*]{0,1000}?[^\s*](?P=star)(?![\w*])"
    r"|(?<![\w_])(?P<line>_{1,3})(?=[^\s_])[^_]{0,1000}?[^\s_](?P=line)(?![^\W_]|_)"
)
PAGE_MARK = re.compile(r"[\[{](?:p\.|pp\.|pg\.?|page|seite)\s?\d{1,4}[\]}]\s?", re.I)
"""The number of a page inside a sentence, as e-books have it."""


def without_marks(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """`spans` without the marks of italics inside them."""
    kept: list[Span] = []
    for span in spans:
        position = span.start
        for start, end in _marks(text, span):
            kept.append(Span(position, start))
            position = end
        kept.append(Span(position, span.end))
    return tuple(trimmed(text, kept))


def _marks(text: str, span: Span) -> Iterator[tuple[int, int]]:
    if text.find("*", span.start, span.end) < 0 and text.find("_", span.start, span.end) < 0:
        return
    for match in EMPHASIS.finditer(text, span.start, span.end):
        size = len(match["star"] or match["line"])
        yield match.start(), match.start() + size
        yield match.end() - size, match.end()


def trimmed(text: str, spans: Iterable[Span]) -> list[Span]:
    """`spans` without the white space at their ends; what is nothing but that is left out."""
    kept: list[Span] = []
    for span in spans:
        piece = text[span.start : span.end]
        start = span.start + len(piece) - len(piece.lstrip())
        if words := piece.strip():
            kept.append(Span(start, start + len(words)))
    return kept
