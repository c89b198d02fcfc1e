"""One statement of the ledger, or one document, with what else the ledger has of its text."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from quoth.ledger.correcting import Corrections
from quoth.ledger.corrections.draft import ADDED
from quoth.ledger.errors import NotFound
from quoth.ledger.loading import load_reading
from quoth.ledger.naming import document_number, statement_name
from quoth.ledger.records import Add, Confirm, Edit, Logged, Reject, SetSource
from quoth.ledger.store import Store
from quoth.records import Reading, Statement


@dataclass(frozen=True, slots=True)
class Copy:
    """A document that is a version of another, or has the same words."""

    document: int
    """Its number in the ledger."""
    name: str
    title: str | None
    outlet: str | None
    published: str | None
    version: int


@dataclass(frozen=True, slots=True)
class Shown:
    """A document as it is read, and the statement in it that was asked for, if one was."""

    document: int
    reading: Reading
    statement: Statement | None
    verdict: str | None
    """What people made of the statement; None where nobody judged it."""
    said: tuple[Logged, ...]
    """What they said of it, in order."""
    versions: tuple[Copy, ...]
    """All versions of the document in their order, itself too."""
    reprints: tuple[Copy, ...]
    """Other documents with the same words, which are no versions of it."""


def show(store: Store, called: str) -> Shown:
    """What is called `17:s12` or `17`; a document may be named by name, path or address too.

    Raises `NotFound`.
    """
    named = statement_name(called)
    if named:
        try:
            return _shown(store, document_number(store, named[0]), named[1], called)
        except NotFound:
            # A name may end like a statement's.
            if named[0].isdecimal() or not _is_document(store, called):
                raise
    return _shown(store, document_number(store, called), None, called)


def versions(store: Store, document: int) -> tuple[Copy, ...]:
    """The versions of a document in their order, itself too."""
    return _copies(
        store,
        "id = ?1 OR lineage = (SELECT lineage FROM documents WHERE id = ?1) ORDER BY version",
        document,
    )


def reprints(store: Store, document: int) -> tuple[Copy, ...]:
    """The documents with the words of this one, itself too, in the order of their numbers."""
    where = "wording = (SELECT wording FROM documents WHERE id = ?) ORDER BY id"
    return _copies(store, where, document)


def said_of_statements(store: Store, document: int) -> dict[str, tuple[Logged, ...]]:
    """What people said of each statement of a document, in order; the others are left out."""
    rows = store.rows(
        "SELECT s.key FROM documents d JOIN statements s ON s.reading = d.reading"
        " WHERE d.id = ? AND s.key GLOB ?",
        (document, f"{ADDED}*"),
    )
    said: dict[str, list[Logged]] = defaultdict(list)
    for logged in Corrections(store).lines(document):
        change = logged.correction.change
        if isinstance(change, Confirm | Reject | Edit | SetSource):
            said[change.statement.key].append(logged)
        elif isinstance(change, Add):
            whole = f"{ADDED}{logged.correction.id}"
            for (key,) in rows:
                if whole.startswith(key):
                    said[key].append(logged)
    return {key: tuple(some) for key, some in said.items()}


def _shown(store: Store, number: int, key: str | None, called: str) -> Shown:
    with store.snapshot():
        reading = load_reading(store, number)
        statement = next((each for each in reading.statements if each.id == key), None)
        if key and not statement:
            raise NotFound(f"{called}: no such statement; `quoth show {number}` lists them")
        verdict = store.value(
            "SELECT s.verdict FROM documents d JOIN statements s ON s.reading = d.reading"
            " WHERE d.id = ? AND s.key = ?",
            (number, key),
        )
        same = versions(store, number)
        others = tuple(each for each in reprints(store, number) if each not in same)
        said = said_of_statements(store, number).get(key or "", ())
    return Shown(number, reading, statement, verdict, said, same, others)


def _copies(store: Store, where: str, document: int) -> tuple[Copy, ...]:
    columns = "id, name, title, outlet, published, version"
    return tuple(
        Copy(*row)
        for row in store.each(f"SELECT {columns} FROM documents WHERE {where}", (document,))
    )


def _is_document(store: Store, called: str) -> bool:
    try:
        document_number(store, called)
    except NotFound:
        return False
    return True
