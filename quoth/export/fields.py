"""A reading as plain values: the keys and figures that all data formats share.

Every key is there from the first version on; None stands for what is not worked out yet.
"""

from __future__ import annotations

from collections.abc import Iterable

from quoth.records import Document, Found, Passage, Place, Reading, Span, Statement
from quoth.voice import own_share

Fields = dict[str, object]

SHARE_DIGITS = 4
"""Decimal places of confidences and shares."""

POINT_DIGITS = 2
"""Decimal places of positions on a page, in PDF points."""

ONE = ("title", "published", "language", "outlet", "modified", "address")
"""What a document says of itself once at most."""


def document_fields(reading: Reading) -> Fields:
    """The document in short: its metadata and how much was found in it."""
    own = own_share(reading)
    return {
        **metadata_fields(reading.document),
        "statements": len(reading.statements),
        "model": reading.model,
        "own_voice": None if own is None else round(own, SHARE_DIGITS),
    }


def metadata_fields(document: Document) -> Fields:
    """What the document says of itself."""
    known = document.metadata
    values = {name: _value(getattr(known, name)) for name in ONE}
    where = {name: each.where for name in ONE if (each := getattr(known, name))}
    if known.authors:
        where["authors"] = known.authors[0].where
    return {
        "document": document.name,
        **values,
        "authors": [author.value for author in known.authors],
        "found": where,
        "columns": dict(known.columns),
    }


def statement_fields(statement: Statement) -> Fields:
    """One statement, without the name of its document."""
    return {
        "id": statement.id,
        "source": _source_fields(statement.source),
        "cue": _cue_fields(statement.cue),
        "content": {
            **_passage_fields(statement.content),
            "places": [place_fields(place) for place in statement.content.places],
        },
        "form": statement.form,
        "within": statement.within,
        "polarity": None,
        "certainty": None,
        "figures": None,
        "dates": None,
        "confidence": round(statement.confidence, SHARE_DIGITS),
    }


def _value(found: Found | None) -> str | None:
    return found.value if found else None


def place_fields(place: Place) -> Fields:
    """Where a stretch stands: only the keys that its format has."""
    fields: Fields = {"block": place.block}
    if place.line is not None:
        fields |= {"line": place.line, "column": place.column}
    if place.page is not None:
        fields["page"] = place.page
    if place.boxes:
        fields["boxes"] = [[round(edge, POINT_DIGITS) for edge in box] for box in place.boxes]
    for name in ("element", "fragment", "paragraph", "record", "part"):
        value = getattr(place, name)
        if value is not None:
            fields[name] = value
    return fields


def span_fields(spans: Iterable[Span]) -> list[list[int]]:
    """Spans as `[start, end]` pairs."""
    return [[span.start, span.end] for span in spans]


def _passage_fields(passage: Passage) -> Fields:
    return {"text": passage.text, "spans": span_fields(passage.spans)}


def _source_fields(source: Passage | None) -> Fields | None:
    if source is None:
        return None
    return {**_passage_fields(source), "id": None, "name": None, "named": None, "kind": None}


def _cue_fields(cue: Passage | None) -> Fields | None:
    if cue is None:
        return None
    return {**_passage_fields(cue), "lemma": None, "act": None, "stance": None}
