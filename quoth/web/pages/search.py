"""Search: statements by their words and by whose they are, or texts, opened where they stand."""

from __future__ import annotations

from typing import Any, get_args

from quoth.export.as_json import json_line
from quoth.export.hits_data import count_fields, hit_fields, texts_json
from quoth.ledger import Ledger, Question
from quoth.records import Act, Form, Kind
from quoth.web.asked import Asked
from quoth.web.commands import command
from quoth.web.leafing import TURNING, beside, turn
from quoth.web.listed import listed
from quoth.web.page import Found, Page

SHOWN = 20
"""Statements on a page, unless another number is asked for."""
CHOICES = {"kind": get_args(Kind), "act": get_args(Act), "form": get_args(Form)}
QUERY = ("q", "source", "outlet", *CHOICES, "since", "until", "figure", "best", "texts", *TURNING)


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
    best, texts = bool(asked.text("best")), bool(asked.text("texts"))
    shown: dict[str, Any] = {
        "question": wanted,
        "best": best,
        "in_texts": texts,
        "choices": CHOICES,
        "filtered": wanted != Question(wanted.words),
        "found": None,
        "texts": None,
    }
    if texts and wanted.words:
        leaf = ledger.texts_page(
            wanted.words, wanted.since, wanted.until, asked.limit(SHOWN), turn(asked)
        )
        return {**shown, "texts": leaf.items, **beside(asked, leaf.after, leaf.before)}
    if texts or wanted == Question():
        return shown
    found = ledger.find(wanted, asked.limit(SHOWN), best, turn(asked))
    after, before = found.after, found.before
    # The best are passed over by their number, which `before` says both ways.
    ways = beside(asked, None if best else after, before)
    if best and after is not None:
        ways["previous"] = beside(asked, None, after)["next"]
    hits = [(hit, ledger.in_context(hit)) for hit in found.hits]
    return {**shown, "found": found, "hits": hits, **ways}


def _data(found: Found) -> str:
    if found["texts"] is not None:
        return listed("texts", texts_json(iter(found["texts"])), found)
    if found["found"] is None:
        return listed("statements", (), found, '"count": null, ')
    result = found["found"]
    count = json_line(count_fields(result.count)).strip()
    hits = (json_line(hit_fields(hit)) for hit in result.hits)
    return listed("statements", hits, found, f'"count": {count}, ')


def _command(asked: Asked, found: Found) -> str:
    wanted: Question = found["question"]
    words = [wanted.words] if wanted.words else []
    if found["in_texts"]:
        return command(asked, "find", *words, texts=True, since=wanted.since, until=wanted.until)
    return command(
        asked,
        "find",
        *words,
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


PAGE = Page(
    "/search", "search", "Statements or texts that meet a question", _find, _data, _command, QUERY
)
