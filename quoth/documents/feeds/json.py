"""JSON Feed (jsonfeed.org, versions 1 and 1.1)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from quoth.documents.encodings import decode
from quoth.documents.feeds.entries import Entry, metadata
from quoth.documents.source import Source
from quoth.errors import UnreadableInput

BROKEN = "this JSON feed breaks off or is malformed; get it again"


def entries(source: Source) -> Iterator[Entry]:
    """The entries of a JSON feed; raises `UnreadableInput`."""
    try:
        feed = json.loads(decode(source.data, source.declared), strict=False)
    except ValueError:
        raise UnreadableInput(source.name, BROKEN) from None
    items = feed.get("items") if isinstance(feed, dict) else None
    for item in items if isinstance(items, list) else ():
        if isinstance(item, dict):
            yield _entry(item, feed)


def _entry(item: dict[str, Any], feed: dict[str, Any]) -> Entry:
    markup = _text(item, "content_html")
    columns = [("id", _text(item, "id"))]
    columns += [("category", tag) for tag in _list(item, "tags") if isinstance(tag, str)]
    return Entry(
        markup or _text(item, "content_text") or _text(item, "summary"),
        bool(markup),
        metadata(
            outlet=_text(feed, "title"),
            title=_text(item, "title"),
            authors=_authors(item) or _authors(feed),
            published=_text(item, "date_published"),
            modified=_text(item, "date_modified"),
            language=_text(item, "language") or _text(feed, "language"),
            address=_text(item, "url") or _text(item, "external_url"),
            columns=[column for column in columns if column[1]],
        ),
    )


def _authors(of: dict[str, Any]) -> list[str]:
    people = _list(of, "authors") or [of.get("author")]
    return [_text(each, "name") for each in people if isinstance(each, dict)]


def _list(of: dict[str, Any], key: str) -> list[Any]:
    value = of.get(key)
    return value if isinstance(value, list) else []


def _text(of: dict[str, Any], key: str) -> str:
    """The text at a key; an empty one where there is none, or something else."""
    value = of.get(key)
    return value if isinstance(value, str) else ""
