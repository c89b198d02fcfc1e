"""What became of a document since somebody saw it: the pieces of its page that are others now."""

from __future__ import annotations

import json
from collections import OrderedDict
from threading import Lock
from typing import Any

from quoth.export.corrections import correction_fields, told
from quoth.export.page import rows
from quoth.ledger import Ledger
from quoth.ledger.corrections import Touched, touched
from quoth.ledger.records import Logged
from quoth.ledger.state import Moved

KEPT = 32
"""Changes that are remembered: each is told to all who look at the document."""
WHOLE = 400
"""Blocks; where more differ the page is loaded anew."""


class Changes:
    """Tells changes as data for the page; the same one is worked out once."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._told: OrderedDict[tuple[int, str, str], dict[str, Any]] = OrderedDict()

    def between(self, ledger: Ledger, document: int, moved: Moved) -> dict[str, Any]:
        """`since` and `state`, what was `said`, and the rows (`blocks`) that are to be put in the
        place of the old ones; `whole` where the page has to be loaded anew."""
        key = document, str(moved.since), str(moved.state)
        with self._lock:
            if key in self._told:
                return self._told[key]
        made = _change(ledger, document, moved)
        with self._lock:
            self._told[key] = made
            while len(self._told) > KEPT:
                self._told.popitem(last=False)
        return made


def _change(ledger: Ledger, document: int, moved: Moved) -> dict[str, Any]:
    change: dict[str, Any] = {
        "document": document,
        "since": str(moved.since),
        "state": str(moved.state),
        "said": [said_fields(each) for each in moved.said],
        "conflicts": [[each.correction, each.reason] for each in moved.now.conflicts],
    }
    differing = touched(moved.then, moved.now) if moved.then else None
    if differing is None or len(differing.blocks) > WHOLE:
        return {**change, "whole": True, "statements": [], "sources": [], "blocks": {}}
    return {
        **change,
        "whole": False,
        "statements": sorted(differing.statements),
        "sources": sorted(differing.sources),
        "blocks": _rows(ledger, document, moved, differing),
    }


def _rows(ledger: Ledger, document: int, moved: Moved, differing: Touched) -> dict[str, str]:
    if not differing.blocks:
        return {}
    known = ledger.beside(document)
    made = rows(moved.now.reading, known, numbers=differing.blocks)
    return {str(number): str(row) for number, row in made}


def said_fields(logged: Logged) -> dict[str, Any]:
    """A line of the log as JSON has it, with what it says in words."""
    return {**correction_fields(logged), "told": told(logged.correction)}


def as_text(value: Any) -> str:
    """JSON as it is sent."""
    return json.dumps(value, ensure_ascii=False)
