"""JSON Lines, one line for each statement, and JSON, one object for each document."""

from __future__ import annotations

import json
from collections.abc import Iterator

from quoth.errors import UnreadableInput
from quoth.export.characters import escaped
from quoth.export.fields import (
    Fields,
    document_fields,
    metadata_fields,
    span_fields,
    statement_fields,
)
from quoth.records import Reading
from quoth.voice import own_voice


def json_lines(reading: Reading) -> Iterator[str]:
    """A line for the document, then one for each of its statements; each ends in a line feed."""
    yield _line({"type": "document", **document_fields(reading)})
    name = reading.document.name
    for statement in reading.statements:
        yield _line({"type": "statement", "document": name, **statement_fields(statement)})


def failure_line(failure: UnreadableInput) -> str:
    """The line of JSON Lines that stands for an input that could not be read."""
    return _line({"type": "failure", "document": failure.name, "reason": failure.reason})


def json_document(reading: Reading) -> str:
    """All that is known of one document as one object on one line.

    On one line, so that one file's result is JSON and the results of many are JSON Lines.
    """
    document = reading.document
    blocks = [{"kind": block.kind, "spans": span_fields(block.spans)} for block in document.blocks]
    return _line(
        {
            "type": "document",
            **metadata_fields(document),
            "model": reading.model,
            "text": document.text,
            "blocks": blocks,
            "references": [
                {"span": [each.span.start, each.span.end], "block": each.block}
                for each in document.references
            ],
            "statements": [statement_fields(statement) for statement in reading.statements],
            "sources": None,
            "figures": None,
            "dates": None,
            "own_voice": span_fields(own_voice(reading)),
        }
    )


def _line(fields: Fields) -> str:
    return escaped(json.dumps(fields, ensure_ascii=False, allow_nan=False)) + "\n"
