"""Sources of kept documents linked to identities, each document in a transaction of its own."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence

from quoth.ledger.identities import Identity, Names, Profile, in_turn, profiles, propose
from quoth.ledger.identities.keys import (
    EVENTS,
    LATEST,
    MEMBERS,
    checksum,
    event_keys,
    looked_up,
    name_keys,
)
from quoth.ledger.identities.proposing import Proposal
from quoth.ledger.identities.rarity import rarity
from quoth.ledger.identities.stored import as_text, from_text
from quoth.ledger.loading import load_reading
from quoth.ledger.named import entries, new_identity
from quoth.ledger.store import Store
from quoth.ledger.values import now, storable

OF_LINK = "identities i ON i.id = coalesce(l.said, l.identity)"


def unlinked(store: Store) -> list[int]:
    """Numbers of the documents whose reading is not linked yet, oldest first."""
    rows = store.rows(
        "SELECT d.id FROM documents d JOIN readings r ON r.id = d.reading"
        " LEFT JOIN linked k ON k.document = d.id AND k.reading = r.id AND k.made = r.made"
        " WHERE k.document IS NULL ORDER BY d.id"
    )
    return [number for (number,) in rows]


def link(store: Store, numbers: Sequence[int] | None = None) -> Iterator[int]:
    """Propose who the sources of these documents are, of all that are not linked yet by default.

    Gives the number of each document as it is done; what is stopped goes on where it was.
    """
    for number in unlinked(store) if numbers is None else numbers:
        with store.transaction():
            # It may have been removed, or linked by another program, meanwhile.
            reading = store.value("SELECT reading FROM documents WHERE id = ?", (number,))
            if reading is not None:
                _link(store, number, reading)
        yield number


def _link(store: Store, number: int, reading: int) -> None:
    before = _before(store, number)
    store.run("DELETE FROM links WHERE document = ?", (number,))
    store.run("DELETE FROM contexts WHERE document = ?", (number,))
    found = sorted(profiles(load_reading(store, number), number), key=in_turn)
    names = Names(entries(store).values())
    for profile in found:
        same = next((old for old in before if _is_same(old[0], profile)), None)
        if same:
            before.remove(same)
            _keep(store, profile, same[1:])
            continue
        proposal = propose(profile, candidates(store, profile), names)
        identity = _identity_of(store, proposal)
        why = json.dumps(proposal.reasons, ensure_ascii=False)
        _keep(store, profile, (identity, None, proposal.confidence, storable(why)))
        for other in proposal.also:
            join(store, identity, other.identity, other.confidence, other.reasons)
    if found:
        store.many(
            "INSERT INTO contexts VALUES (?, ?)",
            [(checksum(key), number) for key in event_keys(found[0])],
        )
    store.run(
        "INSERT OR REPLACE INTO linked SELECT ?, id, made FROM readings WHERE id = ?",
        (number, reading),
    )


Kept = tuple[int, int | None, float, str]
"""Columns of a link: identity, said, confidence, reasons."""


def _before(store: Store, number: int) -> list[tuple[Profile, int, int | None, float, str]]:
    """What was linked of the document's last reading: it stays for sources that are still there."""
    rows = store.rows(
        "SELECT source, profile, identity, said, confidence, reasons FROM links WHERE document = ?",
        (number,),
    )
    return [(from_text(profile, number, key), *rest) for key, profile, *rest in rows]


def _is_same(old: Profile, new: Profile) -> bool:
    if old.names or new.names:
        return bool(set(old.names[:1]) & set(new.names)) or bool(
            set(new.names[:1]) & set(old.names)
        )
    return old.source == new.source and bool(set(old.descriptions) & set(new.descriptions))


def _keep(store: Store, profile: Profile, kept: Kept) -> None:
    store.run(
        "INSERT INTO links (document, source, identity, said, confidence, reasons, profile)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (profile.document, profile.source, *kept, storable(as_text(profile))),
    )
    number = store.last
    store.many(
        "INSERT INTO link_keys VALUES (?, ?)",
        [(checksum(name), number) for name in name_keys(profile)],
    )


