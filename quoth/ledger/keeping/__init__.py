"""Documents and readings into rows. Whoever calls these holds a transaction open."""

from __future__ import annotations

from quoth.ledger.keeping.documents import (
    digest_of_original,
    fingerprint,
    put_document,
    wording,
)
from quoth.ledger.keeping.readings import drop_reading, let_count, put_reading

__all__ = [
    "digest_of_original",
    "drop_reading",
    "fingerprint",
    "let_count",
    "put_document",
    "put_reading",
    "wording",
]
