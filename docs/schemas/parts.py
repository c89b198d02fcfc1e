"""What a reading consists of, in words: the definitions that JSON and JSON Lines share."""

from __future__ import annotations

from typing import get_args

from docs.schemas.words import (
    Schema,
    choice,
    maybe,
    maybe_choice,
    maybe_refer,
    record,
    refer,
    several,
    value,
)
from quoth.export.fields import ONE
from quoth.records import Act, BlockKind, Bound, Form, Kind, Polarity, Stance, TimeType

SPAN: Schema = {
    "type": "array",
    "description": "[start, end): characters (Unicode code points) of the document's text, from 0.",
    "prefixItems": [{"type": "integer", "minimum": 0}, {"type": "integer", "minimum": 0}],
    "items": False,
    "minItems": 2,
}
PIECES = "Its pieces, in the order of the text."
WORDS = {
    "text": value("string", "The words as they stand; pieces are joined by ` … `."),
    "spans": several(refer("span", "One piece."), PIECES),
}
PLACE = record(
    "Where a piece stands in the original. Only the keys that the document's format has are there.",
    {
        "block": value("integer", "Number of the block, from 0."),
        "line": value("integer", "Text: line, from 1."),
        "column": value("integer", "Text: column, from 1."),
        "page": value("integer", "PDF: page, from 1."),
        "boxes": several(
            {"type": "array", "items": {"type": "number"}, "minItems": 4, "maxItems": 4},
            "PDF: left, bottom, right, top in points from the lower left corner, for each line.",
        ),
        "element": value("string", "HTML: CSS path of the element that holds the beginning."),
        "fragment": value("string", "HTML: text fragment that leads a browser to the words."),
        "paragraph": value("integer", "Office documents: number of the paragraph, from 1."),
        "record": value("integer", "Tables, mailboxes, web archives: the record, from 1."),
        "part": value("string", "Mail, archives, books: the part that holds it."),
    },
    optional=True,
)
MARKED = {
    "text": value("string", "The words as they stand."),
    "span": refer("span", "Where they stand."),
}
FIGURE = {
    **MARKED,
    "low": maybe("number", "Lower bound; null where it is open. A plain count has both alike."),
    "high": maybe("number", "Upper bound; null where it is open."),
    "bound": choice(get_args(Bound), "What the words say of the bounds."),
    "unit": maybe("string", "Null for counts; `%`, `share`, `times`, ISO 4217, a word."),
    "of": maybe("string", "What is counted."),
    "of_spans": {
        **several(refer("span", "One piece."), "Where that stands."),
        "type": ["array", "null"],
    },
    "same": maybe_refer("marked", "The figure that this one restates."),
    "as_of": {
        "anyOf": [
            record("A date.", {**MARKED, "value": maybe("string", "Its TimeML value.")}),
            {"type": "null"},
        ],
        "description": "The date that it holds for.",
    },
}
DATE = {
    **MARKED,
    "type": choice(get_args(TimeType), "TimeML's type of TIMEX3."),
    "value": maybe("string", "TimeML's value (`2031-03-02`, `P3D`); null where it is unresolved."),
    "how": value("string", "What it was resolved against, or why it could not be."),
    "anchor": maybe_refer("marked", "The expression in the text that it was resolved against."),
}
STATEMENT = {
    "id": value("string", "Its name within the document's reading: `s12`."),
    "source": {
        "anyOf": [
            record(
                "The source as this statement names it.",
                {
                    **WORDS,
                    "id": maybe("string", "Which of the document's sources it is: `p3`."),
                    "name": maybe("string", "The fullest proper name that the document gives."),
                    "named": maybe("boolean", "Does the document name it by a proper name?"),
                    "kind": maybe_choice(get_args(Kind), "What it is."),
                },
            ),
            {"type": "null"},
        ],
        "description": "Whoever the content is attributed to; null where the text has none.",
    },
    "cue": {
        "anyOf": [
            record(
                "The words that attribute.",
                {
                    **WORDS,
                    "lemma": maybe("string", "Its own word in dictionary form."),
                    "act": maybe_choice(get_args(Act), "What the source does by it."),
                    "stance": maybe_choice(
                        get_args(Stance), "What the choice of the word does with the content."
                    ),
                    "basis": maybe("string", "The list or study that the stance rests on."),
                },
            ),
            {"type": "null"},
        ],
        "description": "The words that attribute; null where the text has none.",
    },
    "content": record(
        "What is attributed.",
        {**WORDS, "places": several(refer("place", "One piece's."), "A place for each piece.")},
    ),
    "form": choice(get_args(Form), "Is it quoted, told in other words, or both?"),
    "within": maybe("string", "Id of the innermost statement in whose content it lies."),
    "cited": maybe_refer("words", "The document that a citation or note behind it names."),
    "polarity": maybe_choice(get_args(Polarity), "Does the source put it forward or deny it?"),
    "certainty": maybe("number", "How sure the text makes it, from -3 to 3."),
    "figures": several(refer("figure", "One figure."), "Quantities in the content."),
    "dates": several(refer("date", "One date."), "Expressions of time in the content."),
    "confidence": value("number", "How sure the reader is, from 0 to 1."),
}
SOURCE = {
    "id": value("string", "Its name within the document's reading: `p3`."),
    "kind": choice(get_args(Kind), "What it is."),
    "named": value("boolean", "Does the document name it by a proper name?"),
    "name": maybe("string", "The fullest proper name."),
    "descriptions": several(refer("words", "One."), "What else it is called, each wording once."),
    "role": maybe_refer("words", "A person's office, trade or tie."),
    "affiliation": maybe_refer("words", "The body or place that the role belongs to."),
    "reason": maybe_refer("words", "Why no name is given."),
    "mentions": several(refer("words", "One."), "All places that mean it."),
}
METADATA_WORDS = {
    "title": "Headline.",
    "published": "ISO 8601.",
    "language": "BCP 47.",
    "outlet": "Who published it.",
    "modified": "ISO 8601.",
    "address": "Canonical address of a page.",
}
METADATA = {
    "document": value("string", "The document's name: path, or place in an archive."),
    **{name: maybe("string", METADATA_WORDS[name]) for name in ONE},
    "authors": several({"type": "string"}, "Who signed it."),
    "found": {
        "type": "object",
        "description": "Where the document says each of these.",
        "additionalProperties": {"type": "string"},
    },
    "columns": {
        "type": "object",
        "description": "A table's other columns, a mail's headers.",
        "additionalProperties": {"type": "string"},
    },
}
MODEL = value("string", "Name and version of the model that read it.")
BLOCK = record(
    "A structural piece.",
    {
        "kind": choice(get_args(BlockKind), "What it is."),
        "spans": several(refer("span", "One stretch."), "What it is made of."),
    },
)
OF_DOCUMENT = {
    "number": value("integer", "The document's number in the ledger."),
    "version": value("integer", "Of the versions under its address or path, from 1."),
    "added": value("string", "When it was added: ISO 8601, UTC."),
    "reading": choice(
        ("model", "corrected"), "`corrected` where people corrected what the model read."
    ),
}
OF_STATEMENT = {
    "number": value("integer", "The document's number: with the id it names the statement."),
    "verdict": maybe("string", "What people said of it: confirmed, edited, added, ..."),
}
DEFINITIONS = {
    "span": SPAN,
    "words": record("Words and where they stand.", WORDS),
    "marked": record("Words in one piece.", MARKED),
    "place": PLACE,
    "figure": record("A quantity.", FIGURE),
    "date": record("An expression of time (TimeML's TIMEX3).", DATE),
}
