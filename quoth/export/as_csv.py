"""A flat table of statements as CSV (RFC 4180: comma, double quotes, CR LF, a header).

Cells hold the document's words unaltered. A cell that starts with `=` or `@` is therefore not
defused for spreadsheets that take it for a formula: a defused cell would no longer be what the
document says, and programs that read the table could not tell.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator

from quoth.export.characters import encodable
from quoth.export.details import Fields
from quoth.export.fields import statements_fields
from quoth.records import Reading

WHERE = ("line", "column", "page", "element", "fragment", "paragraph", "record", "part")
COLUMNS = (
    *("document", "id"),
    *("source", "source_spans", "source_id", "source_name", "source_named", "source_kind"),
    *("cue", "cue_spans", "cue_lemma", "cue_act", "cue_stance", "cue_basis"),
    *("content", "content_spans", "block"),
    *WHERE,
    *("form", "within", "polarity", "certainty", "figures", "dates", "confidence"),
)
"""One for each value of a statement; `block` to `part` place the first piece of the content."""


def csv_header() -> str:
    """The line of column names."""
    return csv_row(COLUMNS)


def csv_rows(reading: Reading) -> Iterator[str]:
    """One row for each statement; empty cells for what the text has not or is not worked out."""
    for fields in statements_fields(reading):
        cells = {"document": reading.document.name, **_flat(fields)}
        yield csv_row(_cell(cells.get(column)) for column in COLUMNS)


def _flat(fields: Fields) -> Fields:
    """Source, cue and content as columns of their own, and the first of the places."""
    cells = {**fields, **fields["content"]["places"][0]}
    for part in ("source", "cue", "content"):
        values = fields[part] or {"text": None}
        cells |= {part if key == "text" else f"{part}_{key}": values[key] for key in values}
    return cells


def _cell(value: object) -> object:
    """Lists and truth as JSON has them: a spreadsheet would take 10-12 for a date."""
    if isinstance(value, bool):
        return json.dumps(value)
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False) if value else None
    return value


def csv_row(cells: Iterable[object]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return encodable(line.getvalue())
