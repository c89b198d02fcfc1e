"""What was found in a ledger as data: JSON Lines and CSV, streamed."""

from __future__ import annotations

from collections.abc import Iterator

from quoth.export.as_csv import csv_row
from quoth.export.as_json import json_line
from quoth.export.details import Fields, number
from quoth.export.fields import CERTAINTY_DIGITS, SHARE_DIGITS, place_fields
from quoth.ledger.finding.records import Count, Hit, Text
from quoth.passages import plain_spans

COLUMNS = (
    *("id", "document", "title", "outlet", "published", "version", "reprints"),
    *("source", "source_id", "source_name", "source_named", "source_kind", "source_role"),
    *("cue", "cue_lemma", "cue_act", "cue_stance", "cue_basis", "content", "block"),
    *("line", "column", "page", "element", "paragraph", "record", "part"),
    *("form", "within", "cited", "polarity", "certainty", "confidence", "verdict"),
)
"""As in a reading's table, where there are such; `block` to `part` place the content."""

TEXT_COLUMNS = ("number", *COLUMNS[1:7], "text")


def hits_json(count: Count, hits: Iterator[Hit]) -> Iterator[str]:
    """A line with the count, then one for each statement."""
    yield json_line(count_fields(count))
    for hit in hits:
        yield json_line(hit_fields(hit))


def count_fields(count: Count) -> Fields:
    """A count with the keys that it has in JSON."""
    return {
        "type": "count",
        "statements": count.statements,
        "documents": count.documents,
        "once": count.once,
        "exact": count.exact,
    }


def hits_csv(hits: Iterator[Hit]) -> Iterator[str]:
    """The names of the columns, then a row for each statement; its words are unaltered."""
    yield csv_row(COLUMNS)
    for hit in hits:
        fields = hit_fields(hit)
        cells = {**fields, **fields["content"]["place"]}
        for part in ("source", "cue", "content"):
            values = fields[part] or {"text": None}
            cells |= {part if key == "text" else f"{part}_{key}": values[key] for key in values}
        yield csv_row(_cell(cells.get(column)) for column in COLUMNS)


def texts_json(texts: Iterator[Text]) -> Iterator[str]:
    """A line for each document."""
    for each in texts:
        yield json_line({"type": "document", **_text_fields(each)})


def texts_csv(texts: Iterator[Text]) -> Iterator[str]:
    """The names of the columns, then a row for each document; its words are unaltered."""
    yield csv_row(TEXT_COLUMNS)
    for each in texts:
        fields = _text_fields(each)
        yield csv_row(fields[column] for column in TEXT_COLUMNS)


def _text_fields(each: Text) -> Fields:
    return {
        "number": each.document,
        "document": each.name,
        "title": each.title,
        "outlet": each.outlet,
        "published": each.published,
        "version": each.version,
        "reprints": each.reprints,
        "text": each.around,
        "found": plain_spans(each.found),
    }


def hit_fields(hit: Hit) -> Fields:
    """A hit with the keys that a statement has in JSON, and what tells where it is from."""
    source = hit.source is not None and {
        "text": hit.source,
        "id": hit.source_key,
        "name": hit.source_name,
        "named": hit.source_named,
        "kind": hit.source_kind,
        "role": hit.source_role,
    }
    cue = hit.cue is not None and {
        "text": hit.cue,
        "lemma": hit.lemma,
        "act": hit.act,
        "stance": hit.stance,
        "basis": hit.basis,
    }
    return {
        "type": "statement",
        "id": hit.id,
        "document": hit.name,
        "title": hit.title,
        "outlet": hit.outlet,
        "published": hit.published,
        "version": hit.version,
        "reprints": hit.reprints,
        "source": source or None,
        "cue": cue or None,
        "content": {
            "text": hit.content,
            "found": plain_spans(hit.found),
            "place": place_fields(hit.place),
        },
        "form": hit.form,
        "within": hit.within,
        "cited": hit.cited,
        "polarity": hit.polarity,
        "certainty": number(hit.certainty, CERTAINTY_DIGITS),
        "confidence": round(hit.confidence, SHARE_DIGITS),
        "verdict": hit.verdict,
    }


def _cell(value: object) -> object:
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else value
