"""Rows with named columns to sources: which column holds the text, which the date, and so on."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from quoth.documents.dates import iso_date
from quoth.documents.formats import is_html
from quoth.documents.metadata import found
from quoth.documents.options import Options
from quoth.documents.source import Source
from quoth.errors import UnreadableInput
from quoth.records import Found, Metadata

Row = Mapping[str, object]

NAMES = {
    "text": """text body content article articlebody article_body full_text fulltext story maintext
        main_text article_text plain_text plaintext body_text content_text html contents transcript
        message description""",
    "id": "id _id doc_id docid article_id articleid document_id uuid guid identifier key",
    "date": """date published published_at publish_date date_publish publication_date pub_date
        pubdate date_published datepublished published_date publishedat created_at timestamp
        datetime day""",
    "title": "title headline heading subject header",
    "authors": "author authors byline creator writer",
    "outlet": "outlet source publisher publication newspaper site site_name domain media",
    "address": "url link address uri permalink canonical_url web_url",
    "language": "language lang",
}
"""What columns are called in data sets of news, for each use the surest name first."""
SAMPLE = 50
"""Rows that tell the column of the text where no name does."""
PROSE = 40
"""Characters that a cell of the text has on average, at least."""

log = logging.getLogger("quoth.documents")


@dataclass(frozen=True, slots=True)
class Columns:
    """The column for each use; None where there is none."""

    text: str
    id: str | None = None
    date: str | None = None
    title: str | None = None
    authors: str | None = None
    outlet: str | None = None
    address: str | None = None
    language: str | None = None


def columns_of(sample: list[Row], name: str, options: Options) -> Columns:
    """The columns of a table that begins with `sample`, and says on the log which were found out.

    Raises `UnreadableInput` where a column that the user named is missing, or none holds texts.
    """
    names = list(dict.fromkeys(column for row in sample for column in row))
    asked = {"text": options.text_field, "id": options.id_field, "date": options.date_field}
    chosen = {use: column or _named(use, names) for use, column in asked.items()}
    for use, column in asked.items():
        if column and column not in names:
            there = ", ".join(names[:12])
            raise UnreadableInput(name, f"no column {column!r} for --{use}-field; it has {there}")
    text = chosen["text"] or _wordiest(names, sample)
    if text is None:
        raise UnreadableInput(name, "no column holds texts; name it with --text-field")
    rest = {
        use: _named(use, names) for use in ("title", "authors", "outlet", "address", "language")
    }
    uses = Columns(text, chosen["id"], chosen["date"], **rest)
    said = {"text": text, "id": chosen["id"], "date": chosen["date"]}
    guessed = [f"{use} from {said[use]!r}" for use in asked if said[use] and not asked[use]]
    if guessed:
        log.info("%s: %s", name, ", ".join(guessed))
    return uses


def source_of(row: Row, uses: Columns, number: int, name: str, depth: int) -> Source | None:
    """The document in a row; None where its text is empty."""
    text = _cell(row.get(uses.text))
    if not text.strip():
        return None
    data = text.encode("utf-8", "surrogatepass")
    known = Metadata(
        outlet=_found(row, uses.outlet),
        title=_found(row, uses.title),
        authors=tuple(each for each in (_found(row, uses.authors),) if each),
        published=_date(row, uses.date),
        language=_found(row, uses.language),
        address=_found(row, uses.address),
        columns=tuple((key, _cell(value)) for key, value in row.items() if key != uses.text),
    )
    called = " ".join(_cell(row.get(uses.id)).split())[:200] if uses.id else ""
    kind = "html" if is_html(data, "") else "text"
    return Source(f"{name}#{called or number}", data, "utf-8", known, number, None, depth + 1, kind)


def _named(use: str, names: Iterable[str]) -> str | None:
    known = {_plain(name): name for name in reversed(list(names))}
    return next((known[name] for name in NAMES[use].split() if name in known), None)


def _plain(name: str) -> str:
    return name.strip().lower().replace(" ", "_").replace("-", "_")


def _wordiest(names: Iterable[str], sample: list[Row]) -> str | None:
    """The column whose cells are longest and hold several words."""
    lengths = {
        name: sum(len(value) for row in sample if " " in (value := _cell(row.get(name))))
        for name in names
    }
    best = max(lengths, key=lambda name: lengths[name], default=None)
    return best if best is not None and lengths[best] >= PROSE * len(sample) else None


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False, default=str)
    return str(value)


def _found(row: Row, column: str | None) -> Found | None:
    return found(_cell(row.get(column)), f"column {column}") if column else None


def _date(row: Row, column: str | None) -> Found | None:
    date = iso_date(_cell(row.get(column))) if column else None
    return found(date, f"column {column}")
