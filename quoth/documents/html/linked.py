"""What a page says of itself in JSON-LD, in the words of schema.org."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from quoth.documents.credits import credit
from quoth.documents.dates import iso_date
from quoth.documents.metadata import found
from quoth.records import Found, Metadata

WHERE = "json-ld"
WRAPPING = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?://\s*\]\]>|\]\]>|-->)\s*$")
ARTICLES = ("Article", "Posting", "Report", "Review", "BlogPost")
"""Ends of the names of types that are articles."""
SEVERAL = re.compile(r",|\s(?:and|&)\s|^by\s", re.I)
NOBODY = re.compile(
    r"(?:super ?user|admin\w*|editors?|editorial|staff|guest|webmaster|unknown|null)$", re.I
)
Item = dict[str, Any]


def linked(scripts: list[str]) -> Metadata:
    """The metadata in the first article that the scripts describe."""
    items = list(_items(scripts))
    named = {item["@id"]: item for item in items if isinstance(item.get("@id"), str)}
    articles = (item for item in items if _type(item).endswith(ARTICLES))
    article = next(articles, None)
    if article is None:
        site = next((item for item in items if _type(item) == "WebSite"), {})
        return Metadata(outlet=found(_name(site, named), WHERE))
    return Metadata(
        outlet=found(_name(article.get("publisher"), named), WHERE),
        title=found(_text(article.get("headline")), WHERE),
        authors=_authors(article, named),
        published=found(iso_date(_text(article.get("datePublished"))), WHERE),
        modified=found(iso_date(_text(article.get("dateModified"))), WHERE),
        language=found(_language(article.get("inLanguage")), WHERE),
        address=found(_address(article), WHERE),
    )


def _items(scripts: list[str]) -> Iterator[Item]:
    """The objects at the top of each script, its lists, and its graphs, in their order."""
    for script in scripts:
        try:
            # Line breaks inside strings are common and harmless.
            waiting = [json.loads(WRAPPING.sub("", script), strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting:
            item = waiting.pop()
            if isinstance(item, list):
                waiting.extend(reversed(item))
            elif isinstance(item, dict):
                yield item
                waiting.append(item.get("@graph"))


def _type(item: Item) -> str:
    kind = item.get("@type")
    return str(kind[0] if isinstance(kind, list) and kind else kind)


def _text(value: object) -> str:
    """A value as text, without the markup that some sites leave in it."""
    if isinstance(value, list) and value:
        value = value[0]
    return unescape(value) if isinstance(value, str) else ""


def _name(value: object, named: dict[str, Item]) -> str:
    """The name of a person or a house, which may be told elsewhere under its `@id`."""
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        whole = named.get(str(value.get("@id")), {})
        return _text(value.get("name") or whole.get("name"))
    return _text(value)


def _authors(article: Item, named: dict[str, Item]) -> tuple[Found, ...]:
    said = article.get("author") or article.get("creator") or []
    names = [_name(each, named) for each in (said if isinstance(said, list) else [said])]
    return people(names, WHERE, _name(article.get("publisher"), named))


def people(names: list[str], where: str, outlet: str | None) -> tuple[Found, ...]:
    """The people among `names`, which may each be a byline; accounts and houses are none."""
    result: dict[str, Found] = {}
    for name in names:
        name = " ".join(name.split())
        each = credit(name).authors if SEVERAL.search(name) else (name,)
        for one in each or (name,):
            if one and "://" not in one and not NOBODY.match(one) and one != outlet:
                result.setdefault(one.casefold(), Found(one, where))
    return tuple(result.values())


def _language(value: object) -> str:
    if isinstance(value, dict):
        value = value.get("alternateName") or value.get("name")
    text = _text(value).replace("_", "-")
    return text if re.fullmatch(r"[A-Za-z]{2,3}(?:-\w+)*", text) else ""


def _address(article: Item) -> str:
    page = article.get("mainEntityOfPage")
    if isinstance(page, dict):
        page = page.get("@id") or page.get("url")
    candidates = (_text(page), _text(article.get("url")))
    return next((each for each in candidates if each.startswith("http")), "")
