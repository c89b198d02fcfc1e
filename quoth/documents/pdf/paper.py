"""PDF: the document's text is the pages' lines in reading order, pages parted by form feeds."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field

import numpy as np
import pypdfium2 as pdfium  # type: ignore[import-untyped]

from quoth.documents.credits import credited
from quoth.documents.layouts import PdfLayout
from quoth.documents.metadata import merged
from quoth.documents.options import Options
from quoth.documents.pdf.blocks import blocks_of
from quoth.documents.pdf.columns import Row
from quoth.documents.pdf.info import info_of, stated
from quoth.documents.pdf.lines import Line, line_of
from quoth.documents.pdf.margins import body_of, margins
from quoth.documents.pdf.numbers import without_line_numbers
from quoth.documents.pdf.ocr import HINT
from quoth.documents.pdf.page import Page, page_of, rows_of
from quoth.documents.pdf.scans import scanned
from quoth.documents.roles import said, shown
from quoth.documents.source import Source
from quoth.errors import UnreadableInput
from quoth.records import Document

EMPTY = Page([], [], [], 0)
NO_TEXT = f"no text in this PDF, it holds images only; {HINT}"
NOTHING = "text recognition found no words in this PDF; check whether its pages hold any"
ENCRYPTED = "this PDF is encrypted; save it without its password first"
BROKEN = "this PDF is broken and cannot be opened; get or save it again"
NO_PAGES = "this PDF has no pages that can be opened; get or save it again"
LONG = "more than {:,} pages; raise --max-pages to open it"


def read(source: Source, options: Options) -> Iterator[Document]:
    """The document in a PDF file; raises `UnreadableInput`."""
    name = source.name
    try:
        with closing(pdfium.PdfDocument(source.data)) as pdf:
            if len(pdf) > options.limits.pages:
                raise UnreadableInput(name, LONG.format(options.limits.pages))
            info = info_of(pdf)
            pages = [_page(pdf, number, name, options.ocr) for number in range(len(pdf))]
    except pdfium.PdfiumError as error:
        locked = "password" in str(error).lower() or "security" in str(error).lower()
        raise UnreadableInput(name, ENCRYPTED if locked else BROKEN) from None
    if not any(pages):
        raise UnreadableInput(name, NO_PAGES)
    if not any(page.pieces for page in pages if page):
        raise UnreadableInput(name, NOTHING if options.ocr else NO_TEXT)
    yield document_of(name, [page or EMPTY for page in pages], info)


def _page(pdf: pdfium.PdfDocument, number: int, name: str, ocr: bool) -> Page | None:
    """A page; None where the file is broken there, which costs that page alone."""
    try:
        page = pdf[number]
    except pdfium.PdfiumError:
        return None
    with closing(page):
        found = page_of(page)
        return scanned(page, name) if ocr and not found.pieces else found


def document_of(name: str, pages: Sequence[Page], info: dict[str, str]) -> Document:
    """The document that `pages` show; `info` is what the file says of itself."""
    pages = without_line_numbers(pages)
    body = body_of([page.pieces for page in pages])
    margin = margins([page.pieces for page in pages], body)
    writer = _Writer()
    lines, boxed = [], []
    for number, page in enumerate(pages):
        writer.begin_page(number, page.turn)
        rows = rows_of(page, margin, body)
        writer.lines(rows.above)
        for column in rows.columns:
            lines += writer.lines(column)
        for box in rows.boxes:
            boxed += writer.lines(box)
        writer.lines(rows.below)
        writer.lines([Row(piece, []) for piece in page.aside])
    text, layout = writer.finished()
    blocks, references = blocks_of(lines, boxed, [page.shapes for page in pages], body)
    opening = text[: layout.pages[1] if len(layout.pages) > 1 else None]
    byline = next((shown(text, block) for block in blocks if block.kind == "byline"), None)
    metadata = merged(stated(info, opening), said(text, blocks), credited(byline))
    return Document(name, text, blocks, layout, metadata, references)


@dataclass(slots=True)
class _Writer:
    """Puts the document's text together, and where its characters stand."""

    parts: list[str] = field(default_factory=list)
    lefts: list[bytes] = field(default_factory=list)
    rights: list[bytes] = field(default_factory=list)
    layout: PdfLayout = field(
        default_factory=lambda: PdfLayout(
            array("I"), array("I"), array("f"), array("f"), array("f"), array("f"), array("B")
        )
    )
    length: int = 0
    part: int = 0
    page: int = 0

    def begin_page(self, number: int, turn: int) -> None:
        if number:
            self._add("\f", UNDRAWN[0], UNDRAWN[1])
        self.layout.pages.append(self.length)
        self.layout.turns.append(turn)
        self.page = number

    def lines(self, rows: Sequence[Row]) -> list[Line]:
        """Write the rows of a column."""
        self.part += 1
        written = []
        for row in rows:
            piece = row.piece
            written.append(line_of(row, self.length, self.page, self.part))
            self.layout.lines.append(self.length)
            self.layout.bottoms.append(piece.bottom)
            self.layout.tops.append(piece.top)
            self._add(piece.text, piece.lefts.tobytes(), piece.rights.tobytes())
            self._add("\n", *UNDRAWN)
        return written

    def _add(self, text: str, lefts: bytes, rights: bytes) -> None:
        self.parts.append(text)
        self.lefts.append(lefts)
        self.rights.append(rights)
        self.length += len(text)

    def finished(self) -> tuple[str, PdfLayout]:
        """The text and its layout."""
        self.layout.lefts.frombytes(b"".join(self.lefts))
        self.layout.rights.frombytes(b"".join(self.rights))
        return "".join(self.parts), self.layout


UNDRAWN = np.float32(1).tobytes(), np.float32(0).tobytes()
"""Left and right of a character that is not drawn."""
