"""HTML: the document's text is the article's, blocks parted by blank lines."""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from quoth.documents.html.boxes import by_boxes
from quoth.documents.html.head import headed, signed
from quoth.documents.html.meta import Head, head
from quoth.documents.html.notes import references, with_notes
from quoth.documents.html.parts import belonging
from quoth.documents.html.pieces import pieces
from quoth.documents.html.region import Part, article
from quoth.documents.html.roles import Page, page
from quoth.documents.html.said import said
from quoth.documents.html.set import told_by_type
from quoth.documents.html.source import text_of
from quoth.documents.html.text import Article, assembled
from quoth.documents.options import Options
from quoth.documents.source import Source
from quoth.records import Document


def read(source: Source, _options: Options) -> Iterator[Document]:
    """The article in an HTML page."""
    whole, chosen, put, known = taken(source)
    metadata = said(whole, chosen, known)
    yield Document(
        source.name, put.text, put.blocks, put.layout, metadata, references(whole.tree, put)
    )


def taken(source: Source) -> tuple[Page, list[Part], Article, Head]:
    """A whole page, the parts of it that are its article, this as text, and what its head says."""
    text = text_of(source)
    parser = LexborHTMLParser(text)
    known = head(parser, text)
    whole = page(*pieces(parser), known.titles)
    by_boxes(whole)
    parts = with_notes(whole, headed(whole, article(whole)))
    chosen = signed(whole, told_by_type(whole, belonging(whole, parts)))
    return whole, chosen, assembled(whole, chosen, shown=True), known
