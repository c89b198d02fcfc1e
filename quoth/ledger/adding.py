"""Inputs into the ledger: opened, read where they are new, and kept one by one.

Each document is kept in a transaction of its own as soon as it is read, and an input counts as
done after the last of them: what is stopped anywhere goes on where it was.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Literal, Protocol, TypeVar

from quoth.documents import Options, open_documents
from quoth.documents.archives.folders import files_in
from quoth.documents.opening import Outcome
from quoth.errors import UnreadableInput
from quoth.languages import refusal
from quoth.ledger.keeping import fingerprint, put_document, put_reading
from quoth.ledger.store import Store
from quoth.ledger.values import now, storable
from quoth.records import Document, Reading

Other = TypeVar("Other")

State = Literal["added", "version", "known", "removed", "failed"]
"""Kept as new; kept as a changed version; there already; taken out before; unreadable."""

BY_NUMBER = re.compile(r"#\d+$")
"""How records are called that have no name of their own: what is third today is not tomorrow."""


class Reads(Protocol):
    """What a `Reader` does for the ledger."""

    model: str

    def read_each(self, items: Iterable[Document | Other]) -> Iterator[Reading | Other]: ...


@dataclass(frozen=True, slots=True)
class Input:
    """Something to add: a file, or an open binary file or pipe that is called by a name."""

    name: str
    stream: BinaryIO | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of one document, or of an input that is no document."""

    name: str
    state: State
    document: int | None = None
    """Its number in the ledger; None where it failed."""
    statements: int = 0
    reason: str | None = None
    """Why it could not be read."""


@dataclass(frozen=True, slots=True)
class _Begun:
    """All that comes until the next of these is out of this input."""

    input: str


@dataclass(frozen=True, slots=True)
class _Done:
    """Nothing more comes out of the input; `digest` is None where it may not be passed over."""

    digest: str | None


@dataclass(frozen=True, slots=True)
class _Met:
    """A document that was met before in this run or an earlier one, and need not be read."""

    name: str
    fingerprint: str
    original: bytes | None = field(default=None, repr=False)
    """The bytes that hold it, where it was removed: they are not to be kept for others in them."""


_Passing = UnreadableInput | _Begun | _Done | _Met


def files_of(store: Store, inputs: Iterable[str], options: Options) -> list[str]:
    """`inputs` with folders replaced by the files in them, without the ledger's own.

    A folder without texts stays as it is, to be told as a failure.
    """
    found: list[str] = []
    for each in inputs:
        if each and Path(each).is_dir():
            files = [str(file) for file in files_in(Path(each), options)]
            found += [file for file in files if not _is_own(store, file)] or [each]
        else:
            found.append(each)
    return found


def _is_own(store: Store, file: str) -> bool:
    """Whether a file is the ledger, its log, or a copy of it made before a migration."""
    ledger = absolute(store.path)
    return bool(re.fullmatch(re.escape(ledger) + r"(-wal|-shm|\.schema-\d+)?", absolute(file)))


def failed_inputs(store: Store) -> list[str]:
    """The inputs in which something could not be read."""
    return [name for (name,) in store.each("SELECT DISTINCT input FROM failures ORDER BY input")]


def add(
    store: Store,
    reader: Reads,
    inputs: Iterable[Input],
    options: Options,
    *,
    any_language: bool = False,
    keep_originals: bool = True,
    again: bool = False,
) -> Iterator[Kept]:
    """Keep the documents in `inputs` and say of each what became of it, in their order.

    A file whose bytes were added before is passed over, unless `again`; a document that is there
    already is not read again. Both give one `Kept` with the state "known".
    """
    under_way: set[str] = set()
    passing = _opened(store, inputs, options, any_language, again, under_way)
    items: Iterator[Reading | _Passing] = reader.read_each(passing)
    current, failed, withheld = "", set[str](), set[str]()
    for item in items:
        if isinstance(item, _Begun):
            current, failed, withheld = item.input, set(), set()
        elif isinstance(item, _Done):
            with store.transaction():
                _done(store, current, item.digest, failed)
        else:
            with store.transaction():
                if isinstance(item, _Met) and item.original is not None:
                    withheld.add(_withhold(store, item.original))
                kept = _keep(store, current, item, keep_originals, withheld)
            if isinstance(item, Reading):
                under_way.discard(fingerprint(item.document))
            elif kept.state == "failed":
                failed.add(kept.name)
            yield kept


def _keep(
    store: Store,
    current: str,
    item: Reading | UnreadableInput | _Met,
    keep_original: bool,
    withheld: set[str],
) -> Kept:
    if isinstance(item, UnreadableInput):
        return _failed(store, current, item)
    if isinstance(item, _Met):
        return _again(store, current, item.name, item.fingerprint)
    document = item.document
    found = fingerprint(document)
    # Another program may have added or removed it while it was being read.
    if (known := _number(store, found)) or _is_removed(store, found):
        return _again(store, current, document.name, found, known)
    if withheld and document.original is not None:
        keep_original = keep_original and _hash(document.original) not in withheld
    number = put_document(store, document, _lineage(document, current), keep_original)
    put_reading(store, number, item)
    _see(store, number, document.name, current)
    version = store.value("SELECT version FROM documents WHERE id = ?", (number,))
    state: State = "version" if version > 1 else "added"
    return Kept(document.name, state, number, len(item.statements))


