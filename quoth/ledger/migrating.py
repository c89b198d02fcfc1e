"""Schemas by number: what brings a ledger to the newest one, after a copy of it is made."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from pathlib import Path

from quoth.ledger.copying import copy
from quoth.ledger.errors import LedgerError
from quoth.ledger.store import APPLICATION, Store

FILE = re.compile(r"(\d{4})_\w+\.sql")


@cache
def migrations() -> tuple[str, ...]:
    """The SQL of each schema in order; the first makes an empty file a ledger."""
    folder = files("quoth.ledger").joinpath("migrations")
    named = sorted((each.name, each) for each in folder.iterdir() if FILE.fullmatch(each.name))
    return tuple(each.read_text("utf-8") for _, each in named)


def newest() -> int:
    """The number of the newest schema."""
    return len(migrations())


def version(store: Store) -> int:
    """The number of the ledger's schema; 0 for an empty file.

    Raises `LedgerError` where a newer Quoth made it.
    """
    number: int = store.value("PRAGMA user_version")
    if number > newest():
        reason = f"was made by a newer Quoth (schema {number}, this one knows {newest()}); update"
        raise LedgerError(store.path, reason)
    return number


def migrate(store: Store) -> Path | None:
    """Bring the ledger to the newest schema, all steps or none; the copy made before, if any.

    Raises `LedgerError` also where an old ledger is open for reading only.
    """
    found = version(store)
    if found == newest():
        return None
    if not store.write:
        if not found:
            raise LedgerError(store.path, "is empty; add documents by `quoth add` first")
        reason = f"has the old schema {found} and cannot be written; change its rights, or copy it"
        raise LedgerError(store.path, reason)
    with store.transaction():
        found = version(store)  # another process may have been faster
        made = _copy(store, found) if found and found < newest() else None
        for number in range(found, newest()):
            store.run(migrations()[number])
            store.run(f"PRAGMA user_version = {number + 1}")
        store.run(f"PRAGMA application_id = {APPLICATION}")
    return made


def _copy(store: Store, number: int) -> Path:
    """`news.db.schema-1`: the ledger as it was, which nobody changes while `store` writes."""
    with store.beside() as seen:
        return copy(seen, f"{store.place}.schema-{number}")
