"""Rows with named columns to sources: which column holds the text, which the date, and so on."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from quoth.documents.dates import stated
from quoth.documents.formats import is_html
from quoth.documents.metadata import found
from quoth.documents.options import Options
from quoth.documents.source import Source
from quoth.errors import UnreadableInput
from quoth.records import Found, Metadata

Row = Mapping[str, object]

NAMES = {
    "text": """text body content article articlebody article_body full_text fulltext story maintext
        main_text article_text plain_text plaintext body_text bodytext content_text html contents
        transcript paragraphs tweet post message comment description""",
    "id": "id _id doc_id docid article_id articleid document_id uuid guid identifier key",
    "date": """date published published_at publish_date date_publish publication_date pub_date
        pubdate date_published datepublished published_date publishedat webpublicationdate
        created_at created timestamp datetime day when""",
    "title": "title headline webtitle heading subject header",
    "authors": "author authors byline creator writer",
    "outlet": "outlet source publisher publication newspaper site site_name domain media",
    "address": "url link address uri permalink canonical_url web_url",
    "language": "language lang",
}
"""What columns are called in data sets of news, for each use the surest name first."""
SAMPLE = 50
"""Rows that tell the column of the text where no name does."""
LONG = 200
"""A string of so many characters is a text, whatever its key is."""
SECONDS = re.compile(r"([1-3]\d{9}|[2-9]\d{8})(?:\d{3})?(?:\.\d+)?")
"""Seconds or milliseconds since 1970, from 1976 to 2096."""
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


def columns_of(sample: Sequence[Row], name: str, options: Options) -> Columns:
    """The columns of a table that begins with `sample`, and says on the log which were found out.

    Raises `UnreadableInput` where a column that the user named is missing, or none holds texts.
    """
    names = list(dict.fromkeys(column for row in sample for column in row))
    asked = {"text": options.text_field, "id": options.id_field, "date": options.date_field}
    for use, column in asked.items():
        if column and column not in names:
            there = ", ".join(column[:40] for column in names[:12])
            raise UnreadableInput(name, f"no column {column!r} for --{use}-field; it has {there}")
    chosen = {use: asked.get(use) or _named(use, names) for use in NAMES}
    chosen["text"] = chosen["text"] or _wordiest(names, sample)
    chosen["date"] = chosen["date"] or _dated(names, sample)
    if chosen["text"] is None:
        raise UnreadableInput(name, "no column holds texts; name it with --text-field")
    guessed = [f"{use} from {chosen[use]!r}" for use in asked if chosen[use] and not asked[use]]
    if guessed:
        log.info("%s: %s", name, ", ".join(guessed))
    return Columns(**chosen)  # type: ignore[arg-type]


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


def flat(row: Row) -> dict[str, object]:
    """`row` with what nests in it as columns (`source.name`), and lists of texts as paragraphs."""
    result: dict[str, object] = {}
    waiting: list[tuple[str, object]] = list(reversed(list(row.items())))
    while waiting:
        name, value = waiting.pop()
        if isinstance(value, Mapping):
            waiting += [(f"{name}.{key}", inner) for key, inner in reversed(list(value.items()))]
        elif isinstance(value, list) and value and all(isinstance(each, str) for each in value):
            result[name] = "\n\n".join(value)
        else:
            result[name] = value
    return result


def has_text(row: Row) -> bool:
    """Whether `row` has a column that is called as texts are, or holds a long one."""
    columns = flat(row)
    named = _named("text", columns)
    return bool(named and isinstance(columns[named], str)) or any(
        isinstance(value, str) and len(value) > LONG for value in columns.values()
    )


def _named(use: str, names: Iterable[str]) -> str | None:
    """The column whose name, or the last part of it, says that it is for `use`."""
    known: dict[str, str] = {}
    for name in names:
        above, _, last = name.rpartition(".")
        if above and use == "id":  # of something else
            continue
        if last == "name":  # `source: {"name": ...}`
            last = above.rpartition(".")[2]
        known.setdefault(_plain(last), name)
    known |= {_plain(name): name for name in reversed(list(names))}
    return next((known[name] for name in NAMES[use].split() if name in known), None)


def _plain(name: str) -> str:
    return name.strip().lower().replace(" ", "_").replace("-", "_")


def _wordiest(names: Iterable[str], sample: Sequence[Row]) -> str | None:
    """The column whose cells are longest and hold several words."""
    lengths = {
        name: sum(
            len(value) for row in sample if isinstance(value := row.get(name), str) and " " in value
        )
        for name in names
    }
    best = max(lengths, key=lambda name: lengths[name], default=None)
    return best if best is not None and lengths[best] >= PROSE * len(sample) else None


def _dated(names: Iterable[str], sample: Sequence[Row]) -> str | None:
    """The column that holds dates by its type."""
    return next(
        (name for name in names if any(isinstance(row.get(name), date) for row in sample)), None
    )


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
    if not column:
        return None
    text = _cell(row.get(column))
    since = SECONDS.fullmatch(text)
    # Unix time, in seconds or milliseconds.
    day = datetime.fromtimestamp(int(since[1]), UTC).date().isoformat() if since else stated(text)
    return found(day, f"column {column}")
