"""The first page: what is new, the largest events, what waits, and the ledger in numbers."""

from __future__ import annotations

from dataclasses import asdict

from quoth.export.arrivals import arrivals_json
from quoth.export.as_json import json_line
from quoth.export.events import events_json
from quoth.ledger import Ledger
from quoth.web.asked import Asked
from quoth.web.commands import command
from quoth.web.listed import joined
from quoth.web.page import Found, Page
from quoth.web.pages.events import present

NEW, EVENTS = 8, 6
"""Documents and events that are shown."""
WAITING = (
    ("unsure", "statement", "the model is unsure of", "review"),
    ("unlinked", "document", "whose sources are linked with nobody’s yet", "link"),
    ("ungrouped", "document", "not put beside others on the same event yet", "events"),
    ("uncompared", "document", "whose quotations are not compared yet", "compare quotations"),
)
"""What may be done: its count, what is counted, the words for it, and the command that does it."""


def _find(ledger: Ledger, asked: Asked) -> Found:
    census = asked.census_or_none()
    numbers = census.events(limit=EVENTS, largest=True).items if census else ()
    waiting = [
        (getattr(census.waiting, name), noun, words, command(asked, *does.split()))
        for name, noun, words, does in WAITING
        if census and getattr(census.waiting, name)
    ]
    return {
        "census": census,
        "arrivals": ledger.arrivals(NEW).items,
        "failures": ledger.failures(3).items,
        "events": present(ledger, numbers),
        "waiting": waiting,
    }


def _data(found: Found) -> str:
    census = found["census"]
    info = census.info if census else None
    told = json_line(
        {
            "counts": info and info.counts,
            "models": info and info.models,
            "schema": info and info.schema,
            "waiting": census and asdict(census.waiting),
            "at": census and census.at,
        }
    )
    new = joined(arrivals_json(found["arrivals"]))
    events = joined(events_json(found["events"]))
    return f'{told.strip()[:-1]}, "new": [{new}], "events": [{events}]}}'


PAGE = Page(
    "/",
    "home",
    "What the ledger holds, what is new in it, and what waits",
    _find,
    _data,
    lambda asked, _: command(asked, "ledger", "info"),
)
