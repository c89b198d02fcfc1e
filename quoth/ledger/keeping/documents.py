"""Documents and their originals into rows."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256
from typing import Any

from quoth.documents.packing import packed
from quoth.ledger.store import Store
from quoth.ledger.values import as_json, now, storable
from quoth.passages import plain_spans
from quoth.records import BODY, Block, Document, Metadata

ONE = ("title", "outlet", "published", "modified", "language", "address")
"""What a document says of itself once at most."""
WORD = re.compile(r"\w+")


def fingerprint(document: Document) -> str:
    """SHA-256 of all that was read from the original: the same document has the same."""
    known = document.metadata
    values = {name: found.value for name in ONE if (found := getattr(known, name))}
    whole = (document.text, _plain_blocks(document.blocks), values, known.columns)
    authors = [author.value for author in known.authors]
    return sha256(json.dumps([*whole, authors]).encode()).hexdigest()


def wording(document: Document) -> str:
    """SHA-256 of the article's words without what stands around it: reprints share it."""
    body = [block for block in document.blocks if block.kind in BODY] or document.blocks
    text = " ".join(document.text[s.start : s.end] for block in body for s in block.spans)
    words = " ".join(WORD.findall(text.casefold()))
    return sha256(words.encode(errors="surrogatepass")).hexdigest()


def put_document(
    store: Store, document: Document, lineage: str | None, keep_original: bool = True
) -> int:
    """The number under which `document` is kept from now on, without a reading yet.

    `lineage` is what its versions share, an address or a path; it is the next version there.
    """
    last = store.value("SELECT max(version) FROM documents WHERE lineage = ?", (lineage,))
    words = wording(document)
    kin = store.value(
        "SELECT coalesce(kin, id) FROM documents WHERE wording = ? OR lineage = ?"
        " ORDER BY id LIMIT 1",
        (words, lineage),
    )
    text = storable(document.text)
    known = document.metadata
    where: dict[str, Any] = {n: f.where for n in ONE if (f := getattr(known, n))}
    row = {
        "fingerprint": fingerprint(document),
        "lineage": lineage and storable(lineage),
        "version": (last or 0) + 1,
        "name": storable(document.name),
        "original": _put_original(store, document.original, keep_original),
        "text": text,
        "wording": words,
        "kin": kin,
        "characters": len(text),
        "layout": packed(document.layout, document.text),
        **{name: _value(known, name) for name in ONE},
        "authors": as_json([author.value for author in known.authors]),
        "found": as_json({**where, "authors": [author.where for author in known.authors]}),
        "columns": as_json(known.columns),
        "references": as_json([[r.span.start, r.span.end, r.block] for r in document.references]),
        "added": now(),
    }
    number = store.insert("documents", row)
    store.many(
        "INSERT INTO blocks VALUES (?, ?, ?, ?)",
        (
            (number, n, kind, as_json(spans))
            for n, (kind, spans) in enumerate(_plain_blocks(document.blocks))
        ),
    )
    store.run("INSERT INTO document_words (rowid, text) VALUES (?, ?)", (number, text))
    return number


def _put_original(store: Store, data: bytes | None, keep: bool) -> str | None:
    if data is None:
        return None
    digest = digest_of_original(data)
    row = store.row("SELECT packed IS NOT NULL FROM originals WHERE digest = ?", (digest,))
    # A feed or an export gives its bytes with each of its documents: they are packed once.
    if row is None or (keep and not row[0]):
        store.run(
            "INSERT INTO originals VALUES (?, ?, ?) ON CONFLICT (digest)"
            " DO UPDATE SET packed = coalesce(packed, excluded.packed)",
            (digest, len(data), zlib.compress(data) if keep else None),
        )
    return digest


@lru_cache(1)
def digest_of_original(data: bytes) -> str:
    """SHA-256 of a document's bytes; for the next document out of the same bytes it is known."""
    return sha256(data).hexdigest()


def _value(known: Metadata, name: str) -> str | None:
    found = getattr(known, name)
    return storable(found.value) if found else None


def _plain_blocks(blocks: Iterable[Block]) -> list[tuple[str, list[list[int]]]]:
    return [(block.kind, plain_spans(block.spans)) for block in blocks]
