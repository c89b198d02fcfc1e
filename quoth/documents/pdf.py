"""PDF: the document's text is the pages' lines, pages parted by form feeds."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from contextlib import closing

import pypdfium2 as pdfium  # type: ignore[import-untyped]

from quoth.documents.dates import iso_date
from quoth.documents.layouts import PdfLayout
from quoth.documents.pdf_blocks import blocks_of
from quoth.documents.pdf_lines import Row, rows
from quoth.documents.roles import HEAD, shown
from quoth.errors import UnreadableInput
from quoth.records import Block, Document

NO_TEXT = "no text in this PDF; it holds images only, put it through text recognition (OCR) first"
ENCRYPTED = "this PDF is encrypted; save it without its password first"
BROKEN = "this PDF is broken and cannot be opened; get or save it again"
PDF_DATE = re.compile(r"D?:?(\d{4})(\d{2})(\d{2})")


def read(data: bytes, name: str) -> Document:
    """The document in a PDF file; raises `UnreadableInput`."""
    try:
        with closing(pdfium.PdfDocument(data)) as pdf:
            info = pdf.get_metadata_dict()
            pages = [_page(pdf, number) for number in range(len(pdf))]
    except pdfium.PdfiumError as error:
        locked = "password" in str(error).lower() or "security" in str(error).lower()
        raise UnreadableInput(name, ENCRYPTED if locked else BROKEN) from None
    if not any(pages):
        raise UnreadableInput(name, NO_TEXT)
    text, layout = _assembled(pages)
    blocks = tuple(blocks_of(text, pages, layout.lines))
    title, date = _title(text, blocks, info), _date(text, blocks, info)
    return Document(name, text, blocks, layout, title, date)


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


def _title(text: str, blocks: Sequence[Block], info: dict[str, str]) -> str | None:
    said = next((shown(text, block) for block in blocks if block.kind == "title"), None)
    return said or info.get("Title", "").strip() or None


def _date(text: str, blocks: Sequence[Block], info: dict[str, str]) -> str | None:
    """The date in the document's head; else when the file was made."""
    for block in blocks[:HEAD]:
        if block.kind == "dateline" and (iso := iso_date(shown(text, block))):
            return iso
    made = PDF_DATE.match(info.get("CreationDate", ""))
    return iso_date("-".join(made.groups())) if made else None
