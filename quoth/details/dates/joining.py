"""Neighbouring expressions that are one: *5 p.m. EST, Nov. 9*, *Friday evening*."""

from __future__ import annotations

from quoth.details.dates.finding import Found

TIMES = frozenset(("clock", "part"))
DAYS = frozenset(("day", "day_name", "day_word", "iso", "numeric", "feast", "day_focus"))
LINKS = frozenset(((), (",",), ("on",), ("at",), (",", "at"), ("in", "the"), ("of",), (",", "on")))


def joined(found: list[Found]) -> list[Found]:
    """The expressions, with those made one that say a time and its day, or a day twice."""
    made: list[Found] = []
    for one in found:
        before = made[-1] if made else None
        if before is not None and (both := _both(before, one)):
            made[-1] = both
        else:
            made.append(one)
    return made


def _both(first: Found, second: Found) -> Found | None:
    gap = range(first.words.stop, second.words.start)
    if len(gap) > 2 or first.tokens[first.words.start].block != first.tokens[second.words.start].block:
        return None
    if tuple(first.tokens[n].text.lower() for n in gap) not in LINKS:
        return None
    words = range(first.words.start, second.words.stop)
    if first.kind in TIMES and second.kind in DAYS and not first.inner:
        return Found("moment", "always", words, {}, first.tokens, (first, second))
    if first.kind in DAYS and second.kind in TIMES and not first.inner and "rel" not in second.parts:
        return Found("moment", "always", words, {}, first.tokens, (second, first))
    if first.kind == "day_name" and second.kind in {"day", "iso", "numeric"} and not first.inner:
        return Found("day", "always", words, {}, first.tokens, (first, second))
    return None
