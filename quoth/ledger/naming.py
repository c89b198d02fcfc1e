"""What people call documents and statements, and the numbers that the ledger has for them."""

from __future__ import annotations

import os
import re

from quoth.ledger.errors import NotFound
from quoth.ledger.store import Store
from quoth.ledger.values import storable

STATEMENT = re.compile(r"(.+):([a-z]+[0-9a-f]+)")
NO_DOCUMENT = "no such document in {}; `quoth find` shows their numbers"


def document_number(store: Store, called: str) -> int:
    """The number of the document called so: by number, name, path, or address.

    A name or an address that versions share means the newest. Raises `NotFound`.
    """
    if called.isdecimal():
        found = store.value("SELECT id FROM documents WHERE id = ?", (int(called[:18]),))
    else:
        found = _named(store, called)
    if found is None:
        raise NotFound(f"{called}: {NO_DOCUMENT.format(store.path)}")
    return int(found)


def numbers_meant(store: Store, called: str) -> list[int]:
    """The documents called so, as in `document_number`, or all in a folder or under a pattern.

    In a pattern `*` is any characters and `?` is one; a folder, an archive and the names in a
    pattern are as they were when the documents were added. Raises `NotFound`.
    """
    try:
        return [document_number(store, called)]
    except NotFound:
        whole = os.path.abspath(called)  # noqa: PTH100
        inner = glob_of(whole.rstrip(os.sep) + os.sep) + "*"
        rows = store.rows(
            "SELECT DISTINCT document FROM sightings"
            " WHERE name GLOB ?1 OR input = ?2 OR input GLOB ?3 ORDER BY document",
            (called, storable(whole), storable(inner)),
        )
        if not rows:
            raise
        return [number for (number,) in rows]


def glob_of(text: str) -> str:
    """A pattern of SQLite's GLOB that means this text alone."""
    return re.sub(r"[*?[]", r"[\g<0>]", text)


def numbers_called(store: Store, name: str) -> list[int]:
    """The numbers of all documents that were met under this name, the newest first."""
    sql = "SELECT document FROM sightings WHERE name = ? ORDER BY document DESC"
    return [number for (number,) in store.rows(sql, (name,))]


def statement_name(called: str) -> tuple[str, str] | None:
    """The document and the key in `17:s12`; None for what is no statement's name."""
    found = STATEMENT.fullmatch(called)
    return (found[1], found[2]) if found else None


def statement_number(store: Store, called: str) -> tuple[int, int]:
    """The document of the statement called `17:s12`, and the number of its row, as of now.

    Raises `NotFound`.
    """
    named = statement_name(called)
    if named is None:
        raise NotFound(f"{called}: no statement; statements are called as 17:s12")
    document = document_number(store, named[0])
    row: int | None = store.value(
        "SELECT s.id FROM documents d JOIN statements s ON s.reading = d.reading"
        " WHERE d.id = ? AND s.key = ?",
        (document, named[1]),
    )
    if row is None:
        raise NotFound(f"{called}: no such statement; `quoth show {document}` lists them")
    return document, row


def _named(store: Store, called: str) -> int | None:
    queries = (
        ("SELECT document FROM sightings WHERE name = ? ORDER BY document DESC", called),
        ("SELECT id FROM documents WHERE lineage = ? ORDER BY version DESC", called),
        (
            "SELECT id FROM documents WHERE lineage = ? ORDER BY version DESC",
            os.path.abspath(called),  # noqa: PTH100
        ),
    )
    for query, value in queries:
        number: int | None = store.value(f"{query} LIMIT 1", (value,))
        if number is not None:
            return number
    return None
