"""Whose words a document is made of: its own voice, and what it passes on."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from quoth.records import UNREAD, Act, Form, Kind, Reading, Span

Label = TypeVar("Label", bound=str)


@dataclass(frozen=True, slots=True)
class Leaning:
    """What a document leans on, in numbers.

    `acts` counts statements that have a cue. `reasons` counts the unnamed sources of which the
    text says why; `unsourced` the statements that have no source.
    `passed_on` is the share of the text that is somebody else's word, None where there is no text.
    """

    statements: int
    forms: dict[Form, int]
    acts: dict[Act, int]
    named: int
    unnamed: int
    reasons: int
    kinds: dict[Kind, int]
    """Sources by kind, as all counts the most frequent first."""
    unsourced: int
    passed_on: float | None


def leaning(reading: Reading) -> Leaning:
    """Sum up what the document of `reading` leans on."""
    statements, sources = reading.statements, reading.sources
    unnamed = [source for source in sources if not source.named]
    own = own_share(reading)
    return Leaning(
        statements=len(statements),
        forms=_counted(statement.form for statement in statements),
        acts=_counted(statement.cued.act for statement in statements if statement.cued),
        named=len(sources) - len(unnamed),
        unnamed=len(unnamed),
        reasons=sum(source.reason is not None for source in unnamed),
        kinds=_counted(source.kind for source in sources),
        unsourced=sum(statement.source is None for statement in statements),
        passed_on=None if own is None else 1 - own,
    )


def _counted(labels: Iterable[Label]) -> dict[Label, int]:
    return dict(Counter(labels).most_common())


def own_voice(reading: Reading) -> tuple[Span, ...]:
    """The stretches of the blocks that are no statement's content, in the order of the text.

    White space at their ends is left out; sources and cues are the document's own voice.
    """
    text = reading.document.text
    passed_on = united(span for s in reading.statements for span in s.content.spans)
    rest = (piece for stretch in stretches(reading) for piece in without(stretch, passed_on))
    return tuple(span for span in (_trimmed(text, piece) for piece in rest) if span)


def own_share(reading: Reading) -> float | None:
    """Share of the blocks' non-space characters in the document's own voice; None without any."""
    text = reading.document.text
    total = weight(text, stretches(reading))
    return weight(text, own_voice(reading)) / total if total else None


def stretches(reading: Reading) -> list[Span]:
    return united(
        span
        for block in reading.document.blocks
        if block.kind not in UNREAD
        for span in block.spans
    )


def united(spans: Iterable[Span]) -> list[Span]:
    """`spans` in the order of the text, those that overlap made into one."""
    united: list[Span] = []
    for span in sorted(spans):
        if united and span.start < united[-1].end:
            united[-1] = Span(united[-1].start, max(united[-1].end, span.end))
        else:
            united.append(span)
    return united


def without(stretch: Span, taken: list[Span]) -> Iterable[Span]:
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


def weight(text: str, spans: Iterable[Span]) -> int:
    """Number of characters in `spans` that are not white space."""
    return sum(len("".join(text[span.start : span.end].split())) for span in spans)
