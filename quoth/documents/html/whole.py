"""HTML that is no web page: a mail, an entry of a feed, an export. All that is seen is read."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser

from quoth.documents.html.meta import head
from quoth.documents.html.names import LOUD
from quoth.documents.html.notes import references, with_notes
from quoth.documents.html.pieces import Piece, pieces
from quoth.documents.html.region import Part
from quoth.documents.html.roles import SENTENCE, SHORTEST, Page, page
from quoth.documents.html.set import told_by_type
from quoth.documents.html.source import prepared
from quoth.documents.html.text import assembled
from quoth.documents.html.tree import KINDS
from quoth.records import Document, Metadata

PROSE = 100
"""A sentence of so many characters is no entry of a table."""
Choose = Callable[[Page], list[Part]]
"""Which pieces are read, and as what, in document order."""


def seen(page: Page) -> list[Part]:
    """All pieces that no style and no name keeps from view."""
    names = page.tree.names
    unseen = bytearray(
        beside and names[element].beside >= LOUD for element, beside in enumerate(page.beside)
    )
    page.tree.under(unseen)
    return [
        (piece, "title" if piece is page.headline else page.kind(piece))
        for piece in page.pieces
        if not unseen[piece.element]
    ]


def document(text: str, name: str, choose: Choose = seen, titles: Sequence[str] = ()) -> Document:
    """What `choose` takes of the HTML in `text`; its language is all that it says of itself.

    `titles` are what it is called outside, as in a mail's subject.
    """
    text = prepared(text)
    parser = LexborHTMLParser(text)
    language = head(parser, text).metadata.language
    whole = _laid_out(page(*pieces(parser), titles))
    put = assembled(whole, told_by_type(whole, with_notes(whole, choose(whole))))
    return Document(
        name,
        put.text,
        put.blocks,
        put.layout,
        Metadata(language=language),
        references(whole.tree, put),
    )


def _laid_out(whole: Page) -> Page:
    """`whole` without the tables that only set prose side by side."""
    cells: dict[int, list[Piece]] = {}
    for piece in whole.pieces:
        cells.setdefault(whole.tables[piece.element], []).append(piece)
    frames = {0} | {table for table, held in cells.items() if not _is_data(held)}
    tables = array("I", (0 if table in frames else table for table in whole.tables))
    kinds = whole.kinds.copy()
    for element, (before, now) in enumerate(zip(whole.tables, tables, strict=True)):
        if before and not now:
            above = kinds[whole.tree.parents[element]]
            kinds[element] = above if above == "quotation" else "paragraph"
            kinds[element] = KINDS.get(whole.tree.tags[element]) or kinds[element]
    return replace(whole, tables=tables, kinds=kinds)


def _is_data(held: list[Piece]) -> bool:
    """Whether the pieces of a table are not sentences for the most part."""
    prose = [len(p.text) for p in held if len(p.text) > SHORTEST and SENTENCE.search(p.text)]
    return 2 * sum(prose) < sum(len(p.text) for p in held) and max(prose, default=0) < PROSE
