"""`quoth ledger info`: what a ledger holds, in numbers."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import apsw

from quoth.ledger.store import Store

COUNTING = "reading IN (SELECT reading FROM documents)"
COUNTED = {
    "documents": "documents",
    "originals": "originals WHERE packed IS NOT NULL",
    **{each: f"{each} WHERE {COUNTING}" for each in ("statements", "sources", "figures", "dates")},
    "identities": "identities WHERE id = shown",
    "corrections": "corrections WHERE number NOT IN (SELECT correction FROM undone)",
    "failures": "failures",
    "removals": "removals",
}
"""What is counted, and of which rows."""


@dataclass(frozen=True, slots=True)
class Info:
    """A ledger in numbers."""

    path: str
    size: int
    """Bytes of the file and of the log beside it."""
    schema: int
    sqlite: str
    """Version of the SQLite that Quoth brings along."""
    counts: dict[str, int]
    """Rows by what they are."""
    models: dict[str, int]
    """Documents by the model that read them."""


def info(store: Store) -> Info:
    """What the ledger holds at this moment."""
    with store.snapshot():
        return Info(
            store.path,
            sum(each.stat().st_size for each in _files(store.place) if each.exists()),
            store.value("PRAGMA user_version"),
            apsw.sqlite_lib_version(),
            {n: store.value(f"SELECT count(*) FROM {rows}") for n, rows in COUNTED.items()},
            dict(
                store.rows(
                    "SELECT model, count(*) FROM readings WHERE kind = 'model' GROUP BY model"
                )
            ),
        )


def _files(path: str) -> tuple[Path, Path]:
    return Path(path), Path(f"{path}-wal")
