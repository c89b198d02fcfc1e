"""What is told of statements besides who says what, compared between an article's two versions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from benchmarks.gold import Relation
from quoth.account import unsourced
from quoth.analysis import Analysis
from quoth.records import Reading

LABELS = ("act", "stance", "kind")
"""What a statement is labelled with: its cue's act and stance, its source's kind."""

Labels = tuple[str | None, ...]
"""A value for each of `LABELS`, None where there is no cue or source."""

CHARGES = "charges"
"""What the list of sentences that carry something without a source is called in the table."""
Charge = tuple[tuple[int, int], str]
"""A sentence of that list, by its characters, and one of its labels."""


@dataclass(frozen=True)
class Version:
    """What a reading finds in one version of an article, in that version's offsets or moved back.

    `relations` and `labels` go together, statement by statement.
    """

    relations: list[Relation]
    labels: list[Labels]
    charges: frozenset[Charge]

    def moved(self, place: Callable[[int, int], tuple[int, int]]) -> Version:
        """The same with every span led where `place` says."""
        relations = [
            {role: [place(*span) for span in spans] for role, spans in relation.items()}
            for relation in self.relations
        ]
        charges = frozenset((place(*span), label) for span, label in self.charges)
        return Version(relations, self.labels, charges)


def labels(reading: Reading) -> list[Labels]:
    """The labels of the statements that lie in no other, in their order."""
    kinds = {source.id: source.kind for source in reading.sources}
    return [
        (
            each.cued.act if each.cued else None,
            each.cued.stance if each.cued else None,
            kinds.get(each.source_id or ""),
        )
        for each in reading.statements
        if each.within is None
    ]


def charges(reading: Reading, analysis: Analysis) -> frozenset[Charge]:
    """What the document puts forward in its own voice without a source."""
    return frozenset(
        ((one.sentence.start, one.sentence.end), label)
        for one in unsourced(reading, analysis)
        for label in one.labels
    )


@dataclass(frozen=True, slots=True)
class Alike:
    """Of how many that both versions have something was told, and of how many the same."""

    same: int
    told: int

    @property
    def percent(self) -> float | None:
        return 100 * self.same / self.told if self.told else None


def alike(pairs: Iterable[tuple[str, Version, Version]], scorer: Any) -> dict[str, Alike]:
    """For each label how far both versions agree over statements whose contents overlap by half.

    A label that only one version tells counts as told, and not as the same. Of charges, all that
    either version lists are told, and those that both list are the same twice: as F1 counts them.
    """
    same: Counter[str] = Counter()
    told: Counter[str] = Counter()
    for text, one, other in pairs:
        same[CHARGES] += 2 * len(one.charges & other.charges)
        told[CHARGES] += len(one.charges) + len(other.charges)
        for i, j, content, _ in scorer.pair(one.relations, other.relations, text):
            if content < 0.5:
                continue
            for label, a, b in zip(LABELS, one.labels[i], other.labels[j], strict=True):
                told[label] += a is not None or b is not None
                same[label] += a is not None and a == b
    return {label: Alike(same[label], told[label]) for label in (*LABELS, CHARGES)}
