"""HTML: the document's text is the article's, blocks parted by blank lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from quoth.documents.encodings import decode
from quoth.documents.html_meta import meta
from quoth.documents.html_parts import belonging
from quoth.documents.html_pieces import pieces
from quoth.documents.html_region import article
from quoth.documents.html_roles import page
from quoth.documents.html_text import assembled
from quoth.documents.metadata import found
from quoth.documents.options import Options
from quoth.documents.roles import shown
from quoth.documents.source import Source
from quoth.records import Document, Metadata

CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w.:-]+)""", re.I)


def read(source: Source, _options: Options) -> Iterator[Document]:
    """The article in an HTML page."""
    # The parser ends a text at a NUL.
    text = decode(source.data, source.declared or charset_of(source.opening))
    text = text.replace("\x00", "\ufffd")
    parser = LexborHTMLParser(text)
    known = meta(parser)
    whole = page(*pieces(parser))
    chosen = belonging(whole, article(whole, known.title))
    put = assembled(whole, chosen)
    headline = next((shown(put.text, b) for b in put.blocks if b.kind == "title"), None)
    metadata = Metadata(
        title=found(headline, "title") or found(known.title, "meta"),
        published=found(known.published, "meta"),
        language=found(known.language, "meta"),
    )
    yield Document(source.name, put.text, put.blocks, put.layout, metadata)


def charset_of(opening: bytes) -> str | None:
    """The encoding that a page claims for itself in its first bytes."""
    charset = CHARSET.search(opening)
    return charset.group(1).decode() if charset else None
