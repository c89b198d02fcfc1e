"""One source of one document, for as long as nobody knows who it is elsewhere."""

from __future__ import annotations

from quoth.export.as_json import json_line
from quoth.export.details import passage_fields
from quoth.export.fields import place_fields
from quoth.ledger import Ledger
from quoth.ledger.errors import NotFound
from quoth.ledger.identifying import SOURCE
from quoth.records import Passage, Source, Statement
from quoth.web.asked import Asked
from quoth.web.commands import command
from quoth.web.page import Found, Moved, Page

MENTIONS = 100
"""Mentions, and statements, that are shown."""


def _find(ledger: Ledger, asked: Asked) -> Found | Moved:
    called = str(asked.path["called"])
    named = SOURCE.fullmatch(called)
    if not named:
        raise NotFound(f"{called}: no source; sources are called as 17:p3")
    number, key = int(named[1][:18]), named[2]
    if identity := ledger.identities_in(number).get(key):
        return Moved(f"/identities/{identity}")
    reading = ledger.reading(number)
    source = next((each for each in reading.sources if each.id == key), None)
    if source is None:
        raise NotFound(f"{called}: no such source; `quoth show {number}` lists them")
    said = [each for each in reading.statements if each.source_id == key]
    return {
        "called": called,
        "number": number,
        "document": reading.document,
        "source": source,
        "name": _called(source),
        "mentions": source.mentions[:MENTIONS],
        "statements": said[:MENTIONS],
        "more": (max(len(source.mentions) - MENTIONS, 0), max(len(said) - MENTIONS, 0)),
        "link": command(asked, "link"),
    }


def _called(source: Source) -> str:
    first = source.name or next(iter(source.descriptions or source.mentions), None)
    return " ".join(first.text.split()) if first else source.id


def _data(found: Found) -> str:
    source: Source = found["source"]

    def told(one: Passage | None) -> object:
        return one and {**passage_fields(one), "places": [place_fields(p) for p in one.places]}

    return json_line(
        {
            "type": "source",
            "id": found["called"],
            "document": found["document"].name,
            "kind": source.kind,
            "named": source.named,
            **{each: told(getattr(source, each)) for each in ("name", "role", "affiliation")},
            "reason": told(source.reason),
            "descriptions": [told(each) for each in source.descriptions],
            "mentions": [told(each) for each in source.mentions],
            "statements": [_statement(each) for each in found["statements"]],
        }
    )


def _statement(each: Statement) -> object:
    cue = each.cue and each.cue.text
    return {"id": each.id, "cue": cue, "form": each.form, "content": each.content.text}


PAGE = Page(
    "/sources/{called}",
    "source",
    "A source of one document; one that is linked has its page as an identity",
    _find,
    _data,
    lambda asked, found: command(asked, "show", str(found["number"])),
    moves=True,
)
