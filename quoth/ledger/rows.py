"""A ledger as rows of its tables, document by document: what exports that lose nothing are made of.

A document's rows come together: those that belong to it, each table after the ones that its rows
point at, and before them what they need of tables that belong to no document (its original), with
the first document that needs it. Whatever is left over comes last.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from quoth.ledger.store import Row, Store
from quoth.ledger.tables import Table, hanging, needed, tables

TOGETHER = 1000
"""Rows that belong to no document come so many at a time."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Some rows of one table. `document` is the one that they came with, None for the rest."""

    table: str
    document: int | None
    columns: Sequence[str]
    rows: Sequence[Row]


class Walk:
    """One way through a ledger, each row once. To see one state, hold a snapshot around it."""

    def __init__(self, store: Store, originals: bool = True) -> None:
        """Without `originals` only their hashes come."""
        self._store = store
        self._originals = originals
        self._seen: dict[str, set[object]] = {each.name: set() for each in tables()}

    def all(self, numbers: Iterable[int]) -> Iterator[Rows]:
        """These documents' rows, then the rest."""
        for number in numbers:
            yield from self.document(number)
        yield from self.rest()

    def document(self, number: int) -> Iterator[Rows]:
        """All rows that come with this document."""
        for table in tables():
            if where := hanging(table.name):
                rows = self._store.rows(self._select(table, where), (number,))
            elif where := needed(table.name):
                rows = list(self._unseen(table, where, (number,)))
            else:
                continue
            if rows:
                yield Rows(table.name, number, table.names, rows)

    def rest(self) -> Iterator[Rows]:
        """All rows that belong to no document and came with none."""
        for table in tables():
            if not hanging(table.name):
                rows = self._unseen(table, "true", ())
                while some := list(islice(rows, TOGETHER)):
                    yield Rows(table.name, None, table.names, some)

    def _unseen(self, table: Table, where: str, values: tuple[int, ...]) -> Iterator[Row]:
        """Keys first: an original may be large and that of many documents."""
        keys = self._store.rows(f"SELECT {table.key} FROM {table.name} WHERE {where}", values)
        for (key,) in keys:
            yield from self._new(table, key)

    def _new(self, table: Table, key: object) -> Iterator[Row]:
        """The rows of a key, once, behind those of their table that they point at."""
        if key in self._seen[table.name]:
            return
        self._seen[table.name].add(key)
        own = [n for n, column in enumerate(table.columns) if column.refers == table.name]
        for row in self._store.rows(self._select(table, f"{table.key} = ?"), (key,)):
            for n in own:
                yield from self._new(table, row[n])
            yield row

    def _select(self, table: Table, where: str) -> str:
        left_out = not self._originals and table.name == "originals"
        names = ", ".join(
            "NULL" if left_out and name == "packed" else f'"{name}"' for name in table.names
        )
        order = table.number or ", ".join(f'"{name}"' for name in table.keys[0])
        return f"SELECT {names} FROM {table.name} WHERE {where} ORDER BY {order}"
