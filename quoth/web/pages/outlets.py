"""Outlets, and what each leans on."""

from __future__ import annotations

from quoth.export.arrivals import arrivals_json
from quoth.export.outlets import outlet_json, outlets_json
from quoth.ledger import Ledger
from quoth.ledger.errors import NotFound
from quoth.web.addresses import outlet_at
from quoth.web.asked import Asked
from quoth.web.commands import command
from quoth.web.leafing import PAGING, TURNING, beside, beside_page, page, reach, turn
from quoth.web.listed import listed
from quoth.web.page import Found, Page

SHOWN = 50
"""Outlets on a page."""
DOCUMENTS = 20
"""Documents of one outlet on a page."""


def _find(ledger: Ledger, asked: Asked) -> Found:
    number, limit, words = page(asked), asked.limit(SHOWN), asked.text("q")
    census = asked.census()
    found = census.outlets(words, number, limit)
    return {
        "words": words,
        "shown": found,
        "at": census.at,
        "page_number": number,
        **beside_page(asked, number, found.more),
    }


def _data(found: Found) -> str:
    shown = found["shown"]
    return listed("outlets", outlets_json(shown.items), found, f'"total": {shown.total}, ')


def _find_one(ledger: Ledger, asked: Asked) -> Found:
    name = outlet_at(str(asked.path["name"]))
    limit, turned = asked.limit(DOCUMENTS), turn(asked)
    census = asked.census()
    outlet = census.outlet(name)
    arrivals = ledger.arrivals(limit, turned, name)
    if outlet is None:
        raise NotFound(f"{name}: no document says that it is from this outlet; see /outlets")
    return {
        "outlet": outlet,
        "sources": census.leans_on(name),
        "shares": census.kinds_of(name),
        "arrivals": arrivals.items,
        **beside(asked, arrivals.after, arrivals.before),
    }


def _data_of_one(found: Found) -> str:
    told = outlet_json(found["outlet"], found["shares"], found["sources"]).strip()[:-1]
    return listed("arrivals", arrivals_json(found["arrivals"]), found, f"{told[1:]}, ")


LIST = Page(
    "/outlets",
    "outlets",
    "Outlets, those with the most documents first",
    _find,
    _data,
    lambda asked, found: command(
        asked, "outlets", *found["words"].split(), limit=reach(asked, SHOWN)
    ),
    ("q", *PAGING),
)
PAGE = Page(
    "/outlets/{name:path}",
    "outlet",
    "An outlet: its documents, the sources that it leans on, its own voice",
    _find_one,
    _data_of_one,
    lambda asked, found: command(asked, "outlets", "--name", found["outlet"].name),
    TURNING,
)
