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
from quoth.export.fields import SHARE_DIGITS, span_fields
from quoth.records import Passage, Reading, Statement

WHERE = ("line", "column", "page", "element", "fragment", "paragraph", "record", "part")
COLUMNS = (
    *("document", "id"),
    *("source", "source_spans", "source_id", "source_name", "source_named", "source_kind"),
    *("cue", "cue_spans", "cue_lemma", "cue_act", "cue_stance"),
    *("content", "content_spans", "block"),
    *WHERE,
    *("form", "within", "polarity", "certainty", "figures", "dates", "confidence"),
)
"""One for each value of a statement; `block` to `part` place the first piece of the content."""


def csv_header() -> str:
    """The line of column names."""
    return _row(COLUMNS)


def csv_rows(reading: Reading) -> Iterator[str]:
    """One row for each statement; empty cells for what the text has not or is not worked out."""
    for statement in reading.statements:
        cells = {"document": reading.document.name, **_cells(statement)}
        yield _row(cells.get(column) for column in COLUMNS)


def _cells(statement: Statement) -> dict[str, object]:
    place = statement.content.places[0]
    return {
        "id": statement.id,
        **_passage_cells("source", statement.source),
        **_passage_cells("cue", statement.cue),
        **_passage_cells("content", statement.content),
        "block": place.block,
        **{name: getattr(place, name) for name in WHERE},
        "form": statement.form,
        "confidence": round(statement.confidence, SHARE_DIGITS),
    }


def _passage_cells(name: str, passage: Passage | None) -> dict[str, object]:
    if passage is None:
        return {}
    # Spans as JSON: a spreadsheet would take 10-12 for a date and 10:12 for a time.
    return {name: passage.text, f"{name}_spans": json.dumps(span_fields(passage.spans))}


def _row(cells: Iterable[object]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return encodable(line.getvalue())
