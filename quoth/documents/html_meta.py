"""What a page says of itself: title, date, language."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from quoth.documents.dates import iso_date

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

TITLES = ("og:title", "twitter:title", "dc.title", "headline")
DATES = (
    "article:published_time",
    "datepublished",
    "og:published_time",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "pubdate",
    "publishdate",
    "publish-date",
    "parsely-pub-date",
    "sailthru.date",
    "datecreated",
)


@dataclass(frozen=True, slots=True)
class Meta:
    """What a page says of itself; None where it says nothing."""

    title: str | None
    published: str | None
    language: str | None


def meta(parser: LexborHTMLParser) -> Meta:
    """The metadata of a page: schema.org's JSON-LD first, then meta elements, then its text."""
    tags = _tags(parser)
    linked = list(_linked_data(parser))
    titles = [item.get("headline") for item in linked]
    titles += [tags.get(key) for key in TITLES]
    titles += [_text(parser, "h1"), _text(parser, "title")]
    dates = [item.get("datePublished") for item in linked]
    dates += [tags.get(key) for key in DATES]
    dates += [_attribute(parser, "time[datetime]", "datetime")]
    root = parser.css_first("html")
    language = root.attributes.get("lang") if root else None
    return Meta(
        next((" ".join(t.split()) for t in titles if isinstance(t, str) and t.strip()), None),
        next((iso for d in dates if isinstance(d, str) and (iso := iso_date(d))), None),
        (language or tags.get("og:locale") or "").strip().replace("_", "-") or None,
    )


def _tags(parser: LexborHTMLParser) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in parser.css("meta[content]"):
        values = node.attributes
        key = values.get("property") or values.get("name") or values.get("itemprop")
        if key:
            found.setdefault(key.lower(), values.get("content") or "")
    return found


def _linked_data(parser: LexborHTMLParser) -> Iterator[dict[str, Any]]:
    """The JSON-LD items that are articles."""
    for node in parser.css('script[type="application/ld+json"]'):
        try:
            # Line breaks inside strings are common and harmless.
            items = [json.loads(node.text(), strict=False)]
        except (ValueError, RecursionError):
            continue
        while items:
            item = items.pop(0)
            if isinstance(item, list):
                items = item + items
            elif isinstance(item, dict):
                if "@graph" in item:
                    items.append(item["@graph"])
                if str(item.get("@type")).strip("[']").endswith(("Article", "Posting", "Report")):
                    yield item


def _text(parser: LexborHTMLParser, selector: str) -> str | None:
    node = parser.css_first(selector)
    return node.text() if node else None


def _attribute(parser: LexborHTMLParser, selector: str, name: str) -> str | None:
    node = parser.css_first(selector)
    return node.attributes.get(name) if node else None
