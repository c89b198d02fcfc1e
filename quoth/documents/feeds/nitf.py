"""NITF (IPTC's News Industry Text Format), the XML in which agencies send their reports."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quoth.documents.encodings import decode
from quoth.documents.feeds.xml import ENCODING
from quoth.documents.html import page as html
from quoth.documents.options import Options
from quoth.documents.source import Source
from quoth.records import Document

TAG = re.compile(r"<(/?)([a-z][\w.-]*)((?:\s[^<>]*?)?)(/?)>", re.I)
AS_HTML = {
    "body.head": "header",
    "body.content": "article",
    "hl1": "h1",
    "hl2": "h2",
    "abstract": "div class='subtitle'",
    "byline": "div class='byline'",
    "byttl": "div",
    "dateline": "div class='dateline'",
    "media": "figure",
    "media.caption": "figcaption",
}
"""The elements that HTML has under another name; most have the same."""
INLINE = frozenset(
    """
    chron city classifier copyrite country denom event frac function lang location money name.family
    name.given num numer object.title org person postaddr pronounce region state sublocation
    virtloc
    """.split()  # noqa: SIM905  # one a line would fill a screen
)
"""The elements that say of words what they name."""
DECK = re.compile(r"<hl2\b[^<>]*>([^<>]*)</hl2>(?=\s*</hedline)")
"""Elsewhere the element is a heading."""
DATE = re.compile(r"<date\.issue\b[^<>]*\bnorm=[\"'](\d{4})-?(\d{2})-?(\d{2})")
PAPER = re.compile(r"<pubdata\b[^<>]*\bname=([\"'])(?P<name>[^<>\"']+)\1")


def read(source: Source, options: Options) -> Iterator[Document]:
    """The report, read as the web page that it would be."""
    encoding = ENCODING.match(source.opening)
    text = decode(source.data, source.declared or (encoding[1].decode() if encoding else None))
    day, paper = DATE.search(text), PAPER.search(text)
    said = [("article:published_time", "-".join(day.groups()))] if day else []
    said += [("og:site_name", paper["name"])] if paper else []
    metas = "".join(f'<meta property="{name}" content="{value}">' for name, value in said)
    text = DECK.sub(r"<abstract>\1</abstract>", text)
    page = TAG.sub(_as_html, text).replace("<head>", f"<head>{metas}", 1)
    yield from html.read(replace(source, data=page.encode(), declared="utf-8"), options)


def _as_html(tag: re.Match[str]) -> str:
    """A tag as HTML has it, where no tag closes itself."""
    closes, name, said, alone = tag.groups()
    element = "span" if name.lower() in INLINE else AS_HTML.get(name.lower(), name)
    closing = f"</{element.split()[0]}>"
    return closing if closes else f"<{element}{said}>{closing if alone else ''}"
