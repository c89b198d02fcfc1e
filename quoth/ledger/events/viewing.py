"""The documents that are near a new one, with their events, grouped anew.

An event of more than `VIEW` documents is not taken apart any more, nor are two of them made one: a
sample, even over the order in which they came, speaks for it.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from secrets import token_hex

from quoth.ledger.events.grouping import grouped
from quoth.ledger.events.telling import Telling, headlines, likenesses
from quoth.ledger.store import Store
from quoth.ledger.values import ordinal

VIEW = 40
"""Documents of one event that are compared."""
MOST = 160
"""Documents that are grouped at once: events that are less near than others stay as they are."""


def load(store: Store, numbers: Iterable[int]) -> list[Telling]:
    """What these documents tell, in their order."""
    rows = store.rows(
        "SELECT p.document, p.terms, d.published, d.title FROM event_profiles p"
        " JOIN documents d ON d.id = p.document"
        " WHERE p.document IN (SELECT value FROM json_each(?)) ORDER BY p.document",
        (json.dumps(list(numbers)),),
    )
    return [
        Telling(number, json.loads(terms), ordinal(day) or None, title)
        for number, terms, day, title in rows
    ]


def has_event(store: Store, document: int) -> None:
    """Give a document that stood alone an event, since another one is a reprint of it."""
    if store.value("SELECT event FROM event_profiles WHERE document = ?", (document,)) is None:
        store.run(
            "UPDATE event_profiles SET event = ? WHERE document = ?", (_new_event(store), document)
        )


def group_view(store: Store, new: Telling, close: Sequence[int]) -> None:
    """Group the new document, those that are `close` to it, the closest first, and their events."""
    events, large = _view(store, close)
    told = [*load(store, events), new]
    events[new.document] = None
    together = {
        event: [n for n, one in enumerate(told) if events[one.document] == event] for event in large
    }
    groups = grouped(likenesses(told), list(together.values()))
    named = _named([[told[n].document for n in group] for group in groups], events, large)
    reprinted = _reprinted(store, events)
    for group, event in zip(groups, named, strict=True):
        members = [told[n].document for n in group]
        titles = headlines([told[n] for n in group])
        if len(members) == 1 and members[0] not in reprinted:
            event = None
        elif event is None:
            event = _new_event(store)
        store.many(
            "UPDATE event_profiles SET event = ?, headline = ? WHERE document = ?",
            [(event, *each) for each in zip(titles, members, strict=True)],
        )
    _forget_empty(store, events.values())


def _view(store: Store, close: Sequence[int]) -> tuple[dict[int, int | None], set[int]]:
    """The documents in view, each with its event, and the events that are too large for it."""
    found: dict[int, int | None] = {}
    large: set[int] = set()
    for document in close:
        if document in found:
            continue
        event = store.value("SELECT event FROM event_profiles WHERE document = ?", (document,))
        members = [document] if event is None else _members(store, event)
        if event in large or len(found) + min(len(members), VIEW) > MOST:
            continue
        if len(members) > VIEW:
            large.add(event)
            members = [members[n * len(members) // VIEW] for n in range(VIEW)]
        found |= dict.fromkeys(members, event)
    return found, large


def _members(store: Store, event: int) -> list[int]:
    sql = "SELECT document FROM event_profiles WHERE event = ? ORDER BY document"
    return [number for (number,) in store.rows(sql, (event,))]


def _named(
    groups: Sequence[Sequence[int]], events: dict[int, int | None], large: set[int]
) -> list[int | None]:
    """For each group the event that most of it was in; None where that is another group's."""
    named: dict[int, int] = {}
    free = {event for event in events.values() if event is not None}
    for n in sorted(range(len(groups)), key=lambda n: (-len(groups[n]), groups[n])):
        were = Counter(event for one in groups[n] if (event := events[one]) in free)
        kept = large.intersection(were) or were
        if kept:
            named[n] = min(kept, key=lambda event: (-were[event], event))
            free.discard(named[n])
    return [named.get(n) for n in range(len(groups))]


def _reprinted(store: Store, documents: Iterable[int]) -> set[int]:
    rows = store.rows(
        "SELECT DISTINCT same_as FROM event_profiles"
        " WHERE same_as IN (SELECT value FROM json_each(?))",
        (json.dumps(list(documents)),),
    )
    return {number for (number,) in rows}


def _new_event(store: Store) -> int:
    store.run("INSERT INTO events (key) VALUES (?)", (token_hex(8),))
    return store.last


def _forget_empty(store: Store, events: Iterable[int | None]) -> None:
    """Events that gave all their documents to others."""
    store.many(
        "DELETE FROM events WHERE id = ?1 AND name IS NULL"
        " AND NOT EXISTS (SELECT 1 FROM event_profiles WHERE event = ?1)",
        [(event,) for event in {*events} if event is not None],
    )
