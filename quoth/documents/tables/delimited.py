"""Tables whose cells commas, tabs, semicolons or bars part (RFC 4180 and its relatives)."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice, zip_longest
from typing import Any

from quoth.documents.encodings import encoding_of
from quoth.documents.options import Options
from quoth.documents.source import Stream
from quoth.errors import UnreadableInput

DELIMITERS = ",\t;|"
SAID = re.compile(r"sep=(.)\r?\n", re.I)
"""How spreadsheets say which delimiter a file has, in a line before the names."""
LINES = 20
"""So many rows show which delimiter parts them."""
PROSE = 80
"""No column has a name of so many characters."""


def csv_rows(stream: Stream, options: Options) -> Iterator[dict[str, object] | UnreadableInput]:
    """The rows of a table by the names of its columns; raises `UnreadableInput`."""
    csv.field_size_limit(min(options.limits.bytes, 2**31 - 1))
    encoding = encoding_of(stream.opening)
    errors = "western" if encoding.startswith("utf-8") else "replace"
    with_lines: Any = stream.file
    text = io.TextIOWrapper(with_lines, encoding, errors=errors, newline="")
    try:
        opening = stream.opening.decode(encoding, "replace")
        said = SAID.match(opening)
        if said:
            text.readline()
        reader = csv.reader(text, delimiter=said[1] if said else delimiter_of(opening))
        first = next(reader, [])
        names = _names(first)
        if any(len(name) > PROSE for name in first):  # no names, but the first of the texts
            names = [f"column {number}" for number in range(1, len(first) + 1)]
            yield dict(zip(names, first, strict=True))
        for cells in reader:
            if cells:
                yield {name or f"column {at}": cell for at, name, cell in _paired(names, cells)}
    except csv.Error as error:
        raise UnreadableInput(stream.name, f"not a table that can be read ({error})") from None
    finally:
        text.detach()  # whoever opened the file closes it


def delimiter_of(opening: str) -> str:
    """What parts the cells of a table that begins so: each row has as many as the first."""
    return max(DELIMITERS, key=lambda delimiter: _evenness(opening, delimiter))


def _evenness(opening: str, delimiter: str) -> tuple[float, int]:
    lines = io.StringIO(opening.rpartition("\n")[0] or opening, newline="")
    try:
        widths = [len(row) for row in islice(csv.reader(lines, delimiter=delimiter), LINES) if row]
    except csv.Error:
        return 0, 0
    if not widths or widths[0] < 2:
        return 0, 0
    return sum(width == widths[0] for width in widths) / len(widths), widths[0]


def _names(first: list[str]) -> list[str]:
    """The names of the columns; a name that stands again gets a number."""
    seen: Counter[str] = Counter()
    names = []
    for name in first:
        seen[name] += 1
        names.append(f"{name} {seen[name]}" if seen[name] > 1 else name)
    return names


def _paired(names: list[str], cells: list[str]) -> Iterator[tuple[int, str, str]]:
    """Cells with their numbers and the names of their columns; a row may be short or long."""
    for at, (name, cell) in enumerate(zip_longest(names, cells), 1):
        if cell is not None:
            yield at, name or "", cell
