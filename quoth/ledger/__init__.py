"""Many readings in one SQLite file: kept, searched, corrected by people and handed on."""

from __future__ import annotations

from quoth.ledger.finding import Question
from quoth.ledger.ledger import Ledger, open_ledger

__all__ = ["Ledger", "Question", "open_ledger"]
