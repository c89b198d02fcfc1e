"""The first page: what the ledger holds, and the ways into it."""

from __future__ import annotations

from quoth.export.as_json import json_line
from quoth.ledger import Ledger
from quoth.web.asked import Asked
from quoth.web.commands import command
from quoth.web.page import Found, Page


def _find(ledger: Ledger, asked: Asked) -> Found:
    return {"info": ledger.info()}


def _data(found: Found) -> str:
    info = found["info"]
    return json_line({"counts": info.counts, "models": info.models, "schema": info.schema})


PAGE = Page(
    "/",
    "home",
    "What the ledger holds, in numbers",
    _find,
    _data,
    lambda asked, _: command(asked, "ledger", "info"),
)
