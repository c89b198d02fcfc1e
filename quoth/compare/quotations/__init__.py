"""The same utterance across documents, in any wording near it, and how its versions differ."""

from collections.abc import Iterable
from dataclasses import replace

from quoth.compare.event_names import names_of
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
    given = tuple(told)
    names = names_of(each.reading.document for each in given)
    return grouped(_in_event(each) for each in quoted(given, names=names))


def _in_event(one: Quoted) -> Quoted:
    source = one.said.source if one.said else None
    # Whether one who is not named is one elsewhere was guessed, by gender too.
    return replace(one, event="one", identity=one.identity if source and source.name else None)
