"""What the API takes and gives, by name; readings are as `quoth export` has them."""

from __future__ import annotations

import json
from typing import Any

from quoth.export.schemas import schema_text
from quoth.web.api import adding, correcting, finding, listing
from quoth.web.api.parts import TEXT, TIME, WHOLE, Schema, many, maybe, record, ref, told

OF_LEDGERS = ("number", "version", "added", "reading", "verdict")
"""What only a ledger knows of a document and of its statements: elsewhere it is not there."""

COUNTS = maybe({"type": "object", "additionalProperties": WHOLE})

OWN: dict[str, Schema] = {
    "Problem": told(
        record(
            type={"type": "string", "format": "uri-reference"},
            title=TEXT,
            status=WHOLE,
            detail=TEXT,
        ),
        "What is wrong (RFC 9457); `type` leads to what is said of it",
    ),
    "Home": record(
        counts=COUNTS,
        models=COUNTS,
        schema=maybe(WHOLE),
        waiting=COUNTS,
        at=maybe(TIME),
        new=many(ref("Arrival")),
    ),
    "Document": ref("Reading"),
    "Line": told(
        {"oneOf": [ref("line.document"), ref("line.statement")]}, "One line: what `type` says"
    ),
    **adding.SCHEMAS,
    **correcting.SCHEMAS,
    **finding.SCHEMAS,
    **listing.SCHEMAS,
}


def schemas() -> dict[str, Schema]:
    """All of them."""
    reading = json.loads(schema_text("json"))
    line = json.loads(schema_text("jsonl"))
    whole = {name: reading[name] for name in ("description", "type", "properties", "required")}
    return {
        **OWN,
        "Reading": _moved(whole, "reading"),
        **_family(reading["$defs"], "reading", tuple(reading["$defs"])),
        **_family(line["$defs"], "line", ("document", "statement")),
    }


def _family(defined: dict[str, Schema], family: str, wanted: tuple[str, ...]) -> dict[str, Schema]:
    """The definitions that are wanted, and those that they need."""
    made: dict[str, Schema] = {}
    left = list(wanted)
    while left:
        name = left.pop()
        if f"{family}.{name}" not in made:
            text = json.dumps(defined[name])
            made[f"{family}.{name}"] = _moved(defined[name], family)
            left += [each for each in defined if f'"#/$defs/{each}"' in text]
    return made


def _moved(schema: Any, family: str) -> Any:
    """The schema with the names that schemas have here; what only a ledger knows may be missing."""
    text = json.dumps(schema).replace('"#/$defs/', f'"#/components/schemas/{family}.')
    moved = json.loads(text)
    if "required" in moved:
        moved["required"] = [name for name in moved["required"] if name not in OF_LEDGERS]
    return moved
