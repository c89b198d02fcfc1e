"""Numbers between two ends: 14 to 20 million; between 60 and 80; two or three."""

from __future__ import annotations

from dataclasses import dataclass

from quoth.details.figures.amount import Conventions
from quoth.details.figures.measured import measured_by
from quoth.details.figures.measures import HYPHENS, Measure
from quoth.details.figures.nouns import noun_follows
from quoth.details.figures.numbers import SCALES, SHORT, SPELLED, Number, number
from quoth.details.figures.placing import is_year
from quoth.details.figures.signs import sign_at
from quoth.details.figures.words import Line, among


@dataclass(frozen=True, slots=True)
class _Range:
    number: Number
    measured: Measure | None


def ends(
    line: Line,
    start: int,
    first: Number,
    measured: Measure | None,
    sign: str | None,
    conventions: Conventions,
) -> _Range | None:
    """14 to 20 million; between 60 and 80; two or three; $500,000 to more than $1 million."""
    between = line.low(start - 1 - bool(sign)) == "between"
    at = measured.end if measured and not measured.joined else first.end
    joint = line.at(at)
    if line.at(start).digits and _years(line, start, at + 1):
        return None
    if first.low is None or first.kind == "vague" or first.low != first.high:
        return None
    if joint.text in HYPHENS and line.at(at + 1).spaced:
        return None
    spelled_pair = joint.text == "," and line.low(start) in SPELLED and measured is None
    if not (
        joint.low in ("to", "or")
        or (between and joint.low == "and")
        or (joint.text in HYPHENS and not joint.spaced)
        or (joint.text in "–—" and line.at(at + 1).digits)
        or spelled_pair
    ):
        return None
    at += 1
    if spelled_pair and line.low(at) not in SPELLED:
        return None
    for length in (2, 1):
        if line.lows(at, at + length) in (
            ("more", "than"),
            ("as", "many"),
            ("nearly",),
            ("about",),
        ):
            at += length
            break
    _, second_sign = sign_at(line, at, conventions.money)
    at += bool(second_sign)
    second = number(line, at, conventions.mark, bool(second_sign or sign))
    if second is None or second.low is None or second.low != second.high:
        return None
    if second.kind == "vague" or (joint.text in HYPHENS and torn_pair(line, at, second.end)):
        return None
    behind = measured_by(line, at, second, second_sign or sign, conventions.money)
    if measured and (behind is None or behind.unit != measured.unit):
        return None
    low = _scaled_alike(line, first, second)
    if low is None or second.low <= low or (second.kind == "share") != (first.kind == "share"):
        return None
    if joint.low == "to" and _changed(line, start):
        return None
    if joint.text in HYPHENS and behind is None and not _plural(line, second.end):
        return None
    if spelled_pair and not (
        behind or noun_follows(line, second.end) or line.low(second.end) == "of"
    ):
        return None
    if joint.low == "or" and second.low > 3 * low + 2:
        return None
    return _Range(Number(low, second.low, second.end, first.kind), behind)


def _years(line: Line, start: int, other: int) -> bool:
    return is_year(line, start) and is_year(line, other)


def torn_pair(line: Line, at: int, end: int) -> bool:
    """Whether more digits follow by a hyphen: 2031-03-02."""
    return line.at(end).text in HYPHENS and line.at(end + 1).digits and not line.at(end).spaced


def _scaled_alike(line: Line, first: Number, second: Number) -> float | None:
    """The first number with the scale that only the second one names: 14 to 20 million."""
    assert first.low is not None
    assert second.low is not None
    scale = SCALES.get(line.low(second.end - 1)) or SHORT.get(line.low(second.end - 1))
    if scale and line.low(first.end - 1) not in SCALES and first.low * scale < second.low:
        return first.low * scale
    return first.low


CHANGES = among(
    """
    rose rise rises risen fell fall falls fallen grew grow grown increased increase cut
    dropped drop declined decline went go gone climbed jumped raised lowered reduced slid up
    down soared plunged shrank widened narrowed improved expanded swung take takes took taken taking
    bring brings brought bringing push pushes pushed lift lifts lifted revise revised revises
    correct corrected corrects climbs rising falling change changed changes
    """
)


def _changed(line: Line, start: int) -> bool:
    """`fell from 10 to 5`: two figures, not the ends of one."""
    if line.low(start - 1) != "from" and line.low(start - 2) != "from":
        return False
    return any(line.low(n) in CHANGES for n in range(max(start - 9, 0), start))


def _plural(line: Line, at: int) -> bool:
    return noun_follows(line, at) and (
        line.low(at).endswith("s") or line.low(at + 1).endswith("s") or line.low(at) == "people"
    )
