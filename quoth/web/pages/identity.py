"""A source across documents: all it is made to say over time, and why these are one."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict

from quoth.export.as_json import json_line
from quoth.export.identities import called
from quoth.export.timeline import Bar, timeline
from quoth.ledger import Ledger
from quoth.ledger.errors import NotFound
from quoth.ledger.identifying import Known
from quoth.ledger.said_by import FEW, Placed
from quoth.web.asked import Asked
from quoth.web.commands import command
from quoth.web.leafing import PAGING, beside_page, page
from quoth.web.page import Found, Moved, Page

SHOWN = 10
"""Documents on a page."""


def _find(ledger: Ledger, asked: Asked) -> Found | Moved:
    number = int(asked.path["number"])
    turned, limit = page(asked), asked.limit(SHOWN)
    start = (turned - 1) * limit
    sources = ledger.placed(number)
    if sources is None:
        known, shown, recent, bars = _counted(asked, number, start, limit)
        total = known.documents
    else:
        known = ledger.known(number)
        if known.number != number:
            return Moved(f"/identities/{known.number}")
        shown, recent, total = sources[start : start + limit], sources, len(sources)
        months: Counter[str | None] = Counter()
        for each in sources:
            months[each.day and each.day[:7]] += each.statements
        bars = timeline(months.items())
    return {
        "known": known,
        "name": called(known),
        "documents": ledger.in_documents(shown),
        "habits": ledger.habits(recent),
        "recent": len(recent) if sources is None else None,
        "joined": ledger.joined(known.number),
        "bars": bars,
        "highest": max((bar.number for bar in bars), default=0),
        "page_number": turned,
        **beside_page(asked, turned, start + limit < total),
    }


def _counted(
    asked: Asked, number: int, start: int, limit: int
) -> tuple[Known, list[Placed], list[Placed], tuple[Bar, ...]]:
    """The same of an identity with very many sources: as it was counted last."""
    census = asked.census()
    known = census.identity(number)
    if known is None:
        raise NotFound(f"{number}: no such identity; see `quoth identities`")
    shown, recent = census.placed(number, start, limit), census.placed(number, -1, FEW)
    return known, shown, recent, timeline(census.days(number))


def _data(found: Found) -> str:
    habits = found["habits"]
    return json_line(
        {
            "type": "identity",
            **asdict(found["known"]),
            "acts": dict(habits.acts),
            "roles": dict(habits.roles),
            "of_the_last": found["recent"],
            "over_time": [{"time": bar.label, "statements": bar.number} for bar in found["bars"]],
            "joined": [asdict(each) for each in found["joined"]],
            "said": [asdict(each) for each in found["documents"]],
            "page": found["page_number"],
            "next": found["next"],
            "previous": found["previous"],
        }
    )


PAGE = Page(
    "/identities/{number:int}",
    "identity",
    "A source across documents: what it is made to say over time",
    _find,
    _data,
    lambda asked, found: command(asked, "identity", str(found["known"].number)),
    PAGING,
    moves=True,
)
