"""What is found in a ledger, as schemas."""

from __future__ import annotations

from typing import get_args

from quoth.records import Act, Form, Kind
from quoth.web.api.parts import (
    NUMBER,
    SPAN,
    TEXT,
    THING,
    TIME,
    WHOLE,
    YES,
    Schema,
    among,
    many,
    maybe,
    record,
    ref,
    told,
)

BESIDE: dict[str, Schema] = {"next": maybe(TEXT), "previous": maybe(TEXT)}
"""The queries of the pages beside one of a list; the `Link` header has them too."""
KIND = maybe(among(get_args(Kind)))

OF_DOCUMENT: dict[str, Schema] = {
    "title": maybe(TEXT),
    "outlet": maybe(TEXT),
    "published": maybe(TEXT),
    "version": WHOLE,
    "reprints": told(WHOLE, "Other documents with the same words"),
}
SCHEMAS: dict[str, Schema] = {
    "Count": told(
        record(
            type={"const": "count"},
            statements=WHOLE,
            documents=WHOLE,
            once=told(WHOLE, "Where reprints and versions count once"),
            exact=YES,
        ),
        "How much meets a question; where it is not exact, so much at least",
    ),
    "Hit": told(
        record(
            type={"const": "statement"},
            id=told(TEXT, "17:s12"),
            document=TEXT,
            **OF_DOCUMENT,
            source=maybe(
                record(
                    text=TEXT,
                    id=maybe(TEXT),
                    name=maybe(TEXT),
                    named=maybe(YES),
                    kind=KIND,
                    role=maybe(TEXT),
                )
            ),
            cue=maybe(
                record(
                    text=TEXT,
                    lemma=maybe(TEXT),
                    act=maybe(among(get_args(Act))),
                    stance=maybe(TEXT),
                    basis=maybe(TEXT),
                )
            ),
            content=record(text=TEXT, found=many(SPAN), place=THING),
            form=among(get_args(Form)),
            within=told(maybe(TEXT), "The statement that it is nested in"),
            cited=maybe(TEXT),
            polarity=maybe(TEXT),
            certainty=maybe(NUMBER),
            confidence=NUMBER,
            verdict=told(maybe(TEXT), "What people said of it"),
        ),
        "A statement that was found",
    ),
    "TextFound": told(
        record(
            type={"const": "document"},
            number=WHOLE,
            document=TEXT,
            **OF_DOCUMENT,
            text=told(TEXT, "About the first of the words"),
            found=many(SPAN),
        ),
        "A document whose text was found",
    ),
    "Found": told({"oneOf": [ref("Count"), ref("Hit")]}, "The first line is the count"),
    "Arrival": told(
        record(
            type={"const": "document"},
            number=WHOLE,
            name=TEXT,
            title=maybe(TEXT),
            outlet=maybe(TEXT),
            published=maybe(TEXT),
            added=TIME,
            language=maybe(TEXT),
            model=maybe(TEXT),
            statements=WHOLE,
            version=WHOLE,
            version_of=maybe(WHOLE),
            reprint_of=maybe(WHOLE),
        ),
        "A document, as it came",
    ),
    "Failure": record(type={"const": "failure"}, name=TEXT, reason=TEXT),
    "New": record(documents=many(ref("Arrival")), **BESIDE),
    "Failed": record(failures=many(ref("Failure")), **BESIDE),
    "Search": {
        "oneOf": [
            record(count=maybe(ref("Count")), statements=many(ref("Hit")), **BESIDE),
            record(texts=many(ref("TextFound")), **BESIDE),
        ]
    },
}
