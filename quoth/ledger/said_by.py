"""What one identity is made to say over time, document by document, however much that is."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quoth.ledger.identifying import OF_IDENTITY
from quoth.ledger.store import Store
from quoth.records import Act, Form, Kind

FEW = 200
"""Sources of one identity that are looked at together; of more, a census has the order. They lie
all over a large ledger, and a disk that has to look for each takes a second for a thousand."""
EACH = 50
"""Statements of one document that are shown, at most."""

_LINKS = """
SELECT count(*) FROM (SELECT 1 FROM identities i
CROSS JOIN links l ON coalesce(l.said, l.identity) = +i.id WHERE i.shown = ? LIMIT ?)"""
"""All in one index; those of readings that do not count any more are among them."""
_PLACED = f"""
SELECT s.id, l.document, s.key, substr(d.published, 1, 10), s.statements
FROM {OF_IDENTITY} WHERE i.shown = ?"""
_SOURCES = """
SELECT s.id, d.id, d.name, d.title, d.outlet, d.published, s.key, coalesce(s.name, s.description),
  s.kind, s.role, l.confidence, l.reasons, l.said IS NOT NULL,
  (SELECT count(DISTINCT item) FROM source_spans m WHERE m.source = s.id AND m.part = 'mention')
FROM json_each(?) chosen CROSS JOIN sources s ON s.id = chosen.value
CROSS JOIN readings r ON r.id = s.reading CROSS JOIN documents d ON d.id = r.document
LEFT JOIN links l ON l.document = d.id AND l.source = s.key ORDER BY chosen.key"""
_STATEMENTS = """
SELECT t.source, t.key, t.cue_text, t.act, t.form, t.content FROM json_each(?) chosen
CROSS JOIN statements t ON t.source = chosen.value ORDER BY t.source, t.start"""
_ACTS = """
SELECT t.act, count(*) FROM json_each(?) chosen
CROSS JOIN statements t ON t.source = chosen.value
WHERE t.act IS NOT NULL GROUP BY t.act ORDER BY 2 DESC, 1"""
_ROLES = """
SELECT s.role, count(*) FROM json_each(?) chosen CROSS JOIN sources s ON s.id = chosen.value
WHERE s.role IS NOT NULL GROUP BY s.role ORDER BY 2 DESC, 1 LIMIT 12"""
_JOINED = """
SELECT j.one, j.other, j.confidence, j.reasons FROM identities i
JOIN joins j ON j.one = i.id JOIN identities o ON o.id = j.other AND o.shown = i.shown
WHERE i.shown = ? LIMIT 50"""


@dataclass(frozen=True, slots=True)
class Placed:
    """One source of an identity in the order of time."""

    row: int
    """Number of its row."""
    document: int
    key: str
    day: str | None
    statements: int


@dataclass(frozen=True, slots=True)
class Uttered:
    """A statement that it is made to answer for."""

    id: str
    """`17:s12`."""
    cue: str | None
    act: Act | None
    form: Form
    content: str


@dataclass(frozen=True, slots=True)
class InDocument:
    """An identity in one document: how it is called there, what it says, why it is the same."""

    document: int
    name: str
    title: str | None
    outlet: str | None
    published: str | None
    source: str
    """`17:p3`."""
    called: str | None
    kind: Kind
    role: str | None
    confidence: float | None
    reasons: tuple[str, ...]
    said: bool
    """Put there by people, not by a proposal."""
    mentions: int
    statements: tuple[Uttered, ...]
    more: int
    """Statements that are not shown."""


@dataclass(frozen=True, slots=True)
class Joined:
    """Two parts of an identity that were found to be one later."""

    one: int
    other: int
    confidence: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Habits:
    """What an identity does with words, and what documents call its role."""

    acts: tuple[tuple[Act, int], ...]
    roles: tuple[tuple[str, int], ...]


def placed(store: Store, identity: int) -> list[Placed] | None:
    """Its sources by day and document; None of one that has more than `FEW`."""
    if store.value(_LINKS, (identity, FEW + 1)) > FEW:
        return None
    rows = store.rows(_PLACED, (identity,))
    return sorted((Placed(*row) for row in rows), key=lambda each: (each.day or "", each.document))


def in_documents(store: Store, sources: Sequence[Placed]) -> tuple[InDocument, ...]:
    """What these sources are made to say, in their order."""
    chosen = _numbers(sources)
    said: dict[int, list[tuple[str, Uttered]]] = defaultdict(list)
    for source, key, *rest in store.each(_STATEMENTS, (chosen,)):
        said[source].append((key, Uttered("", *rest)))
    found = []
    for row, number, name, title, outlet, day, key, called, kind, role, *link in store.rows(
        _SOURCES, (chosen,)
    ):
        sure, why, people, mentions = link
        statements = said[row]
        found.append(
            InDocument(
                number,
                name,
                title,
                outlet,
                day,
                f"{number}:{key}",
                called,
                kind,
                role,
                sure,
                tuple(json.loads(why)) if why else (),
                bool(people),
                mentions,
                tuple(
                    Uttered(f"{number}:{own}", each.cue, each.act, each.form, each.content)
                    for own, each in statements[:EACH]
                ),
                max(len(statements) - EACH, 0),
            )
        )
    return tuple(found)


def habits(store: Store, sources: Iterable[Placed]) -> Habits:
    """What these sources do, and what roles documents give them."""
    chosen = _numbers(sources)
    acts, roles = (store.rows(sql, (chosen,)) for sql in (_ACTS, _ROLES))
    return Habits(
        tuple((act, number) for act, number in acts),
        tuple((role, number) for role, number in roles),
    )


def joined(store: Store, identity: int) -> tuple[Joined, ...]:
    """The parts of an identity that were found to be one later, and why."""
    return tuple(
        Joined(one, other, sure, tuple(json.loads(why)))
        for one, other, sure, why in store.rows(_JOINED, (identity,))
    )


def _numbers(sources: Iterable[Placed]) -> str:
    return json.dumps([each.row for each in sources])
