"""The words of statements, into the index that finds them and out of it."""

from __future__ import annotations

from quoth.ledger.store import Store, Values


def index(store: Store, statements: str, values: Values) -> None:
    """Put the words in of the statements whose numbers the query `statements` gives."""
    store.run(
        "INSERT INTO statement_words (rowid, content, source, outlet, marks)"
        f" SELECT * FROM statement_texts WHERE id IN ({statements}) ORDER BY id",
        values,
    )


def unindex(store: Store, statements: str, values: Values) -> None:
    """Take them out: an index over another table's words must be told the words that go."""
    store.run(
        "INSERT INTO statement_words (statement_words, rowid, content, source, outlet, marks)"
        f" SELECT 'delete', * FROM statement_texts WHERE id IN ({statements}) ORDER BY id",
        values,
    )
