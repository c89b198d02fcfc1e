"""Quotations that are made of parts of two utterances."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations

from quoth.compare.quotations.records import GRAVITY, Difference, Kind, Quoted
from quoth.records import Span

_MOST = 40
"""So many near quotations are looked at, those with the most in common."""
_COVERED = 0.8
"""So much of a splice stands in its two originals together."""
_OVERLAP = 0.2
"""And no more of the smaller part in both."""
_PART = 15
"""A part of fewer characters is no part."""
_DAYS = 2
"""Days that lie so far apart are those of two utterances."""
Spans = list[Span]


def made_of(
    node: int, edges: Mapping[int, Mapping[int, Difference]], given: Sequence[Quoted]
) -> tuple[int, int] | None:
    """The two that a quotation is put together from; None where it is of one piece.

    What others quote the halves of is no splice. The two have to be utterances apart: where they
    meet there is an ellipsis, or one of them goes on otherwise, or their days lie apart. And
    nothing longer may carry both, nor are both later.
    """
    one = given[node]
    if one.form == "indirect":  # its words are the writer's, who may put anything together
        return None
    length = len(one.text.strip())
    parts = {other: _spans(one, difference) for other, difference in edges[node].items()}
    near = sorted(parts, key=lambda other: (-_size(parts[other]), other))[:_MOST]
    whole = (o for o in near if _size(parts[o]) >= _COVERED * length and _longer(given[o], one))
    if any(whole):
        return None
    best, most = None, _COVERED * length
    for a, b in combinations(near, 2):
        both = _both(parts[a], parts[b])
        smaller = min(_size(parts[a]), _size(parts[b]))
        together = _size(parts[a]) + _size(parts[b]) - both
        if _later(given[a], one) and _later(given[b], one):
            continue
        if b in edges[a] or smaller < _PART or both > _OVERLAP * smaller or together < most:
            continue
        first, second = (a, b) if parts[a][0] < parts[b][0] else (b, a)
        if (
            _seam(one, parts[first], parts[second])
            or _room(given[first], edges[node][first])[1] >= _PART
            or _room(given[second], edges[node][second])[0] >= _PART
            or _days(given[a], given[b]) >= _DAYS
        ):
            best, most = (a, b), together
    return best


def _longer(other: Quoted, one: Quoted) -> bool:
    return len(other.text) >= len(one.text) and other.wording.words != one.wording.words


def spliced(difference: Difference, key: str) -> Difference:
    """How a splice differs from one of its originals: what the other gave is no further change."""
    here = _side(difference, key)
    hull = Span(min(here).start, max(span.end for span in here))
    first = difference.one == key
    changes = tuple(
        change
        for change in difference.changes
        if hull.start < (change.one if first else change.other).start
        and (change.one if first else change.other).end < hull.end
    )
    kinds: list[Kind] = ["spliced", *(change.kind for change in changes)]
    if difference.kind == "source":
        kinds.append("source")
    return replace(difference, kind=max(kinds, key=GRAVITY.__getitem__), changes=changes)


def _seam(one: Quoted, first: Spans, second: Spans) -> bool:
    """Is there an ellipsis where the parts meet?"""
    spans = one.wording.spans
    end, start = first[-1].end, second[0].start
    return any(
        gap and gap < len(spans) and end <= spans[gap][0] <= start for gap in one.wording.gaps
    )


def _spans(one: Quoted, difference: Difference) -> Spans:
    return sorted(_side(difference, one.key))


def _side(difference: Difference, key: str) -> Spans:
    number = 0 if difference.one == key else 1
    return [pair[number] for pair in difference.common]


def _size(spans: Spans) -> int:
    return sum(span.end - span.start for span in spans)


def _both(one: Spans, other: Spans) -> int:
    return sum(max(min(a.end, b.end) - max(a.start, b.start), 0) for a in one for b in other)


def _room(original: Quoted, difference: Difference) -> tuple[int, int]:
    """How many characters of an original stand before and behind what the splice has of it."""
    spans = _side(difference, original.key)
    return min(spans).start, len(original.text.strip()) - max(span.end for span in spans)


def _later(one: Quoted, other: Quoted) -> bool:
    """By so much that the order of the documents is sure to be that of the wordings."""
    return _days(one, other) >= _DAYS and (one.day or "") > (other.day or "")


def _days(one: Quoted, other: Quoted) -> int:
    if not one.day or not other.day:
        return 0
    return abs((date.fromisoformat(one.day) - date.fromisoformat(other.day)).days)
