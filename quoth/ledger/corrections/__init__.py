"""What people say of a reading, and the reading that comes of it; nothing here knows a database."""

from __future__ import annotations

from quoth.ledger.corrections.applying import Conflict, Corrected, apply, statement_of
from quoth.ledger.corrections.draft import Ground, Verdict
from quoth.ledger.corrections.naming import source_at, statement_at, words_of
from quoth.ledger.corrections.touched import Touched, touched
from quoth.ledger.corrections.values import action_of, change_of, fields_of

__all__ = [
    "Conflict",
    "Corrected",
    "Ground",
    "Touched",
    "Verdict",
    "action_of",
    "apply",
    "change_of",
    "fields_of",
    "source_at",
    "statement_at",
    "statement_of",
    "touched",
    "words_of",
]
