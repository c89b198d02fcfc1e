"""Identities as people see them, part them and join them."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import islice
from secrets import token_hex

from quoth.errors import QuothError
from quoth.ledger.errors import NotFound
from quoth.ledger.linking import OF_LINK, regroup
from quoth.ledger.named import new_identity
from quoth.ledger.store import Store
from quoth.ledger.values import now, storable
from quoth.records import Kind

SOURCE = re.compile(r"(\d+):(p\w+)")
PAGE = 50
"""Statements on one page of an identity."""
LINKED = (
    f"links l JOIN {OF_LINK} JOIN linked k ON k.document = l.document"
    " JOIN documents d ON d.id = l.document AND d.reading = k.reading"
    " JOIN readings r ON r.id = k.reading AND r.made = k.made"
    " JOIN sources s ON s.reading = d.reading AND s.key = l.source"
)
"""Links of the readings that count, with their sources."""
OF_IDENTITY = (
    "identities i CROSS JOIN links l ON coalesce(l.said, l.identity) = +i.id"
    " CROSS JOIN linked k ON k.document = l.document"
    " CROSS JOIN documents d ON d.id = l.document AND d.reading = k.reading"
    " CROSS JOIN readings r ON r.id = k.reading AND r.made = k.made"
    " CROSS JOIN sources s ON s.reading = d.reading AND s.key = l.source"
)
"""The same, begun with an identity that is given: SQLite would go through all links, as it would
without the sign, since a column of whole numbers is not compared by an index over an expression."""


@dataclass(frozen=True, slots=True)
class Known:
    """One source across documents, in short."""

    number: int
    name: str | None
    """By the table of names, else its most frequent name; None for what is only described."""
    described: str | None
    kind: Kind
    identifier: str | None
    """By the table of names."""
    documents: int
    statements: int


@dataclass(frozen=True, slots=True)
class Linked:
    """One source of one document, and why it is this identity."""

    source: str
    """`17:p3`."""
    document: str
    """The document's name."""
    published: str | None
    name: str | None
    confidence: float
    reasons: tuple[str, ...]
    said: bool
    """Put there by people, not by a proposal."""


@dataclass(frozen=True, slots=True)
class Made:
    """A statement that the identity is made to answer for."""

    id: str
    """`17:s12`."""
    document: str
    published: str | None
    cue: str | None
    content: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Page:
    """One identity: its sources, and a page of its statements in the order of publication."""

    known: Known
    sources: tuple[Linked, ...]
    statements: tuple[Made, ...]
    page: int
    """From 1."""
    pages: int


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody said of two identities, or of one source."""

    id: str
    """32 hexadecimal digits; `undo` takes it, or its beginning, as it takes a correction's."""
    action: str
    """`same` or `differ`."""
    one: str
    other: str
    who: str
    at: str
    why: str
    undone: bool


def identities(
    store: Store, words: str = "", limit: int | None = None, kinds: tuple[Kind, ...] = ()
) -> list[Known]:
    """Identities with the most statements first; with `words` those called by all of them."""
    wanted = [f"%{word}%" for word in words.split()]
    named = " AND ".join(
        ["(coalesce(n.name, '') || ' ' || coalesce(s.name, s.description, '')) LIKE ?"]
        * len(wanted)
    )
    rows = store.rows(
        f"SELECT i.shown FROM {LINKED} LEFT JOIN names n ON n.identity = i.shown"
        f" {'WHERE ' + named if wanted else ''}"
        " GROUP BY i.shown ORDER BY sum(s.statements) DESC, i.shown LIMIT ?",
        (*wanted, -1 if limit is None or kinds else limit),
    )
    found = (known(store, number) for (number,) in rows)
    return list(islice((one for one in found if not kinds or one.kind in kinds), limit))


def known(store: Store, number: int) -> Known:
    """An identity in short. Raises `NotFound`."""
    number = _shown(store, number)
    rows = store.rows(
        f"SELECT s.name, s.description, s.kind, s.statements, l.document FROM {OF_IDENTITY}"
        " WHERE i.shown = ?",
        (number,),
    )
    line = store.row("SELECT name, identifier FROM names WHERE identity = ?", (number,))
    if not rows and not line:
        raise NotFound(f"{number}: nobody is linked to this identity; see `quoth identities`")
    names, described, kinds = (Counter(row[n] for row in rows if row[n]) for n in (0, 1, 2))
    return Known(
        number,
        line[0] if line else _most(names),
        _most(described),
        _most(kinds) or "unspecified",  # type: ignore[arg-type]
        line[1] if line else None,
        len({row[4] for row in rows}),
        sum(row[3] for row in rows),
    )


def _most(found: Counter[str]) -> str | None:
    """The most frequent; of several the longest."""
    return max(found, key=lambda one: (found[one], len(one), one), default=None)


def _shown(store: Store, number: int) -> int:
    found: int | None = store.value("SELECT shown FROM identities WHERE id = ?", (number,))
    if found is None:
        raise NotFound(f"{number}: no such identity; see `quoth identities`")
    return found


