"""A machine's reading and the log of corrections to it: the reading that people see.

Nothing of the machine's reading is changed. What nobody touched keeps its key; what people add has
a key that comes of their correction, so that it is the same each time this is worked out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from quoth.ledger.corrections.draft import ADDED, Draft, Ground, Keys, Unfit, Verdict
from quoth.ledger.corrections.settling import settled
from quoth.ledger.corrections.statements import add, confirm, edit, reassign, reject
from quoth.ledger.corrections.whose import merge, split
from quoth.ledger.records import (
    Add,
    Change,
    Confirm,
    Correction,
    Edit,
    Merge,
    Reject,
    SetSource,
    Split,
    StatementAt,
)
from quoth.records import Reading

DIGITS = 8
"""Digits of a correction's id in the keys of what it adds; more where two would be alike."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A correction that does not fit the reading, and why, in one line."""

    correction: str
    reason: str


@dataclass(frozen=True)
class Corrected:
    """The reading that people see, and what they did with it."""

    reading: Reading
    """As sure of what people vouched for as can be: its confidence is 1."""
    verdicts: Mapping[str, Verdict]
    """By key of the statements that somebody judged and that stand."""
    rejected: tuple[str, ...]
    """Keys of the machine's statements, or of added ones, that are no statements."""
    names: Mapping[str, str]
    """By key of a source: the name that people gave it, where the document has none."""
    conflicts: tuple[Conflict, ...]
    """In the order of the log."""


def apply(reading: Reading, log: Sequence[Correction], ground: Ground | None = None) -> Corrected:
    """`reading` as the corrections of `log` leave it, in their order; undone ones are passed over.

    A statement is found again by exact spans, else, where the text has moved, by the same words;
    else by most overlap, else by its cue. One that was confirmed or corrected and that the reading
    has no more is there all the same. What does not fit is a conflict and changes nothing. `ground`
    is that of `reading`, for who applies many logs to it.
    """
    changes = [each.change for each in log if not each.undone]
    named = {at.content.spans for each in changes if (at := statement_of(each))}
    draft = Draft(reading, named, ground)
    conflicts = []
    for correction, name in zip(log, _names(log), strict=True):
        if not correction.undone:
            try:
                _do(draft, correction.change, name)
            except Unfit as unfit:
                conflicts.append(Conflict(correction.id, str(unfit)))
    result = settled(reading, draft)
    known = {source.id for source in result.sources}
    names = {key: name for key, name in draft.names.items() if key in known}
    return Corrected(result, draft.verdicts, tuple(draft.rejected), names, tuple(conflicts))


def statement_of(change: Change) -> StatementAt | None:
    """The statement that a change is of; None where it is of none that there was."""
    return None if isinstance(change, Merge | Split | Add) else change.statement


def _do(draft: Draft, change: Change, name: str) -> None:
    new = Keys(f"{ADDED}{name}", f"n{name}")
    match change:
        case Confirm():
            confirm(draft, change, new)
        case Reject():
            reject(draft, change)
        case Edit():
            edit(draft, change, new)
        case SetSource():
            reassign(draft, change, new)
        case Merge():
            merge(draft, change)
        case Add():
            add(draft, change, new)
        case _:
            split(draft, change, new.source)


def _names(log: Sequence[Correction]) -> Iterator[str]:
    """The beginning of each correction's id, long enough to tell it from those before."""
    names: set[str] = set()
    for correction in log:
        sizes = range(DIGITS, len(correction.id) + 1)
        beginnings = (correction.id[:size] for size in sizes)
        name = next((name for name in beginnings if name not in names), correction.id)
        names.add(name)
        yield name
