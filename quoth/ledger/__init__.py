"""Many readings in one SQLite file: kept, searched, corrected by people and handed on."""

from __future__ import annotations

from quoth.ledger.ledger import Ledger, open_ledger

__all__ = ["Ledger", "open_ledger"]
