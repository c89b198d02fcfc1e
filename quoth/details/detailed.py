"""A reading with its details: figures and dates, each with the statement that it stands in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from quoth.analysis import Analysis
from quoth.details.certainty import certainty
from quoth.details.cues import cued
from quoth.details.dates import dates
from quoth.details.figures import figures
from quoth.records import Date, Figure, Kind, Reading, Span, Statement

Told = TypeVar("Told", Figure, Date)


def detailed(reading: Reading, analysis: Analysis) -> Reading:
    """`reading` with all that its statements and its own voice tell."""
    times = dates(analysis)
    counts = figures(analysis, times)
    kinds = {source.id: source.kind for source in reading.sources}
    statements = tuple(
        _judged(one, kinds.get(one.source_id or ""), analysis) for one in reading.statements
    )
    return replace(
        reading,
        statements=statements,
        figures=_placed(counts, statements),
        dates=_placed(times, statements),
    )


def _placed(told: tuple[Told, ...], statements: tuple[Statement, ...]) -> tuple[Told, ...]:
    """Figures or dates, in order, with the statement that each stands in."""
    held = holders([one.span for one in told], statements)
    return tuple(replace(one, statement=holder) for one, holder in zip(told, held, strict=True))


def _judged(statement: Statement, kind: Kind | None, analysis: Analysis) -> Statement:
    """The statement with what its cue does and how sure it is; `kind` is that of its source."""
    judged = cued(statement, analysis, kind)
    sure = certainty(statement, judged, analysis)
    return replace(statement, cued=judged, certainty=sure)


def holders(spans: Sequence[Span], statements: tuple[Statement, ...]) -> Iterator[str | None]:
    """For each of `spans`, in order: the id of the innermost statement whose content holds it.

    Of two contents around one span the shorter is the inner one.
    """
    pieces = sorted(
        (piece.start, piece.end, sum(s.end - s.start for s in one.content.spans), one.id)
        for one in statements
        for piece in one.content.spans
    )
    coming = iter([*pieces, None])
    following = next(coming)
    open_: list[tuple[int, int, int, str]] = []
    for span in spans:
        while following and following[0] <= span.start:
            open_.append(following)
            following = next(coming)
        open_ = [piece for piece in open_ if piece[1] > span.start]
        around = [(length, name) for _, end, length, name in open_ if end >= span.end]
        yield min(around)[1] if around else None
