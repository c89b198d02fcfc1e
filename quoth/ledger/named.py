"""The user's table of names as the ledger keeps it, and the sources that it names."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from secrets import token_hex

from quoth.ledger.identities import Entry, Names
from quoth.ledger.identities.keys import checksum
from quoth.ledger.identities.proposing import IN_TABLE
from quoth.ledger.identities.stored import from_text
from quoth.ledger.store import Store
from quoth.ledger.values import storable


def entries(store: Store) -> dict[int, Entry]:
    """The table of names, each line by its identity."""
    rows = store.rows("SELECT identity, name, aliases, identifier FROM names ORDER BY identity")
    return {n: Entry(name, tuple(json.loads(more)), known) for n, name, more, known in rows}


def new_identity(store: Store) -> int:
    """The number of an identity that has no source yet."""
    store.run("INSERT INTO identities (key, shown) VALUES (?, 0)", (token_hex(8),))
    number = store.last
    store.run("UPDATE identities SET shown = id WHERE id = ?", (number,))
    return number


def put_names(store: Store, given: Sequence[Entry], then: Callable[[Store], None]) -> int:
    """Take a table of names in the place of the last one; the sources that it newly names.

    A line keeps its identity by its identifier, else by its name. `then` is done with them, in the
    same transaction.
    """
    with store.transaction():
        old = entries(store)
        free = {key: n for n, e in old.items() for key in (("n", e.name), ("i", e.identifier))}
        store.run("DELETE FROM names")
        for entry in given:
            number = free.get(("i", entry.identifier)) if entry.identifier else None
            number = number or free.get(("n", entry.name)) or new_identity(store)
            free = {key: n for key, n in free.items() if n != number}
            aliases = storable(json.dumps(entry.aliases, ensure_ascii=False))
            store.run(
                "INSERT INTO names VALUES (?, ?, ?, ?)",
                (number, storable(entry.name), aliases, entry.identifier),
            )
        named = _link_named(store, Names(entries(store).values()))
        then(store)
    return named


def _link_named(store: Store, names: Names) -> int:
    """Link anew the sources that the table names; how many were of somebody else before."""
    changed = 0
    numbers = {entry: number for number, entry in entries(store).items()}
    keys = {checksum(key) for words in names.words() for key in words}
    rows = store.rows(
        "SELECT DISTINCT l.document, l.source, l.identity, l.profile FROM link_keys k JOIN links l"
        " ON l.id = k.link"
        " WHERE k.key IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(keys)),),
    )
    for document, source, identity, text in rows:
        entry = names.of(from_text(text, document, source))
        if entry and numbers[entry] != identity:
            changed += 1
            store.run(
                "UPDATE links SET identity = ?, confidence = 1, reasons = ?"
                " WHERE document = ? AND source = ?",
                (numbers[entry], json.dumps([IN_TABLE]), document, source),
            )
    return changed
