"""RSS (0.9x, 1.0, 2.0) and Atom (0.3, RFC 4287), be they well formed or not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from html.entities import html5
from typing import Any
from xml.sax.saxutils import escape

from lxml import etree

from quoth.documents.encodings import decode
from quoth.documents.feeds.entries import MARKUP, Entry, metadata, words
from quoth.documents.source import Source
from quoth.errors import UnreadableInput

ENCODING = re.compile(rb"""^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']""")
PROLOG = re.compile(r"\s*<\?xml[^>]*>|<!DOCTYPE[^>\[]*(?:\[[^\]]*\]\s*)?>", re.I)
"""The declaration and the document type, whose entities nobody needs to expand."""
HEAD = 10_000
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
AMPERSAND = re.compile(r"<!\[CDATA\[.*?(?:\]\]>|\Z)|&(#\d+;|#x[0-9a-f]+;|\w+;)?", re.S | re.I)
OF_XML = ("amp;", "apos;", "gt;", "lt;", "quot;")
SPACES = {
    "http://www.w3.org/2005/Atom": "atom:",
    "http://purl.org/atom/ns#": "atom:",
    "http://purl.org/rss/1.0/modules/content/": "content:",
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://purl.org/dc/terms/": "dcterms:",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes:",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner:",
    "http://www.w3.org/1999/xhtml": "xhtml:",
    "http://search.yahoo.com/mrss/": "media:",
}
"""Short names of the vocabularies that matter; elements of RSS itself have none."""
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
MAILBOX = re.compile(r"\S+@\S+\s*\((.+)\)")
"""An author in RSS: `ann@ellery.example (Ann Marsh)`."""
BROKEN_OFF = "this feed breaks off after {}; get it again for the others"
SITEMAP = "a sitemap holds addresses, no text; get the pages that it names"
NO_FEED = "no feed can be made out in this XML; get it again"


def entries(source: Source) -> Iterator[Entry | UnreadableInput]:
    """The entries of a feed in XML; what is malformed costs the place where it stands.

    Nothing outside is loaded, and no entity is expanded.
    """
    text = _repaired(source)
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, huge_tree=True, encoding="utf-8"
    )
    root = etree.fromstring(text.encode("utf-8", "replace"), parser) if text.strip() else None
    if root is None:
        raise UnreadableInput(source.name, NO_FEED)
    if root.xpath("local-name()") in ("urlset", "sitemapindex"):
        raise UnreadableInput(source.name, SITEMAP)
    atom = _name(root) == "atom:feed"
    channel = _Item(next((each for each in root if _name(each) == "channel"), root))
    number = 0
    for element in root.iter(etree.Element):
        if _name(element) == ("atom:entry" if atom else "item"):
            number += 1
            yield (_atom_entry if atom else _rss_entry)(_Item(element), channel)
    if f"/{root.xpath('local-name()')}" not in text[-200:]:
        count = f"{number} entries" if number != 1 else "one entry"
        yield UnreadableInput(source.name, BROKEN_OFF.format(count))


def _repaired(source: Source) -> str:
    """The text of the feed with what feeds most often get wrong put right."""
    encoding = ENCODING.match(source.opening)
    text = decode(source.data, source.declared or (encoding[1].decode() if encoding else None))
    text = PROLOG.sub("", text[:HEAD]) + text[HEAD:]
    return AMPERSAND.sub(_escaped, CONTROLS.sub(" ", text))


def _escaped(match: re.Match[str]) -> str:
    """A reference as XML has it: HTML's names are its characters, a bare `&` stands for itself."""
    if match[0][0] == "<":
        return match[0]
    name = match[1]
    if name in OF_XML:
        return match[0]
    if name and name[0] == "#":  # of no character, of half of one, or of a control character too
        return escape(unescape(match[0]), {'"': "&quot;", "'": "&apos;"})
    return escape(html5.get(name, f"&{name}")) if name else "&amp;"


def _name(element: Any) -> str:
    """An element's name with the short name of its vocabulary."""
    if not isinstance(element.tag, str):
        return ""
    space, brace, local = element.tag.rpartition("}")
    return SPACES.get(space[1:], "") + local if brace else local


