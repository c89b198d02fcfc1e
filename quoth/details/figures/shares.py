"""Half, a third, two wells out of five: parts of a whole, and what only looks like them."""

from __future__ import annotations

from quoth.details.figures.amount import Amount, Conventions
from quoth.details.figures.measures import HYPHENS, Measure
from quoth.details.figures.nouns import noun_follows
from quoth.details.figures.numbers import Number, number
from quoth.details.figures.words import Line, among
from quoth.records import Bound

ORDINAL = among("third fourth fifth sixth seventh eighth ninth tenth quarter hundredth")


TAKEN = frozenset(("of", "the", "that", "this", "his", "her", "their", "its", "our", "my", "as"))


def is_share(
    line: Line, start: int, found: Number, measured: Measure | None, bound: Bound | None
) -> bool:
    """Whether half, a third, a quarter is a part, not an ordinal, a school term or a coin."""
    if measured and measured.kind in ("time", "measure"):
        return True
    end, last = found.end, line.low(found.end - 1)
    before, behind = line.low(start - 1), line.at(end)
    if behind.text in HYPHENS and not behind.spaced:
        return False
    if last == "half":
        if before in ("first", "second", "latter", "better", "last", "early", "late", "top"):
            return False
        if before in ("in", "past") or behind.low in ("past", "time", "way", "hearted", "brother"):
            return False
        return behind.low in (*TAKEN, "a") or bool(bound) or not noun_follows(line, end)
    if last in ORDINAL and line.low(end - 2) in ("a", "one", "another"):
        if last == "quarter":
            return behind.low in TAKEN or bool(bound) or not noun_follows(line, end)
        return behind.low == "of" or bool(bound) or before in ("by", "than")
    if last == "quarter":
        other = before == "another" and not noun_follows(line, end)
        return other or behind.low == "of"
    return last not in ORDINAL or line.low(end - 2) in "-‐‑"


def out_of(line: Line, found: Number, conventions: Conventions) -> Amount | None:
    """Two wells out of five, three voters in ten."""
    for at in (found.end + 1, found.end + 2):
        out = line.lows(at, at + 2) == ("out", "of")
        whole = number(line, at + 2, conventions.mark) if out else None
        if whole and whole.low and found.low and found.low <= whole.low:
            share = round(found.low / whole.low, 3)
            begin = found.end - 1
            return Amount(begin, whole.end, begin, share, share, "exact", "share", "share",
                          noun=found.end)  # fmt: skip
    return None
