"""Which word of a reading is which word of the truth, also where blocks changed places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

LENGTHS = (8, 5, 3)
"""Words in a run that stands once on both sides, longest first."""
SLACK = 12
"""Words that the place of a gap may have beyond twice those of the gap."""


def aligned(truth: Sequence[str], read: Sequence[str]) -> list[int | None]:
    """For each word of `truth` the position of its like in `read`, or None; no position twice.

    Runs that stand once on both sides are matched wherever they stand, and as far to both sides
    as they go; what is left is compared, in order, with what stands beside neighbouring matches.
    """
    match: list[int | None] = [None] * len(truth)
    free = [True] * len(read)
    for length in LENGTHS:
        for start, position in _single(truth, read, match, free, length):
            _extend(truth, read, match, free, start, position)
    for low, high in list(_gaps(match)):
        for first, last in _beside(match, free, low, high):
            _in_order(truth, read, match, free, (low, high), (first, last))
    return match


def _single(
    truth: Sequence[str],
    read: Sequence[str],
    match: Sequence[int | None],
    free: Sequence[bool],
    length: int,
) -> Iterator[tuple[int, int]]:
    """Where runs of unmatched words that occur once on both sides start in them."""
    here = _once(truth, [position is None for position in match], length)
    there = _once(read, free, length)
    for run, start in here.items():
        if start is not None and (position := there.get(run)) is not None:
            yield start, position


def _once(
    words: Sequence[str], open_: Sequence[bool], length: int
) -> dict[tuple[str, ...], int | None]:
    """Start of each run of open words; None for those that stand more than once."""
    starts: dict[tuple[str, ...], int | None] = {}
    for start in range(len(words) - length + 1):
        if all(open_[start : start + length]):
            run = tuple(words[start : start + length])
            starts[run] = None if run in starts else start
    return starts


def _extend(
    truth: Sequence[str],
    read: Sequence[str],
    match: list[int | None],
    free: list[bool],
    start: int,
    position: int,
) -> None:
    """Match the words at `start` and `position` and all like ones on either side."""
    for step in (1, -1):
        a, b = (start, position) if step == 1 else (start - 1, position - 1)
        while 0 <= a < len(truth) and 0 <= b < len(read):
            if match[a] is not None or not free[b] or truth[a] != read[b]:
                break
            match[a], free[b] = b, False
            a, b = a + step, b + step


def _gaps(match: Sequence[int | None]) -> Iterator[tuple[int, int]]:
    """Runs of the truth's words without a match, `[low, high)`."""
    low = 0
    for n, position in enumerate([*match, len(match)]):
        if position is not None:
            if n > low:
                yield low, n
            low = n + 1


def _beside(
    match: Sequence[int | None], free: Sequence[bool], low: int, high: int
) -> Iterator[tuple[int, int]]:
    """Where the words of a gap may stand: after what precedes it, and before what follows it."""
    longest = 2 * (high - low) + SLACK
    before = match[low - 1] if low else -1
    after = match[high] if high < len(match) else len(free)
    assert before is not None  # a gap ends where there is a match
    assert after is not None
    last = first = before + 1
    while last < len(free) and free[last] and last - first < longest:
        last += 1
    yield first, last
    start = after
    while start > 0 and free[start - 1] and after - start < longest:
        start -= 1
    if start >= last or after <= first:
        yield start, after


def _in_order(
    truth: Sequence[str],
    read: Sequence[str],
    match: list[int | None],
    free: list[bool],
    here: tuple[int, int],
    there: tuple[int, int],
) -> None:
    """Match what is alike and in the same order in a stretch of either side."""
    low, high = here
    first, last = there
    rest = [truth[n] if match[n] is None else "" for n in range(low, high)]
    matcher = SequenceMatcher(None, rest, read[first:last], autojunk=False)
    for a, b, size in matcher.get_matching_blocks():
        for k in range(size):
            match[low + a + k] = first + b + k
            free[first + b + k] = False
