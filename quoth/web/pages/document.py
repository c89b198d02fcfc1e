"""The reading page: a document's text, its statements marked in place, sources beside it."""

from __future__ import annotations

from typing import get_args

from quoth.account import OwnVoice
from quoth.aside import NotRead
from quoth.export.as_json import json_document
from quoth.export.page import Wanted, filled
from quoth.export.shown import shown_json
from quoth.ledger import Ledger
from quoth.records import Kind
from quoth.web.asked import Asked, BadRequest
from quoth.web.commands import command
from quoth.web.original import kind_of
from quoth.web.page import Found, Moved, Page
from quoth.web.telling import by_name, coded

QUERY = ("source", "kind", "form", "act", "confidence", "unsourced")


def _find(ledger: Ledger, asked: Asked) -> Found:
    number = int(asked.path["number"])
    state = str(ledger.state(number))  # before the reading, which may be newer but not older
    reading, wanted = ledger.reading(number), _wanted(asked)
    found = _unsourced(asked, number, state)
    untold = by_name(str(found), asked.settings.ledger) if isinstance(found, NotRead) else ""
    unsourced = None if isinstance(found, NotRead) else found
    given = filled(reading, ledger.beside(number), unsourced, wanted, in_room=True)
    original = kind_of(reading.document) if ledger.keeps_original(number) else None
    return {
        **given,
        "number": number,
        "state": state,
        "original": original,
        "pending": bool(asked.text("unsourced")) and found is None,
        "untold": coded(untold),
        "kinds": get_args(Kind),
    }


def _unsourced(asked: Asked, number: int, state: str) -> tuple[OwnVoice, ...] | NotRead | None:
    """What stands on nobody's word, or why it is not told, where that is asked for and known."""
    if not (asked.text("unsourced") and asked.accounts):
        return None
    return asked.accounts.of(number, state, asked.patient)


def _mark(ledger: Ledger, asked: Asked) -> str | None:
    number = int(asked.path["number"])
    state, original = ledger.state(number), ledger.keeps_original(number)
    unsourced = _unsourced(asked, number, str(state))
    if isinstance(unsourced, NotRead):  # it may be told by the next look
        return None
    return f"{state} {original} {unsourced} {ledger.beside(number)}"


def _wanted(asked: Asked) -> Wanted:
    """What statements are chosen by. Raises `BadRequest`."""
    least = asked.text("confidence") or "0"
    try:
        confidence = float(least)
    except ValueError:
        confidence = -1.0
    if not 0 <= confidence <= 1:
        raise BadRequest("confidence: must be a number from 0 to 1")
    by = {name: asked.text(name) for name in ("source", "kind", "form", "act")}
    return Wanted(**by, confidence=confidence)


def _command(asked: Asked, found: Found) -> str:
    return command(asked, "show", str(found["number"]))


PAGE = Page(
    "/documents/{number:int}",
    "document",
    "A document as it is read: its text, its statements, and whose they are",
    _find,
    lambda found: json_document(found["reading"]),
    _command,
    QUERY,
    _mark,
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
    moves=True,
)
