"""Inputs into the ledger: opened, read where they are new, and kept one by one.

Each document is kept in a transaction of its own as soon as it is read, and an input counts as
done after the last of them: what is stopped anywhere goes on where it was.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol, TypeVar

from quoth.documents import Options
from quoth.errors import UnreadableInput
from quoth.ledger.events import name_of_event, put_into
from quoth.ledger.incoming import Begun, Done, Met, Passing, incoming, is_removed, number_of
from quoth.ledger.inputs import Input
from quoth.ledger.keeping import digest_of_original, fingerprint, put_document, put_reading
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
class Kept:
    """What became of one document, or of an input that is no document."""

    name: str
    state: State
    document: int | None = None
    """Its number in the ledger; None where it failed."""
    statements: int = 0
    reason: str | None = None
    """Why it could not be read."""


def add(
    store: Store,
    reader: Reads,
    inputs: Iterable[Input],
    options: Options,
    *,
    any_language: bool = False,
    keep_originals: bool = True,
    again: bool = False,
    event: str | None = None,
) -> Iterator[Kept]:
    """Keep the documents in `inputs` and say of each what became of it, in their order.

    A file whose bytes were added before is passed over, unless `again`; a document that is there
    already is not read again. Both give one `Kept` with the state "known". All are put into the
    `event` of that name.
    """
    if event is not None:
        name_of_event(event)
    under_way: set[str] = set()
    passing = incoming(store, inputs, options, any_language, again, under_way)
    items: Iterator[Reading | Passing] = reader.read_each(passing)
    current, failed, withheld = "", set[str](), set[str]()
    for item in items:
        if isinstance(item, Begun):
            current, failed, withheld = item.input, set(), set()
        elif isinstance(item, Done):
            with store.transaction():
                _done(store, current, item.digest, failed)
        else:
            with store.transaction():
                if isinstance(item, Met) and item.original is not None:
                    withheld.add(_withhold(store, item.original))
                kept = _keep(store, current, item, keep_originals, withheld)
                if event is not None and kept.document is not None:
                    put_into(store, event, [kept.document])
            if isinstance(item, Reading):
                under_way.discard(fingerprint(item.document))
            elif kept.state == "failed":
                failed.add(kept.name)
            yield kept


def keep(store: Store, reading: Reading) -> int:
    """The number of the reading's document, which is kept where it was not there."""
    with store.transaction():
        if (known := number_of(store, fingerprint(reading.document))) is not None:
            return known
        number = put_document(store, reading.document, None)
        put_reading(store, number, reading)
        return number


def _keep(
    store: Store,
    current: str,
    item: Reading | UnreadableInput | Met,
    keep_original: bool,
    withheld: set[str],
) -> Kept:
    if isinstance(item, UnreadableInput):
        return _failed(store, current, item)
    if isinstance(item, Met):
        return _again(store, current, item.name, item.fingerprint)
    document = item.document
    found = fingerprint(document)
    # Another program may have added or removed it while it was being read.
    if (known := number_of(store, found)) or is_removed(store, found):
        return _again(store, current, document.name, found, known)
    if withheld and document.original is not None:
        keep_original = keep_original and digest_of_original(document.original) not in withheld
    number = put_document(store, document, _lineage(document, current), keep_original)
    put_reading(store, number, item)
    _see(store, number, document.name, current)
    version = store.value("SELECT version FROM documents WHERE id = ?", (number,))
    state: State = "version" if version > 1 else "added"
    return Kept(document.name, state, number, len(item.statements))


def _withhold(store: Store, original: bytes) -> str:
    """Keep only the hash of bytes in which a removed document stands; their hash."""
    digest = digest_of_original(original)
    store.run("UPDATE originals SET packed = NULL WHERE digest = ?", (digest,))
    return digest


def _again(store: Store, current: str, name: str, found: str, number: int | None = None) -> Kept:
    number = number or number_of(store, found)
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


def _lineage(document: Document, current: str) -> str | None:
    """What the versions of a document have in common."""
    if document.metadata.address:
        return document.metadata.address.value
    if BY_NUMBER.search(document.name) or not Path(current).is_absolute():
        return None
    return os.path.abspath(document.name)  # noqa: PTH100
