"""PDF: the document's text is the pages' lines, pages parted by form feeds."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from contextlib import closing

import pypdfium2 as pdfium  # type: ignore[import-untyped]

from quoth.documents.dates import iso_date
from quoth.documents.layouts import PdfLayout
from quoth.documents.metadata import found, merged
from quoth.documents.options import Options
from quoth.documents.pdf_blocks import blocks_of
from quoth.documents.pdf_lines import Row, rows
from quoth.documents.roles import said
from quoth.documents.source import Source
from quoth.errors import UnreadableInput
from quoth.records import Document, Metadata

NO_TEXT = "no text in this PDF; it holds images only, put it through text recognition (OCR) first"
ENCRYPTED = "this PDF is encrypted; save it without its password first"
BROKEN = "this PDF is broken and cannot be opened; get or save it again"
PDF_DATE = re.compile(r"D?:?(\d{4})(\d{2})(\d{2})")


def read(source: Source, _options: Options) -> Iterator[Document]:
    """The document in a PDF file; raises `UnreadableInput`."""
    name = source.name
    try:
        with closing(pdfium.PdfDocument(source.data)) as pdf:
            info = pdf.get_metadata_dict()
            pages = [_page(pdf, number) for number in range(len(pdf))]
    except pdfium.PdfiumError as error:
        locked = "password" in str(error).lower() or "security" in str(error).lower()
        raise UnreadableInput(name, ENCRYPTED if locked else BROKEN) from None
    if not any(pages):
        raise UnreadableInput(name, NO_TEXT)
    text, layout = _assembled(pages)
    blocks = tuple(blocks_of(text, pages, layout.lines))
    metadata = merged(said(text, blocks), _stated(info))
    yield Document(name, text, blocks, layout, metadata)


def _page(pdf: pdfium.PdfDocument, number: int) -> list[Row]:
    with closing(pdf[number]) as page:
        return rows(page)


def _assembled(pages: Sequence[Sequence[Row]]) -> tuple[str, PdfLayout]:
    """The document's text, and where its characters stand."""
    parts: list[str] = []
    layout = PdfLayout(array("I"), array("I"), array("f"), array("f"), array("f"), array("f"))
    for number, page in enumerate(pages):
        if number:
            _add(parts, layout, "\f", array("f", [1]), array("f", [0]))
        layout.pages.append(len(layout.lefts))
        for row in page:
            layout.lines.append(len(layout.lefts))
            layout.bottoms.append(row.bottom)
            layout.tops.append(row.top)
            _add(parts, layout, row.text, row.lefts, row.rights)
            _add(parts, layout, "\n", array("f", [1]), array("f", [0]))
    return "".join(parts), layout


def _add(
    parts: list[str], layout: PdfLayout, text: str, lefts: array[float], rights: array[float]
) -> None:
    parts.append(text)
    layout.lefts.extend(lefts)
    layout.rights.extend(rights)


def _stated(info: dict[str, str]) -> Metadata:
    """What the file says of itself; less than its head does, which readers see."""
    made = PDF_DATE.match(info.get("CreationDate", ""))
    published = iso_date("-".join(made.groups())) if made else None
    return Metadata(
        title=found(info.get("Title"), "text: pdf info"),
        published=found(published, "text: pdf info"),
    )
