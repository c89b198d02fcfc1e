"""What people said of readings: the log, the last first."""

from __future__ import annotations

from quoth.export.corrections import correction_line, short_id, told_parts
from quoth.ledger import Ledger
from quoth.ledger.naming import document_number
from quoth.web.asked import Asked
from quoth.web.commands import command
from quoth.web.leafing import TURNING, beside, turn
from quoth.web.listed import listed
from quoth.web.page import Found, Page

SHOWN = 50
"""Lines on a page."""


def _find(ledger: Ledger, asked: Asked) -> Found:
    given = asked.text("document")
    number = document_number(ledger.store, given) if given else None
    conflicting = bool(asked.text("conflicts"))
    found = ledger.log(turn(asked), asked.limit(SHOWN), number, conflicting)
    return {
        "log": [logged for _, logged in found.items],
        "document": given,
        "conflicts": conflicting,
        "heard": str(ledger.heard()),
        "told_parts": told_parts,
        "short_id": short_id,
        **beside(asked, found.after, found.before),
    }


PAGE = Page(
    "/corrections",
    "corrections",
    "What people said of readings, the last first",
    _find,
    lambda found: listed("corrections", map(correction_line, found["log"]), found),
    lambda asked, found: command(
        asked,
        "corrections",
        *([found["document"]] if found["document"] else []),
        conflicts=found["conflicts"],
    ),
    (*TURNING, "document", "conflicts"),
)
