"""What comes out of inputs: documents that are new, and what need not be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from quoth.documents import Options, open_documents
from quoth.documents.metadata import merged
from quoth.documents.opening import Outcome
from quoth.errors import UnreadableInput
from quoth.languages import refusal
from quoth.ledger.inputs import Input, absolute, digest_of
from quoth.ledger.keeping import fingerprint
from quoth.ledger.store import Store
from quoth.records import Document, Metadata


@dataclass(frozen=True, slots=True)
class Begun:
    """All that comes until the next of these is out of this input."""

    input: str


@dataclass(frozen=True, slots=True)
class Done:
    """Nothing more comes out of the input; `digest` is None where it may not be passed over."""

    digest: str | None


@dataclass(frozen=True, slots=True)
class Met:
    """A document that was met before in this run or an earlier one, and need not be read."""

    name: str
    fingerprint: str
    original: bytes | None = field(default=None, repr=False)
    """The bytes that hold it, where it was removed: they are not to be kept for others in them."""


Passing = UnreadableInput | Begun | Done | Met


def incoming(
    store: Store,
    inputs: Iterable[Input],
    options: Options,
    any_language: bool,
    again: bool,
    under_way: set[str],
) -> Iterator[Document | Passing]:
    """What is in the inputs. It may run in a thread of its own, so it has its own connection.

    `under_way` holds the fingerprints of what is being read and not yet in the ledger.
    """
    with store.beside() as seen:
        for each in inputs:
            lent = each.stream or each.path
            name = each.name if lent else absolute(each.name)
            digest = None if lent else digest_of(each.name)
            yield Begun(name)
            if digest and not again and _is_done(seen, name, digest):
                yield from _before(seen, name)
                continue
            for outcome in open_documents(lent or each.name, each.name, options):
                yield _new(seen, _told(outcome, each.known), any_language, under_way)
            yield Done(digest)


def _told(outcome: Outcome, known: Metadata | None) -> Outcome:
    """A document with what is said of it by whoever adds it."""
    if known is None or isinstance(outcome, UnreadableInput):
        return outcome
    return replace(outcome, metadata=merged(outcome.metadata, known))


def _new(
    seen: Store, outcome: Outcome, any_language: bool, under_way: set[str]
) -> Document | Passing:
    if isinstance(outcome, UnreadableInput):
        return outcome
    if not any_language and (failure := refusal(outcome)):
        return failure
    found = fingerprint(outcome)
    if found in under_way or number_of(seen, found):
        return Met(outcome.name, found)
    if is_removed(seen, found):
        return Met(outcome.name, found, outcome.original)
    under_way.add(found)
    return outcome


def _before(seen: Store, name: str) -> Iterator[Passing]:
    """What an input gave when it was added with the same bytes."""
    documents = seen.rows(
        "SELECT s.name, d.fingerprint FROM sightings s JOIN documents d ON d.id = s.document"
        " WHERE s.input = ? ORDER BY d.id",
        (name,),
    )
    yield from (Met(*each) for each in documents)
    failures = seen.rows("SELECT name, reason FROM failures WHERE input = ?", (name,))
    yield from (UnreadableInput(*each) for each in failures)


def _is_done(seen: Store, name: str, digest: str) -> bool:
    found = seen.value("SELECT digest FROM inputs WHERE name = ?", (name,))
    return bool(found == digest)


def number_of(store: Store, found: str) -> int | None:
    """The number of the document with this fingerprint; None where there is none."""
    number: int | None = store.value("SELECT id FROM documents WHERE fingerprint = ?", (found,))
    return number


def is_removed(store: Store, found: str) -> bool:
    """Whether the document with this fingerprint was taken out for good."""
    return store.value("SELECT 1 FROM removals WHERE fingerprint = ?", (found,)) is not None
