"""Where two states of a document differ: what has to be shown anew, and no more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from quoth.ledger.corrections.applying import Corrected
from quoth.passages import spans_of
from quoth.records import Source, Statement


@dataclass(frozen=True, slots=True)
class Touched:
    """What differs between two states of one document."""

    statements: frozenset[str]
    """Keys of those that are there in one state only, or differ."""
    sources: frozenset[str]
    """Keys likewise; also of those that people call otherwise. Mentions that came or went alone are
    no difference, or a statement that changes hands would touch all of both sources."""
    blocks: tuple[int, ...]
    """Numbers of the blocks with words of these statements, of what these sources answer for, of
    what is nested in either, and of what these statements stand in, in order."""


def touched(before: Corrected, after: Corrected) -> Touched:
    """What differs between `before` and `after`, which are of one document."""
    if before is after:
        return Touched(frozenset(), frozenset(), ())
    statements = _differing_statements(before, after)
    sources = _differing(_sources(before), _sources(after))
    numbers: set[int] = set()
    for corrected in (before, after):
        numbers.update(_blocks(corrected, _with_kin(corrected, statements, sources)))
    return Touched(statements, sources, tuple(sorted(numbers)))


def _differing_statements(before: Corrected, after: Corrected) -> frozenset[str]:
    """Most are the very same, in the same order: of thousands a correction changes one."""
    judged = {key for key, _ in before.verdicts.items() ^ after.verdicts.items()}
    ones, others = (
        {s.id: s for s in corrected.reading.statements} for corrected in (before, after)
    )
    gone_or_come = ones.keys() ^ others.keys()
    differ = {
        key
        for key, one in ones.items()
        if (other := others.get(key, one)) is not one and other != one
    }
    return frozenset(judged | gone_or_come | differ)


def _sources(corrected: Corrected) -> dict[str, tuple[object, ...]]:
    return {s.id: (*_looks(s), corrected.names.get(s.id)) for s in corrected.reading.sources}


def _looks(source: Source) -> tuple[object, ...]:
    """What a source is known by."""
    known = (source.kind, source.named, source.role, source.affiliation, source.reason)
    return (*known, source.name, source.descriptions)


def _differing(ones: Mapping[str, object], others: Mapping[str, object]) -> frozenset[str]:
    keys = ones.keys() | others.keys()
    return frozenset(key for key in keys if ones.get(key) != others.get(key))


def _with_kin(
    corrected: Corrected, statements: frozenset[str], sources: frozenset[str]
) -> Iterator[Statement]:
    """Those that are asked for by key or by their source, what stands in them, and they in."""
    inside: dict[str | None, list[Statement]] = {}
    for one in corrected.reading.statements:
        inside.setdefault(one.within, []).append(one)
    asked = [
        one
        for one in corrected.reading.statements
        if one.id in statements or one.source_id in sources
    ]
    outer = {one.within for one in asked if one.id in statements}
    yield from (one for one in corrected.reading.statements if one.id in outer)
    done: set[str] = set()
    while asked:
        one = asked.pop()
        if one.id not in done:
            done.add(one.id)
            asked += inside.get(one.id, ())
            yield one


def _blocks(corrected: Corrected, statements: Iterable[Statement]) -> Iterator[int]:
    block_at = corrected.reading.document.block_at
    for one in statements:
        for passage in (one.content, one.source, one.cue, one.cited):
            for span in spans_of(passage):
                yield from range(block_at(span.start), block_at(span.end - 1) + 1)
