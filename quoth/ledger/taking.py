"""Rows of one ledger into another: what is there already stays, the rest comes in.

A document is told by its fingerprint, everything else by its unique keys. Rows keep their numbers
where those are free; else they, and all that points at them, get new ones. What a reading consists
of comes with the reading or not at all; corrections join those that are here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice, product
from typing import Any, Literal

import apsw

from quoth.errors import QuothError
from quoth.ledger.correcting import Corrections
from quoth.ledger.numbering import are_taken, kin, never_again, next_number
from quoth.ledger.rows import Rows
from quoth.ledger.store import Store
from quoth.ledger.tables import Table, hanging, named, tables
from quoth.ledger.writing import DAY, let_count

TOGETHER = 50
"""Documents to a transaction: each comes whole or not at all, and the disk is waited for less."""

State = Literal["added", "known", "removed"]
"""New here; here already; taken out of this ledger for good before."""

Fields = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one document of the other ledger."""

    name: str
    state: State
    document: int | None = None
    """Its number in this ledger."""


class Misfit(QuothError):
    """Rows that are not those of a ledger, or not in order; the text says why, without a file."""


def take(store: Store, rows: Iterable[Rows]) -> Iterator[Taken]:
    """Put `rows`, in the order in which `Walk` gives them, into a ledger.

    What came in before stopping stays, and is known when the same rows come again. Raises `Misfit`
    where they are no ledger's.
    """
    taking = _Taking(store)
    groups = _groups(rows)
    while some := list(islice(groups, TOGETHER)):
        with _fitting(), store.transaction():
            taken = [one for group in some if (one := taking.group(group))]
        yield from taken
    with store.transaction():
        taking.finish()


def _groups(rows: Iterable[Rows]) -> Iterator[list[Rows]]:
    """What comes with one document, or rows that come with none."""
    group: list[Rows] = []
    for each in rows:
        if group and (each.document is None or each.document != group[0].document):
            yield group
            group = []
        group.append(each)
    if group:
        yield group


