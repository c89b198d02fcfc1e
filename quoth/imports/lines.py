"""JSON Lines of a ledger back into rows."""

from __future__ import annotations

import json
from base64 import b64decode
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from quoth.errors import UnreadableInput
from quoth.ledger.migrating import newest
from quoth.ledger.rows import Rows
from quoth.ledger.tables import tables

FORMAT = "quoth-ledger"
FOREIGN = "is no export of a ledger; `quoth export --format {}` makes one"


def read(path: Path) -> Iterator[Rows]:
    """The rows in a file, line by line. Raises UnreadableInput where it is no whole export."""
    name = str(path)
    try:
        with path.open("rb") as stream:
            yield from rows_of(stream, name)
    except OSError as error:
        raise UnreadableInput(name, f"cannot be read: {error.strerror}") from None


def rows_of(lines: Iterable[bytes], name: str) -> Iterator[Rows]:
    """The rows in `lines`; `name` is for messages."""
    began = ended = False
    for number, line in enumerate(lines, 1):
        fields = _object(line, name, number)
        kind = fields.get("type")
        if not began:
            check_head(fields, name, "jsonl")
            began = True
        elif kind == "rows":
            yield _rows(fields, name, number)
        ended = kind == "end"
    if not began:
        raise UnreadableInput(name, FOREIGN.format("jsonl"))
    if not ended:
        raise UnreadableInput(name, "ends in the middle; what came before is kept, export it anew")


def check_head(fields: dict[str, Any], name: str, form: str) -> None:
    """Raises UnreadableInput where a file is no ledger's, or a newer one's."""
    if fields.get("format") != FORMAT or not isinstance(fields.get("schema"), int):
        raise UnreadableInput(name, FOREIGN.format(form))
    if fields["schema"] > newest():
        reason = f"was made by a newer Quoth (schema {fields['schema']}, this one knows {newest()})"
        raise UnreadableInput(name, f"{reason}; update")


def _object(line: bytes, name: str, number: int) -> dict[str, Any]:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError):
        fields = None
    if not isinstance(fields, dict):
        if number == 1:
            raise UnreadableInput(name, FOREIGN.format("jsonl"))
        raise UnreadableInput(name, f"line {number} is no whole line of JSON; export it anew")
    return fields


def _rows(fields: dict[str, Any], name: str, number: int) -> Rows:
    try:
        table, document = str(fields["table"]), fields.get("document")
        columns = [str(column) for column in fields["columns"]]
        types = [_type(table, column) for column in columns]
        rows = [
            tuple(_value(*pair) for pair in zip(row, types, strict=True)) for row in fields["rows"]
        ]
        if not isinstance(document, int | None):
            raise ValueError
    except (KeyError, TypeError, ValueError):
        raise UnreadableInput(name, f"line {number} is no line of rows; export it anew") from None
    return Rows(table, document, columns, rows)


@cache
def _type(table: str, column: str) -> str:
    columns = (each.columns for each in tables() if each.name == table)
    return next((each.type for some in columns for each in some if each.name == column), "TEXT")


def _value(value: Any, kind: str) -> Any:
    """What `quoth.export.lines` had to say in other words."""
    if isinstance(value, str):
        if kind == "BLOB":
            return b64decode(value, validate=True)
        if kind == "REAL":
            return float(value)
    elif not isinstance(value, int | float | None):
        raise TypeError
    return value
