"""Events as they are listed and asked for."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby
from operator import itemgetter
from typing import Any

from quoth.ledger.errors import NotFound
from quoth.ledger.store import Row, Store

NO_EVENT = "no such event; `quoth events` lists them"
MEMBERS = (
    "SELECT event, document FROM event_documents"
    " UNION ALL SELECT event, document FROM event_profiles WHERE event IS NOT NULL"
    " UNION ALL SELECT first.event, p.document FROM event_profiles first"
    " JOIN event_profiles p ON p.same_as = first.document WHERE first.event IS NOT NULL"
)
"""Events and their documents: those that people put there, those that are proposed, reprints."""


@dataclass(frozen=True, slots=True)
class Event:
    """Documents that tell of one thing."""

    number: int
    name: str
    """As the people who made it call it; of a proposed one its title."""
    title: str
    """The headline that says most of what its documents tell."""
    made: bool
    """Did people make it? Else it is proposed, by what documents tell and when."""
    documents: tuple[int, ...]
    """Their numbers, in order."""
    first: str | None
    """Day of the earliest document that has one, ISO 8601, as is `last`, that of the latest."""
    last: str | None
    outlets: tuple[str, ...]
    """Who published them, as far as they say, in the order of the alphabet."""


def events(store: Store) -> list[Event]:
    """All events that have documents, those with the latest documents first.

    A proposed one has two or more, which are not all in one event that people made.
    """
    found = list(_events(store))
    made = [frozenset(one.documents) for one in found if one.made]
    shown = [one for one in found if one.made or not _is_within(one, made)]
    return sorted(shown, key=lambda one: (one.last or "", one.number), reverse=True)


def event(store: Store, called: str) -> Event:
    """The event of this number or name. Raises `NotFound`."""
    column, value = (
        ("id", int(called[:18])) if called.isdecimal() else ("name", " ".join(called.split()))
    )
    number = store.value(f"SELECT id FROM events WHERE {column} = ?", (value,))
    found = None if number is None else next(_events(store, number), None)
    if not found:
        raise NotFound(f"{called}: {NO_EVENT}")
    return found


def events_with(store: Store, document: int) -> list[int]:
    """Numbers of the events that a document is in, those that people made first."""
    rows = store.rows(
        "SELECT m.event FROM (SELECT event FROM event_documents WHERE document = ?1"
        " UNION ALL SELECT event FROM event_profiles WHERE document = ?1 AND event IS NOT NULL"
        " UNION ALL SELECT first.event FROM event_profiles p JOIN event_profiles first"
        " ON first.document = p.same_as WHERE p.document = ?1 AND first.event IS NOT NULL) m"
        " JOIN events e ON e.id = m.event ORDER BY e.name IS NULL, m.event",
        (document,),
    )
    return [number for (number,) in rows]


def state_of(store: Store, one: Event) -> str:
    """Changes with the event's documents, the readings of these, and who their sources are."""
    rows = store.rows(
        "SELECT d.id, r.id, r.made, (SELECT group_concat(l.source || '=' || i.shown) FROM links l"
        " JOIN identities i ON i.id = coalesce(l.said, l.identity) WHERE l.document = d.id)"
        " FROM json_each(?) chosen CROSS JOIN documents d ON d.id = chosen.value"
        " LEFT JOIN readings r ON r.id = d.reading ORDER BY chosen.key",
        (json.dumps(one.documents),),
    )
    return sha256(json.dumps([one.name, rows]).encode()).hexdigest()


def _is_within(one: Event, made: Sequence[frozenset[int]]) -> bool:
    return len(one.documents) < 2 or any(other.issuperset(one.documents) for other in made)


def _events(store: Store, number: int | None = None) -> Iterator[Event]:
    where, values = ("", ()) if number is None else ("WHERE m.event = ?", (number,))
    rows = store.rows(
        "SELECT m.event, e.name, d.id, substr(d.published, 1, 10), d.outlet,"
        f" d.title, d.name, p.headline FROM ({MEMBERS}) m JOIN events e ON e.id = m.event"
        " JOIN documents d ON d.id = m.document"
        f" LEFT JOIN event_profiles p ON p.document = d.id {where} ORDER BY m.event, d.id",
        values,
    )
    for _, members in groupby(rows, key=itemgetter(0)):
        yield _event(list(members))


def _event(rows: Sequence[Row]) -> Event:
    number, name = rows[0][:2]
    days = sorted(row[3] for row in rows if row[3])
    title = _headline(rows)
    return Event(
        number,
        title if name is None else name,
        title,
        name is not None,
        tuple(row[2] for row in rows),
        days[0] if days else None,
        days[-1] if days else None,
        tuple(sorted({row[4] for row in rows if row[4]})),
    )


def _headline(rows: Sequence[Any]) -> str:
    """The headline that says most; without any, a document's name."""
    *_, title, name, _ = max(rows, key=lambda row: (row[5] is not None, row[7] or 0, -row[2]))
    return str(title or name)
