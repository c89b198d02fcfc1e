"""The index of an exported folder: which file is of which document, and what it said then."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from quoth.errors import UnreadableInput
from quoth.imports.records import Marked, MarkedSource, MarkedStatement
from quoth.passages import plain_spans, spans_from

INDEX = "documents.jsonl"
"""A line for each file: `file` (its name without ending), `document`, `made_from`, and
`statements` and `sources` as they were exported, as `MarkedStatement` and `MarkedSource` have
them, spans as `[start, end]`. With it a file can be compared after the document changed."""
_PARTS = ("content", "source", "cue")
_Fields = dict[str, Any]


def index_line(file: str, marked: Marked) -> str:
    """The line of the index that says what `file` is."""
    return json.dumps({"file": file, **exported_fields(marked)}) + "\n"


def exported_fields(marked: Marked) -> _Fields:
    """`marked` without its text, as values for JSON."""
    return {
        "document": marked.document,
        "made_from": marked.made_from,
        "statements": [_statement_fields(one) for one in marked.statements],
        "sources": [
            {"key": one.key, "kind": one.kind, "mentions": list(map(plain_spans, one.mentions))}
            for one in marked.sources
        ],
    }


def exported_from(fields: _Fields, text: str) -> Marked:
    """What `exported_fields` was made of, with its text.

    Raises ValueError, KeyError, TypeError or AttributeError where `fields` is nothing such.
    """
    return Marked(
        fields["document"],
        text,
        tuple(map(_statement, fields["statements"])),
        tuple(map(_source, fields["sources"])),
        fields["made_from"],
    )


class Index:
    """An index by the names of files; only places of its lines are held."""

    def __init__(self, folder: Path) -> None:
        """The index in `folder`, empty where it has none.

        Raises UnreadableInput where a line of it is no entry.
        """
        self._path = folder / INDEX
        self._places: dict[str, int] = {}
        if not self._path.exists():
            return
        place = 0
        try:
            with self._path.open("rb") as stream:
                for number, line in enumerate(stream, 1):
                    self._places[_read(self._path, number, line)["file"]] = place
                    place += len(line)
        except OSError as error:
            reason = f"cannot be read: {error.strerror}"
            raise UnreadableInput(str(self._path), reason) from None

    def exported(self, names: Iterable[str], text: str) -> Marked | None:
        """What was exported to the file that has the first of `names` that is known.

        `text` is that of the file.
        """
        place = next((self._places[name] for name in names if name in self._places), None)
        if place is None:
            return None
        with self._path.open("rb") as stream:
            stream.seek(place)
            fields = json.loads(stream.readline())
        return exported_from(fields, text)


def _read(path: Path, number: int, line: bytes) -> _Fields:
    try:
        fields: _Fields = json.loads(line)
        if "file" not in fields:
            raise ValueError
        exported_from(fields, "")
    except (ValueError, KeyError, TypeError, AttributeError):
        reason = f"line {number} is no entry of an index; export again, or remove the file"
        raise UnreadableInput(str(path), reason) from None
    return fields


def _statement_fields(one: MarkedStatement) -> _Fields:
    fields = {name: getattr(one, name) for name in MarkedStatement.__slots__}
    return {**fields, **{part: plain_spans(fields[part]) for part in _PARTS}}


def _statement(fields: _Fields) -> MarkedStatement:
    return MarkedStatement(**{**fields, **{part: spans_from(fields[part]) for part in _PARTS}})


def _source(fields: _Fields) -> MarkedSource:
    return MarkedSource(tuple(map(spans_from, fields["mentions"])), fields["key"], fields["kind"])
