"""The corrected reading, once all is said: what stands in what, in the order of the text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from quoth.ledger.corrections.draft import Draft
from quoth.ledger.corrections.overlap import MOSTLY, length, shared
from quoth.passages import spans_of
from quoth.records import Date, Figure, Reading, Source, Statement

Told = TypeVar("Told", Figure, Date)


def settled(reading: Reading, draft: Draft) -> Reading:
    """`reading` as corrections leave it."""
    for key in draft.verdicts:
        draft.statements[key] = replace(draft.statements[key], confidence=1.0)
    _move_up(draft)
    _nest(draft)
    statements = _ordered(draft)
    moved = bool(draft.moved or draft.rejected)
    return replace(
        reading,
        statements=statements,
        sources=_sources(reading, draft),
        figures=_placed(reading.figures, statements) if moved else reading.figures,
        dates=_placed(reading.dates, statements) if moved else reading.dates,
    )


def _move_up(draft: Draft) -> None:
    """What stood in rejected statements stands in what those stood in."""
    if draft.rejected:
        for one in list(draft.statements.values()):
            within = one.within
            while within in draft.rejected:
                within = draft.rejected[within].within
            if within != one.within:
                draft.statements[one.id] = replace(one, within=within)


def _nest(draft: Draft) -> None:
    """Put what has moved into what holds it now, and into it what it holds now."""
    statements = draft.statements
    inside: dict[str | None, list[str]] = defaultdict(list)
    for one in statements.values() if draft.moved else ():
        inside[one.within].append(one.id)
    changed = (statements[key] for key in draft.moved)
    for key in [s.id for s in sorted(changed, key=lambda s: (-length(s.content.spans), s.id))]:
        left = [each for each in inside[key] if not _holds(statements[key], statements[each])]
        for each in (key, *left):
            _put_inside(draft, each, _holder(draft, statements[each]))
        for one in list(draft.near(statements[key].content.spans)):
            outer = statements[one.within] if one.within else None
            nearer = outer is None or _shorter(statements[key], outer)
            if nearer and _holds(statements[key], one):
                _put_inside(draft, one.id, key)


def _put_inside(draft: Draft, key: str, within: str | None) -> None:
    """Have a statement stand in another, but for one that stands in it."""
    at = within
    while at is not None and at != key:
        at = draft.statements[at].within
    if at is None and draft.statements[key].within != within:
        draft.statements[key] = replace(draft.statements[key], within=within)


def _holder(draft: Draft, statement: Statement) -> str | None:
    """Key of the smallest content that holds a statement, cue and all."""
    holders = [one for one in draft.near(statement.content.spans) if _holds(one, statement)]
    best = min(holders, key=lambda one: (length(one.content.spans), one.id), default=None)
    return best.id if best else None


def _holds(outer: Statement, inner: Statement) -> bool:
    """Only the longer content can hold the other: so none stands in itself by a round about way."""
    cue = spans_of(inner.cue)
    return (
        _shorter(inner, outer)
        and shared(cue, outer.content.spans) == length(cue)
        and shared(inner.content.spans, outer.content.spans) >= MOSTLY * length(inner.content.spans)
    )


def _shorter(one: Statement, other: Statement) -> bool:
    return length(one.content.spans) < length(other.content.spans)


def _ordered(draft: Draft) -> tuple[Statement, ...]:
    """By where contents begin, each behind what it stands in; else in the order they had."""
    if not draft.moved:
        return tuple(draft.statements.values())

    def depth(one: Statement) -> int:
        found = 0
        while one.within is not None:
            one, found = draft.statements[one.within], found + 1
        return found

    return tuple(
        sorted(draft.statements.values(), key=lambda one: (one.content.spans[0].start, depth(one)))
    )


def _sources(reading: Reading, draft: Draft) -> tuple[Source, ...]:
    """By their first mention; without those to whom nothing is laid any more."""
    said = {one.source_id for one in draft.statements.values()}
    before = {one.source_id for one in reading.statements}
    known = {source.id for source in reading.sources}
    kept = [
        source
        for key, source in draft.sources.items()
        if key in said or (key in known and key not in before)
    ]
    if tuple(kept) == reading.sources:
        return reading.sources
    far = len(reading.document.text)
    places = {s.id: s.mentions[0].spans[0].start if s.mentions else far for s in kept}
    return tuple(sorted(kept, key=lambda source: places[source.id]))


def _placed(told: tuple[Told, ...], statements: Sequence[Statement]) -> tuple[Told, ...]:
    """Figures or dates, each with the innermost statement that it stands in."""
    from quoth.details.detailed import holders

    order = sorted(range(len(told)), key=lambda number: told[number].span)
    found = holders([told[number].span for number in order], tuple(statements))
    of = dict(zip(order, found, strict=True))
    return tuple(
        one if one.statement == of[number] else replace(one, statement=of[number])
        for number, one in enumerate(told)
    )
