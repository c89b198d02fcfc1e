"""HTML: the document's text is the article's, blocks parted by blank lines."""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from quoth.documents.html.boxes import by_boxes
from quoth.documents.html.head import headed, signed
from quoth.documents.html.meta import head
from quoth.documents.html.notes import references, with_notes
from quoth.documents.html.parts import belonging
from quoth.documents.html.pieces import pieces
from quoth.documents.html.region import article
from quoth.documents.html.roles import page
from quoth.documents.html.said import said
from quoth.documents.html.set import told_by_type
from quoth.documents.html.source import text_of
from quoth.documents.html.text import assembled
from quoth.documents.options import Options
from quoth.documents.source import Source
from quoth.records import Document


def read(source: Source, _options: Options) -> Iterator[Document]:
    """The article in an HTML page."""
    text = text_of(source)
    parser = LexborHTMLParser(text)
    known = head(parser, text)
    whole = page(*pieces(parser), known.titles)
    by_boxes(whole)
    parts = with_notes(whole, headed(whole, article(whole)))
    chosen = signed(whole, told_by_type(whole, belonging(whole, parts)))
    put = assembled(whole, chosen, shown=True)
    metadata = said(whole, chosen, known)
    yield Document(
        source.name, put.text, put.blocks, put.layout, metadata, references(whole.tree, put)
    )
