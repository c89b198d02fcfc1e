"""The schema of each format."""

from __future__ import annotations

from docs.schemas.parts import (
    BLOCK,
    DATE,
    DEFINITIONS,
    FIGURE,
    METADATA,
    MODEL,
    OF_DOCUMENT,
    OF_STATEMENT,
    SOURCE,
    STATEMENT,
)
from docs.schemas.words import Schema, maybe, record, refer, several, value
from quoth.export.as_csv import COLUMNS
from quoth.export.kept import LEDGER_COLUMNS
from quoth.export.lines import FORMAT
from quoth.export.parquet import added_column
from quoth.ledger.migrating import newest
from quoth.ledger.tables import Column, Table, tables

VERSION = 1
"""Of JSON and CSV; JSON Lines and Parquet have the number of the ledger's schema."""

TYPES: dict[str, Schema] = {
    "INTEGER": {"type": "integer"},
    "REAL": {"type": "number"},
    "TEXT": {"type": "string"},
    "BLOB": {"type": "string", "contentEncoding": "base64"},
}
HELD_BY = {"statement": maybe("string", "Id of the statement that holds it; null in own voice.")}


def schemas() -> dict[str, Schema]:
    """By format."""
    return {"json": _json(), "jsonl": _jsonl(), "csv": _csv(), "parquet": _parquet()}


def _headed(form: str, version: int, about: str, body: Schema) -> Schema:
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:x-quoth:export:{form}:{version}",
        "title": f"quoth export --format {form}, version {version}",
        "description": about,
    }
    return head | {key: each for key, each in body.items() if key != "description"}


def _json() -> Schema:
    keys = {
        "type": {"const": "document", "description": "What the object is."},
        **METADATA,
        "model": MODEL,
        "text": value("string", "The text that all spans point into."),
        "blocks": several(refer("block", "One block."), "Its structure, in reading order."),
        "references": several(
            record(
                "A mark in the text, as a note's number.",
                {
                    "span": refer("span", "Where it stands."),
                    "block": value("integer", "The block of the note."),
                },
            ),
            "Marks that refer to notes.",
        ),
        "statements": several(refer("statement", "One statement."), "In the order of the text."),
        "sources": several(refer("source", "One source."), "Whose statements they are."),
        "figures": several(record("A quantity.", FIGURE | HELD_BY), "All quantities of the text."),
        "dates": several(
            record("An expression of time.", DATE | HELD_BY), "All expressions of time."
        ),
        "own_voice": several(refer("span", "One stretch."), "What is attributed to nobody."),
        **OF_DOCUMENT,
    }
    definitions = DEFINITIONS | {
        "block": BLOCK,
        "statement": record("A statement.", STATEMENT | OF_STATEMENT),
        "source": record("A source.", SOURCE),
    }
    about = "One document, as one line holds it: an object with all that was read in it."
    return _headed("json", VERSION, about, record("", keys) | {"$defs": definitions})


def _jsonl() -> Schema:
    lines = {
        "ledger": record(
            "The first line.",
            {
                "type": {"const": "ledger"},
                "format": {"const": FORMAT},
                "schema": value("integer", "Number of the ledger's schema."),
                "quoth": value("string", "Version of the Quoth that wrote it."),
                "whole": value("boolean", "Is it all of the ledger, or some documents?"),
            },
        ),
        "document": record(
            "A document, as `quoth read` gives it; its statements follow.",
            {
                "type": {"const": "document"},
                **METADATA,
                "statements": value("integer", "How many follow."),
                "model": MODEL,
                "own_voice": maybe("number", "Share of the text that is attributed to nobody."),
                **OF_DOCUMENT,
            },
        ),
        "statement": record(
            "A statement, as `quoth read` gives it.",
            {
                "type": {"const": "statement"},
                "document": value("string", "The document's name."),
                **STATEMENT,
                **OF_STATEMENT,
            },
        ),
        "failure": record(
            "What could not be read, as `quoth read` gives it.",
            {
                "type": {"const": "failure"},
                "document": value("string", "Its name."),
                "reason": value("string", "Why, and what to do."),
            },
        ),
        "rows": {
            "description": "Rows of one of the ledger's tables: what `quoth import` reads.",
            "oneOf": [refer(f"rows_of_{each.name}", each.about) for each in tables()],
        },
        "end": record(
            "The last line; a file without it is not whole.",
            {
                "type": {"const": "end"},
                "documents": value("integer", "How many there are in the file."),
            },
        ),
    }
    definitions = DEFINITIONS | lines | {f"rows_of_{each.name}": _rows(each) for each in tables()}
    about = "One line. Lines of the type `rows` have all that the ledger keeps."
    body = {"oneOf": [{"$ref": f"#/$defs/{name}"} for name in lines], "$defs": definitions}
    return _headed("jsonl", newest(), about, body)


def _rows(table: Table) -> Schema:
    values = [_value(column) for column in table.columns]
    row = {"type": "array", "prefixItems": values, "items": False, "minItems": len(values)}
    return record(
        table.about,
        {
            "type": {"const": "rows"},
            "table": {"const": table.name},
            "document": maybe("integer", "The document that they came with."),
            "columns": {"const": list(table.names)},
            "rows": several(row, "The values of each row, in the order of the columns."),
        },
    )


def _parquet() -> Schema:
    files = {each.name: several(_row(each), each.about) for each in tables()}
    about = "The folder as one object: for each file, NAME.parquet, its rows. Bytes are in base64."
    return _headed("parquet", newest(), about, record("", files))


def _row(table: Table) -> Schema:
    keys = {column.name: _value(column) for column in table.columns}
    if added := added_column(table):
        keys[added] = maybe("integer", "The document that the row came with.")
    return record(f"A row of {table.name}.", keys)


def _value(column: Column) -> Schema:
    kind = TYPES[column.type]
    about = column.about or (f"Key of a row of {column.refers}." if column.refers else "")
    told = {"description": about} if about else {}
    return kind | told if column.required else kind | {"type": [kind["type"], "null"]} | told


def _csv() -> Schema:
    told = {name: _told(name) for name in (*COLUMNS, *LEDGER_COLUMNS)}
    keys = {name: value("string", about) for name, about in told.items()}
    about = "One row as a reader of CSV gives it; an empty cell stands for what is null elsewhere."
    return _headed("csv", VERSION, about, record("", keys))


def _told(column: str) -> str:
    """What a column holds, in the words for the key of JSON Lines that it is made of."""
    keys = {**METADATA, **OF_DOCUMENT, **STATEMENT, **OF_STATEMENT}
    part, _, key = column.partition("_")
    places: Schema = DEFINITIONS["place"]["properties"]
    if column in places:
        return f"Of the content's first piece. {places[column]['description']}"
    if part in ("source", "cue", "content"):
        body = STATEMENT[part].get("anyOf", [STATEMENT[part]])[0]["properties"]
        about: str = body[key]["description"] if key else STATEMENT[part]["description"]
    else:
        about = keys[column]["description"]
    return f"{about} As JSON." if key == "spans" or column in ("figures", "dates") else about
