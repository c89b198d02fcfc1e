"""What the head of a Markdown file says of it, in the lines between `---` or `+++`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from quoth.documents.credits import credit
from quoth.documents.dates import stated
from quoth.documents.metadata import found
from quoth.records import Found, Metadata

HEAD = re.compile(
    r"(?:---[ \t]*\r?\n(.*?\r?\n)(?:---|\.\.\.)|\+\+\+[ \t]*\r?\n(.*?\r?\n)\+\+\+)"
    r"[ \t]*(?:\r?\n|\Z)",
    re.S,
)
FIELD = re.compile(r"([A-Za-z][\w -]{0,40}?)[ \t]*[:=][ \t]*(.*)")
ITEM = re.compile(r"[ \t]*-[ \t]+(.*)")
NAME = re.compile(r"(?:-[ \t]+)?name[ \t]*:[ \t]*(.*)", re.I)
COMMA = re.compile(r"\s*,\s*")

Fields = Mapping[str, Sequence[str]]
"""Names of fields in small letters, and their values."""


def front_matter(text: str) -> tuple[Fields, int]:
    """The fields of the head, and where the content begins.

    Of YAML and TOML only what such heads hold: a value in a line, and lists.
    """
    match = HEAD.match(text)
    if not match:
        return {}, 0
    fields: dict[str, list[str]] = {}
    values: list[str] = []
    for line in (match[1] or match[2]).splitlines():
        item = NAME.match(line.strip()) or ITEM.match(line)
        if item and fields:
            values.append(_bare(item[1]))
        elif field := FIELD.match(line):
            values = fields.setdefault(field[1].casefold(), [])
            values += _values(field[2])
    return fields, match.end()


def stated_in(fields: Fields) -> Metadata:
    """What the fields of a head say, as metadata."""

    def first(*names: str) -> str | None:
        return next((fields[name][0] for name in names if fields.get(name)), None)

    written = [value for name in ("author", "authors", "by") for value in fields.get(name, ())]
    address = first("url", "link", "canonical", "canonical_url", "source_url", "source")
    outlet = first("outlet", "publication", "publisher", "site", "source")
    return Metadata(
        title=found(first("title", "headline"), "meta"),
        authors=_authors(written),
        published=found(stated(first("date", "published", "pubdate", "created") or ""), "meta"),
        modified=found(stated(first("modified", "updated", "lastmod") or ""), "meta"),
        language=found(first("lang", "language", "locale"), "meta"),
        address=found(address if _is_address(address) else None, "meta"),
        outlet=found(None if _is_address(outlet) else outlet, "meta"),
    )


def _authors(written: Sequence[str]) -> tuple[Found, ...]:
    names = (name for value in written for name in credit(value).authors or (value,))
    return tuple(Found(name, "meta") for name in dict.fromkeys(names))


def _values(value: str) -> list[str]:
    """The values on a line: one, or those between brackets."""
    value = value.strip()
    if value.startswith("[") and value.endswith("]"):
        return [bare for part in COMMA.split(value[1:-1]) if (bare := _bare(part))]
    return [bare] if (bare := _bare(value)) else []


def _bare(value: str) -> str:
    return value.strip().strip("\"'").strip()


def _is_address(value: str | None) -> bool:
    return bool(value and re.match(r"https?://", value))
