"""How far a document has come: by it a reader says what he saw."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Self
from zlib import crc32

from quoth.ledger.corrections import Corrected
from quoth.ledger.errors import NotFound
from quoth.ledger.records import Logged
from quoth.ledger.store import Store

WRITTEN = re.compile(r"(\d{1,9})\.(\d{1,9})\.([0-9a-f]{8})", re.ASCII)
STATE = (
    "SELECT (SELECT count(*) FROM corrections WHERE document = d.id),"
    " (SELECT count(*) FROM corrections c JOIN undone u ON u.correction = c.number"
    " WHERE c.document = d.id),"
    " (SELECT id || ' ' || made FROM readings WHERE document = d.id AND kind = 'model')"
    " FROM documents d WHERE d.id = ?"
)


@dataclass(frozen=True, slots=True)
class State:
    """What was said of a document so far. A log only grows, so that no state comes twice."""

    said: int
    """Corrections in its log."""
    undone: int
    """How many of them are taken back."""
    reading: str
    """A mark of the model's reading, which another model may have made anew."""

    def __str__(self) -> str:
        return f"{self.said}.{self.undone}.{self.reading}"

    @classmethod
    def written(cls, text: str) -> Self | None:
        """The state that `str` made `text` of; None for any other text."""
        found = WRITTEN.fullmatch(text)
        return cls(int(found[1]), int(found[2]), found[3]) if found else None


@dataclass(frozen=True, slots=True)
class Moved:
    """What became of a document between two states."""

    since: State
    state: State
    """The state now."""
    then: Corrected | None
    """What people saw; None where that cannot be told any more, as after reading anew."""
    now: Corrected
    said: tuple[Logged, ...]
    """What was said or taken back between them. What was taken back since is told by when."""


@dataclass(frozen=True, slots=True)
class Heard:
    """How far the log of a whole ledger has come."""

    number: int
    """Of the last correction."""
    undone: int
    """How many are taken back."""

    def __str__(self) -> str:
        return f"{self.number}.{self.undone}"

    @classmethod
    def written(cls, text: str) -> Self | None:
        """What `str` made `text` of; None for any other text."""
        found = re.fullmatch(r"(\d{1,15})\.(\d{1,15})", text, re.ASCII)
        return cls(int(found[1]), int(found[2])) if found else None


def heard(store: Store) -> Heard:
    """How far the log of the ledger has come."""
    row = store.row(
        "SELECT coalesce((SELECT max(number) FROM corrections), 0), (SELECT count(*) FROM undone)"
    )
    assert row
    return Heard(*row)


def state_of(store: Store, document: int) -> State:
    """Raises `NotFound`."""
    row = store.row(STATE, (document,))
    if row is None:
        raise NotFound(f"{document}: no such document in {store.path}; see `quoth find`")
    said, undone, reading = row
    return State(said, undone, f"{crc32((reading or '').encode()):08x}")