class _Item:
    """The elements right inside an entry or a channel, by their names."""

    def __init__(self, element: Any) -> None:
        self.language: str = element.get(LANGUAGE) or ""
        self._children: dict[str, list[Any]] = {}
        for child in element:
            self._children.setdefault(_name(child), []).append(child)

    def all(self, name: str) -> list[Any]:
        """All elements of this name."""
        return self._children.get(name, [])

    def text(self, *names: str) -> str:
        """The text of the first element of the first of these names that has any."""
        for name in names:
            for element in self.all(name):
                text = "".join(element.itertext()).strip()
                if text:
                    return text
        return ""

    def link(self) -> str:
        """Where an Atom link leads that says nothing of a relation, or that it is the same."""
        for link in self.all("atom:link"):
            if link.get("rel", "alternate") == "alternate" and link.get("href"):
                return str(link.get("href"))
        return ""

    def people(self) -> list[str]:
        """The names of Atom's authors."""
        return [_Item(person).text("atom:name") for person in self.all("atom:author")]


def _rss_entry(item: _Item, channel: _Item) -> Entry:
    content = item.text("content:encoded", "xhtml:body", "description", "atom:summary")
    guid = next(iter(item.all("guid")), None)
    permanent = item.text("guid") if guid is not None and guid.get("isPermaLink") != "false" else ""
    writers = [item.text("dc:creator"), item.text("author", "itunes:author")]
    bodies = item.all("xhtml:body") + item.all("xhtml:div")
    if bodies and not item.text("content:encoded"):
        content = _serialised(bodies[0])
    return Entry(
        content,
        bool(MARKUP.search(content)),
        metadata(
            outlet=words(item.text("source") or channel.text("title")),
            title=words(item.text("title", "dc:title")),
            authors=[_writer(each) for each in writers if each][:1] or item.people(),
            published=item.text("pubDate", "dc:date", "dcterms:issued", "dcterms:created"),
            modified=item.text("dcterms:modified", "atom:updated"),
            language=item.text("dc:language") or channel.text("language", "dc:language"),
            address=item.text("feedburner:origLink", "link") or item.link() or permanent,
            columns=_columns(item.text("guid"), [c.text or "" for c in item.all("category")]),
        ),
    )


def _atom_entry(item: _Item, feed: _Item) -> Entry:
    held = item.all("atom:content") + item.all("atom:summary")
    text, is_html = next((each for each in map(_atom_text, held) if each[0].strip()), ("", False))
    source = next((_Item(each) for each in item.all("atom:source")), feed)
    titles = [_atom_text(each) for each in item.all("atom:title")[:1]]
    return Entry(
        text,
        is_html,
        metadata(
            outlet=words(source.text("atom:title") or feed.text("atom:title")),
            title="".join(words(title) if markup else title for title, markup in titles),
            authors=item.people() or source.people() or feed.people(),
            published=item.text("atom:published", "atom:issued"),
            modified=item.text("atom:updated", "atom:modified"),
            language=item.language or feed.language,
            address=item.link(),
            columns=_columns(
                item.text("atom:id"), [c.get("term") or "" for c in item.all("atom:category")]
            ),
        ),
    )


def _atom_text(element: Any) -> tuple[str, bool]:
    """The content of a text construct, and whether it is HTML."""
    kind = element.get("type") or "text"
    if element.get("mode") == "escaped":  # Atom 0.3
        kind = "html"
    if len(element):
        return _serialised(element), True
    text = element.text or ""
    if "html" in kind or (kind != "text" and MARKUP.search(text)):
        return text, True
    return text, False


def _serialised(element: Any) -> str:
    """What stands in an element, as HTML."""
    children = (etree.tostring(child, encoding="unicode", method="html") for child in element)
    return (element.text or "") + "".join(children)


def _writer(author: str) -> str:
    mailbox = MAILBOX.fullmatch(author)
    return mailbox[1] if mailbox else author


def _columns(identity: str, categories: list[str]) -> list[tuple[str, str]]:
    named = [("category", " ".join(category.split())) for category in categories]
    return [column for column in [("id", identity), *named] if column[1]]
