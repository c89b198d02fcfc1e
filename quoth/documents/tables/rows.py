"""Tables of documents in CSV, JSON and JSON Lines: a document for each row."""

from __future__ import annotations

import codecs
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import chain, count, islice
from typing import Any, BinaryIO

from quoth.documents.encodings import encoding_of
from quoth.documents.options import Options
from quoth.documents.source import Source, Stream, too_large
from quoth.documents.tables.columns import SAMPLE, Row, columns_of, flat, has_text, source_of
from quoth.documents.tables.delimited import csv_rows
from quoth.errors import UnreadableInput

NO_RECORDS = "no row of it has a text; name the column with --text-field"
NOT_JSON = "record {} is not JSON ({}); mend or remove it"

MARKS = re.compile(rb"^[\xef\xbb\xbf\xff\xfe\s]+")
"""What may stand before the first bracket."""

Item = Source | UnreadableInput


def items(stream: Stream, options: Options) -> Iterator[Item]:
    """The documents in the rows of a table, taken one by one."""
    rows: Callable[[Stream, Options], Iterator[Row | UnreadableInput]] = csv_rows
    if MARKS.sub(b"", stream.opening.replace(b"\x00", b"")).startswith((b"[", b"{")):
        rows = _json_rows
        encoding = encoding_of(stream.opening)
        if encoding != "utf-8":
            stream = replace(stream, file=_recoded(stream.file, encoding), path=None)
    yield from documents(rows(stream, options), stream, options)


def documents(
    rows: Iterator[Row | UnreadableInput], stream: Stream, options: Options
) -> Iterator[Item]:
    """A source for each row that has a text; failures keep their places.

    Raises `UnreadableInput` where no column holds texts, or no row has one.
    """
    # A pipe may hold back its second row for hours.
    first = list(islice(rows, SAMPLE if stream.path else 1))
    sample = [flat(row) for row in first if not isinstance(row, UnreadableInput)]
    uses = columns_of(sample, stream.name, options) if sample else None
    empty = True
    for number, row in enumerate(chain(first, rows), 1):
        if isinstance(row, UnreadableInput):
            empty = False
            yield row
            continue
        row = flat(row)
        uses = uses or columns_of([row], stream.name, options)
        source = source_of(row, uses, number, stream.name, stream.depth)
        if source:
            empty = False
            yield source
    if empty:
        raise UnreadableInput(stream.name, NO_RECORDS)


def _recoded(file: BinaryIO, encoding: str) -> io.BufferedReader[Any]:
    """`file` in UTF-8, whose bytes lines and brackets can be looked for in."""
    raw: Any = _Recoded(file, encoding)
    return io.BufferedReader(raw)


class _Recoded(io.RawIOBase):
    def __init__(self, file: BinaryIO, encoding: str) -> None:
        self._file = file
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")
        self._left = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._left:
            data = self._file.read(len(buffer))
            self._left = self._decoder.decode(data, final=not data).encode("utf-8", "replace")
            if not data:
                break
        given, self._left = self._left[: len(buffer)], self._left[len(buffer) :]
        buffer[: len(given)] = given
        return len(given)


def _json_rows(stream: Stream, options: Options) -> Iterator[Row | UnreadableInput]:
    if stream.opening.lstrip().startswith(b"["):
        yield from _array(stream, options)
        return
    limit = options.limits.bytes
    first = stream.file.readline(limit + 1)
    try:
        value = json.loads(first.decode("utf-8", "replace"))
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
            yield from _rows_in(value, 0)
    except (ijson.JSONError, ValueError, RecursionError) as error:
        why = str(error).splitlines()[0][:80]
        raise UnreadableInput(stream.name, f"this JSON is broken or cut off ({why})") from None


def _one_object(first: bytes, stream: Stream, options: Options) -> Iterator[Row]:
    """The records in one object that is written over many lines."""
    rest = stream.file.read(options.limits.bytes + 1 - len(first))
    if len(first) + len(rest) > options.limits.bytes:
        raise UnreadableInput(stream.name, too_large(options.limits))
    try:
        value = json.loads((first + rest).decode("utf-8", "replace"))
    except (ValueError, RecursionError) as error:
        why = getattr(error, "msg", "nested too deeply")
        raise UnreadableInput(stream.name, f"this JSON is broken or cut off ({why})") from None
    yield from _rows_in(value)


def _rows_in(value: object, depth: int = 4) -> Iterator[Row]:
    """An object is a row, unless it only holds rows: `{"response": {"results": [...]}}`.

    A string in an array is a text of its own.
    """
    if isinstance(value, str):
        yield {"text": value}
    elif isinstance(value, Mapping):
        yield from _held(value, depth) or [value]


def _held(value: Row, depth: int) -> list[Row]:
    """The rows that an object holds, in a list, by their keys, or deeper down; else none."""
    inner = list(value.values())
    lists = [each for each in inner if isinstance(each, list) and each]
    if not has_text({name: each for name, each in value.items() if not isinstance(each, Mapping)}):
        for each in lists:
            if all(isinstance(row, Mapping) for row in each):
                return each
        objects = [each for each in inner if isinstance(each, Mapping)]
        if len(objects) > 1 and len(objects) == len(inner) and all(map(has_text, objects)):
            return objects
        if depth:
            deeper = (_held(each, depth - 1) for each in objects)
            return next((rows for rows in deeper if rows), [])
    return []
