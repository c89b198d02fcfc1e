"""Whose words a document is made of: its own voice, and what it passes on."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from quoth.records import UNREAD, Form, Reading, Span


@dataclass(frozen=True, slots=True)
class Leaning:
    """What a document leans on, in numbers.

    `ways` counts the different texts that name a source, letter case aside; one person named in
    two ways counts twice. `unsourced` counts the statements that name no source.
    `passed_on` is the share of the text that is somebody else's word, None where there is no text.
    """

    statements: int
    forms: dict[Form, int]
    ways: int
    unsourced: int
    passed_on: float | None


def leaning(reading: Reading) -> Leaning:
    """Sum up what the document of `reading` leans on."""
    named = [" ".join(s.source.text.casefold().split()) for s in reading.statements if s.source]
    own = own_share(reading)
    return Leaning(
        statements=len(reading.statements),
        forms=dict(Counter(statement.form for statement in reading.statements)),
        ways=len(set(named)),
        unsourced=len(reading.statements) - len(named),
        passed_on=None if own is None else 1 - own,
    )


def own_voice(reading: Reading) -> tuple[Span, ...]:
    """The stretches of the blocks that are no statement's content, in the order of the text.

    White space at their ends is left out; sources and cues are the document's own voice.
    """
    text = reading.document.text
    passed_on = _united(span for s in reading.statements for span in s.content.spans)
    rest = (piece for stretch in _stretches(reading) for piece in _without(stretch, passed_on))
    return tuple(span for span in (_trimmed(text, piece) for piece in rest) if span)


def own_share(reading: Reading) -> float | None:
    """Share of the blocks' non-space characters in the document's own voice; None without any."""
    text = reading.document.text
    total = _weight(text, _stretches(reading))
    return _weight(text, own_voice(reading)) / total if total else None


def _stretches(reading: Reading) -> list[Span]:
    return _united(
        span
        for block in reading.document.blocks
        if block.kind not in UNREAD
        for span in block.spans
    )


def _united(spans: Iterable[Span]) -> list[Span]:
    """`spans` in the order of the text, those that overlap made into one."""
    united: list[Span] = []
    for span in sorted(spans):
        if united and span.start < united[-1].end:
            united[-1] = Span(united[-1].start, max(united[-1].end, span.end))
        else:
            united.append(span)
    return united


def _without(stretch: Span, taken: list[Span]) -> Iterable[Span]:
    """What is left of `stretch` outside `taken`, which is in order and does not overlap."""
    position = stretch.start
    first = bisect_right(taken, position, key=lambda span: span.end)
    for number in range(first, len(taken)):
        if taken[number].start >= stretch.end:
            break
        if taken[number].start > position:
            yield Span(position, taken[number].start)
        position = taken[number].end
    if position < stretch.end:
        yield Span(position, stretch.end)


def _trimmed(text: str, span: Span) -> Span | None:
    piece = text[span.start : span.end]
    start = span.start + len(piece) - len(piece.lstrip())
    end = start + len(piece.strip())
    return Span(start, end) if start < end else None


def _weight(text: str, spans: Iterable[Span]) -> int:
    """Number of characters in `spans` that are not white space."""
    return sum(len("".join(text[span.start : span.end].split())) for span in spans)
