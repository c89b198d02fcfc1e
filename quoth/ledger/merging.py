"""`quoth ledger merge`: all that another ledger keeps, into one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from quoth.ledger.choosing import chosen
from quoth.ledger.errors import LedgerError
from quoth.ledger.removing import forget_words, take_out
from quoth.ledger.rows import Walk
from quoth.ledger.store import Store
from quoth.ledger.taking import Taken, take

IN_ORDER = (
    "CREATE TEMP TABLE later AS SELECT id, n FROM (SELECT id, version, row_number()"
    " OVER (PARTITION BY lineage ORDER BY added, version, id) AS n FROM documents"
    " WHERE lineage IS NOT NULL) WHERE n <> version",
    # Numbers that none has first, for two versions may not be the same.
    "UPDATE documents SET version = -id WHERE id IN (SELECT id FROM temp.later)",
    "UPDATE documents SET version = n FROM temp.later WHERE later.id = documents.id",
    "DROP TABLE temp.later",
)
"""Versions follow each other by when they were added, whichever ledger they are from."""


def merge(store: Store, other: Store) -> Iterator[Taken]:
    """Put in all that `other` keeps, and say what became of each document.

    Nothing happens until the result is iterated over. A document that both have stays as it is
    here, with the corrections of both. What either has removed is kept no longer: it is taken out
    here, or does not come. Stopped anywhere, the same again goes on where it was.
    """
    if Path(store.place).samefile(other.place):
        raise LedgerError(other.path, "is the ledger itself; name another one")
    with other.snapshot():
        yield from _without(store, other)
        yield from take(store, Walk(other).all(chosen(other)))
    with store.transaction():
        for sql in IN_ORDER:
            store.run(sql)
    store.checkpoint()


def _without(store: Store, other: Store) -> list[Taken]:
    """Take out what the other ledger has removed."""
    taken = []
    with store.transaction():
        for fingerprint, who, why in other.rows("SELECT fingerprint, who, why FROM removals"):
            row = store.row("SELECT id, name FROM documents WHERE fingerprint = ?", (fingerprint,))
            if row:
                take_out(store, row[0], who, why)
                taken.append(Taken(row[1], "removed"))
        if taken:
            forget_words(store)
    return taken
