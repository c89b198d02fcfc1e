"""Tables of documents in CSV, JSON and JSON Lines: a document for each row."""

from __future__ import annotations

import codecs
import csv
import io
import json
from collections.abc import Iterator, Mapping
from itertools import chain, count, islice
from typing import Any

from quoth.documents.columns import NAMES, SAMPLE, Row, columns_of, source_of
from quoth.documents.encodings import encoding_of
from quoth.documents.options import Options
from quoth.documents.source import Source, Stream, too_large
from quoth.errors import UnreadableInput

DELIMITERS = ",\t;|"
NOT_JSON = "record {} is not JSON ({}); mend or remove it"

Item = Source | UnreadableInput


def items(stream: Stream, options: Options) -> Iterator[Item]:
    """The documents in the rows of a table, taken one by one."""
    bare = stream.opening.removeprefix(codecs.BOM_UTF8).lstrip()
    rows = _json_rows if bare.startswith((b"[", b"{")) else _csv_rows
    yield from documents(rows(stream, options), stream, options)


def documents(
    rows: Iterator[Row | UnreadableInput], stream: Stream, options: Options
) -> Iterator[Item]:
    """A source for each row that has a text; failures keep their places.

    Raises `UnreadableInput` where no column holds texts.
    """
    # A pipe may hold back its second row for hours.
    first = list(islice(rows, SAMPLE if stream.path else 1))
    sample = [row for row in first if not isinstance(row, UnreadableInput)]
    uses = columns_of(sample, stream.name, options) if sample else None
    for number, row in enumerate(chain(first, rows), 1):
        if isinstance(row, UnreadableInput):
            yield row
            continue
        uses = uses or columns_of([row], stream.name, options)
        source = source_of(row, uses, number, stream.name, stream.depth)
        if source:
            yield source


def _csv_rows(stream: Stream, options: Options) -> Iterator[Row | UnreadableInput]:
    csv.field_size_limit(min(options.limits.bytes, 2**31 - 1))
    encoding = encoding_of(stream.opening)
    errors = "western" if encoding.startswith("utf-8") else "replace"
    with_lines: Any = stream.file
    text = io.TextIOWrapper(with_lines, encoding, errors=errors, newline="")
    try:
        first = stream.opening.decode(encoding, "replace").split("\n", 1)[0]
        delimiter = max(DELIMITERS, key=first.count)
        reader = csv.reader(text, delimiter=delimiter)
        names = next(reader, [])
        for cells in reader:
            if cells:
                yield dict(zip(names, cells, strict=False))
    except csv.Error as error:
        raise UnreadableInput(stream.name, f"not a table that can be read ({error})") from None
    finally:
        text.detach()  # whoever opened the file closes it


def _json_rows(stream: Stream, options: Options) -> Iterator[Row | UnreadableInput]:
    if stream.opening.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"["):
        yield from _array(stream, options)
        return
    limit = options.limits.bytes
    first = stream.file.readline(limit + 1)
    try:
        value = json.loads(first.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError):
        yield from _one_object(first, stream, options)
        return
    yield from _rows_in(value)
    for number in count(2):
        line = stream.file.readline(limit + 1)
        if not line:
            return
        if len(line) > limit:
            raise UnreadableInput(stream.name, too_large(options.limits))
        if line.strip():
            yield from _line(line, number, stream.name)


def _line(line: bytes, number: int, name: str) -> Iterator[Row | UnreadableInput]:
    try:
        value = json.loads(line.decode("utf-8", "replace"))
    except (ValueError, RecursionError) as error:
        why = getattr(error, "msg", type(error).__name__)
        yield UnreadableInput(f"{name}#{number}", NOT_JSON.format(number, why))
    else:
        yield from _rows_in(value)


def _array(stream: Stream, options: Options) -> Iterator[Row | UnreadableInput]:
    """The objects of an array that need not fit in memory."""
    import ijson

    try:
        for value in ijson.items(stream.file, "item", use_float=True):
            if isinstance(value, Mapping):
                yield value
    except (ijson.JSONError, ValueError, RecursionError) as error:
        why = str(error).splitlines()[0][:80]
        raise UnreadableInput(stream.name, f"this JSON is broken or cut off ({why})") from None


def _one_object(first: bytes, stream: Stream, options: Options) -> Iterator[Row]:
    """The records in one object that is written over many lines."""
    rest = stream.file.read(options.limits.bytes + 1 - len(first))
    if len(first) + len(rest) > options.limits.bytes:
        raise UnreadableInput(stream.name, too_large(options.limits))
    try:
        value = json.loads((first + rest).decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError) as error:
        why = getattr(error, "msg", "nested too deeply")
        raise UnreadableInput(stream.name, f"this JSON is broken or cut off ({why})") from None
    yield from _rows_in(value)


def _rows_in(value: object) -> Iterator[Row]:
    """An object is a row, unless it only holds rows: `{"articles": [...]}`, `{"id": {...}}`."""
    if not isinstance(value, Mapping):
        return
    inner = [] if _has_text(value) else list(value.values())
    if inner and all(isinstance(each, Mapping) for each in inner):
        yield from inner  # records by their keys
        return
    lists = [each for each in inner if isinstance(each, list) and each]
    held = next((each for each in lists if all(isinstance(row, Mapping) for row in each)), [value])
    yield from held


def _has_text(row: Row) -> bool:
    usual = {str(name).lower() for name in row} & set(NAMES["text"].split())
    return bool(usual) or any(isinstance(v, str) and len(v) > 200 for v in row.values())