def candidates(store: Store, profile: Profile) -> list[Identity]:
    """Who a source may be: by its names anywhere, by anything in documents of its event."""
    found: set[int] = set()
    for key in looked_up(profile):
        rows = store.rows(
            f"SELECT i.shown FROM link_keys k JOIN links l ON l.id = k.link JOIN {OF_LINK}"
            " WHERE k.key = ? ORDER BY k.link DESC LIMIT ?",
            (checksum(key), LATEST),
        )
        found.update(number for (number,) in rows)
    shared: Counter[int] = Counter()
    for key in event_keys(profile):
        rows = store.rows(
            "SELECT document FROM contexts WHERE key = ? ORDER BY document DESC LIMIT ?",
            (checksum(key), LATEST),
        )
        for (document,) in rows:
            shared[document] += rarity(key)  # type: ignore[assignment]
    near = sorted(shared, key=lambda d: (-shared[d], -d))[:EVENTS]
    rows = store.rows(
        f"SELECT DISTINCT i.shown FROM links l JOIN {OF_LINK}"
        " WHERE l.document IN (SELECT value FROM json_each(?))",
        (json.dumps([*near, profile.document]),),
    )
    found.update(number for (number,) in rows)
    return [_identity(store, number) for number in sorted(found)]


def _identity(store: Store, number: int) -> Identity:
    rows = store.rows(
        "SELECT l.document, l.source, l.profile FROM links l WHERE coalesce(l.said, l.identity) IN"
        " (SELECT id FROM identities WHERE shown = ?) ORDER BY l.document DESC LIMIT ?",
        (number, MEMBERS),
    )
    found = [from_text(text, document, source) for document, source, text in reversed(rows)]
    entry = store.value(
        "SELECT n.name FROM names n JOIN identities i ON i.id = n.identity WHERE i.shown = ?",
        (number,),
    )
    return Identity(number, tuple(found), entry)


def _identity_of(store: Store, proposal: Proposal) -> int:
    if proposal.entry:
        name = proposal.entry.name
        number: int = store.value("SELECT identity FROM names WHERE name = ?", (name,))
        return number
    return new_identity(store) if proposal.identity is None else proposal.identity


def join(store: Store, one: int, other: int, confidence: float, reasons: Sequence[str]) -> None:
    """Keep that two are proposed to be one, and show them as one unless people said no."""
    store.run(
        "INSERT INTO joins VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        (one, other, confidence, storable(json.dumps(reasons, ensure_ascii=False)), now()),
    )
    unite(store, one, other)


def unite(store: Store, one: int, other: int, decided: tuple[str, int] | None = None) -> bool:
    """Show two identities as one, where no decision and no two lines of the table stand against it.

    `decided` is when people said so, and the decision's number: then only what they said later
    stands against it.
    """
    a, b = (store.value("SELECT shown FROM identities WHERE id = ?", (n,)) for n in (one, other))
    if a == b:
        return True
    if _parted(store, a, b, decided or ("", 0)):
        return False
    lines = [
        store.value(
            "SELECT n.identity FROM names n JOIN identities i ON i.id = n.identity"
            " WHERE i.shown = ?",
            (n,),
        )
        for n in (a, b)
    ]
    if all(lines) and not decided:
        return False
    keep, give = (b, a) if lines[1] and not lines[0] else (a, b)
    store.run("UPDATE identities SET shown = ? WHERE shown = ?", (keep, give))
    return True


def _parted(store: Store, one: int, other: int, after: tuple[str, int]) -> bool:
    return bool(
        store.value(
            "SELECT 1 FROM decisions d JOIN identities a ON a.id = d.one JOIN identities b"
            " ON b.id = d.other WHERE d.action = 'differ' AND d.undone IS NULL"
            " AND ((a.shown = ?1 AND b.shown = ?2) OR (a.shown = ?2 AND b.shown = ?1))"
            " AND (d.at, d.number) > (?3, ?4)",
            (one, other, *after),
        )
    )


def regroup(store: Store) -> None:
    """Show as one what decisions and joins say, from the beginning.

    The later word counts: of two decisions on the same pair the last one that stands, and where a
    chain contradicts another decision, the later of what contradicts each other. After `same 1 2`,
    `same 2 3`, `differ 1 3`, 2 and 3 are one, and 1 stands apart; after `differ 1 3`, `same 1 2`,
    `same 2 3` all are one. What is passed over stays, and counts again when the later is undone.
    """
    store.run("UPDATE identities SET shown = id WHERE shown <> id")
    said = store.rows(
        "SELECT one, other, at, number FROM decisions WHERE action = 'same' AND undone IS NULL"
        " ORDER BY at DESC, number DESC"
    )
    # The last comes first, so that each meets only what counts for more.
    for one, other, *when in said:
        unite(store, one, other, (when[0], when[1]))
    for one, other in store.rows("SELECT one, other FROM joins ORDER BY at, one, other"):
        unite(store, one, other)
