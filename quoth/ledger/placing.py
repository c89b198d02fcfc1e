"""Rows of another ledger into the tables of this one: what is here stays, the rest finds room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import Any

from quoth.ledger.numbering import are_taken, never_again, next_number
from quoth.ledger.store import Store
from quoth.ledger.tables import Table, hanging, named, tables
from quoth.ledger.values import DAY

Fields = dict[str, Any]


class Places:
    """Where the rows of the other ledger went in this one."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.numbers: dict[str, dict[Any, Any]] = {each.name: {} for each in tables()}
        """New keys of rows by old ones where they differ (of documents, all)."""
        self.numbers["removals"] = self.numbers["documents"]  # they have their numbers

    def put(self, table: Table, rows: list[Fields], is_new: bool = False) -> int:
        """Rows of one table in, but for those that are here; none is where the document is new.

        Gives how many came in.
        """
        wanted = [row for row in rows if self._comes(table, row, is_new)]
        if not wanted:
            return 0
        if table.number:
            self._renumber(table, table.number, wanted)
        columns = ", ".join(f'"{name}"' for name in wanted[0])
        marks = ", ".join("?" * len(wanted[0]))
        self._store.many(
            f"INSERT INTO {table.name} ({columns}) VALUES ({marks})",
            (tuple(row.values()) for row in wanted),
        )
        if table.name == "removals":
            never_again(self._store, max(row["document"] for row in wanted))
        return len(wanted)

    def by_mark(self, table: str, row: Fields) -> int | None:
        """Number of the row of `documents` or `removals` that is of the same document."""
        sql = f"SELECT {named(table).number} FROM {table} WHERE fingerprint = ?"
        number: int | None = self._store.value(sql, (row["fingerprint"],))
        return number

    def _comes(self, table: Table, row: Fields, is_new: bool) -> bool:
        """Is there no such row here? Then it points at where the rows are that it needs."""
        old = row[table.key]
        if is_new:
            self._point(table, row)
            return True
        here = self._here(table, row, [key for key in _keys(table) if not _points(table, key)])
        if here is None:
            self._point(table, row)
            here = self._here(table, row, [key for key in _keys(table) if _points(table, key)])
        if here is not None and not _points(table, [table.key]):
            self.numbers[table.name][old] = here
        return here is None

    def _point(self, table: Table, row: Fields) -> None:
        for column in table.columns:
            other, old = column.points_at, row.get(column.name)
            if other and other != table.name and old is not None:
                row[column.name] = self.numbers[other].get(old, old)

    def _here(self, table: Table, row: Fields, keys: Sequence[Sequence[str]]) -> Any:
        """What others point at of a row here that is the same; None where there is none."""
        if table.name == "removals":
            return self.by_mark("removals", row) or self.by_mark("documents", row)
        return next(filter(None, (self._by_key(table, key, row) for key in keys)), None)

    def _by_key(self, table: Table, key: Sequence[str], row: Fields) -> Any:
        if table.keys and any(row.get(name) is None for name in key):
            return None
        where = " AND ".join(f'"{name}" IS ?' for name in key)
        values = [row.get(name) for name in key]
        return self._store.value(f"SELECT {table.key} FROM {table.name} WHERE {where}", values)

    def _renumber(self, table: Table, key: str, rows: list[Fields]) -> None:
        """Other numbers where one of these is taken, in the same order."""
        numbers = self.numbers[table.name]
        itself = [c.name for c in table.columns if c.refers == table.name]
        if are_taken(self._store, table, [row[key] for row in rows]):
            following: dict[int, int] = {}
            for row in sorted(rows, key=lambda each: each[key]):
                day = row[key] // DAY
                number = following.get(day) or next_number(self._store, table, day)
                following[day] = number + 1
                numbers[row[key]] = row[key] = number
        for row, name in product(rows, itself):
            row[name] = numbers.get(row[name], row[name])


def _keys(table: Table) -> Iterator[Sequence[str]]:
    """What tells that two rows are the same: unique keys, or all that they say."""
    yield from table.keys
    if not table.keys and not hanging(table.name):
        yield [name for name in table.names if name != table.number]


def _points(table: Table, key: Sequence[str]) -> bool:
    """Does a column of the key point at rows, which may have other numbers here?"""
    return any(column.refers for column in table.columns if column.name in key)
