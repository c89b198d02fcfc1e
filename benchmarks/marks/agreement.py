"""How far two readers agree: raw agreement and Cohen's kappa of labels, F1 of spans."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.marks.documents import Spans, text_of
from benchmarks.marks.sets import SPANS, Field, MarkedSet, Record

Pair = tuple[Record, Record, Record]
"""An item and the two readers' marks of it, or of one thing in it."""
LOOSE = 0.5
"""Two spans are one thing where their characters overlap by as much (intersection over union)."""


def kappa(pairs: Sequence[tuple[Hashable, Hashable]]) -> float | None:
    """Cohen's kappa (1960): agreement beyond chance; None where chance alone gives all."""
    if not pairs:
        return None
    ones, others = (Counter(side) for side in zip(*pairs, strict=True))
    chance = sum(count * others[label] for label, count in ones.items()) / len(pairs) ** 2
    raw = sum(one == other for one, other in pairs) / len(pairs)
    return (raw - chance) / (1 - chance) if chance < 1 else None


def overlap(one: Spans, other: Spans) -> float:
    """Intersection over union of the characters of two lists of stretches."""
    here, there = ({n for s, e in spans for n in range(s, e)} for spans in (one, other))
    return len(here & there) / len(here | there) if here | there else 0.0


@dataclass(frozen=True, slots=True)
class Found:
    """Marks of two readers in the same passages: how many each, paired loosely, paired exactly."""

    one: int
    other: int
    loose: int
    exact: int

    def f1(self, hits: int) -> float | None:
        """F1 of one reader against the other; None where neither marked anything."""
        return 2 * hits / (self.one + self.other) if self.one + self.other else None


def paired(main: str, one: list[Record], other: list[Record]) -> list[tuple[Record, Record]]:
    """Marks of two readers that are one thing: one to one, the nearest first."""
    near = sorted(
        ((overlap(a[main], b[main]), i, j) for i, a in enumerate(one) for j, b in enumerate(other)),
        key=lambda found: (-found[0], found[1:]),
    )
    pairs: dict[int, int] = {}
    for score, i, j in near:
        if score >= LOOSE and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return [(one[i], other[j]) for i, j in sorted(pairs.items())]


def report(
    marked: MarkedSet, items: list[Record], one: list[Record], other: list[Record]
) -> Iterator[str]:
    """A table in Markdown: for each field the pairs, raw agreement and kappa."""
    both = list(zip(items, one, other, strict=True))
    if marked.main:
        pairs, found = _things(marked.main, both)
        yield f"{found.one} and {found.other} marks in {len(items)} passages; " + (
            f"F1 {_percent(found.f1(found.loose))}, exact {_percent(found.f1(found.exact))}"
        )
    else:
        pairs = both
    yield "\n| field | pairs | agree | kappa |\n|---|---:|---:|---:|"
    for name, field in marked.fields.items():
        if name != marked.main:
            yield from _rows(name, field, pairs)


def _things(main: str, both: list[Pair]) -> tuple[list[Pair], Found]:
    pairs = [
        (item, a, b)
        for item, one, other in both
        for a, b in paired(main, one["marks"], other["marks"])
    ]
    exact = sum(a[main] == b[main] for _, a, b in pairs)
    mine, yours = (sum(len(pair[side]["marks"]) for pair in both) for side in (1, 2))
    return pairs, Found(mine, yours, len(pairs), exact)


def _rows(name: str, field: Field, pairs: list[Pair]) -> Iterator[str]:
    agree = [same(field, item, one[name], other[name]) for item, one, other in pairs]
    labels = [(_label(one[name]), _label(other[name])) for _, one, other in pairs]
    beyond = kappa(labels) if field.kind in ("label", "yes", "labels", "text") else None
    yield _row(name, agree, beyond)
    if field.kind == "labels":
        yield _row(f"{name}: any", *_binary([(bool(one), bool(other)) for one, other in labels]))
        for label in field.labels:
            binary = [(label in one, label in other) for one, other in labels]
            yield _row(f"{name}: {label}", *_binary(binary))


def _binary(pairs: list[tuple[bool, bool]]) -> tuple[list[bool], float | None]:
    return [one == other for one, other in pairs], kappa(pairs)


def _label(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _row(name: str, agree: list[bool], beyond: float | None) -> str:
    raw = sum(agree) / len(agree) if agree else None
    return (
        f"| {name} | {len(agree)} | {_percent(raw)} | {'' if beyond is None else f'{beyond:.2f}'} |"
    )


def _percent(share: float | None) -> str:
    return "none" if share is None else f"{100 * share:.1f} %"


def same(field: Field, item: Record, one: Any, other: Any) -> bool:
    """Whether two values say the same: spans by overlap, mentions also by their words."""
    if field.kind not in (*SPANS, "link") or one is None or other is None:
        return bool(one == other)
    if overlap(one, other) >= LOOSE:
        return True
    return field.kind == "anywhere" and _same_words(text_of(item["document"]), one, other)


def _same_words(text: str, one: Spans, other: Spans) -> bool:
    """Whether the words of one mention are all among the other's: *Orr*, *Silas Orr*."""
    here, there = (
        {word.casefold() for s, e in spans for word in text[s:e].split()} for spans in (one, other)
    )
    return here <= there or there <= here


def alike(marked: MarkedSet, item: Record, one: Record, other: Record) -> bool:
    """Whether two readers' answers for an item need no decision."""
    if not marked.main:
        return _all_same(marked, item, one, other)
    pairs = paired(marked.main, one["marks"], other["marks"])
    every = len(pairs) == len(one["marks"]) == len(other["marks"])
    return every and all(
        a[marked.main] == b[marked.main] and _all_same(marked, item, a, b) for a, b in pairs
    )


def _all_same(marked: MarkedSet, item: Record, one: Record, other: Record) -> bool:
    return all(same(field, item, one[name], other[name]) for name, field in marked.fields.items())
