"""The same utterance across documents, in any wording near it, and how its versions differ."""

from collections.abc import Iterable
from dataclasses import replace

from quoth.compare.quotations.candidates import Candidates, candidates
from quoth.compare.quotations.comparing import closeness, compare
from quoth.compare.quotations.grouping import between, grouped
from quoth.compare.quotations.records import (
    GRAVITY,
    MEANING,
    Change,
    Difference,
    Group,
    Kind,
    Quoted,
    Version,
)
from quoth.compare.quotations.sketches import Sketch, sketch
from quoth.compare.quotations.told import quoted
from quoth.compare.quotations.verifying import Piece, Verified, verify
from quoth.compare.quotations.words import Wording, wording
from quoth.compare.records import Told

__all__ = [
    "GRAVITY",
    "MEANING",
    "Candidates",
    "Change",
    "Difference",
    "Group",
    "Kind",
    "Piece",
    "Quoted",
    "Sketch",
    "Verified",
    "Version",
    "Wording",
    "between",
    "candidates",
    "closeness",
    "compare",
    "compare_quotations",
    "grouped",
    "quoted",
    "sketch",
    "verify",
    "wording",
]


def compare_quotations(told: Iterable[Told]) -> tuple[Group, ...]:
    """Utterances that several documents on one event carry, in any wording near one another."""
    return grouped(replace(each, event="one") for each in quoted(told))
