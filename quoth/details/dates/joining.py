"""Neighbouring expressions that are one: *5 p.m. EST, Nov. 9*, *Friday evening*."""

from __future__ import annotations

from quoth.details.dates.finding import Found

TIMES = frozenset(("clock", "part"))
DAYS = frozenset(("day", "day_name", "day_word", "iso", "numeric", "feast", "day_focus"))
SAME_DAY = frozenset(("day", "iso", "numeric"))
TIME_THEN_DAY = frozenset(((), (",",), ("on",), (",", "on")))
DAY_THEN_TIME = frozenset(((), (",",), ("at",), (",", "at")))
TOUCHING = frozenset(((),))


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
    tokens = first.tokens
    gap = tuple(tokens[n].text.lower() for n in range(first.words.stop, second.words.start)[:3])
    if tokens[first.words.start].block != tokens[second.words.start].block or first.inner:
        return None
    words = range(first.words.start, second.words.stop)
    if first.kind in TIMES and second.kind in DAYS and "rel" not in first.parts:
        if gap in (TOUCHING if first.kind == "part" else TIME_THEN_DAY):
            return Found("moment", "always", words, {}, tokens, (first, second))
    elif first.kind in DAYS and second.kind in TIMES and "rel" not in second.parts:
        if gap in (TOUCHING if second.kind == "part" else DAY_THEN_TIME):
            return Found("moment", "always", words, {}, tokens, (second, first))
    elif first.kind == "day_name" and second.kind in SAME_DAY and gap in {(), (",",)}:
        return Found("day", "always", words, {}, tokens, (first, second))
    return None
