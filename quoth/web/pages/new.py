"""What was added last."""

from __future__ import annotations

from quoth.export.arrivals import arrivals_json
from quoth.ledger import Ledger
from quoth.web.asked import Asked
from quoth.web.commands import command
from quoth.web.leafing import TURNING, beside, turn
from quoth.web.listed import listed
from quoth.web.page import Found, Page

SHOWN = 30
"""Documents on a page."""


def _find(ledger: Ledger, asked: Asked) -> Found:
    found = ledger.arrivals(asked.limit(SHOWN), turn(asked))
    return {
        "arrivals": found.items,
        "first": found.after is None,
        **beside(asked, found.after, found.before),
    }


PAGE = Page(
    "/new",
    "new",
    "Documents, those that were added last first",
    _find,
    lambda found: listed("documents", arrivals_json(found["arrivals"]), found),
    lambda asked, _: command(asked, "documents", limit=asked.limit(SHOWN)),
    TURNING,
)
