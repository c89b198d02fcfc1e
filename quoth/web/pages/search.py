"""Search: statements by their words and by whose they are, opened where they stand."""

from __future__ import annotations

from typing import Any, cast, get_args

from quoth.export.hits_data import hits_json
from quoth.ledger import Ledger, Question
from quoth.ledger.finding import Found as FoundStatements
from quoth.records import Act, Form, Kind
from quoth.web.asked import Asked
from quoth.web.commands import command
from quoth.web.page import Found, Page

SHOWN = 20
"""Statements on a page, unless another number is asked for."""
CHOICES = {"kind": get_args(Kind), "act": get_args(Act), "form": get_args(Form)}
QUERY = (
    "q",
    "source",
    "outlet",
    "kind",
    "act",
    "form",
    "since",
    "until",
    "figure",
    "best",
    "limit",
)


def question(asked: Asked) -> Question:
    """What is asked for. Raises `BadRequest`."""
    chosen: dict[str, Any] = {
        f"{name}s": asked.several(name, among) for name, among in CHOICES.items()
    }
    return Question(
        asked.text("q"),
        asked.text("source"),
        outlet=asked.text("outlet"),
        since=asked.text("since") or None,
        until=asked.text("until") or None,
        figure=asked.text("figure") or None,
        **chosen,
    )


def _find(ledger: Ledger, asked: Asked) -> Found:
    wanted = question(asked)
    best = bool(asked.text("best"))
    found = None
    if wanted != Question():
        found = ledger.find(wanted, asked.limit(SHOWN), best)
    return {"question": wanted, "found": found, "best": best, "choices": CHOICES}


def _data(found: Found) -> str:
    result = cast("FoundStatements | None", found["found"])
    if result is None:
        return '{"count": null, "statements": []}'
    count, *statements = hits_json(result.count, iter(result.hits))
    return f'{{"count": {count.strip()}, "statements": [{", ".join(map(str.strip, statements))}]}}'


def _command(asked: Asked, found: Found) -> str:
    wanted: Question = found["question"]
    return command(
        asked,
        "find",
        *([wanted.words] if wanted.words else []),
        source=wanted.source,
        outlet=wanted.outlet,
        kind=wanted.kinds,
        act=wanted.acts,
        form=wanted.forms,
        since=wanted.since,
        until=wanted.until,
        figure=wanted.figure,
        best=found["best"],
    )


PAGE = Page("/search", "search", "Statements that meet a question", _find, _data, _command, QUERY)
