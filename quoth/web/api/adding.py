"""What is sent to be added or read, and what becomes of it, as schemas."""

from __future__ import annotations

from typing import get_args

from quoth.ledger.adding import State
from quoth.web.api.parts import (
    BYTES,
    TEXT,
    TIME,
    WHOLE,
    Schema,
    among,
    given,
    many,
    maybe,
    record,
    ref,
    told,
)

SAID: dict[str, Schema] = {
    "title": TEXT,
    "outlet": TEXT,
    "published": told(TEXT, "ISO 8601: 2031-03-02"),
    "address": {"type": "string", "format": "uri"},
    "any_language": told({"type": ["boolean", "string"]}, "Read what is not English too"),
}
JOB: dict[str, Schema] = {
    "job": WHOLE,
    "state": among(("waiting", "reading", "done", "cancelled")),
    "begun": TIME,
    "ended": maybe(TIME),
    "files": WHOLE,
    "opened": told(WHOLE, "Files that were opened so far"),
    "reading": told(maybe(TEXT), "The file that is being read"),
    "documents": told(WHOLE, "Of which is known what became of them"),
    "counts": told(record(**dict.fromkeys(get_args(State), WHOLE)), "Documents, by that"),
    "statements": WHOLE,
}

SCHEMAS: dict[str, Schema] = {
    "Text": told(given(("text",), text=TEXT, **SAID), "A text, and what is known of it"),
    "Bare": told(given(("text",), text=TEXT), "A text"),
    "Sending": told(
        given((), file=many(BYTES), text=TEXT, **SAID),
        "Files, or a text and what is known of it",
    ),
    "File": given(("file",), file=BYTES),
    "Outcome": told(
        record(
            number=WHOLE,
            name=TEXT,
            state=among(get_args(State)),
            document=told(maybe(WHOLE), "Its number in the ledger"),
            statements=WHOLE,
            reason=told(maybe(TEXT), "Why it was not kept"),
        ),
        "What became of one document",
    ),
    "Job": told(record(**JOB, outcomes=many(ref("Outcome"))), "One sending of documents"),
    "Jobs": record(jobs=many(record(**JOB))),
    "Boxes": record(boxes=many({"type": "object"})),
}
