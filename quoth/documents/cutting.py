"""Stretches of a text that are left out, without moving what stays."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from quoth.records import Block, Span

INK = re.compile(r"\S")


def merged(spans: Iterable[Span]) -> list[Span]:
    """`spans` in their order, those that touch made one."""
    result: list[Span] = []
    for span in sorted(spans):
        if result and span.start <= result[-1].end:
            result[-1] = Span(result[-1].start, max(span.end, result[-1].end))
        else:
            result.append(span)
    return result


def blanked(text: str, spans: Sequence[Span]) -> str:
    """`text` with blanks for what lies in `spans`: every offset stays in its place."""
    pieces, at = [], 0
    for span in spans:
        pieces += [text[at : span.start], INK.sub(" ", text[span.start : span.end])]
        at = span.end
    return "".join([*pieces, text[at:]])


def without(text: str, blocks: Iterable[Block], spans: Sequence[Span]) -> Iterator[Block]:
    """`blocks` without what lies in `spans`, which are merged."""
    ends = [span.end for span in spans]
    for block in blocks:
        kept: list[Span] = []
        for span in block.spans:
            start = span.start
            number = bisect_right(ends, start)
            while number < len(spans) and spans[number].start < span.end:
                kept.append(Span(start, spans[number].start))
                start = spans[number].end
                number += 1
            kept.append(Span(start, span.end))
        stretches = tuple(
            trimmed(text, span)
            for span in kept
            if span.start < span.end and text[span.start : span.end].strip()
        )
        if stretches:
            yield Block(block.kind, stretches)


def trimmed(text: str, span: Span) -> Span:
    """`span` without the white space at its ends."""
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, span.start + len(words.rstrip()))
