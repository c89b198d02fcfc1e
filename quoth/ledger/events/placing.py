"""A new document beside those that tell of the same, without redoing the rest.

An index leads to the documents that are most like it; these, with their events, are the view.
What is in view is grouped anew, so that it matters little in which order documents come. Reprints
stand with the document that they reprint, and are compared with nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from quoth.ledger.events.grouping import FLOOR
from quoth.ledger.events.telling import Telling, Terms, likenesses, terms_of
from quoth.ledger.events.viewing import group_view, has_event, load
from quoth.ledger.identities.keys import checksum
from quoth.ledger.loading import load_reading
from quoth.ledger.store import Store
from quoth.ledger.values import as_json, ordinal

KEYS = 16
"""So many of its terms lead to a document, and from it to others."""
LATEST = 200
"""So many of the latest documents under a term are looked at."""
NEAR = 40
"""So many documents that share most such terms are compared with a new one."""
REPRINT = 0.9
"""Likeness from which on a document counts as a reprint of another one."""
FEWEST = 3
"""Terms without which nothing is told."""

UNGROUPED = (
    "SELECT d.id FROM documents d LEFT JOIN event_profiles p ON p.document = d.id"
    " WHERE p.document IS NULL OR p.same_as IS NOT NULL"
    " AND p.same_as NOT IN (SELECT document FROM event_profiles WHERE same_as IS NULL)"
)


def ungrouped(store: Store) -> list[int]:
    """Numbers of the documents that were not yet put beside others, oldest first."""
    return [number for (number,) in store.rows(f"{UNGROUPED} ORDER BY d.id")]


def group(store: Store) -> Iterator[int]:
    """Put each document that is new beside others on the same event; its number when it is done.

    Each has a transaction of its own, and what is stopped goes on where it was.
    """
    for number in ungrouped(store):
        with store.transaction():
            # It may have been removed, or grouped by another program, meanwhile.
            if store.value(f"SELECT 1 FROM ({UNGROUPED}) WHERE id = ?", (number,)):
                _place(store, number)
        yield number


def forget_proposals(store: Store, numbers: Iterable[int]) -> None:
    """Let documents be as if they had never been put beside others."""
    rows = [(number,) for number in numbers]
    store.many("DELETE FROM event_profiles WHERE document = ?", rows)
    store.many("DELETE FROM event_keys WHERE document = ?", rows)
    store.run(
        "DELETE FROM events WHERE name IS NULL"
        " AND id NOT IN (SELECT event FROM event_profiles WHERE event IS NOT NULL)"
    )


def _place(store: Store, number: int) -> None:
    store.run("DELETE FROM event_profiles WHERE document = ?", (number,))
    if twin := _twin(store, number):
        _keep(store, number, {}, twin)
        return
    reading = load_reading(store, number)
    document = reading.document
    published = ordinal(document.published) or None
    new = Telling(number, terms_of(document, reading.dates), published, document.title)
    if len(new.terms) < FEWEST:
        _keep(store, number, {}, None)
        return
    near = _near(store, new)
    if near and near[0][0] >= REPRINT:
        _keep(store, number, {}, near[0][1])
        return
    _keep(store, number, new.terms, None)
    store.many(
        "INSERT INTO event_keys VALUES (?, ?)", [(checksum(term), number) for term in _keys(new)]
    )
    if close := [document for likeness, document in near if likeness >= FLOOR]:
        group_view(store, new, close)


def _twin(store: Store, number: int) -> int | None:
    """The first document that has the same words, and enough of them to tell something."""
    twin: int | None = store.value(
        "SELECT p.document FROM documents d JOIN documents o ON o.wording = d.wording"
        " JOIN event_profiles p ON p.document = o.id"
        " WHERE d.id = ? AND p.same_as IS NULL AND p.terms <> '{}' ORDER BY o.id LIMIT 1",
        (number,),
    )
    return twin


def _keep(store: Store, number: int, terms: Terms, same_as: int | None) -> None:
    store.run(
        "INSERT INTO event_profiles VALUES (?, NULL, ?, 0, ?)", (number, same_as, as_json(terms))
    )
    if same_as is not None:
        has_event(store, same_as)


def _keys(told: Telling) -> list[str]:
    return list(told.terms)[:KEYS]


def _near(store: Store, new: Telling) -> list[tuple[float, int]]:
    """Likeness and number of the documents that are most like it, the most first."""
    shared: Counter[int] = Counter()
    for term in _keys(new):
        rows = store.rows(
            "SELECT document FROM event_keys WHERE key = ? ORDER BY document DESC LIMIT ?",
            (checksum(term), LATEST),
        )
        for (document,) in rows:
            shared[document] += new.terms[term] ** 2  # type: ignore[assignment]
    told = load(store, sorted(shared, key=lambda one: (-shared[one], -one))[:NEAR])
    likeness = likenesses([new, *told])[0]
    found = [(float(likeness[n]), one.document) for n, one in enumerate(told, 1)]
    return sorted(found, key=lambda one: (-one[0], one[1]))
