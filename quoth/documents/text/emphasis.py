"""Marks in converted text that are no words: asterisks and underscores around italics, as in
Markdown, and the numbers of pages that e-books have inside sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from quoth.records import Span

MARKS = re.compile(
    r"(?P<page>[\[{](?:[Pp]p?\.|[Pp]g\.?|[Pp]age)\s?\d{1,4}[\]}]\s?)|"
    r"(?<![\w*])(?P<star>\*{1,3})(?=[^\s*])[^*]{0,1000}?[^\s*](?P=star)(?![\w*])"
    r"|(?<![\w_])(?P<line>_{1,3})(?=[^\s_])[^_]{0,1000}?[^\s_](?P=line)(?![^\W_]|_)"
)


def without_marks(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """`spans` without such marks inside them."""
    kept: list[Span] = []
    for span in spans:
        position = span.start
        for start, end in _marks(text, span):
            kept.append(Span(position, start))
            position = end
        kept.append(Span(position, span.end))
    return tuple(trimmed(text, kept))


def _marks(text: str, span: Span) -> Iterator[tuple[int, int]]:
    if all(text.find(mark, span.start, span.end) < 0 for mark in "*_[{"):
        return
    for match in MARKS.finditer(text, span.start, span.end):
        if match["page"]:
            yield match.span()
            continue
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
