"""Events: documents that tell of one thing."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress

from quoth.export.events import events_json
from quoth.ledger import Ledger
from quoth.ledger.errors import NotFound
from quoth.ledger.events import Event
from quoth.web.asked import Asked
from quoth.web.commands import command
from quoth.web.leafing import PAGING, beside_page, page, reach
from quoth.web.listed import listed
from quoth.web.page import Found, Page

SHOWN = 30
"""Events on a page."""
ORDERS = ("latest", "largest")


def _find(ledger: Ledger, asked: Asked) -> Found:
    order = (asked.several("order", ORDERS) or ORDERS[:1])[-1]
    number, limit = page(asked), asked.limit(SHOWN)
    census = asked.census()
    found = census.events(number, limit, order == "largest")
    return {
        "events": present(ledger, found.items),
        "order": order,
        "total": found.total,
        "ungrouped": census.waiting.ungrouped,
        "group": command(asked, "events"),
        "page_number": number,
        **beside_page(asked, number, found.more),
    }


def present(ledger: Ledger, numbers: Iterable[int]) -> list[Event]:
    """Those of the events that are still there."""
    found = []
    for number in numbers:
        with suppress(NotFound):
            found.append(ledger.event(str(number)))
    return found


LIST = Page(
    "/events",
    "events",
    "Events, those with the latest documents first, or those with the most",
    _find,
    lambda found: listed(
        "events", events_json(found["events"]), found, f'"total": {found["total"]}, '
    ),
    lambda asked, _: command(asked, "events", limit=reach(asked, SHOWN)),
    ("order", *PAGING),
)
