"""Which utterances of the corpora pass on the same words: only one of them may be drawn.

Pages do repeat each other, and a system that groups such a pair is right. So all but one of each
such family stay out. Alike are two that share a run of eight words, most of the shorter one in
runs of four, or half of its rarer words.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from benchmarks.altered.records import Utterance

RUN = 8
CARRIED = 0.7
"""Share of the shorter one that stands in the other in runs of four words and more."""
ALSO = frozenset(
    ["e 3_8ecb 546", "p west-journal_2016-05-02_newly-released-document-reveals- 2850"]
)
"""Seen to be another's in other words."""
ALIKE = 0.5
"""Share of the shorter one's words, each by its rarity."""
BY_ONE = 0.3
"""The same where one document tells it of one speaker: it may well say it in two ways."""
RARE = 40
"""Utterances that a word may stand in and still lead from one to the other."""


def normal(text: str) -> list[str]:
    """Words in small letters, without marks."""
    return re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", text.lower()))


class Likeness:
    """How alike the wordings of some utterances are."""

    def __init__(self, all_: Sequence[Utterance]) -> None:
        self.words = {one.id: normal(one.text) for one in all_}
        self.sets = {name: frozenset(words) for name, words in self.words.items()}
        counted = Counter(word for words in self.sets.values() for word in words)
        self.weight = {word: math.log(len(all_) / n) for word, n in counted.items()}
        self.mass = {
            name: math.fsum(self.weight[word] for word in words)
            for name, words in self.sets.items()
        }
        self.having: dict[str, list[str]] = defaultdict(list)
        for name, words in self.sets.items():
            for word in words:
                if counted[word] <= RARE:
                    self.having[word].append(name)

    def share(self, one: str, other: str) -> float:
        """Of the shorter one's words, weighted by rarity, those that the other has too."""
        both = math.fsum(self.weight[word] for word in self.sets[one] & self.sets[other])
        return both / (min(self.mass[one], self.mass[other]) or 1)

    def near(self, one: str) -> dict[str, float]:
        """Others that share at least one rare word, with the share."""
        found = {name for word in self.sets[one] for name in self.having.get(word, ())} - {one}
        return {other: self.share(one, other) for other in found}

    def runs(self, one: str, length: int) -> set[tuple[str, ...]]:
        words = self.words[one]
        return {tuple(words[at : at + length]) for at in range(len(words) - length + 1)}


def apart(all_: Sequence[Utterance], likeness: Likeness) -> list[Utterance]:
    """Those of `all_`, taken in order, that are like none taken before them."""
    taken: dict[str, Utterance] = {}
    seen: set[tuple[str, ...]] = set()
    having: dict[tuple[str, ...], list[str]] = defaultdict(list)
    kept = []
    for one in all_:
        runs = likeness.runs(one.id, RUN)
        fours = likeness.runs(one.id, 4)
        met = Counter(other for four in fours for other in having[four])
        if (
            runs & seen
            or one.id in ALSO
            or any(
                n + 3 >= CARRIED * min(len(likeness.words[one.id]), len(likeness.words[other]))
                for other, n in met.items()
            )
        ):
            continue
        if any(
            other in taken and share >= (BY_ONE if _by_one(one, taken[other]) else ALIKE)
            for other, share in likeness.near(one.id).items()
        ):
            continue
        seen |= runs
        for four in fours:
            having[four].append(one.id)
        taken[one.id] = one
        kept.append(one)
    return kept


def _by_one(one: Utterance, other: Utterance) -> bool:
    return one.topic == other.topic and (
        one.speaker == other.speaker or one.speaker is None or other.speaker is None
    )
