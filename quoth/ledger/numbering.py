"""Numbers of rows that come from another ledger: which are taken here, and which come next."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from quoth.ledger.store import Store
from quoth.ledger.tables import Table, named
from quoth.ledger.values import DAY

DOCUMENTS = ("documents", "removals")
"""Tables that share their numbers."""


def are_taken(store: Store, table: Table, numbers: list[int]) -> bool:
    """Has a row of the table here one of these numbers?

    Those of statements are taken too where they would stand among another reading's.
    """
    if table.name == "statements":
        return _among(store, min(numbers), max(numbers))
    return any(
        store.value(
            f"SELECT 1 FROM {name} WHERE {named(name).key} IN (SELECT value FROM json_each(?))",
            (json.dumps(numbers),),
        )
        for name in (DOCUMENTS if table.name in DOCUMENTS else (table.name,))
    )


def _among(store: Store, first: int, last: int) -> bool:
    if store.value("SELECT 1 FROM statements WHERE id BETWEEN ? AND ?", (first, last)):
        return True
    before, after = (
        store.value(f"SELECT reading FROM statements WHERE id {where} LIMIT 1", (number,))
        for where, number in (("< ? ORDER BY id DESC", first), ("> ? ORDER BY id", last))
    )
    return before is not None and before == after


def next_number(store: Store, table: Table, day: int) -> int:
    """The number after the last one; those of statements begin anew each `day`."""
    name = "documents" if table.name in DOCUMENTS else table.name
    key = named(name).key
    first, last = (day * DAY, (day + 1) * DAY) if name == "statements" else (0, 1 << 62)
    found = store.value(
        f"SELECT max({key}) FROM {name} WHERE {key} >= ? AND {key} < ?", (first, last)
    )
    given = store.value("SELECT seq FROM sqlite_sequence WHERE name = ?", (name,))
    return max(first if found is None else found, given or 0) + 1


def kin(store: Store, row: Mapping[str, Any], numbers: Mapping[int, int]) -> int | None:
    """The number here of the first document with the words of this one, or of its lineage.

    `row` is as it was there; `numbers` has the number here of every document that came before.
    """
    there = row.get("kin")
    here = "SELECT coalesce(kin, id) FROM documents WHERE"
    found: int | None
    if there is not None and there in numbers:
        found = store.value(f"{here} id = ?", (numbers[there],))
    elif there is not None and not store.value(f"{here} id = ?", (there,)):
        found = there  # it was removed there
    else:
        found = store.value(
            f"{here} wording = ? OR lineage = ? ORDER BY id LIMIT 1",
            (row["wording"], row["lineage"]),
        )
    return found


def never_again(store: Store, number: int) -> None:
    """A document that was removed leaves its number to no other."""
    given = store.value("SELECT seq FROM sqlite_sequence WHERE name = 'documents'")
    if given is None:
        store.run("INSERT INTO sqlite_sequence VALUES ('documents', ?)", (number,))
    elif given < number:
        sql = "UPDATE sqlite_sequence SET seq = ? WHERE name = 'documents'"
        store.run(sql, (number,))
