"""What a ledger knows of a document besides what was read in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from quoth.ledger.errors import NotFound
from quoth.ledger.store import Store


@dataclass(frozen=True, slots=True)
class Facts:
    """How one document is kept."""

    number: int
    version: int
    added: str
    """ISO 8601, UTC."""
    reading: str
    """Which reading counts: "model", or "corrected" where people corrected that."""
    verdicts: Mapping[str, str]
    """What people said of its statements, by id; the others are left out."""


def load_facts(store: Store, number: int) -> Facts:
    """How document `number` is kept. Raises `NotFound`."""
    row = store.row(
        "SELECT d.version, d.added, r.kind, r.id"
        " FROM documents d JOIN readings r ON r.id = d.reading WHERE d.id = ?",
        (number,),
    )
    if row is None:
        raise NotFound(f"{number}: no such document in {store.path}; see `quoth find`")
    version, added, kind, reading = row
    verdicts = "SELECT key, verdict FROM statements WHERE reading = ? AND verdict IS NOT NULL"
    return Facts(number, version, added, kind, dict(store.rows(verdicts, (reading,))))
