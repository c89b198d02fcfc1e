"""What a page says of itself in its head: JSON-LD, meta elements, links, its title."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quoth.documents.dates import iso_date
from quoth.documents.html.linked import linked, people
from quoth.documents.metadata import found, merged
from quoth.records import Found, Metadata

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

WHERE = "meta"
TITLES = (
    "og:title",
    "citation_title",
    "parsely-title",
    "sailthru.title",
    "dc.title",
    "dcterms.title",
    "headline",
    "twitter:title",
)
OUTLETS = (
    "og:site_name",
    "citation_journal_title",
    "dc.publisher",
    "dcterms.publisher",
    "application-name",
    "apple-mobile-web-app-title",
)
AUTHORS = (
    "author",
    "article:author",
    "article:author_name",
    "parsely-author",
    "sailthru.author",
    "citation_author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "creator",
)
PUBLISHED = (
    "article:published_time",
    "datepublished",
    "og:published_time",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
    "citation_online_date",
    "citation_date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "dc.date.created",
    "dcterms.created",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "published",
    "datecreated",
)
MODIFIED = (
    "article:modified_time",
    "datemodified",
    "og:updated_time",
    "og:modified_time",
    "dc.date.modified",
    "dcterms.modified",
    "last-modified",
    "lastmod",
    "revised",
)
SAVED = re.compile(r"<!--[^>]{0,200}?(?:saved from url=\(\d+\)|\burl:\s*)(https?://[^\s>]+)", re.I)
"""The address that a browser writes into a page that it saves."""


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a page says."""

    metadata: Metadata
    titles: tuple[str, ...]
    """All that it calls itself, the surest first; some with the outlet's name."""


def head(parser: LexborHTMLParser, text: str) -> Head:
    """The metadata in the head of a page whose source is `text`."""
    scripts = [node.text() for node in parser.css('script[type="application/ld+json"]')]
    ld = linked(scripts)
    tags = _tags(parser)
    title = parser.css_first("title")
    outlet = _first(tags, OUTLETS)
    saying = [ld.title.value] if ld.title else []
    titles = saying + [value for key in TITLES for value in tags.get(key, ())]
    titles += [title.text()] if title else []
    meta = Metadata(
        outlet=found(outlet, WHERE),
        title=found(_first(tags, TITLES), WHERE),
        authors=_authors(tags, outlet),
        published=found(_date(tags, PUBLISHED), WHERE),
        modified=found(_date(tags, MODIFIED), WHERE),
        language=found(_language(parser, tags), WHERE),
        address=found(_address(parser, tags, text), WHERE),
    )
    return Head(merged(ld, meta), tuple(each for each in titles if each.strip()))


def _tags(parser: LexborHTMLParser) -> dict[str, list[str]]:
    result: dict[str, list[str]] = {}
    for node in parser.css("meta[content]"):
        values = node.attributes
        key = values.get("property") or values.get("name") or values.get("itemprop")
        content = (values.get("content") or "").strip()
        if key and content:
            result.setdefault(key.lower(), []).append(content)
    return result


def _first(tags: dict[str, list[str]], keys: tuple[str, ...]) -> str | None:
    return next((tags[key][0] for key in keys if key in tags), None)


def _date(tags: dict[str, list[str]], keys: tuple[str, ...]) -> str | None:
    dates = (iso_date(value) for key in keys for value in tags.get(key, ()))
    return next((date for date in dates if date), None)


def _authors(tags: dict[str, list[str]], outlet: str | None) -> tuple[Found, ...]:
    several = (people(tags[key], WHERE, outlet) for key in AUTHORS if key in tags)
    return next((authors for authors in several if authors), ())


def _language(parser: LexborHTMLParser, tags: dict[str, list[str]]) -> str | None:
    root = parser.css_first("html")
    said = root.attributes.get("lang") or root.attributes.get("xml:lang") if root else None
    keys = ("content-language", "og:locale", "dc.language", "inlanguage")
    language = (said or _first(tags, keys) or "").strip().replace("_", "-")
    return language if re.fullmatch(r"[A-Za-z]{2,3}(?:-\w+)*", language) else None


def _address(parser: LexborHTMLParser, tags: dict[str, list[str]], text: str) -> str | None:
    link = parser.css_first('link[rel="canonical"]')
    saved = SAVED.search(text[:5000])
    said = (
        link.attributes.get("href") if link else None,
        _first(tags, ("og:url",)),
        saved.group(1) if saved else None,
    )
    return next((each for each in said if each and each.startswith("http")), None)
