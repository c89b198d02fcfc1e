"""One event: its documents, and what comparing finds in them, as far as that is worked out."""

from __future__ import annotations

import json
from collections.abc import Mapping

from quoth.export.arrivals import arrivals_json
from quoth.export.events import events_json
from quoth.export.report.titles import PARTS
from quoth.ledger import Ledger
from quoth.web.asked import Asked
from quoth.web.commands import command
from quoth.web.listed import joined
from quoth.web.page import Found, Page
from quoth.web.parts import DOCUMENTS, Made, Wrong

LISTED = 200
"""Documents that are listed."""


def _find(ledger: Ledger, asked: Asked) -> Found:
    event = ledger.event(str(asked.path["number"]))
    made = asked.backroom.compared(event.number, ledger.state_of(event), tuple(PARTS))
    return {
        "event": event,
        "documents": ledger.arrivals_of(event.documents[:LISTED]),
        "left": max(len(event.documents) - LISTED, 0),
        "most": DOCUMENTS,
        "titles": PARTS,
        "made": made,
        "crowded": asked.backroom.is_crowded,
        "wrong": _wrong(made),
        "waiting": [name for name in PARTS if name not in made],
    }


def _wrong(made: Mapping[str, Made]) -> dict[str, str]:
    return {name: each.reason for name, each in made.items() if isinstance(each, Wrong)}


def _data(found: Found) -> str:
    [event] = events_json([found["event"]])
    told = {name: found[name] for name in ("waiting", "wrong")}
    shown = (
        f'"{name}": {made.data if made and name not in found["wrong"] else "null"}'
        for name in PARTS
        for made in (found["made"].get(name),)
    )
    more = [f'"members": [{joined(arrivals_json(found["documents"]))}]', *shown]
    return f"{event.strip()[:-1]}, {', '.join(more)}, {json.dumps(told)[1:]}"


PAGE = Page(
    "/events/{number:int}",
    "event",
    "An event: its documents, and what comparing finds in them",
    _find,
    _data,
    lambda asked, found: command(asked, "report", event=str(found["event"].number)),
)
