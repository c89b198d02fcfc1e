"""Word alignment of two wordings: which stretches of one stand in the other, moved ones too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import Indel, Opcodes

from quoth.compare.quotations.words import Wording

_MOVED, _FEWEST = 3.0, 3
"""Words that stand elsewhere in the other wording weigh more than this, and are so many."""
_ROUNDS = 6
_CUT, _LONG = 0.3, 10.0
"""Words that only one of them has between two runs part them less, and not the more for length."""


@dataclass(frozen=True, slots=True)
class Run:
    """So many words in the one from `one` on are those in the other from `other` on."""

    one: int
    other: int
    length: int
    moved: bool = False


def aligned(one: Wording, other: Wording) -> tuple[Run, ...]:
    """Runs of words that both have (by their stems), in the order of the first."""
    found = _in_order(one, other)
    for _ in range(_ROUNDS):
        more = _elsewhere(one, other, found)
        if more is None:
            break
        crossed = any((run.one < more.one) != (run.other < more.other) for run in found)
        found.append(more if crossed else replace(more, moved=False))
    return tuple(_slid(one, other, sorted(found, key=lambda run: run.one)))


def _slid(one: Wording, other: Wording, runs: list[Run]) -> list[Run]:
    """Where words that are gone repeat what stands beside them, they go where a mark says so.

    Of *These are good. These are bad* without *are good. These* rather *These are good* is gone.
    """
    for at in range(len(runs) - 1):
        left, right = runs[at], runs[at + 1]
        ends = left.one + left.length, left.other + left.length
        if left.moved or right.moved or (ends[0] < right.one) == (ends[1] < right.other):
            continue
        full, empty = (one, other) if ends[0] < right.one else (other, one)
        end, start, here = (
            (ends[0], right.one, ends[1]) if full is one else (ends[1], right.other, ends[0])
        )
        steps = 0
        while (
            steps < left.length - 1 and full.stems[end - steps - 1] == full.stems[start - steps - 1]
        ):
            steps += 1
            if here - steps in empty.gaps or _opens(full, end - steps):
                runs[at] = Run(left.one, left.other, left.length - steps)
                runs[at + 1] = Run(right.one - steps, right.other - steps, right.length + steps)
                break
    return runs


def _opens(wording: Wording, number: int) -> bool:
    """Does a sentence or a clause begin with the word?"""
    if number in wording.heads or not number:
        return True
    between = wording.text[wording.spans[number - 1][1] : wording.spans[number][0]]
    return any(mark in between for mark in ",;:–—")


def _in_order(one: Wording, other: Wording) -> list[Run]:
    """The longest common subsequence, less what meets only by chance between other words."""
    codes: Opcodes = Indel.opcodes(one.stems, other.stems)
    runs = [
        Run(code.src_start, code.dest_start, code.src_end - code.src_start)
        for code in codes
        if code.tag == "equal"
    ]
    return _dense(one, other, runs)


def _dense(one: Wording, other: Wording, runs: list[Run]) -> list[Run]:
    """Without runs that weigh little beside what parts them from the rest on either side."""
    kept = list(runs)
    at = 0
    while at < len(kept):
        run = kept[at]
        before = kept[at - 1] if at else None
        after = kept[at + 1] if at + 1 < len(kept) else None
        own = sum(one.weights[run.one : run.one + run.length])
        if own < min(_torn(one, other, before, run), _torn(one, other, run, after)):
            del kept[at]
            at = max(at - 1, 0)
        else:
            at += 1
    return kept


def _torn(one: Wording, other: Wording, before: Run | None, after: Run | None) -> float:
    """How far what lies between two runs, or at an end, parts what it stands beside."""
    a, b = between(one, other, before, after)
    return 2 * min(a, b) + _CUT * min(abs(a - b), _LONG)


def between(
    one: Wording, other: Wording, before: Run | None, after: Run | None
) -> tuple[float, float]:
    """The weight of what each has to itself between two runs, or at an end where one is None."""
    first = (before.one + before.length, before.other + before.length) if before else (0, 0)
    end = (after.one, after.other) if after else (len(one), len(other))
    return sum(one.weights[first[0] : end[0]]), sum(other.weights[first[1] : end[1]])


def _elsewhere(one: Wording, other: Wording, runs: Sequence[Run]) -> Run | None:
    """The weightiest run among words that stand in no other; None where all weigh little."""
    free_one = _free(len(one), ((run.one, run.length) for run in runs))
    free_other = _free(len(other), ((run.other, run.length) for run in runs))
    if not free_one or not free_other:
        return None
    places: dict[str, list[int]] = {}
    for number in free_other:
        places.setdefault(other.stems[number], []).append(number)
    best, most = None, _MOVED
    before: dict[int, tuple[int, float]] = {}
    last = -2
    for number in free_one:
        now: dict[int, tuple[int, float]] = {}
        for place in places.get(one.stems[number], ()):
            length, weight = before.get(place - 1, (0, 0.0)) if number == last + 1 else (0, 0.0)
            now[place] = length + 1, weight + one.weights[number]
            if now[place][1] > most and length + 1 >= _FEWEST:
                most = now[place][1]
                best = Run(number - length, place - length, length + 1, moved=True)
        before, last = now, number
    return best


def _free(length: int, taken: Iterator[tuple[int, int]]) -> list[int]:
    free = bytearray(b"\1") * length
    for start, count in taken:
        free[start : start + count] = bytes(count)
    return [number for number in range(length) if free[number]]