def _withhold(store: Store, original: bytes) -> str:
    """Keep only the hash of bytes in which a removed document stands; their hash."""
    digest = _hash(original)
    store.run("UPDATE originals SET packed = NULL WHERE digest = ?", (digest,))
    return digest


def _again(store: Store, current: str, name: str, found: str, number: int | None = None) -> Kept:
    number = number or _number(store, found)
    if number is None:
        return Kept(name, "removed", reason="it was removed for good from this ledger")
    _see(store, number, name, current)
    return Kept(name, "known", number)


def _see(store: Store, number: int, name: str, current: str) -> None:
    store.run(
        "INSERT INTO sightings VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
        (number, storable(name), current, now()),
    )


def _failed(store: Store, current: str, failure: UnreadableInput) -> Kept:
    store.run(
        "INSERT INTO failures VALUES (?1, ?2, ?3, ?4) ON CONFLICT (name)"
        " DO UPDATE SET input = ?2, reason = ?3, at = ?4",
        (storable(failure.name), current, storable(failure.reason), now()),
    )
    return Kept(failure.name, "failed", reason=failure.reason)


def _done(store: Store, name: str, digest: str | None, failed: set[str]) -> None:
    """An input is through: what failed in it once and does not now is forgotten."""
    before = store.rows("SELECT name FROM failures WHERE input = ?", (name,))
    mended = [row for row in before if row[0] not in map(storable, failed)]
    store.many("DELETE FROM failures WHERE name = ?", mended)
    if digest:
        store.run(
            "INSERT INTO inputs VALUES (?1, ?2, ?3) ON CONFLICT (name)"
            " DO UPDATE SET digest = ?2, at = ?3",
            (name, digest, now()),
        )


def _opened(
    store: Store,
    inputs: Iterable[Input],
    options: Options,
    any_language: bool,
    again: bool,
    under_way: set[str],
) -> Iterator[Document | _Passing]:
    """What is in the inputs. It may run in a thread of its own, so it has its own connection.

    `under_way` holds the fingerprints of what is being read and not yet in the ledger.
    """
    with store.beside() as seen:
        for each in inputs:
            name = each.name if each.stream else absolute(each.name)
            digest = None if each.stream else _digest(each.name)
            yield _Begun(name)
            if digest and not again and _is_done(seen, name, digest):
                yield from _before(seen, name)
                continue
            for outcome in open_documents(each.stream or each.name, each.name, options):
                yield _new(seen, outcome, any_language, under_way)
            yield _Done(digest)


def _new(
    seen: Store, outcome: Outcome, any_language: bool, under_way: set[str]
) -> Document | _Passing:
    if isinstance(outcome, UnreadableInput):
        return outcome
    if not any_language and (failure := refusal(outcome)):
        return failure
    found = fingerprint(outcome)
    if found in under_way or _number(seen, found):
        return _Met(outcome.name, found)
    if _is_removed(seen, found):
        return _Met(outcome.name, found, outcome.original)
    under_way.add(found)
    return outcome


def _before(seen: Store, name: str) -> Iterator[_Passing]:
    """What an input gave when it was added with the same bytes."""
    documents = seen.rows(
        "SELECT s.name, d.fingerprint FROM sightings s JOIN documents d ON d.id = s.document"
        " WHERE s.input = ? ORDER BY d.id",
        (name,),
    )
    yield from (_Met(*each) for each in documents)
    failures = seen.rows("SELECT name, reason FROM failures WHERE input = ?", (name,))
    yield from (UnreadableInput(*each) for each in failures)


def _is_done(seen: Store, name: str, digest: str) -> bool:
    found = seen.value("SELECT digest FROM inputs WHERE name = ?", (name,))
    return bool(found == digest)


def _number(store: Store, found: str) -> int | None:
    number: int | None = store.value("SELECT id FROM documents WHERE fingerprint = ?", (found,))
    return number


def _is_removed(store: Store, found: str) -> bool:
    return store.value("SELECT 1 FROM removals WHERE fingerprint = ?", (found,)) is not None


def absolute(name: str) -> str:
    """The name of an input that is the same from every working folder."""
    return storable(os.path.abspath(name))  # noqa: PTH100


def _hash(original: bytes) -> str:
    """What `originals.digest` is of them."""
    return hashlib.sha256(original).hexdigest()


def _digest(name: str) -> str | None:
    """SHA-256 of a regular file; None for anything else, and for what cannot be opened."""
    try:
        if not Path(name).is_file():
            return None
        with Path(name).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, ValueError):  # opening it says what is wrong
        return None


def _lineage(document: Document, current: str) -> str | None:
    """What the versions of a document have in common."""
    if document.metadata.address:
        return document.metadata.address.value
    if BY_NUMBER.search(document.name) or not Path(current).is_absolute():
        return None
    return os.path.abspath(document.name)  # noqa: PTH100
