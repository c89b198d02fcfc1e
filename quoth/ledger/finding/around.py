"""What was found as it stands in its document, with the words before and after it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from quoth.ledger.finding.records import Hit
from quoth.ledger.store import Store
from quoth.records import Span

AROUND = 140
"""Characters that are shown on each side of a statement, at most."""
MOST = 900
"""Characters of a statement that are shown in all; of a longer one the beginning."""

_SPANS = """
SELECT p.start, p."end" FROM statement_spans p
WHERE p.statement = ? AND p.part = 'content' ORDER BY p.piece"""
_BLOCK = """
SELECT b.spans ->> '$[0][0]', b.spans ->> '$[#-1][1]' FROM blocks b
WHERE b.document = ? AND b.number = ?"""
_TEXT = "SELECT substr(text, ?2 + 1, ?3 - ?2) FROM documents WHERE id = ?1"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text."""

    text: str
    said: bool
    """Does it belong to the statement?"""
    found: bool
    """Is it what was asked for?"""


def in_context(store: Store, hit: Hit) -> tuple[Piece, ...]:
    """The block about a statement, as far as it is near; empty where the statement has gone."""
    content = [Span(*row) for row in store.rows(_SPANS, (hit.number,))]
    block = store.row(_BLOCK, (hit.document, hit.place.block))
    if not content or not block:
        return ()
    low, high = content[0].start, min(content[-1].end, content[0].start + MOST)
    start, end = max(low - AROUND, min(block[0], low)), min(high + AROUND, max(block[1], high))
    text: str | None = store.value(_TEXT, (hit.document, start, end))
    if text is None:
        return ()
    if start > block[0]:  # not in the middle of a word
        start, text = _from_word(text, start, low)
    if end < block[1] and " " in text[high - start :]:
        text = text[: text.rindex(" ")]
    return tuple(_pieces(text, _moved(content, start), _moved(_where(hit.found, content), start)))


def _from_word(text: str, start: int, low: int) -> tuple[int, str]:
    space = text.find(" ", 0, low - start) + 1
    return start + space, text[space:]


def _where(found: Iterable[Span], content: Iterable[Span]) -> Iterator[Span]:
    """Stretches of the content, whose pieces are joined by ` … `, as the document has them."""
    at = 0
    for piece in content:
        length = piece.end - piece.start
        for span in found:
            first, last = max(span.start, at), min(span.end, at + length)
            if first < last:
                yield Span(piece.start + first - at, piece.start + last - at)
        at += length + len(" … ")


def _moved(spans: Iterable[Span], start: int) -> list[Span]:
    return [Span(span.start - start, span.end - start) for span in spans]


def _pieces(text: str, said: list[Span], found: list[Span]) -> Iterator[Piece]:
    ends = {0, len(text)}
    for span in (*said, *found):
        ends |= {at for at in (span.start, span.end) if 0 < at < len(text)}
    edges = sorted(ends)
    for first, last in pairwise(edges):
        yield Piece(text[first:last], _in(first, said), _in(first, found))


def _in(at: int, spans: Iterable[Span]) -> bool:
    return any(span.start <= at < span.end for span in spans)
