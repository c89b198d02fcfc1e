"""Events as they are listed and asked for."""

from __future__ import annotations

from dataclasses import dataclass

from quoth.ledger.errors import NotFound
from quoth.ledger.store import Store

NO_EVENT = "no such event; `quoth events` lists them"


@dataclass(frozen=True, slots=True)
class Event:
    """Documents that tell of one thing."""

    number: int
    name: str
    documents: tuple[int, ...]
    """Their numbers, in order."""
    first: str | None
    """Day of the earliest document that has one, ISO 8601, as is `last`, that of the latest."""
    last: str | None
    outlets: tuple[str, ...]
    """Who published them, as far as they say, in the order of the alphabet."""


def events(store: Store) -> list[Event]:
    """All events that have documents, those with the latest documents first."""
    numbers = store.rows("SELECT DISTINCT event FROM event_documents")
    found = [_event(store, number) for (number,) in numbers]
    return sorted(found, key=lambda one: (one.last or "", one.number), reverse=True)


def event(store: Store, called: str) -> Event:
    """The event of this number or name. Raises `NotFound`."""
    column, value = ("id", int(called[:18])) if called.isdecimal() else ("name", called.strip())
    number = store.value(f"SELECT id FROM events WHERE {column} = ?", (value,))
    found = None if number is None else _event(store, number)
    if not found or not found.documents:
        raise NotFound(f"{called}: {NO_EVENT}")
    return found


def _event(store: Store, number: int) -> Event:
    name = store.value("SELECT name FROM events WHERE id = ?", (number,))
    rows = store.rows(
        "SELECT d.id, substr(d.published, 1, 10), d.outlet FROM event_documents e"
        " JOIN documents d ON d.id = e.document WHERE e.event = ? ORDER BY d.id",
        (number,),
    )
    days = sorted(day for _, day, _ in rows if day)
    return Event(
        number,
        name,
        tuple(document for document, _, _ in rows),
        days[0] if days else None,
        days[-1] if days else None,
        tuple(sorted({outlet for _, _, outlet in rows if outlet})),
    )
