"""JSON Lines, one line for each statement, and JSON, one object for each document."""

from __future__ import annotations

from collections.abc import Iterator

from quoth.errors import UnreadableInput
from quoth.export.characters import json_text
from quoth.export.details import (
    Fields,
    date_fields,
    figure_fields,
    source_fields,
)
from quoth.export.fields import document_fields, metadata_fields, statements_fields
from quoth.export.kept import Kept
from quoth.passages import plain_spans
from quoth.records import Reading
from quoth.voice import own_voice


def json_lines(reading: Reading, kept: Kept | None = None) -> Iterator[str]:
    """A line for the document, then one for each of its statements; each ends in a line feed.

    `kept` is what a ledger knows besides.
    """
    of_document = kept.of_document if kept else {}
    yield json_line({"type": "document", **document_fields(reading), **of_document})
    name = reading.document.name
    for fields in statements_fields(reading):
        of_statement = kept.of_statement(fields["id"]) if kept else {}
        yield json_line({"type": "statement", "document": name, **fields, **of_statement})


def failure_line(failure: UnreadableInput) -> str:
    """The line of JSON Lines that stands for an input that could not be read."""
    return json_line({"type": "failure", "document": failure.name, "reason": failure.reason})


def json_document(reading: Reading, kept: Kept | None = None) -> str:
    """All that is known of one document as one object on one line.

    On one line, so that one file's result is JSON and the results of many are JSON Lines. `kept` is
    what a ledger knows besides.
    """
    document = reading.document
    blocks = [{"kind": block.kind, "spans": plain_spans(block.spans)} for block in document.blocks]
    return json_line(
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
            "statements": [
                {**fields, **(kept.of_statement(fields["id"]) if kept else {})}
                for fields in statements_fields(reading)
            ],
            "sources": [source_fields(source) for source in reading.sources],
            "figures": [
                {**figure_fields(reading, each), "statement": each.statement}
                for each in reading.figures
            ],
            "dates": [
                {**date_fields(reading, each), "statement": each.statement}
                for each in reading.dates
            ],
            "own_voice": plain_spans(own_voice(reading)),
            **(kept.of_document if kept else {}),
        }
    )


def json_line(fields: Fields) -> str:
    """`fields` on one line, whoever splits lines."""
    return json_text(fields) + "\n"
