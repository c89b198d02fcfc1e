"""`quoth ledger check`: is all that a ledger keeps whole, and does it belong together?"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from contextlib import closing
from hashlib import sha256

import apsw

from quoth.errors import QuothError
from quoth.ledger.checking_texts import wrong_in_document
from quoth.ledger.correcting import Corrections
from quoth.ledger.corrections import apply
from quoth.ledger.errors import DAMAGED, LedgerError
from quoth.ledger.integrity import wrong_in_file
from quoth.ledger.loading import load_reading
from quoth.ledger.migrating import migrations
from quoth.ledger.store import Store

Step = Callable[[str, int, int], None]
"""Told what is looked at, how much of it is done, and how much there is."""

INDICES = {"statement_words": "statement_texts", "document_words": "documents"}
"""The indexes of words, and what the words of each are taken from."""

DEFINED = "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL"

WRONG = (
    (
        "documents",
        "document {}: the reading that counts is another document's",
        "SELECT d.id FROM documents d JOIN readings r ON r.id = d.reading WHERE r.document <> d.id",
    ),
    (
        "documents",
        "document {}: has a reading, and none counts",
        "SELECT DISTINCT document FROM readings JOIN documents d ON d.id = document"
        " WHERE d.reading IS NULL",
    ),
    (
        "documents",
        "document {}: has corrections, and the model's reading counts",
        "SELECT d.id FROM documents d JOIN readings r ON r.id = d.reading AND r.kind = 'model'"
        " JOIN readings c ON c.document = d.id AND c.kind = 'corrected'",
    ),
    (
        "documents",
        "document {}: was removed and is still kept",
        "SELECT d.id FROM removals r JOIN documents d"
        " ON d.id = r.document OR d.fingerprint = r.fingerprint",
    ),
    (
        "identities",
        "identity {}: is shown as {}, which is a part of another one itself",
        "SELECT i.id, s.id FROM identities i JOIN identities s ON s.id = i.shown"
        " WHERE s.shown <> s.id",
    ),
    (
        "links",
        "source {}:{}: is linked, and is none of the reading that was linked",
        "SELECT l.document, l.source FROM links l JOIN linked k ON k.document = l.document"
        " JOIN readings r ON r.id = k.reading AND r.made = k.made WHERE NOT EXISTS"
        " (SELECT 1 FROM sources s WHERE s.reading = r.id AND s.key = l.source)",
    ),
    (
        "quotations",
        "statements {} and {}: are kept as one utterance, and not by the later document's",
        "SELECT statement, other FROM quotation_pairs JOIN statements a ON a.id = statement"
        " JOIN readings r ON r.id = a.reading JOIN statements b ON b.id = other"
        " JOIN readings q ON q.id = b.reading WHERE r.document <= q.document",
    ),
    (
        "samples",
        "sample {}: still has words of document {}, which is not kept",
        "SELECT DISTINCT sample, document FROM sample_items"
        " WHERE text IS NOT NULL AND document NOT IN (SELECT id FROM documents)",
    ),
    (
        "originals",
        "original {}: belongs to no document",
        "SELECT digest FROM originals"
        " WHERE digest NOT IN (SELECT original FROM documents WHERE original IS NOT NULL)",
    ),
    (
        "readings",
        "document {}: its {} reading counts with those of document {}, not of {}",
        "SELECT d.id, r.kind, r.kin, coalesce(d.kin, d.id) AS whose FROM readings r"
        " JOIN documents d ON d.id = r.document WHERE r.kin <> whose",
    ),
    (
        "readings",
        "document {}: its {} reading says it has {} statements, and has {}",
        "SELECT document, kind, r.statements, count(s.id) AS found FROM readings r"
        " LEFT JOIN statements s ON s.reading = r.id GROUP BY r.id HAVING r.statements <> found",
    ),
    (
        "readings",
        "document {}: the statements of its {} reading, from {} on, are numbered among others'",
        "SELECT document, kind, first FROM (SELECT r.document, kind, first, min(s.id) AS least,"
        " max(s.id) AS last FROM readings r JOIN statements s ON s.reading = r.id GROUP BY r.id)"
        " AS x WHERE first IS NOT least"
        " OR EXISTS (SELECT 1 FROM readings o WHERE o.first > x.first AND o.first <= x.last)",
    ),
    (
        "sources",
        "source {}:{}: says it answers for {} statements, and does for {}",
        "SELECT document, p.key, p.statements, count(s.id) AS found FROM sources p"
        " JOIN readings r ON r.id = p.reading LEFT JOIN statements s ON s.source = p.id"
        " GROUP BY p.id HAVING p.statements <> found",
    ),
    (
        "statements",
        "statement {}:{}: its source is in another reading",
        "SELECT document, s.key FROM statements s JOIN sources p ON p.id = s.source"
        " JOIN readings r ON r.id = s.reading WHERE p.reading <> s.reading",
    ),
    (
        "statements",
        "statement {}:{}: stands in a statement of another reading, or in itself",
        "SELECT document, s.key FROM statements s JOIN statements o ON o.id = s.within"
        " JOIN readings r ON r.id = s.reading WHERE o.reading <> s.reading OR o.id = s.id",
    ),
    (
        "figures",
        "document {}: figure {} stands in a statement of another reading",
        "SELECT document, f.number FROM figures f JOIN statements s ON s.id = f.statement"
        " JOIN readings r ON r.id = f.reading WHERE s.reading <> f.reading",
    ),
    (
        "dates",
        "document {}: date {} stands in a statement of another reading",
        "SELECT document, t.number FROM dates t JOIN statements s ON s.id = t.statement"
        " JOIN readings r ON r.id = t.reading WHERE s.reading <> t.reading",
    ),
)
"""What is looked at, the line for what is wrong there, and the query that finds it."""


def check(store: Store, step: Step = lambda *_: None) -> Iterator[str]:
    """A line for each thing that is wrong; none where all is well.

    Indexes of words are only compared in a ledger that is open for writing.
    """
    parts: tuple[tuple[str, Callable[[Store, Step], Iterator[str]]], ...] = (
        ("file", lambda store, _: wrong_in_file(store)),
        ("index of words", lambda store, _: _wrong_in_indices(store)),
        ("rows", _wrong_rows),
        ("originals", _wrong_originals),
        ("documents", _wrong_documents),
        ("corrections", _wrong_corrections),
    )
    if wrong := list(_wrong_in_schema(store)):
        yield from wrong
        return
    for name, part in parts:
        step(name, 0, 1)
        try:
            yield from part(store, step)
        except LedgerError as error:  # a damaged page ends a query; the next may not need it
            yield f"{name}: {error.reason}"
        step(name, 1, 1)


def _wrong_in_schema(store: Store) -> Iterator[str]:
    """Damaged definitions make queries fail in any way; what others have added is theirs."""
    with closing(apsw.Connection(":memory:")) as fresh:
        for sql in migrations():
            fresh.execute(sql).fetchall()
        wanted = fresh.execute(DEFINED).fetchall()
    for name, _ in sorted({*wanted} - {*store.rows(DEFINED)}):
        yield f"schema: {name} is not defined as it was made"


def _wrong_in_indices(store: Store) -> Iterator[str]:
    if not store.write:
        return  # SQLite compares them by a command that asks for the lock of writers
    for index, content in INDICES.items():
        try:
            store.run(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
        except LedgerError as error:
            if error.reason != DAMAGED:
                raise
            yield f"index of words: {index} has other words than {content}"


def _wrong_rows(store: Store, step: Step) -> Iterator[str]:
    for done, (name, line, sql) in enumerate(WRONG):
        step(name, done, len(WRONG))
        yield from (line.format(*row) for row in store.each(sql))


def _wrong_originals(store: Store, step: Step) -> Iterator[str]:
    total = store.value("SELECT count(*) FROM originals")
    digests = store.each("SELECT rowid, digest FROM originals ORDER BY rowid")
    for done, (row, digest) in enumerate(digests):
        step("originals", done, total)
        size, packed = store.rows("SELECT size, packed FROM originals WHERE rowid = ?", (row,))[0]
        if packed is None:
            continue
        try:
            data = zlib.decompress(packed)
        except zlib.error:
            yield f"original {digest}: cannot be unpacked"
            continue
        if sha256(data).hexdigest() != digest or len(data) != size:
            yield f"original {digest}: other bytes than were read"


def _wrong_documents(store: Store, step: Step) -> Iterator[str]:
    total = store.value("SELECT count(*) FROM documents")
    for done, (number,) in enumerate(store.each("SELECT id FROM documents ORDER BY id")):
        step("documents", done, total)
        try:
            yield from wrong_in_document(store, number)
        except LedgerError as error:
            said = f"document {number}"
            yield f"{said}: {error.reason.removeprefix(said).strip()}"


def _wrong_corrections(store: Store, step: Step) -> Iterator[str]:
    corrections = Corrections(store)
    found = store.rows("SELECT DISTINCT document FROM corrections ORDER BY document")
    for done, (number,) in enumerate(found):
        step("corrections", done, len(found))
        log = corrections.log(number)
        if all(each.undone for each in log):
            continue
        try:
            made = apply(load_reading(store, number, "model"), log).reading
            seen = load_reading(store, number)
        except (QuothError, ValueError, KeyError) as error:
            yield f"document {number}: its corrections do not apply: {error}"
            continue
        if made != seen:
            yield f"document {number}: what people see is not what its corrections make of it"
