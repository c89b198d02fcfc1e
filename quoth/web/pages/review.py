"""Statements and passages one at a time, to be judged: `quoth review` as pages."""

from __future__ import annotations

import json
from typing import Any, get_args
from urllib.parse import urlencode

from quoth.export.corrections import short_id, told_parts
from quoth.export.facts import Facts
from quoth.export.judged import passage_context, source_names, statement_context
from quoth.export.methods import design_words
from quoth.ledger import Ledger
from quoth.ledger.corrections import statement_of
from quoth.ledger.reviewing import LEAST_SURE, Item
from quoth.records import Kind
from quoth.web.asked import Asked
from quoth.web.commands import command
from quoth.web.page import Found, Moved, Page
from quoth.web.queues import END, QUERY, Queue, Queues, name_of, seed

QUEUES = Queues()
"""The ways that are gone in this process, of whichever ledger."""
DRAWN = 100
"""Statements at random, unless another number is asked for."""


def step(asked: Asked, at: str, **others: str) -> str:
    """The address of another item on the way."""
    given = {name: asked.text(name) for name in QUERY} | {"at": at} | others
    return "/review?" + urlencode({name: value for name, value in given.items() if value})


def _find(ledger: Ledger, asked: Asked) -> Found | Moved:
    if asked.text("random") and not asked.text("seed"):
        return Moved(step(asked, "", seed=str(seed())))
    queue = QUEUES.queue(ledger, asked)
    if queue is None:
        return _start(ledger, asked)
    is_open = queue.open(ledger)
    at = asked.text("at")
    place = len(queue.items) if at == END else queue.place(at)
    if place is None:
        place = _next(is_open, 0)
    elif place < len(queue.items):
        size = len(queue.items)
        queue.enter(ledger, place)
        if len(queue.items) > size:
            return Moved(step(asked, name_of(queue.items[place])))
    if place == len(queue.items):
        return {**_way(ledger, asked, queue, is_open, place), "item": None}
    item = queue.items[place]
    if at != name_of(item):
        return Moved(step(asked, name_of(item)))
    way = _way(ledger, asked, queue, is_open, place)
    of_item = _passage(ledger, item, asked) if item.key is None else _statement(ledger, item)
    return {**way, "item": item, **of_item} if of_item else Moved(way["following"])


def _next(is_open: list[bool], start: int) -> int:
    """The place of the first item from `start` on that is to be judged; behind all for none."""
    return next((n for n in range(start, len(is_open)) if is_open[n]), len(is_open))


def _way(
    ledger: Ledger, asked: Asked, queue: Queue, is_open: list[bool], place: int
) -> dict[str, Any]:
    """How far one is, and where it goes on."""
    following = _next(is_open, place + 1)
    who = asked.text("who") or asked.settings.who
    last = ledger.last_of(who)
    names = [name_of(each) for each in queue.items]
    here = names[place] if place < len(names) else END
    about = statement_of(last.correction.change) if last else None
    undone = f"{last.correction.document}:{about.key}" if last and about else ""
    return {
        "names": names,
        "place": place,
        "left": sum(is_open),
        "following": step(asked, names[following] if following < len(names) else END),
        "here": step(asked, here),
        "back": step(asked, undone if undone in names else here),
        "again": step(asked, ""),
        "sample": queue.sample,
        "passages": queue.passages,
        "who": who,
        "last": last,
        "told_parts": told_parts,
        "short_id": short_id,
        "kinds": get_args(Kind),
    }


def _start(ledger: Ledger, asked: Asked) -> Found:
    """The ways to choose from."""
    return {
        "names": None,
        "samples": [
            (number, drawn, design_words(ledger.design(number)))
            for number, drawn in ledger.samples()
        ],
        "who": asked.text("who") or asked.settings.who,
        "document": asked.text("document"),
        "least_sure": LEAST_SURE,
        "drawn": DRAWN,
    }


def _statement(ledger: Ledger, item: Item) -> dict[str, Any] | None:
    """A statement in its context; None where it is gone."""
    state = ledger.state(item.document)
    seen = ledger.corrected(item.document)
    statement = item.among(seen.reading.statements)
    if statement is None:
        return None
    return {
        "state": str(state),
        "reading": seen.reading,
        "statement": statement,
        "verdict": seen.verdicts.get(statement.id),
        "facts": list(Facts(seen.reading).of(statement)),
        "context": statement_context(seen.reading.document, statement),
        "sources": list(source_names(seen.reading.sources, seen.names)),
    }


def _passage(ledger: Ledger, item: Item, asked: Asked) -> dict[str, Any]:
    """A passage, and the statements that begin in it."""
    state = ledger.state(item.document)
    seen = ledger.corrected(item.document)
    inside = [
        each
        for each in seen.reading.statements
        if any(s.start <= each.content.spans[0].start < s.end for s in item.spans)
    ]
    return {
        "state": str(state),
        "reading": seen.reading,
        "statement": None,
        "inside": [(each, seen.verdicts.get(each.id)) for each in inside],
        "context": passage_context(seen.reading.document, item.spans),
        "sources": [],
    }


def _data(found: Found) -> str:
    if found["names"] is None:
        told = [{"sample": number, "drawn": drawn} for number, drawn, _ in found["samples"]]
        return json.dumps({"samples": told})
    place = found["place"]
    return json.dumps(
        {
            "items": found["names"],
            "at": found["names"][place] if place < len(found["names"]) else None,
            "left": found["left"],
            "state": found.get("state"),
            "next": found["following"],
        }
    )


def _command(asked: Asked, found: Found) -> str:
    given = {name: asked.text(name) for name in ("least_sure", "random", "seed", "find", "source")}
    sample = asked.text("sample")
    document = asked.text("document")
    if sample:
        return command(asked, "review", sample=sample)
    return command(asked, "review", *([document] if document else []), **given)


PAGE = Page(
    "/review",
    "review",
    "Statements and passages one at a time, to be judged",
    _find,
    _data,
    _command,
    QUERY,
    moves=True,
)
