"""One document held against its own text: fingerprint, blocks, and every span with its words."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from quoth.ledger.errors import sound
from quoth.ledger.keeping import fingerprint, wording
from quoth.ledger.loading import load_document
from quoth.ledger.store import Store
from quoth.ledger.values import storable
from quoth.records import Document, Passage, Span

LOST = "\ufffd"
"""Stands for half a surrogate pair: what was read had something else."""


def wrong_in_document(store: Store, number: int) -> Iterator[str]:
    """A line for each thing in document `number` that does not fit its text."""
    document = load_document(store, number)
    said = f"document {number}: "
    yield from (said + each for each in _wrong_itself(store, number, document))
    for reading, kind in store.rows("SELECT id, kind FROM readings WHERE document = ?", (number,)):
        with sound(store.path, f"the {kind} reading"):
            for each in _wrong_in_reading(store, reading, document):
                yield f"{said}{kind} reading: {each}"
    samples = "SELECT sample, number, text, spans FROM sample_items WHERE document = ?"
    for sample, item, text, plain in store.rows(samples, (number,)):
        with sound(store.path, f"sample {sample}"):
            spans = tuple(Span(*each) for each in json.loads(plain))
            if not _fit(spans, document) or _words(document, spans) != text:
                yield f"sample {sample}: number {item} has other words than stand at its place"


def _wrong_itself(store: Store, number: int, document: Document) -> Iterator[str]:
    row = store.row(
        "SELECT fingerprint, wording, characters FROM documents WHERE id = ?", (number,)
    )
    kept, words, characters = row or (None, None, None)
    if fingerprint(document) != kept and LOST not in _all_text(store, number):
        yield "its text, blocks or metadata are other than those that were read"
    if wording(document) != words and LOST not in document.text:
        yield "its wording is not that of its text"
    if len(document.text) != characters:
        yield f"its text has {len(document.text)} characters, not {characters}"
    for block, each in enumerate(document.blocks):
        if not _fit(each.spans, document):
            yield f"block {block} is not within the text"


def _all_text(store: Store, number: int) -> str:
    """All of a document's row that its fingerprint sees, as one string to search in."""
    row = store.row(
        "SELECT text, title, outlet, authors, columns FROM documents WHERE id = ?", (number,)
    )
    return " ".join(each or "" for each in row or ())


def _wrong_in_reading(store: Store, reading: int, document: Document) -> Iterator[str]:
    yield from _wrong_parts(store, reading, document, *STATEMENTS)
    yield from _wrong_parts(store, reading, document, *SOURCES)
    for table in ("figures", "dates"):
        query = f'SELECT number, text, start, "end" FROM {table} WHERE reading = ?'
        for number, text, start, end in store.rows(query, (reading,)):
            there = (Span(start, end),)
            if not _fit(there, document) or _words(document, there) != text:
                yield f"{table}: number {number} has other words than stand at its place"
    query = 'SELECT number, "of", of_spans FROM figures WHERE reading = ? AND of_spans IS NOT NULL'
    for number, text, plain in store.rows(query, (reading,)):
        spans = tuple(Span(*each) for each in json.loads(plain))
        if not _fit(spans, document) or _words(document, spans) != text:
            yield f"figures: what number {number} counts is not what stands at its place"


STATEMENTS = (
    'SELECT s.key, p.part, 0, p.start, p."end" FROM statements s'
    " JOIN statement_spans p ON p.statement = s.id WHERE s.reading = ?"
    " ORDER BY s.id, p.part, p.piece",
    "SELECT key, content, source_text AS source, cue_text AS cue, cited_text AS cited"
    " FROM statements WHERE reading = ?",
    ("content", "source", "cue", "cited"),
)
SOURCES = (
    'SELECT s.key, p.part, p.item, p.start, p."end" FROM sources s'
    " JOIN source_spans p ON p.source = s.id WHERE s.reading = ?"
    " ORDER BY s.id, p.part, p.item, p.piece",
    # A name that people gave has no place in the text.
    "SELECT key, CASE WHEN named THEN name END, role, affiliation, reason, description"
    " FROM sources WHERE reading = ?",
    ("name", "role", "affiliation", "reason", "description"),
)
"""The spans of a reading's parts, the words kept of them, and the parts that have words."""


def _wrong_parts(
    store: Store, reading: int, document: Document, places: str, words: str, parts: Iterable[str]
) -> Iterator[str]:
    found: dict[tuple[str, str, int], list[Span]] = defaultdict(list)
    for key, part, item, start, end in store.rows(places, (reading,)):
        found[key, part, item].append(Span(start, end))
    for (key, part, _), spans in found.items():
        if not _fit(spans, document):
            yield f"{key}: its {part} is not within the text, or not in its order"
    for key, *kept in store.rows(words, (reading,)):
        for part, text in zip(parts, kept, strict=True):
            there = found.get((key, part, 0))
            named_by_people = part == "name" and not there
            if text != (_words(document, there) if there else None) and not named_by_people:
                yield f"{key}: its {part} has other words than stand at its place"


def _fit(spans: Iterable[Span], document: Document) -> bool:
    """Are all of them in the text, none empty, each behind the one before?"""
    pieces = list(spans)
    inside = all(0 <= s.start < s.end <= len(document.text) for s in pieces)
    return inside and all(a.end <= b.start for a, b in pairwise(pieces))


def _words(document: Document, spans: Iterable[Span]) -> str:
    return storable(Passage(document, tuple(spans)).text)
