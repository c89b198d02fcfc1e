"""The reading page: a document's text, its statements marked in place, sources beside it."""

from __future__ import annotations

from quoth.export.as_json import json_document
from quoth.export.page import rows
from quoth.export.shown import shown_json
from quoth.ledger import Ledger
from quoth.web.asked import Asked
from quoth.web.commands import command
from quoth.web.page import Found, Moved, Page


def _find(ledger: Ledger, asked: Asked) -> Found:
    number = int(asked.path["number"])
    reading = ledger.reading(number)
    known = ledger.beside(number)
    return {"number": number, "reading": reading, "beside": known, "rows": rows(reading, known)}


def _command(asked: Asked, found: Found) -> str:
    return command(asked, "show", str(found["number"]))


PAGE = Page(
    "/documents/{number:int}",
    "document",
    "A document as it is read: its text, its statements, and whose they are",
    _find,
    lambda found: json_document(found["reading"]),
    _command,
)


def _find_statement(ledger: Ledger, asked: Asked) -> Moved:
    shown = ledger.show(str(asked.path["called"]))
    if shown.statement is None:
        return Moved(f"/documents/{shown.document}")
    return Moved(f"/documents/{shown.document}#{shown.statement.id}", shown_json(shown))


STATEMENT = Page(
    "/statements/{called}",
    "statement",
    "A statement, where it stands in its document",
    _find_statement,
    lambda _: "",
    lambda asked, _: command(asked, "show", str(asked.path["called"])),
)
