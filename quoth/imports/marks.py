"""What people marked in annotation tools, into the ledger as corrections."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from quoth.errors import QuothError, UnreadableInput
from quoth.imports import brat, label_studio, xmi
from quoth.imports.differences import compared
from quoth.imports.pieces import same_text
from quoth.imports.records import Marked
from quoth.ledger.correcting import Corrections
from quoth.ledger.errors import LedgerError
from quoth.ledger.loading import load_document
from quoth.ledger.naming import numbers_called
from quoth.ledger.store import Store

READERS: dict[str, Callable[[Path], Iterator[Marked | UnreadableInput]]] = {
    "brat": brat.read,
    "xmi": xmi.read,
    "label-studio": label_studio.read,
}
"""Formats that people mark texts in."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What one file says of one document."""

    file: str
    document: int | None = None
    """None where nothing could be taken from the file, and then `reason` says why."""
    corrections: int = 0
    left_out: tuple[str, ...] = ()
    """What it says and no correction can say, one line each."""
    reason: str | None = None


def hear(
    store: Store, path: Path, form: str, who: str, any_reading: bool = False
) -> Iterator[Heard]:
    """Keep as corrections what the files at `path` say otherwise than the ledger, one by one.

    Each document's come all or not at all. They are said by whoever the file names, else by `who`.
    A file that was made from another reading than the one that counts is compared with what was
    exported then, where that is kept, else refused, unless `any_reading`: then all in which the
    two differ is taken for what a person said.

    Raises QuothError where `path` is none of this format's.
    """
    corrections = Corrections(store)
    for marked in READERS[form](path):
        if isinstance(marked, UnreadableInput):
            yield Heard(marked.name, reason=marked.reason)
            continue
        try:
            yield _hear(store, corrections, marked, who, any_reading)
        except LedgerError:  # the others would fare no better
            raise
        except QuothError as error:
            reason = str(error).removeprefix(f"{marked.file}: ")
            yield Heard(marked.file, reason=reason)


def _hear(
    store: Store, corrections: Corrections, marked: Marked, who: str, any_reading: bool
) -> Heard:
    number = _number(store, marked)
    made_from = None if any_reading else marked.made_from
    with corrections.sitting(number, marked.who or who, f"from {marked.file}") as sitting:
        found = compared(sitting.reading, replace(marked, made_from=made_from), sitting.log)
        if found.changes:
            sitting.say(*found.changes)
    return Heard(marked.file, number, len(found.changes), found.left_out)


def _number(store: Store, marked: Marked) -> int:
    """The newest document of that name and text."""
    for number in numbers_called(store, marked.document):
        if same_text(marked.text, load_document(store, number).text):
            return number
    reason = f"{store.path} has no document {marked.document} with this text; add it first"
    raise QuothError(reason)
