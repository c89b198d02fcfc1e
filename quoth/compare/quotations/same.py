"""Is it the same utterance? By how much of it both have, and how closely it stands together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from quoth.compare.quotations.aligning import Run, between
from quoth.compare.quotations.words import Wording


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two wordings have in common; weights are of words by their rarity."""

    shared: float
    """From 0 to 1: how much of the shorter one stands in the longer."""
    stretch: float
    """The weight of the weightiest stretch that both have, a word or two changed or not."""
    length: int
    """Words of that stretch."""
    whole: float
    """The weight of the weightiest sentence that both have whole."""
    counted: float
    """From 0 to 1: as `shared`, with every word alike."""
    words: int
    """How many words the shorter one has."""


def likeness(one: Wording, other: Wording, runs: Sequence[Run]) -> Likeness:
    """Looks at aligned wordings."""
    total, best, longest, whole = 0.0, 0.0, 0, 0.0
    stretch, length = 0.0, 0
    before: Run | None = None
    for run in runs:
        own = sum(one.weights[run.one : run.one + run.length])
        if before is not None and not run.moved and not before.moved:
            a, b = between(one, other, before, run)
            swapped = _swapped(one, other, before, run)
            total += swapped
            if not swapped and max(a, b) > _TORN:
                total -= _BREAK
            if max(a, b) > _TORN:
                stretch, length = 0.0, 0
        else:
            stretch, length = 0.0, 0
        total += own
        stretch, length = stretch + own, length + run.length
        if stretch > best:
            best, longest = stretch, length
        whole = max(whole, _sentence(one, other, run))
        before = run
    if runs:
        total += _at_end(one, other, runs)
    weight = min(one.weight, other.weight)
    fewest = min(len(one), len(other))
    counted = sum(run.length for run in runs) / fewest
    return Likeness(min(total / weight, 1.0), best, longest, whole, min(counted, 1.0), fewest)


_TORN = 4.0
_BREAK = 1.0
_CREDIT = 0.5


def _swapped(one: Wording, other: Wording, before: Run, after: Run) -> float:
    """What words are worth that stand for one another: part of what they weigh."""
    first, second = before.one + before.length, before.other + before.length
    if 0 < after.one - first == after.other - second <= 3:
        a, b = between(one, other, before, after)
        return _CREDIT * min(a, b)
    return 0.0


def _at_end(one: Wording, other: Wording, runs: Sequence[Run]) -> float:
    """The same for a word or two before the first run and behind the last, where texts end."""
    worth = 0.0
    first, last = runs[0], runs[-1]
    if not first.moved and 0 < first.one == first.other <= 2:
        worth += _CREDIT * min(between(one, other, None, first))
    end = len(one) - last.one - last.length
    if not last.moved and 0 < end == len(other) - last.other - last.length <= 2:
        worth += _CREDIT * min(between(one, other, last, None))
    return worth


def _sentence(one: Wording, other: Wording, run: Run) -> float:
    """The weight of the weightiest sentence of both that lies in the run."""
    best = 0.0
    starts = [
        n for n in range(run.length) if run.one + n in one.heads and run.other + n in other.heads
    ]
    for start in starts:
        a, b = one.sentence(run.one + start), other.sentence(run.other + start)
        length = a[1] - a[0]
        if length == b[1] - b[0] and start + length <= run.length:
            best = max(best, sum(one.weights[a[0] : a[1]]))
    return best


Closeness = Literal["same", "alike", "unknown", "other"]
"""Is the speaker the same, by all that names tell? `alike`: a role or a body of the same words."""

_ALIKE: dict[Closeness, float] = {"same": 0.56, "alike": 0.62, "unknown": 0.70, "other": 0.76}
"""So much of the shorter one stands in the longer."""
_PIECE = 0.18
"""So much more where the shorter one is a piece of the longer."""
_TOLD, _FEW_TOLD = 0.15, 12
"""So much more where few words are told in other words of other sources."""
_LESS = 0.004
"""So much less for each unit that the best stretch weighs, up to `_HEAVY`."""
_HEAVY = 20.0
_WHOLE: dict[Closeness, float] = {"same": 6.4, "alike": 8.0, "unknown": 10.0, "other": 14.0}
_STRETCH: dict[Closeness, tuple[float, int]] = {
    "same": (11.0, 8),
    "alike": (16.0, 11),
    "unknown": (20.0, 13),
    "other": (25.0, 16),
}
"""Or a sentence, or a stretch of so many words, that weighs so much stands in both."""
FEWEST = 3
_SHORT, _LIGHT = 6, 6.0
"""Fewer words that weigh no more anybody may say: they are one utterance of one speaker alone."""


def same_utterance(
    like: Likeness,
    speaker: Closeness,
    sizes: tuple[int, int],
    told_apart: bool = False,
) -> bool:
    """Do two wordings of so many words pass on one utterance, or part of one?

    `told_apart`: both are in the writers' words, and given to sources of other names.
    Thresholds were set on the open part of `benchmarks.altered`.
    """
    if like.words < FEWEST:
        return False
    if speaker != "same" and like.words < _SHORT and like.stretch < _LIGHT:
        return False
    heavy = min(like.stretch, _HEAVY)
    need = _ALIKE[speaker] - (_LESS * heavy if speaker != "other" else 0.0)
    if told_apart and like.words < _FEW_TOLD:
        need += _TOLD
    piece = min(sizes) < 0.6 * max(sizes)
    if piece:
        need += _PIECE * min(1.0, (_HEAVY + 3 - heavy) / 15)
    if min(like.shared, like.counted + 0.12) >= need:
        light = like.stretch < 8.0 and like.length < 8
        contained = like.counted > 0.99 and like.stretch >= _LIGHT
        if not (piece and light and not contained and (speaker != "same" or like.length < 5)):
            return True
    weight, length = _STRETCH[speaker]
    return like.whole >= _WHOLE[speaker] or (like.stretch >= weight and like.length >= length)
