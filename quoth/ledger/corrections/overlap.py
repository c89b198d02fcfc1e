"""Spans held against each other, in characters."""

from __future__ import annotations

from collections.abc import Iterable

from quoth.records import Span

MOSTLY = 0.9
"""A statement stands in the content that holds as much of its own, as when it was read."""


def length(spans: Iterable[Span]) -> int:
    return sum(span.end - span.start for span in spans)


def shared(spans: Iterable[Span], others: Iterable[Span]) -> int:
    """Number of characters that are in both; the spans of each do not overlap."""
    others = tuple(others)
    both = (min(a.end, b.end) - max(a.start, b.start) for a in spans for b in others)
    return sum(size for size in both if size > 0)


def likeness(spans: tuple[Span, ...], others: tuple[Span, ...]) -> float:
    """What both share of what either has, from 0 to 1 (Jaccard)."""
    both = shared(spans, others)
    return both / (length(spans) + length(others) - both) if both else 0.0
