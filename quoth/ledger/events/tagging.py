"""Documents that people put into events, and take out again."""

from __future__ import annotations

from collections.abc import Iterable
from secrets import token_hex

from quoth.errors import QuothError
from quoth.ledger.errors import NotFound
from quoth.ledger.events.listing import NO_EVENT
from quoth.ledger.naming import document_number
from quoth.ledger.store import Store
from quoth.ledger.values import storable


def name_of_event(called: str) -> str:
    """The name as it is kept. Raises `QuothError` where it is none."""
    name = " ".join(storable(called).split())
    if not name or name.isdecimal():
        raise QuothError(f"{called!r}: is no name for an event; give one that has a letter")
    return name


def put_into(store: Store, called: str, documents: Iterable[int]) -> int:
    """Put documents into the event of this name, which is made where there is none; its number.

    The caller holds a transaction open. Raises `QuothError` for what is no name, `NotFound` for a
    document that is not here.
    """
    found = [document_number(store, str(number)) for number in documents]
    name = name_of_event(called)
    number: int | None = store.value("SELECT id FROM events WHERE name = ?", (name,))
    if number is None:
        store.run("INSERT INTO events (key, name) VALUES (?, ?)", (token_hex(8), name))
        number = store.last
    store.many(
        "INSERT INTO event_documents VALUES (?, ?) ON CONFLICT DO NOTHING",
        [(number, document) for document in found],
    )
    return number


def take_from(store: Store, called: str, documents: Iterable[int]) -> int:
    """Take documents out of the event of this name; how many are left. Without any it is none.

    The caller holds a transaction open. Raises `NotFound` for what is no event that people made.
    """
    name = name_of_event(called)
    number = store.value("SELECT id FROM events WHERE name = ?", (name,))
    if number is None:
        raise NotFound(f"{called}: {NO_EVENT}")
    store.many(
        "DELETE FROM event_documents WHERE event = ? AND document = ?",
        [(number, document) for document in documents],
    )
    left: int = store.value("SELECT count(*) FROM event_documents WHERE event = ?", (number,))
    if not left:
        store.run("DELETE FROM events WHERE id = ?", (number,))
    return left
