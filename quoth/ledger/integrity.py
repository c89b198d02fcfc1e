"""Is a ledger's file whole, as far as SQLite itself can tell?"""

from __future__ import annotations

from collections.abc import Iterator

from quoth.ledger.store import Store


def wrong_in_file(store: Store) -> Iterator[str]:
    """What SQLite itself finds: damaged pages, indexes that differ, keys that lead nowhere."""
    for (line,) in store.each("PRAGMA integrity_check"):
        if line != "ok":
            # Its lines may hold several.
            yield "file: " + "; ".join(line.split("\n"))
    for table, _, parent, _ in store.each("PRAGMA foreign_key_check"):
        yield f"{table}: a row belongs to {parent} that are not there"
