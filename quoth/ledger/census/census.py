"""A ledger counted as it was at one moment, and pages of what was counted."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from threading import Lock
from typing import TypeVar

from quoth.ledger.census.building import take
from quoth.ledger.census.records import Heard, Outlet, Ranked, Share, Waiting
from quoth.ledger.events import ungrouped
from quoth.ledger.identifying import Known
from quoth.ledger.info import Info, info
from quoth.ledger.leaves import FIRST, Leaf, Reach, Turn, leaf
from quoth.ledger.linking import unlinked
from quoth.ledger.quotations import uncompared
from quoth.ledger.said_by import Placed
from quoth.ledger.store import Row, Store, Values
from quoth.ledger.values import now, storable
from quoth.ledger.voices import Voice, literal
from quoth.records import Kind

Item = TypeVar("Item")

_HEARD = "v.called, v.named, v.kind, v.said, v.documents, p.document || ':' || p.key"


class Census:
    """Counts of one moment. May be asked by several threads; what they ask waits its turn."""

    def __init__(self, store: Store, gravest: Sequence[str] = ()) -> None:
        """`store` is a connection for this alone; `gravest` are kinds of differences in order.

        Raises `LedgerError`.
        """
        self._store = store
        self._turn = Lock()
        self._state = self._version()
        began = time.monotonic()
        take(store, gravest)
        self.info: Info = info(store)
        self.waiting = _waiting(store)
        self.at = now()
        """When it was taken."""
        self.took = time.monotonic() - began
        """Seconds."""

    def close(self) -> None:
        """Drop what was counted."""
        with self._turn:
            self._store.close()

    @property
    def is_current(self) -> bool:
        """Has nobody written to the ledger since?"""
        with self._turn:
            return self._version() == self._state

    @property
    def is_gone(self) -> bool:
        """Does another file lie there by now, or none?"""
        return self._store.is_gone()

    def voices(
        self, words: str = "", kinds: Sequence[Kind] = (), page: int = 1, limit: int = 50
    ) -> Ranked[Heard]:
        """Sources by what they are called, as `Ledger.sources` gives them."""
        where, values = _narrowed("v.called", words, "v.kind", kinds)
        return self._ranked(
            f"SELECT {_HEARD} FROM voices v JOIN spoken p ON p.rowid = v.source_row"
            f" WHERE {where} ORDER BY v.rowid",
            f"SELECT count(*) FROM voices v WHERE {where}",
            values,
            (page, limit),
            _heard,
        )

    def identities(
        self, words: str = "", kinds: Sequence[Kind] = (), page: int = 1, limit: int = 50
    ) -> Ranked[Known]:
        """Sources across documents, as `Ledger.identities` gives them."""
        called, values = _narrowed("i.called", words)
        narrowed, more = _narrowed("", "", "k.kind", kinds)
        named = (
            f"(k.identity IN (SELECT i.identity FROM identity_names i WHERE {called})"
            f" OR {called.replace('i.called', 'k.name')})"
        )
        where = f"{named if values else '1'} AND {narrowed}"
        return self._ranked(
            f"SELECT k.* FROM known k WHERE {where} ORDER BY k.rowid",
            f"SELECT count(*) FROM known k WHERE {where}",
            [*values, *values, *more],
            (page, limit),
            lambda row: Known(*row),
        )

    def identity(self, number: int) -> Known | None:
        """The identity of that number."""
        rows = self._rows("SELECT * FROM known WHERE identity = ?", (number,))
        return Known(*rows[0]) if rows else None

    def placed(self, identity: int, start: int, limit: int) -> list[Placed]:
        """So many sources of an identity in the order of time; the last ones where `start` < 0."""
        order, start = ("DESC", 0) if start < 0 else ("ASC", start)
        rows = self._rows(
            "SELECT source, document, key, day, statements FROM spoken WHERE identity = ?"
            f" ORDER BY day {order}, document {order} LIMIT ? OFFSET ?",
            (identity, limit, start),
        )
        return [Placed(*row) for row in rows]

    def days(self, identity: int) -> list[tuple[str | None, int]]:
        """Months, and how many statements an identity is made to say in each; None without one."""
        rows = self._rows(
            "SELECT month, said FROM identity_months WHERE identity = ? ORDER BY month",
            (identity,),
        )
        return [(month, said) for month, said in rows]

    def outlets(self, words: str = "", page: int = 1, limit: int = 50) -> Ranked[Outlet]:
        """Outlets with the most documents first."""
        where, values = _narrowed("name", words)
        return self._ranked(
            f"SELECT * FROM outlets WHERE {where} ORDER BY rowid",
            f"SELECT count(*) FROM outlets WHERE {where}",
            values,
            (page, limit),
            lambda row: Outlet(*row),
        )

    def outlet(self, name: str) -> Outlet | None:
        """The outlet of that name."""
        rows = self._rows("SELECT * FROM outlets WHERE name = ?", (storable(name),))
        return Outlet(*rows[0]) if rows else None

    def leans_on(self, outlet: str) -> tuple[Heard, ...]:
        """The sources that an outlet lets speak most."""
        rows = self._rows(
            f"SELECT {_HEARD} FROM outlet_voices v JOIN spoken p ON p.rowid = v.source_row"
            " WHERE v.outlet = ? ORDER BY v.place",
            (storable(outlet),),
        )
        return tuple(map(_heard, rows))

    def kinds_of(self, outlet: str) -> tuple[Share, ...]:
        """How much of an outlet's statements is of which kind of source, the most first."""
        rows = self._rows(
            "SELECT kind, said FROM outlet_kinds WHERE outlet = ? ORDER BY said DESC, kind",
            (storable(outlet),),
        )
        return tuple(Share(*row) for row in rows)

    def events(self, page: int = 1, limit: int = 30, largest: bool = False) -> Ranked[int]:
        """Numbers of events, those with the latest documents first, or with the most."""
        order = "documents DESC, last DESC" if largest else "last DESC"
        return self._ranked(
            f"SELECT event FROM grouped ORDER BY {order}, event DESC",
            "SELECT count(*) FROM grouped",
            (),
            (page, limit),
            lambda row: int(row[0]),
        )

    def newest_utterances(self, limit: int = 20, turn: Turn = FIRST) -> Leaf[tuple[int, str]]:
        """Newest statements of utterances that several documents pass on, and gravest kinds."""

        def ask(reach: Reach) -> list[Row]:
            return self._rows(
                "SELECT number, kind FROM utterances WHERE number BETWEEN ? AND ?"
                f" ORDER BY number {reach.order} LIMIT ?",
                (reach.lowest, reach.highest, reach.limit),
            )

        return leaf(turn, limit, ask, lambda row: int(row[0]))

    def gravest_utterances(self, page: int = 1, limit: int = 20) -> Ranked[tuple[int, str]]:
        """The same, those with the gravest differences first."""
        return self._ranked(
            "SELECT number, kind FROM utterances ORDER BY place, number DESC",
            "SELECT count(*) FROM utterances",
            (),
            (page, limit),
            lambda row: (row[0], row[1]),
        )

    def _ranked(
        self,
        sql: str,
        count: str,
        values: Values,
        place: tuple[int, int],
        made: Callable[[Row], Item],
    ) -> Ranked[Item]:
        page, limit = place
        more = (limit + 1, (page - 1) * limit)
        rows = self._rows(f"{sql} LIMIT ? OFFSET ?", (*values, *more))
        total = self._rows(count, values)[0][0]
        return Ranked(tuple(map(made, rows[:limit])), total, len(rows) > limit)

    def _rows(self, sql: str, values: Values) -> list[Row]:
        with self._turn:
            return self._store.rows(sql, values)

    def _version(self) -> int:
        return int(self._store.value("PRAGMA data_version"))


def _waiting(store: Store) -> Waiting:
    unsure = (
        "SELECT count(*) FROM statements s JOIN readings r ON r.id = s.reading"
        " JOIN documents d ON d.id = r.document AND d.reading = r.id"
        " WHERE s.confidence < 0.35 AND s.verdict IS NULL"
    )
    return Waiting(
        store.value(unsure), len(unlinked(store)), len(ungrouped(store)), len(uncompared(store))
    )


def _heard(row: Row) -> Heard:
    called, named, kind, said, documents, source = row
    return Heard(Voice(called, bool(named), kind, said, documents), source)


def _narrowed(
    column: str, words: str, kind: str = "", kinds: Sequence[Kind] = ()
) -> tuple[str, list[str]]:
    """What a row must meet: all words in a column, and one of the kinds."""
    each = words.split()
    parts = [f"{column} LIKE ? ESCAPE '\\'"] * len(each)
    if kinds:
        parts.append(f"{kind} IN ({', '.join('?' * len(kinds))})")
    return " AND ".join(parts) or "1", [*(f"%{literal(word)}%" for word in each), *kinds]
