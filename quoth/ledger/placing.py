"""Rows of another ledger into the tables of this one: what is here stays, the rest finds room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import Any

from quoth.ledger.numbering import are_taken, never_again, next_number
from quoth.ledger.store import Store
from quoth.ledger.tables import Table, hanging, named, tables
from quoth.ledger.writing import DAY

Fields = dict[str, Any]


class Places:
    """Where the rows of the other ledger went in this one."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.numbers: dict[str, dict[Any, Any]] = {each.name: {} for each in tables()}
        """New keys of rows by old ones where they differ (of documents, all)."""
        self.numbers["removals"] = self.numbers["documents"]  # they have their numbers
        self.gone: set[int] = set()
        """Numbers there of documents that stay out."""
        self.waiting: dict[int, Fields] = {}
        """Identities that nothing here points at yet, by their numbers there."""

    def put(self, table: Table, rows: list[Fields], is_new: bool = False) -> int:
        """Rows of one table in, but for those that are here; none is where the document is new.

        Gives how many came in.
        """
        if table.name == "identities":
            self.waiting |= {row["id"]: row for row in rows}
            return 0
        wanted = [row for row in rows if self._comes(table, row, is_new)]
        if wanted and table.number:
            self._renumber(table, table.number, wanted)
        self._insert(table, wanted)
        if wanted and table.name == "removals":
            never_again(self._store, max(row["document"] for row in wanted))
        return len(wanted)

    def settle(self, old: int) -> None:
        """Put in an identity that something points at, behind the one that it is shown as."""
        row = self.waiting.pop(old)
        if row["shown"] in self.waiting:
            self.settle(row["shown"])
        self._renumber(named("identities"), "id", [row])
        self._insert(named("identities"), [row])

    def by_mark(self, table: str, row: Fields) -> int | None:
        """Number of the row of `documents` or `removals` that is of the same document."""
        sql = f"SELECT {named(table).number} FROM {table} WHERE fingerprint = ?"
        number: int | None = self._store.value(sql, (row["fingerprint"],))
        return number

    def _insert(self, table: Table, rows: Sequence[Fields]) -> None:
        if rows:
            columns = ", ".join(f'"{name}"' for name in rows[0])
            marks = ", ".join("?" * len(rows[0]))
            self._store.many(
                f"INSERT INTO {table.name} ({columns}) VALUES ({marks})",
                (tuple(row.values()) for row in rows),
            )

    def _comes(self, table: Table, row: Fields, is_new: bool) -> bool:
        """Is the row none that is here, and is all here that it needs? Then it points at that."""
        if is_new:
            return self._point(table, row)
        alone = [key for key in _keys(table) if not _points(table, key)]
        rest = [key for key in _keys(table) if _points(table, key)]
        old = row[table.key]
        if (here := self._here(table, row, alone)) is not None:
            for name in {table.name, _points(table, [table.key]) or table.name}:
                self.meet(name, old, here)
            return False
        if not self._point(table, row):
            return False
        if (here := self._here(table, row, rest)) is not None:
            if table.number:
                self.meet(table.name, old, here)
            return False
        return True

    def meet(self, table: str, old: Any, here: Any) -> None:
        """A row there is one that is here: what points at it is to point at that."""
        self.numbers[table][old] = here
        if table == "identities":
            self.waiting.pop(old, None)

    def _point(self, table: Table, row: Fields) -> bool:
        """Make the row point at where rows are here; False where what it needs stays out."""
        for column in table.columns:
            other, old = column.points_at, row.get(column.name)
            if other and other != table.name and old is not None:
                if other == "identities" and old in self.waiting:
                    self.settle(old)
                if column.refers == "documents" and old in self.gone:
                    return False
                row[column.name] = self.numbers[other].get(old, old)
        return True

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


def _points(table: Table, key: Sequence[str]) -> str | None:
    """The table that a column of the key points at, if any does."""
    points = (c.refers for c in table.columns if c.name in key and c.refers)
    return next(points, None)
