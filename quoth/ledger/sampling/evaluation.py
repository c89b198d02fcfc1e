"""Precision, recall and errors of a corpus, from the judgements of a sample of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from quoth.ledger.sampling.draw import strata
from quoth.ledger.sampling.estimates import Estimate, clustered, joined, stratified
from quoth.ledger.sampling.records import FAULTS, Cell, Design, Fault, Judged, Missed, Walked

Group = Literal["all", "form", "kind"]

CONTENT: frozenset[Fault] = frozenset(("no_statement", "content"))
"""What must not be wrong where the content alone counts."""

SOURCE: frozenset[Fault] = CONTENT | {"source", "identity"}
"""What must not be wrong where content and source count."""


@dataclass(frozen=True, slots=True)
class Measures:
    """How many found statements are right, how many there are that were found, and both in one."""

    precision: Estimate
    recall: Estimate
    f1: Estimate


@dataclass(frozen=True, slots=True)
class Row:
    """The figures of all statements, of one form, or of one kind of source."""

    group: Group
    name: str
    content: Measures
    """Right is what has its content right."""
    source: Measures
    """Right is what has content and source right, and the source taken for whom it is."""
    errors: dict[Fault, Estimate] = field(hash=False)
    """Share of the found statements with each fault; one may have several."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What a sample says of its corpus, as far as it is judged."""

    design: Design
    judged: int
    """Statements of the sample that are judged."""
    walked: int
    """Passages of the sample that are done."""
    rows: tuple[Row, ...]
    """All first, then by form, then by kind of source."""


def evaluated(design: Design, judged: Sequence[Judged], walked: Sequence[Walked]) -> Evaluation:
    """Every figure with its interval, from what is judged so far.

    Precision and errors rest on the statements that were drawn, recall on the passages; statements
    and passages that nobody judged yet are left out, so these must not be left for a reason.
    """
    missed = [each for passage in walked for each in passage.missed]
    forms = {cell.form for cell in design.sizes} | {each.form for each in missed}
    kinds = {cell.kind for cell in design.sizes} | {each.kind for each in missed}
    parts: list[tuple[Group, str]] = [
        ("all", "all"),
        *(("form", form) for form in sorted(forms)),
        *(("kind", kind) for kind in sorted(kinds)),
    ]
    rows = [_row(group, name, *_part(group, name, design, judged, walked)) for group, name in parts]
    return Evaluation(design, len(judged), len(walked), tuple(rows))


def _part(
    group: Group, name: str, design: Design, judged: Sequence[Judged], walked: Sequence[Walked]
) -> tuple[Design, list[Judged], list[Walked]]:
    """The corpus and what is judged of it, as if it held the statements of one part alone."""

    def is_in(each: Cell | Missed) -> bool:
        return group == "all" or name == (each.form if group == "form" else each.kind)

    return (
        replace(design, sizes={cell: size for cell, size in design.sizes.items() if is_in(cell)}),
        [each for each in judged if is_in(each.cell)],
        [
            Walked(
                tuple(each for each in passage.found if is_in(each.cell)),
                tuple(each for each in passage.missed if is_in(each)),
            )
            for passage in walked
        ],
    )


def _row(
    group: Group,
    name: str,
    design: Design,
    judged: Sequence[Judged],
    walked: Sequence[Walked],
) -> Row:
    sizes = strata(design.sizes, design.by)
    places = [each.cell.stratum(design.by) for each in judged]

    def share(are_so: Iterable[bool]) -> Estimate:
        return stratified(list(zip(places, are_so, strict=True)), sizes)

    def measures(faults: frozenset[Fault]) -> Measures:
        precision = share(not each.faults & faults for each in judged)
        recall = clustered([_found(passage, faults) for passage in walked], design.passages)
        return Measures(precision, recall, joined(precision, recall))

    errors = {fault: share(fault in each.faults for each in judged) for fault in FAULTS}
    return Row(group, name, measures(CONTENT), measures(SOURCE), errors)


def _found(passage: Walked, faults: frozenset[Fault]) -> tuple[int, int]:
    """How many statements of the passage were found right, and how many it has."""
    real = [each for each in passage.found if "no_statement" not in each.faults]
    right = sum(not each.faults & faults for each in real)
    return right, len(real) + len(passage.missed)
