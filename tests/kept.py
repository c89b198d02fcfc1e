"""Readings that were made by hand, kept in a ledger."""

from __future__ import annotations

from dataclasses import replace

from quoth.documents.layouts import text_layout
from quoth.ledger import Ledger
from quoth.ledger.keeping import put_document, put_reading
from quoth.records import Found, Metadata, Reading


def keep(ledger: Ledger, reading: Reading, outlet: str, day: str, address: str = "") -> int:
    """Its number; what has the same `address` (else outlet) are versions of one document."""
    known = Metadata(outlet=Found(outlet, "test"), published=Found(day, "test"))
    text = reading.document.text
    document = replace(reading.document, metadata=known, layout=text_layout(text))
    kept = replace(reading, document=document)
    with ledger.store.transaction():
        number = put_document(ledger.store, kept.document, address or outlet)
        put_reading(ledger.store, number, kept)
    return number