def identities_in(store: Store, document: int) -> dict[str, int]:
    """For sources of `document` by their ids the number of the identity; of what is linked."""
    rows = store.rows(
        f"SELECT s.key, i.shown FROM {LINKED} WHERE l.document = ? ORDER BY s.id", (document,)
    )
    return dict(rows)


def page_of(store: Store, number: int, page: int = 1) -> Page:
    """An identity with a page of all that it is made to say over time. Raises `NotFound`."""
    with store.snapshot():
        short = known(store, number)
        links = store.rows(
            "SELECT l.document, l.source, d.name, d.published, s.name, l.confidence, l.reasons,"
            f" l.said, s.id FROM {OF_IDENTITY} WHERE i.shown = ? ORDER BY d.published, d.id, s.key",
            (short.number,),
        )
        statements = store.rows(
            "SELECT d.id, t.key, d.name, d.published, t.cue_text, t.content, t.confidence"
            " FROM statements t JOIN readings r ON r.id = t.reading"
            " JOIN documents d ON d.id = r.document"
            " WHERE t.source IN (SELECT value FROM json_each(?)) ORDER BY t.id LIMIT ? OFFSET ?",
            (json.dumps([row[8] for row in links]), PAGE, (page - 1) * PAGE),
        )
    return Page(
        short,
        tuple(
            Linked(f"{d}:{key}", name, day, called, sure, tuple(json.loads(why)), said is not None)
            for d, key, name, day, called, sure, why, said, _ in links
        ),
        tuple(Made(f"{d}:{key}", *rest) for d, key, *rest in statements),
        page,
        max(-(-short.statements // PAGE), 1),
    )


def decide(store: Store, action: str, one: str, other: str | None, who: str, why: str) -> Decision:
    """Keep that two are the same or differ, and show them so.

    Each is an identity (`5`) or a source (`17:p3`). Of a source it can be said that it differs
    from whom it is linked to, with nobody else named: it is then an identity of its own. What is
    said later counts for more than what was said before (see `regroup`). Raises `NotFound`.
    """
    with store.transaction():
        first, source = _meant(store, one)
        second = _meant(store, other)[0] if other is not None else None
        placed = action == "differ" and source is not None and second in (None, first)
        if placed:
            second = new_identity(store)
            store.run("UPDATE links SET said = ? WHERE id = ?", (second, source))
        elif second == first:
            raise NotFound(f"{one}, {other}: is one already; name two")
        elif second is None:
            raise NotFound(f"{one}: say from whom it differs, as `quoth differ {one} 7`")
        store.run(
            "INSERT INTO decisions (id, action, one, other, placed, who, at, why)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (token_hex(16), action, first, second, placed, storable(who), now(), storable(why)),
        )
        number = store.last
        regroup(store)
        return decisions(store, number)[0]


def take_back(store: Store, number: int, who: str, why: str = "") -> Decision:
    """Take a decision back that stands; what was said before, or proposed, shows again.

    The caller holds a transaction open. Raises `QuothError` where there is a `why`.
    """
    said = decisions(store, number)[0]
    if why:
        # Better refused than lost: the table has a place for who and when alone.
        raise QuothError(f"{said.id[:8]}: a decision is taken back without a reason; leave it out")
    store.run(
        "UPDATE decisions SET undone = ?, undone_by = ? WHERE number = ?",
        (now(), storable(who), number),
    )
    # A source goes back to whom it was of, but not to where only what is undone put it.
    while row := store.row(
        "SELECT d.one, l.id FROM decisions d JOIN links l ON l.said = d.other"
        " WHERE d.placed AND d.undone IS NOT NULL"
    ):
        store.run("UPDATE links SET said = nullif(?, identity) WHERE id = ?", row)
    regroup(store)
    return replace(said, undone=True)


def decisions(store: Store, number: int | None = None) -> list[Decision]:
    """All that was said, in order; or the one of a number."""
    rows = store.rows(
        "SELECT d.id, action, coalesce(l.document || ':' || l.source, one), other, who, at,"
        " why, undone FROM decisions d LEFT JOIN links l ON placed AND l.said = d.other"
        f" {'' if number is None else 'WHERE number = ?'} ORDER BY at, number",
        () if number is None else (number,),
    )
    return [
        Decision(name, action, str(one), str(other), who, at, why, undone is not None)
        for name, action, one, other, who, at, why, undone in rows
    ]


def _meant(store: Store, called: str) -> tuple[int, int | None]:
    """The identity, and the link of the source if one is called."""
    source = SOURCE.fullmatch(called)
    if source:
        row = store.row(
            "SELECT coalesce(said, identity), id FROM links WHERE document = ? AND source = ?",
            (int(source[1]), source[2]),
        )
        if row is None:
            raise NotFound(f"{called}: no such source, or not linked yet; run `quoth link`")
        return row[0], row[1]
    if not called.isdigit():
        raise NotFound(f"{called}: give an identity's number, or a source as 17:p3")
    _shown(store, int(called))
    return int(called), None
