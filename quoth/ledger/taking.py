"""Rows of one ledger into another: what is there already stays, the rest comes in.

A document is told by its fingerprint, everything else by its unique keys. Rows keep their numbers
where those are free; else they, and all that points at them, get new ones. What a reading consists
of comes with the reading or not at all; corrections join those that are here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from typing import Literal

import apsw

from quoth.errors import QuothError, UnreadableInput
from quoth.ledger.correcting import Corrections
from quoth.ledger.events import forget_proposals
from quoth.ledger.identities.proposing import IN_TABLE
from quoth.ledger.keeping import let_count
from quoth.ledger.linking import join, regroup
from quoth.ledger.numbering import kin
from quoth.ledger.placing import Fields, Places
from quoth.ledger.rows import Rows
from quoth.ledger.store import Store
from quoth.ledger.tables import hanging, named, tables

TOGETHER = 50
"""Documents to a transaction: each comes whole or not at all, and the disk is waited for less."""

ADDED = ("sightings", "event_documents", "corrections", "undone")
"""What a document that is here gets from one that is the same there."""
QUOTATIONS = ("compared", "quotation_pairs")
"""What comes of a document only with the others that it was compared with."""

State = Literal["added", "known", "removed"]
"""New here; here already; taken out of this ledger for good before."""


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
    where they are no ledger's, and whatever reading them raises.
    """
    taking = _Taking(store)
    groups = _groups(rows)
    while first := next(groups, None):
        taken: list[Taken | None] = []
        failure = None
        with _fitting(), store.transaction():
            try:
                for group in chain([first], islice(groups, TOGETHER - 1)):
                    taken.append(taking.group(group))
            except UnreadableInput as error:  # what was read before is whole, and stays
                failure = error
        yield from filter(None, taken)
        if failure:
            raise failure
    with _fitting(), store.transaction():
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
    """What came of the documents of the other ledger."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._corrections = Corrections(store)
        self._places = Places(store)
        self._was_empty = not store.value("SELECT 1 FROM documents")
        self._regrouped = False
        """Is more known of which identities are one?"""
        self._added: set[int] = set()
        self._known: set[int] = set()
        self._renumbered = False
        """Has a statement another number here than there?"""
        self._compared: list[tuple[int, str]] = []
        """Rows that count only where all that was compared with is here, and nothing else."""
        self._inputs: list[tuple[str]] = []
        """Of what was removed here: their names may tell as much as the text."""

    def group(self, group: list[Rows]) -> Taken | None:
        """All that came with one document, or some rows that came with none."""
        given = {each.table: list(_fields(each)) for each in group}
        for each in tables():
            if each.name in given and not hanging(each.name):
                rows = given.pop(each.name)
                if each.name == "names":
                    rows = [row for row in rows if not self._is_named(row)]
                came = self._places.put(each, rows)
                self._regrouped |= bool(came) and each.name in ("joins", "decisions")
        number = group[0].document
        return None if number is None else self._document(number, given)

    def finish(self) -> None:
        """Originals and inputs of documents that stayed out stay out too.

        What came to other documents is to be put beside these.
        """
        if self._regrouped and not self._was_empty:
            regroup(self._store)
        self._store.run(
            "DELETE FROM originals WHERE digest NOT IN"
            " (SELECT original FROM documents WHERE original IS NOT NULL)"
        )
        if self._store.value("SELECT count(*) FROM documents") > len(self._added | self._known):
            forget_proposals(self._store, self._added)
        else:
            self._put_compared()
        self._store.many("DELETE FROM inputs WHERE name = ?", self._inputs)

    def _is_named(self, row: Fields) -> bool:
        """Has the table of names here this line? Then both lines are of one identity."""
        there: int = row["identity"]
        sql = (
            "SELECT identity FROM names"
            " WHERE identifier = ?1 OR (name = ?2 AND (identifier IS NULL OR ?1 IS NULL))"
        )
        here = self._store.value(sql, (row["identifier"], row["name"]))
        there = self._places.numbers["identities"].get(there, there)
        if here is not None and here != there:
            join(self._store, here, there, 1, [IN_TABLE])
        return here is not None

    def _document(self, old: int, given: dict[str, list[Fields]]) -> Taken:
        try:
            [row] = given.pop("documents")
        except (KeyError, ValueError):
            raise Misfit(f"the rows of document {old} do not stand together") from None
        numbers, name = self._places.numbers["documents"], row["name"]
        if removed := self._places.by_mark("removals", row):
            numbers[old] = removed
            # The bytes hold its words also where they hold other documents.
            withheld = "UPDATE originals SET packed = NULL WHERE digest = ?"
            self._store.run(withheld, (row["original"],))
            self._inputs += [(each["input"],) for each in given.get("sightings", ())]
            return Taken(name, "removed")
        statements = {each["id"] for each in given.get("statements", ())}
        for each in given:
            self._places.numbers[each].clear()
        if here := self._places.by_mark("documents", row):
            numbers[old] = here
            self._known.add(here)
            self._add_to(here, given)
            self._quotations(here, given, statements)
            return Taken(name, "known", here)
        self._new(row, given)
        self._quotations(numbers[old], given, statements)
        self._added.add(numbers[old])
        return Taken(name, "added", numbers[old])

    def _new(self, row: Fields, given: dict[str, list[Fields]]) -> None:
        """A document that was not here, with all that hangs from it."""
        numbers = self._places.numbers
        old: int = row["id"]
        counting: int = row.pop("reading")
        row["version"] = self._version(row)
        row["kin"] = kin(self._store, row, numbers["documents"])
        self._places.put(named("documents"), [row])
        here = numbers["documents"].setdefault(old, old)
        words = "INSERT INTO document_words (rowid, text) VALUES (?, ?)"
        self._store.run(words, (here, row["text"]))
        sql = "SELECT coalesce(kin, id) FROM documents WHERE id = ?"
        first = self._store.value(sql, (here,))
        for reading in given.get("readings", ()):
            reading |= {"first": None, "kin": first}
        for each in tables():
            if each.name in given and each.name not in QUOTATIONS:
                self._places.put(each, given[each.name], is_new=True)
        self._store.run(
            "UPDATE readings SET first ="
            " (SELECT min(id) FROM statements WHERE reading = readings.id) WHERE document = ?",
            (here,),
        )
        let_count(self._store, here, numbers["readings"].get(counting, counting))

    def _quotations(self, here: int, given: dict[str, list[Fields]], old: set[int]) -> None:
        """Pairs come while statements keep their numbers, and where what they point at is here.

        `old` are the numbers that the document's statements had there.
        """
        if not self._renumbered and (kept := given.get("compared")):
            numbers = self._store.rows(
                "SELECT s.id FROM statements s JOIN readings r ON r.id = s.reading"
                " WHERE r.document = ?",
                (here,),
            )
            self._renumbered = not old <= {number for (number,) in numbers}
            self._compared += [(here, row["made"]) for row in kept]
        if not self._renumbered:
            there = "SELECT 1 FROM statements WHERE id = ?"
            pairs = given.get("quotation_pairs", [])
            came = [row for row in pairs if self._store.value(there, (row["other"],))]
            self._places.put(named("quotation_pairs"), came)
        if self._was_empty:
            self._put_compared()

    def _put_compared(self) -> None:
        """What was compared there is so here; not where a document is here that was not there."""
        if not self._renumbered:
            self._store.many(
                "INSERT OR IGNORE INTO compared"
                " SELECT document, id, made FROM readings WHERE document = ? AND made = ?",
                self._compared,
            )
        self._compared.clear()

    def _add_to(self, here: int, given: dict[str, list[Fields]]) -> None:
        """What a document that is here lacks; what people see of it is made of the corrections."""
        got = [
            each.name
            for each in map(named, ADDED)
            if self._places.put(each, given.get(each.name, []))
        ]
        if {"corrections", "undone"}.intersection(got):
            self._corrections.rebuild(here)

    def _version(self, row: Fields) -> int:
        """The row's own version, or the next one of its lineage where that is taken."""
        lineage = (row["lineage"],)
        taken = self._store.rows("SELECT version FROM documents WHERE lineage = ?", lineage)
        version: int = row["version"]
        return version if (version,) not in taken else max(taken)[0] + 1


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
