"""A figure: what it counts, and what other documents of its event have for the same."""

from __future__ import annotations

import re

from quoth.export.as_json import json_line
from quoth.export.characters import excerpt
from quoth.export.details import passage_fields
from quoth.export.fields import place_fields
from quoth.ledger import Ledger
from quoth.ledger.errors import NotFound
from quoth.records import Passage, Reading
from quoth.web.asked import Asked
from quoth.web.commands import command
from quoth.web.page import Found, Page
from quoth.web.parts import Wrong

CALLED = re.compile(r"(\d+):f(\d+)")
LONGEST = 330
"""Characters that are shown around a figure."""
PATIENCE = 0.05
"""Seconds to wait for what is compared: what is there already is shown at once."""


def _find(ledger: Ledger, asked: Asked) -> Found:
    called = str(asked.path["called"])
    named = CALLED.fullmatch(called)
    if not named:
        raise NotFound(f"{called}: no figure; figures are called as 17:f3")
    number, place = int(named[1][:18]), int(named[2][:9])
    reading = ledger.reading(number)
    if place >= len(reading.figures):
        raise NotFound(f"{called}: no such figure; document {number} has {len(reading.figures)}")
    figure = reading.figures[place]
    words = Passage(reading.document, (figure.span,))
    event = next(iter(ledger.events_with(number)), None)
    known = ledger.event(str(event)) if event else None
    name = f"figure {number}:f{place}"
    patience = PATIENCE if asked.patient else 0
    made = (
        asked.backroom.compared(known.number, ledger.state_of(known), (name,), patience)
        if known
        else {}
    )
    part = made.get(name)
    return {
        "called": called,
        "number": number,
        "document": reading.document,
        "figure": figure,
        "words": words,
        "sentence": _sentence(reading, words),
        "said": next((s for s in reading.statements if s.id == figure.statement), None),
        "event": known,
        "group": command(asked, "events"),
        "waiting": known is not None and name not in made,
        "crowded": asked.backroom.is_crowded,
        "wrong": part.reason if isinstance(part, Wrong) else None,
        "part": None if isinstance(part, Wrong) else part,
    }


def _sentence(reading: Reading, words: Passage) -> str:
    """The words about a figure, within its block."""
    block = reading.document.blocks[words.places[0].block]
    span, text = words.spans[0], reading.document.text
    first, last = block.spans[0].start, max(block.spans[-1].end, span.end)
    return excerpt(text[first:last], span.start - first, span.end - first, LONGEST)


def _data(found: Found) -> str:
    words: Passage = found["words"]
    figure = found["figure"]
    told = json_line(
        {
            "type": "figure",
            "id": found["called"],
            "document": found["document"].name,
            **passage_fields(words),
            "places": [place_fields(each) for each in words.places],
            "low": figure.low,
            "high": figure.high,
            "bound": figure.bound,
            "unit": figure.unit,
            "of": figure.of and figure.of.text,
            "statement": figure.statement and f"{found['number']}:{figure.statement}",
            "event": found["event"] and found["event"].number,
            "waiting": found["waiting"],
        }
    )
    counted = found["part"].data if found["part"] else "null"
    return f'{told.strip()[:-1]}, "counted": {counted}}}'


def _command(asked: Asked, found: Found) -> str:
    if found["event"] is None:
        return command(asked, "show", str(found["number"]))
    return command(asked, "compare", "figures", event=str(found["event"].number))


PAGE = Page(
    "/figures/{called}",
    "figure",
    "What a figure counts, across the documents of its event",
    _find,
    _data,
    _command,
)
