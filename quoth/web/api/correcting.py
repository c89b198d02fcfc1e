"""What people say of readings, what they are asked, and what changes by it, as schemas."""

from __future__ import annotations

from typing import get_args

from quoth.ledger.records import Action, Part
from quoth.ledger.sampling.records import By
from quoth.records import Form, Kind
from quoth.web.api.parts import (
    SPAN,
    TEXT,
    THING,
    TIME,
    WHOLE,
    YES,
    Schema,
    among,
    given,
    many,
    maybe,
    record,
    ref,
    told,
)

ID = told(TEXT, "32 hexadecimal digits")
STATE = told(TEXT, "How far the document has come: to be given with what is said of it then")
SIGNED: dict[str, Schema] = {
    "who": told(TEXT, "Whose name it carries; else the one that the room was opened with"),
    "why": TEXT,
    "state": told(TEXT, "What was seen; who is overtaken by somebody else is refused (409)"),
}
SHOWN = told(
    record(block=WHOLE, **{"from": WHOLE, "to": WHOLE}),
    "Characters (code points) of a block as the page shows it",
)
WORDS: Schema = told(
    {"anyOf": [TEXT, SHOWN, many({"anyOf": [SPAN, SHOWN]}), {"type": "null"}]},
    "Words as they stand in the text, or where they stand there; null or empty for none",
)
ROWS: Schema = told(
    {"type": "object", "additionalProperties": TEXT}, "HTML of rows, by the number of the block"
)
UNDONE = maybe(record(who=TEXT, at=TIME, why=TEXT))
LINE: dict[str, Schema] = {
    "id": ID,
    "document": WHOLE,
    "action": among(get_args(Action)),
    "value": told(THING, "What is said, with the words that it names and their places"),
    "who": TEXT,
    "at": TIME,
    "why": TEXT,
    "undone": told(UNDONE, "By whom it was taken back"),
    "conflict": told(maybe(TEXT), "Why it does not fit the reading as it is now"),
}

SCHEMAS: dict[str, Schema] = {
    "Signed": told(given((), **SIGNED), "Who says so, and why"),
    "Saying": told(
        given(
            ("action",),
            action=among(get_args(Action)),
            statement=told(TEXT, "Its id in the document, as s12"),
            part=among(get_args(Part)),
            words=WORDS,
            source=told(maybe(TEXT), "A source's id, as p3, words that mean it, or a name"),
            kind=maybe(among(get_args(Kind))),
            sources=told(many(TEXT), "Those that are one; the first gives its name"),
            mentions=told(many(WORDS), "Those that mean somebody else"),
            content=WORDS,
            cue=WORDS,
            source_words=WORDS,
            form=maybe(among(get_args(Form))),
            **SIGNED,
        ),
        "One thing that is said of a document; each action takes some of these",
    ),
    "Correction": told(record(**LINE, told=TEXT), "A line of the log, and the same in words"),
    "Corrections": record(
        corrections=many(record(type={"const": "correction"}, **LINE)),
        next=maybe(TEXT),
        previous=maybe(TEXT),
    ),
    "Change": told(
        record(
            document=WHOLE,
            since=STATE,
            state=STATE,
            said=many(ref("Correction")),
            conflicts=told(many(many(TEXT)), "Ids of what does not fit now, and why"),
            whole=told(YES, "It cannot be told piece by piece: the page is to be loaded anew"),
            statements=told(many(TEXT), "Ids of those that differ"),
            sources=told(many(TEXT), "Ids of those that differ"),
            blocks=ROWS,
            later=told(many(WHOLE), "Blocks that differ too, to be asked for"),
        ),
        "What became of a document between two states",
    ),
    "Kept": record(correction=ref("Correction"), change=ref("Change")),
    "Rows": told(
        {
            "anyOf": [
                record(state=STATE, blocks=ROWS),
                record(state=STATE, blocks=ROWS, unsourced=maybe(WHOLE)),
            ]
        },
        "Where asked for, of how many sentences nobody answers; null while that is looked for",
    ),
    "Choices": record(
        state=STATE,
        statement=maybe(record(content=TEXT, cue=TEXT, source=TEXT, answers=maybe(TEXT))),
        sources=many(
            record(
                id=TEXT,
                name=TEXT,
                kind=TEXT,
                mentions=many(record(spans=many(SPAN), text=TEXT, before=TEXT, after=TEXT)),
            )
        ),
    ),
    "Review": told(
        {
            "anyOf": [
                record(samples=many(record(sample=WHOLE, drawn=TIME))),
                record(
                    items=many(TEXT),
                    at=maybe(TEXT),
                    left=WHOLE,
                    state=maybe(STATE),
                    next=told(TEXT, "The address of the next step"),
                ),
            ]
        },
        "The samples there are, or a way through statements and where one is on it",
    ),
    "Design": given(
        (),
        statements=WHOLE,
        passages=WHOLE,
        by={"anyOf": [TEXT, many(among(get_args(By)))]},
        length=told(WHOLE, "Characters of a passage"),
        seed=WHOLE,
        who=TEXT,
    ),
    "Drawn": record(sample=WHOLE),
    "Marked": record(sample=WHOLE, passage=WHOLE),
}
