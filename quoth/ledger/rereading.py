"""Kept documents read anew by another model, one by one, from what the ledger holds of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quoth.ledger.adding import Kept, Reads
from quoth.ledger.correcting import Corrections
from quoth.ledger.keeping import put_reading
from quoth.ledger.loading import load_document
from quoth.ledger.store import Store
from quoth.records import Document, Reading


def outdated(store: Store, model: str) -> list[int]:
    """The documents whose reading another model made."""
    rows = store.each(
        "SELECT document FROM readings WHERE kind = 'model' AND model <> ? ORDER BY document",
        (model,),
    )
    return [number for (number,) in rows]


def reread(store: Store, reader: Reads, numbers: Iterable[int]) -> Iterator[Kept]:
    """Read documents anew, each kept in a transaction of its own; what is stopped goes on.

    Raises `NotFound` for a number that the ledger has not.
    """
    awaited: list[int] = []
    corrections = Corrections(store)

    def documents() -> Iterator[Document]:
        with store.beside() as seen:
            for number in numbers:
                document = load_document(seen, number)
                awaited.append(number)
                yield document

    for reading in reader.read_each(documents()):
        assert isinstance(reading, Reading)
        number = awaited.pop(0)
        with store.transaction():
            # It may have been removed while it was being read.
            if store.value("SELECT 1 FROM documents WHERE id = ?", (number,)):
                put_reading(store, number, reading)
                corrections.rebuild(number)
        yield Kept(reading.document.name, "known", number, len(reading.statements))
