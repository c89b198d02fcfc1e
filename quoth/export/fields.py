"""A reading as plain values: the keys and figures that all data formats share.

Every key is always there; None stands for what the text has not or nobody worked out.
"""

from __future__ import annotations

from collections.abc import Iterator

from quoth.export.details import (
    Details,
    Fields,
    details,
    number,
    passage_fields,
)
from quoth.records import Document, Found, Place, Reading, Statement
from quoth.voice import own_share

SHARE_DIGITS = 4
"""Decimal places of confidences and shares."""

CERTAINTY_DIGITS = 2
"""Decimal places of certainty, which runs from -3 to 3."""

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


def statements_fields(reading: Reading) -> Iterator[Fields]:
    """The statements of a reading, one by one, without the name of its document."""
    known = details(reading)
    return (_statement_fields(statement, known) for statement in reading.statements)


def _statement_fields(statement: Statement, known: Details) -> Fields:
    return {
        "id": statement.id,
        "source": _source_fields(statement, known),
        "cue": _cue_fields(statement),
        "content": {
            **passage_fields(statement.content),
            "places": [place_fields(place) for place in statement.content.places],
        },
        "form": statement.form,
        "within": statement.within,
        "cited": passage_fields(statement.cited) if statement.cited else None,
        "polarity": statement.cued and statement.cued.polarity,
        "certainty": number(statement.certainty, CERTAINTY_DIGITS),
        "figures": known.figures.get(statement.id, []),
        "dates": known.dates.get(statement.id, []),
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


def _source_fields(statement: Statement, known: Details) -> Fields | None:
    """The source as this statement has it, and which of the document's sources that is."""
    if statement.source is None:
        return None
    source = known.sources.get(statement.source_id or "")
    return {
        **passage_fields(statement.source),
        "id": source and source.id,
        "name": source and source.name and source.name.text,
        "named": source and source.named,
        "kind": source and source.kind,
    }


def _cue_fields(statement: Statement) -> Fields | None:
    if statement.cue is None:
        return None
    cued = statement.cued
    names = ("lemma", "act", "stance", "basis")
    return {**passage_fields(statement.cue), **{n: cued and getattr(cued, n) for n in names}}
