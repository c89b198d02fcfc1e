"""What could not be read, why, and what to do."""

from __future__ import annotations

from quoth.export.arrivals import arrivals_json
from quoth.ledger import Ledger
from quoth.web.asked import Asked
from quoth.web.commands import command
from quoth.web.leafing import TURNING, beside, turn
from quoth.web.listed import listed
from quoth.web.page import Found, Page

SHOWN = 30
"""Failures on a page."""


def _find(ledger: Ledger, asked: Asked) -> Found:
    found = ledger.failures(asked.limit(SHOWN), turn(asked))
    return {
        "failures": found.items,
        "again": [command(asked, "add", each.input, retry_failed=True) for each in found.items],
        **beside(asked, found.after, found.before),
    }


PAGE = Page(
    "/failed",
    "failed",
    "What could not be read, and why",
    _find,
    lambda found: listed("failures", arrivals_json(found["failures"]), found),
    lambda asked, _: command(asked, "documents", failed=True, limit=asked.limit(SHOWN)),
    TURNING,
)
