"""A flat table of statements as CSV (RFC 4180: comma, double quotes, CR LF, a header).

Cells hold the document's words unaltered. A cell that starts with `=` or `@` is therefore not
defused for spreadsheets that take it for a formula: a defused cell would no longer be what the
document says, and programs that read the table could not tell. Whoever wants a table for a
spreadsheet asks for it.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence

from quoth.export.characters import encodable
from quoth.export.details import Fields
from quoth.export.fields import metadata_fields, statements_fields
from quoth.export.kept import LEDGER_COLUMNS, Kept
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
FORMULA = tuple("=+-@\t\r\n＝＋－＠")
"""What a cell begins with that a spreadsheet may take for a formula (OWASP, CSV Injection)."""


def csv_header(more: Sequence[str] = ()) -> str:
    """The line of column names, with `more` of them at the end."""
    return csv_row((*COLUMNS, *more))


def csv_rows(
    reading: Reading, kept: Kept | None = None, spreadsheet: bool = False
) -> Iterator[str]:
    """One row for each statement; empty cells for what the text has not or is not worked out.

    `kept` is what a ledger knows besides. For a `spreadsheet`, an apostrophe stands before what it
    might take for a formula.
    """
    for fields in statements_fields(reading):
        cells = {"document": reading.document.name, **_flat(fields)}
        columns: tuple[str, ...] = COLUMNS
        if kept:
            cells |= metadata_fields(reading.document) | kept.of_document
            cells |= kept.of_statement(fields["id"])
            columns += LEDGER_COLUMNS
        yield csv_row(_cell(cells.get(column), spreadsheet) for column in columns)


def _flat(fields: Fields) -> Fields:
    """Source, cue and content as columns of their own, and the first of the places."""
    cells = {**fields, **fields["content"]["places"][0]}
    for part in ("source", "cue", "content"):
        values = fields[part] or {"text": None}
        cells |= {part if key == "text" else f"{part}_{key}": values[key] for key in values}
    return cells


def _cell(value: object, spreadsheet: bool) -> object:
    """Lists and truth as JSON has them: a spreadsheet would take 10-12 for a date."""
    if isinstance(value, bool):
        return json.dumps(value)
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False) if value else None
    if spreadsheet and isinstance(value, str) and value.startswith(FORMULA):
        return f"'{value}"
    return value


def csv_row(cells: Iterable[object]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return encodable(line.getvalue())
