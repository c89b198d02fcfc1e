"""Feeds (RSS 0.9x, 1.0 and 2.0, Atom, JSON Feed): each entry is a document, in its fullest text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quoth.documents.feeds import json as feed_json
from quoth.documents.feeds import xml as feed_xml
from quoth.documents.feeds.entries import Entry
from quoth.documents.html import whole as html_whole
from quoth.documents.html.boxes import by_boxes
from quoth.documents.html.head import headed as with_head
from quoth.documents.html.parts import belonging
from quoth.documents.html.region import Part
from quoth.documents.html.roles import Page
from quoth.documents.joined import begins_with, headed
from quoth.documents.layouts import within
from quoth.documents.options import Options
from quoth.documents.roles import shown
from quoth.documents.source import Source
from quoth.documents.text import plain
from quoth.errors import UnreadableInput
from quoth.records import Document

SYNDICATED = re.compile(r"The post\b.+\bappeared first on\b.+", re.S)
"""What WordPress puts below each entry."""


def read(source: Source, _options: Options) -> Iterator[Document | UnreadableInput]:
    """The entries of the feed in `source`, in their order."""
    number = 0
    opening = source.data.lstrip(b"\xef\xbb\xbf \t\r\n")
    entries = (feed_json if opening.startswith(b"{") else feed_xml).entries(source)
    for entry in entries:
        if isinstance(entry, UnreadableInput):
            yield entry
            continue
        number += 1
        yield _document(entry, f"{source.name}#{number}", number)


def _document(entry: Entry, name: str, number: int) -> Document:
    title = entry.metadata.title.value if entry.metadata.title else None
    if entry.is_html:
        read = html_whole.document(entry.content, name, _entry, [title or ""])
    else:
        titled = title is not None and not begins_with(entry.content, title)
        read = plain.document(entry.content, name, titled=titled)
    blocks = read.blocks
    if blocks and SYNDICATED.fullmatch(shown(read.text, blocks[-1])):
        blocks = blocks[:-1]
    stated = entry.metadata
    metadata = replace(
        stated,
        title=stated.title or read.metadata.title,
        language=stated.language or read.metadata.language,
    )
    read = headed(replace(read, blocks=blocks, metadata=metadata), "title")
    return replace(read, layout=within(read.layout, number, None))


def _entry(page: Page) -> list[Part]:
    """What of an entry is its article: no region of a page has to be found."""
    by_boxes(page)
    return belonging(page, with_head(page, html_whole.seen(page)))
