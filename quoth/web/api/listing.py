"""Lists of sources, outlets and events, and what stands behind each, as schemas."""

from __future__ import annotations

from quoth.web.api.finding import BESIDE, KIND
from quoth.web.api.parts import (
    NUMBER,
    SPAN,
    TEXT,
    THING,
    WHOLE,
    YES,
    Schema,
    many,
    maybe,
    record,
    ref,
    told,
)

TALLY: Schema = {"type": "object", "additionalProperties": WHOLE}
"""How many of each."""

SCHEMAS: dict[str, Schema] = {
    "Placed": record(text=TEXT, spans=many(SPAN)),
    "Statement": told(
        record(
            type={"const": "statement"},
            id=told(TEXT, "17:s12"),
            number=told(WHOLE, "Of its document"),
            document=TEXT,
            source=maybe(THING),
            cue=maybe(THING),
            content=ref("Placed"),
            form=TEXT,
            within=maybe(TEXT),
            confidence=NUMBER,
            verdict=maybe(TEXT),
            corrections=many(THING),
            holds=many(THING),
            context=many(record(text=TEXT, start=WHOLE)),
            versions=many(THING),
            reprints=many(THING),
        ),
        "A statement, and what the ledger knows of it",
    ),
    "Voice": record(
        type={"const": "source"},
        name=TEXT,
        named=maybe(YES),
        kind=KIND,
        statements=WHOLE,
        documents=WHOLE,
    ),
    "Known": told(
        record(
            type=TEXT,
            number=WHOLE,
            name=maybe(TEXT),
            described=maybe(TEXT),
            kind=KIND,
            identifier=maybe(TEXT),
            documents=WHOLE,
            statements=WHOLE,
        ),
        "A source across documents",
    ),
    "Sources": {
        "oneOf": [
            record(total=WHOLE, identities=many(ref("Known")), **BESIDE),
            record(total=WHOLE, sources=many(ref("Voice")), **BESIDE),
        ]
    },
    "Source": record(
        type={"const": "source"},
        id=told(TEXT, "17:p3"),
        document=TEXT,
        kind=KIND,
        named=maybe(YES),
        name=maybe(TEXT),
        mentions=many(ref("Placed")),
        statements=many(record(id=TEXT, cue=maybe(TEXT), form=TEXT, content=TEXT)),
    ),
    "Identity": {
        "allOf": [
            ref("Known"),
            record(
                acts=TALLY,
                roles=TALLY,
                over_time=many(record(time=TEXT, statements=WHOLE)),
                said=many(record(document=WHOLE, name=TEXT, statements=many(THING), more=WHOLE)),
                page=WHOLE,
                **BESIDE,
            ),
        ]
    },
    "OutletLine": record(
        type={"const": "outlet"},
        name=TEXT,
        documents=WHOLE,
        statements=WHOLE,
        own_voice=told(maybe(NUMBER), "Share of the text"),
        first=maybe(TEXT),
        last=maybe(TEXT),
    ),
    "Outlets": record(total=WHOLE, outlets=many(ref("OutletLine")), **BESIDE),
    "Outlet": {
        "allOf": [
            ref("OutletLine"),
            record(
                kinds=TALLY,
                sources=many(record(name=TEXT, statements=WHOLE, documents=WHOLE)),
                arrivals=many(ref("Arrival")),
                **BESIDE,
            ),
        ]
    },
    "EventLine": record(
        type={"const": "event"},
        number=WHOLE,
        name=maybe(TEXT),
        title=maybe(TEXT),
        made=told(YES, "By people"),
        documents=many(WHOLE),
        first=maybe(TEXT),
        last=maybe(TEXT),
        outlets=many(TEXT),
    ),
    "Event": {
        "allOf": [
            ref("EventLine"),
            told(
                record(
                    members=many(ref("Arrival")),
                    waiting=told(many(TEXT), "Parts that are still compared, and null until then"),
                ),
                "An event, with what `quoth compare` tells of its documents",
            ),
        ]
    },
    "Quotations": record(utterances=many(THING), **BESIDE),
    "Quotation": told(THING, "An utterance, with each document that has it"),
    "Figure": record(
        type={"const": "figure"},
        id=told(TEXT, "17:f3"),
        document=TEXT,
        text=TEXT,
        spans=many(SPAN),
        low=maybe(NUMBER),
        high=maybe(NUMBER),
        bound=TEXT,
        unit=maybe(TEXT),
        of=maybe(TEXT),
        statement=maybe(TEXT),
        event=told(maybe(WHOLE), "The event of its document"),
        waiting=told(YES, "It is still compared"),
        counted=told(maybe(THING), "What it counts there"),
    ),
    "Events": record(total=WHOLE, events=many(ref("EventLine")), **BESIDE),
}
