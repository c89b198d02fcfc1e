"""Taking documents out for good: a takedown, somebody's privacy."""

from __future__ import annotations

from collections.abc import Sequence

from quoth.ledger.errors import NotFound
from quoth.ledger.keeping import drop_reading
from quoth.ledger.sampling.reviewed import forget
from quoth.ledger.store import Store
from quoth.ledger.values import now, storable


def remove(store: Store, numbers: Sequence[int], who: str, why: str) -> bool:
    """Take documents out of the file and its index, all of them or none.

    What is left of each is a row of `removals` without a word of it, by which it is known when it
    is met again. Freed pages are overwritten (`PRAGMA secure_delete`), the indexes of words are
    written anew, and the log is emptied into the file: False where that has to wait for a reader.
    Copies and backups made before are not touched.

    Raises `NotFound` where the ledger has no such document.
    """
    with store.transaction():
        for number in numbers:
            take_out(store, number, who, why)
        forget_words(store)
    return store.checkpoint()


def forget_words(store: Store) -> None:
    """Words that nothing holds any more leave the indexes; till then they are only struck out.

    FTS5's 'secure-delete' would do so at once, but no SQLite before 3.42 opens a file with it.
    """
    for index in ("statement_words", "document_words"):
        store.run(f"INSERT INTO {index} ({index}) VALUES ('optimize')")


def take_out(store: Store, number: int, who: str, why: str) -> None:
    """Take one document out, but for its words in the indexes (`forget_words`).

    The caller holds a transaction open. Raises `NotFound`.
    """
    row = store.row("SELECT fingerprint, original FROM documents WHERE id = ?", (number,))
    if row is None:
        raise NotFound(f"{number}: no such document in {store.path}; see `quoth find`")
    found, original = row
    store.run(
        "INSERT INTO removals VALUES (?, ?, ?, ?, ?)",
        (number, found, now(), storable(who), storable(why)),
    )
    forget(store, number)
    # Paths and names may tell as much as the text.
    store.run(
        "DELETE FROM inputs WHERE name IN (SELECT input FROM sightings WHERE document = ?)",
        (number,),
    )
    for kind in ("corrected", "model"):
        drop_reading(store, number, kind)
    store.run(
        "INSERT INTO document_words (document_words, rowid, text)"
        " SELECT 'delete', id, text FROM documents WHERE id = ?",
        (number,),
    )
    store.run("DELETE FROM documents WHERE id = ?", (number,))
    # The bytes hold its words also where they hold other documents, as a feed's do.
    store.run("UPDATE originals SET packed = NULL WHERE digest = ?", (original,))
    store.run(
        "DELETE FROM originals WHERE digest = ?1"
        " AND NOT EXISTS (SELECT 1 FROM documents WHERE original = ?1)",
        (original,),
    )