class _Taking:
    """Where the rows of the other ledger went in this one."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._corrections = Corrections(store)
        self._numbers: dict[str, dict[Any, Any]] = {each.name: {} for each in tables()}
        """New keys of rows by old ones where they differ (of documents, all); None for what stays
        out."""
        self._numbers["removals"] = self._numbers["documents"]  # they have their numbers
        self._inputs: list[tuple[str]] = []
        """Of what was removed here: their names may tell as much as the text."""

    def group(self, group: list[Rows]) -> Taken | None:
        """All that came with one document, or some rows that came with none."""
        given = {each.table: list(_fields(each)) for each in group}
        for each in tables():
            if each.name in given and not hanging(each.name):
                self._put(each, given.pop(each.name))
        number = group[0].document
        return None if number is None else self._document(number, given)

    def finish(self) -> None:
        """Originals and inputs of documents that stayed out stay out too."""
        self._store.run(
            "DELETE FROM originals WHERE digest NOT IN"
            " (SELECT original FROM documents WHERE original IS NOT NULL)"
        )
        self._store.many("DELETE FROM inputs WHERE name = ?", self._inputs)

    def _document(self, old: int, given: dict[str, list[Fields]]) -> Taken:
        try:
            [row] = given.pop("documents")
        except (KeyError, ValueError):
            raise Misfit(f"the rows of document {old} do not stand together") from None
        numbers, name = self._numbers["documents"], row["name"]
        if removed := self._by_mark("removals", row):
            numbers[old] = removed
            # The bytes hold its words also where they hold other documents.
            withheld = "UPDATE originals SET packed = NULL WHERE digest = ?"
            self._store.run(withheld, (row["original"],))
            self._inputs += [(each["input"],) for each in given.get("sightings", ())]
            return Taken(name, "removed")
        for each in given:
            self._numbers[each].clear()
        if here := self._by_mark("documents", row):
            numbers[old] = here
            self._add_to(here, given)
            return Taken(name, "known", here)
        counting = row.pop("reading")
        row["version"] = self._version(row)
        row["kin"] = kin(self._store, row, numbers)
        self._put(named("documents"), [row])
        here = numbers.setdefault(old, old)
        words = "INSERT INTO document_words (rowid, text) VALUES (?, ?)"
        self._store.run(words, (here, row["text"]))
        self._put_each(here, given, is_new=True)
        let_count(self._store, here, self._numbers["readings"].get(counting, counting))
        return Taken(name, "added", here)

    def _add_to(self, here: int, given: dict[str, list[Fields]]) -> None:
        """What a document that is here lacks; what people see of it is made of the corrections."""
        readings = given.pop("readings", [])
        given["readings"] = [row for row in readings if row["kind"] == "model"]
        out = {row["id"]: None for row in readings if row["kind"] != "model"}
        self._numbers["readings"].update(out)
        given.pop("conflicts", None)
        if self._put_each(here, given) & {"corrections", "undone"}:
            self._corrections.rebuild(here)

    def _by_mark(self, table: str, row: Fields) -> int | None:
        """Number of the row of `documents` or `removals` that is of the same document."""
        sql = f"SELECT {named(table).number} FROM {table} WHERE fingerprint = ?"
        number: int | None = self._store.value(sql, (row["fingerprint"],))
        return number

    def _version(self, row: Fields) -> int:
        """The row's own version, or the next one of its lineage where that is taken."""
        lineage = (row["lineage"],)
        taken = self._store.rows("SELECT version FROM documents WHERE lineage = ?", lineage)
        version: int = row["version"]
        return version if (version,) not in taken else max(taken)[0] + 1

    def _put_each(
        self, document: int, given: dict[str, list[Fields]], is_new: bool = False
    ) -> set[str]:
        """The names of the tables that got rows."""
        sql = "SELECT coalesce(kin, id) FROM documents WHERE id = ?"
        first = self._store.value(sql, (document,))
        for reading in given.get("readings", ()):
            reading |= {"first": None, "kin": first}
        got = {
            each.name
            for each in tables()
            if each.name in given and self._put(each, given[each.name], is_new)
        }
        self._store.run(
            "UPDATE readings SET first ="
            " (SELECT min(id) FROM statements WHERE reading = readings.id)"
            " WHERE document = ? AND first IS NULL",
            (document,),
        )
        return got

    def _put(self, table: Table, rows: list[Fields], is_new: bool = False) -> int:
        """Rows of one table in, but for those that are here; none is where the document is new."""
        rows = [row for row in rows if self._point(table, row)]
        if not is_new:
            rows = [row for row in rows if not self._is_here(table, row)]
        if not rows:
            return 0
        if table.number:
            self._renumber(table, table.number, rows)
        columns = ", ".join(f'"{name}"' for name in rows[0])
        marks = ", ".join("?" * len(rows[0]))
        self._store.many(
            f"INSERT INTO {table.name} ({columns}) VALUES ({marks})",
            (tuple(row.values()) for row in rows),
        )
        if table.name == "removals":
            never_again(self._store, max(row["document"] for row in rows))
        return len(rows)

    def _point(self, table: Table, row: Fields) -> bool:
        """Make the row point at where rows are here; False where what it needs stays out."""
        for column in table.columns:
            if column.points_at and column.points_at != table.name and column.name in row:
                numbers = self._numbers[column.points_at]
                row[column.name] = numbers.get(row[column.name], row[column.name])
                if column.required and row[column.name] is None:
                    if table.number:
                        self._numbers[table.name][row[table.number]] = None
                    return False
        return True

    def _is_here(self, table: Table, row: Fields) -> bool:
        """Is there such a row? Then what points at it points at that one."""
        if table.name == "removals":
            here = self._by_mark("removals", row) or self._by_mark("documents", row)
        else:
            here = next(filter(None, (self._by_key(table, key, row) for key in keys(table))), None)
        if here is not None:
            # What a reading consists of is not mixed with what another one does.
            stays_out = table.name == "readings"
            self._numbers[table.name][row[table.key]] = None if stays_out else here
        return here is not None

    def _by_key(self, table: Table, key: Sequence[str], row: Fields) -> Any:
        values = [row.get(name) for name in key]
        if None in values:
            return None
        where = " AND ".join(f'"{name}" = ?' for name in key)
        return self._store.value(f"SELECT {table.key} FROM {table.name} WHERE {where}", values)

    def _renumber(self, table: Table, key: str, rows: list[Fields]) -> None:
        """Other numbers where one of these is taken, in the same order."""
        if are_taken(self._store, table, [row[key] for row in rows]):
            numbers = self._numbers[table.name]
            following: dict[int, int] = {}
            for row in sorted(rows, key=lambda each: each[key]):
                day = row[key] // DAY
                number = following.get(day) or next_number(self._store, table, day)
                following[day] = number + 1
                numbers[row[key]] = row[key] = number
            itself = [c.name for c in table.columns if c.refers == table.name]
            for row, name in product(rows, itself):
                row[name] = numbers.get(row[name], row[name])


def keys(table: Table) -> Iterator[Sequence[str]]:
    """What tells that two rows are the same: unique keys, or all that they say."""
    yield from table.keys
    if not table.keys and not hanging(table.name):
        yield [name for name in table.names if name != table.number]


def _fields(rows: Rows) -> Iterator[Fields]:
    """Each row by its columns, all of which are the table's."""
    found = next((each for each in tables() if each.name == rows.table), None)
    if not found:
        raise Misfit(f"no ledger has a table {rows.table}")
    given = set(rows.columns)
    required = {column.name for column in found.columns if column.required}
    if odd := given.difference(found.names) | required.difference(given):
        raise Misfit(f"the columns of {rows.table} are no ledger's (see {min(odd)})")
    for row in rows.rows:
        yield dict(zip(rows.columns, row, strict=True))


@contextmanager
def _fitting() -> Iterator[None]:
    """What SQLite says of rows that are no ledger's."""
    try:
        yield
    except (apsw.ConstraintError, apsw.MismatchError, OverflowError, UnicodeEncodeError) as error:
        raise Misfit(f"its rows are no ledger's ({error})") from None
