"""A ledger's tables as its own schema declares them: columns, keys, what leads to a document.

Whatever goes through whole tables (export, import, merging, the page about the schema) reads this,
so that a table or a column is written down once: in the migration that makes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import apsw

from quoth.ledger.migrating import migrations

_MADE = re.compile(r"CREATE TABLE (\w+) \(")
_ADDED = re.compile(r"ALTER TABLE (\w+) ADD COLUMN (\w+)")
_COLUMN = re.compile(r'  "?(\w+)"? .*?(?:-- (.*))?$')


LOOSE = {"document": "documents", "reading": "readings"}
"""What columns with these names hold the numbers of where nothing ties them to it."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `refers` names the table whose rows it points at, by their key."""

    name: str
    type: str
    """INTEGER, REAL, TEXT or BLOB."""
    required: bool
    """Has every row one, and must it be said?"""
    about: str
    refers: str | None = None
    owner: bool = False
    """Does the row go when the row goes that this points at?"""

    @property
    def points_at(self) -> str | None:
        """As `refers`, but that a `document` is one by its number also when it may be gone."""
        return self.refers or LOOSE.get(self.name)


@dataclass(frozen=True, slots=True)
class Table:
    """One table. `number` is the column that is an INTEGER PRIMARY KEY, if any."""

    name: str
    about: str
    columns: tuple[Column, ...]
    number: str | None
    keys: tuple[tuple[str, ...], ...]
    """What tells its rows apart beside that: the columns of each unique key."""

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)

    @property
    def key(self) -> str:
        """What rows of other tables point at."""
        return self.number or self.keys[0][0]


@cache
def tables() -> tuple[Table, ...]:
    """All tables of the newest schema; each comes after those that its rows point at."""
    connection = apsw.Connection(":memory:")
    for script in migrations():
        connection.execute(script)
    rows: list[Any] = connection.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
        " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name"
    ).fetchall()
    told = _comments()
    found = {name: _table(connection, name, told) for (name,) in rows}
    connection.close()
    return tuple(_sorted(found))


def named(name: str) -> Table:
    """The table of that name."""
    return next(each for each in tables() if each.name == name)


@cache
def hanging(name: str) -> str | None:
    """SQL that is true of a table's rows that belong to document `?1`; None where none does."""
    if name == "documents":
        return "id = ?1"
    for column in _owners(named(name)):
        if column.refers == "documents":
            return f'"{column.name}" = ?1'
        if inner := hanging(column.refers or ""):
            key = named(column.refers or "").key
            return f'"{column.name}" IN (SELECT {key} FROM {column.refers} WHERE {inner})'
    return None


@cache
def numbering(name: str) -> str | None:
    """The column that holds the number of the document that a row belongs to; None without one."""
    if name == "documents":
        return "id"
    ways = (column for column in _owners(named(name)) if hanging(column.refers or ""))
    first = next(ways, None)
    return first.name if first and first.refers == "documents" else None


def _owners(found: Table) -> list[Column]:
    """The columns by which a row may belong to a document, the likeliest first."""
    points = [c for c in found.columns if c.required and c.refers not in (None, found.name)]
    return sorted(points, key=lambda column: not column.owner)


@cache
def needed(name: str) -> str | None:
    """SQL that is true of rows that belong to no document and that `?1`'s rows point at."""
    found = named(name)
    if hanging(name):
        return None
    ways = [
        f'{found.key} IN (SELECT "{column.name}" FROM {other.name} WHERE {inner})'
        for other in tables()
        for column in other.columns
        if column.refers == name and other.name != name
        if (inner := hanging(other.name) or needed(other.name))
    ]
    return " OR ".join(ways) or None


def _table(connection: apsw.Connection, name: str, told: dict[tuple[str, str], str]) -> Table:
    def rows(sql: str, value: str) -> list[Any]:
        return connection.execute(sql, (value,)).fetchall()

    points = {
        own: (other, deleted == "CASCADE")
        for own, other, deleted in rows(
            'SELECT "from", "table", on_delete FROM pragma_foreign_key_list(?)', name
        )
    }
    known = rows(
        'SELECT name, type, ("notnull" OR pk) AND dflt_value IS NULL, pk FROM pragma_table_info(?)',
        name,
    )
    columns = tuple(
        Column(each, kind, bool(required), told.get((name, each), ""), *points.get(each, ()))
        for each, kind, required, _ in known
    )
    unique = rows('SELECT name FROM pragma_index_list(?) WHERE "unique" AND NOT partial', name)
    keys = tuple(
        tuple(each for (each,) in rows("SELECT name FROM pragma_index_info(?)", index))
        for (index,) in unique
    )
    primary = [(each, kind) for each, kind, _, place in known if place]
    number = primary[0][0] if [kind for _, kind in primary] == ["INTEGER"] else None
    if number in points:  # it has the number of another table's row, and none of its own
        number, keys = None, ((str(number),), *keys)
    return Table(name, told.get((name, ""), ""), columns, number, keys)


def _sorted(found: dict[str, Table]) -> Iterator[Table]:
    """Documents point at what counts of their readings; that alone may come after them."""
    done: set[str] = set()

    def visit(each: Table) -> Iterator[Table]:
        if each.name in done:
            return
        done.add(each.name)
        for other in (column.points_at for column in each.columns):
            if other and (each.name, other) != ("documents", "readings"):
                yield from visit(found[other])
        yield each

    for each in found.values():
        yield from visit(each)


def _comments() -> dict[tuple[str, str], str]:
    """What migrations say of each table (column "") and column."""
    told = {}
    for script in migrations():
        table, above, before = "", "", ""
        for line in script.splitlines():
            if made := _MADE.match(line):
                table = made[1]
                told[table, ""] = above or before
                before = ""
            elif added := _ADDED.match(line):
                told[added[1], added[2]] = above
            elif table and (column := _COLUMN.match(line)):
                told[table, column[1]] = column[2] or ""
            if line.startswith(")"):
                table = ""
            if not line:
                above, before = "", above or before
            else:
                above = f"{above} {line[2:].strip()}".strip() if line.startswith("--") else ""
    return told
