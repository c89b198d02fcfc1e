"""Quoth and the libraries that it is compared with, as readers of PDFs, each as it comes.

    python -m benchmarks.pdf_readers NAME FOLDER [--times N]

reads every PDF of a folder, N times over, and prints a line for each: what `benchmarks.pdf --speed`
measures. What a library calls a text, blank lines cut into paragraphs; pdfminer.six has boxes.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable
from pathlib import Path

from benchmarks.structure import Piece, pieces

BLANK = re.compile(r"\n\s*\n")
Reader = Callable[[Path], list[Piece]]


def quoth(path: Path) -> list[Piece]:
    """Blocks with their kinds."""
    from quoth.documents import open_document

    return pieces(open_document(path))


def pypdf(path: Path) -> list[Piece]:
    """The text of each page."""
    from pypdf import PdfReader

    return _paragraphs(page.extract_text() for page in PdfReader(path).pages)


def pdfplumber(path: Path) -> list[Piece]:
    """The text of each page."""
    import pdfplumber as library

    with library.open(path) as document:
        return _paragraphs([page.extract_text() for page in document.pages])


def pdfminer(path: Path) -> list[Piece]:
    """The boxes of each page, in pdfminer's order."""
    from pdfminer.high_level import extract_pages
    from pdfminer.layout import LTTextContainer

    boxes = (box for page in extract_pages(path) for box in page)
    return _paragraphs(box.get_text() for box in boxes if isinstance(box, LTTextContainer))


def pypdfium2(path: Path) -> list[Piece]:
    """The text of each page."""
    from pypdfium2 import PdfDocument  # type: ignore[import-untyped]

    with PdfDocument(path) as document:
        return _paragraphs([page.get_textpage().get_text_range() for page in document])


READERS: dict[str, Reader] = {
    "Quoth": quoth,
    "pypdf": pypdf,
    "pdfplumber": pdfplumber,
    "pdfminer.six": pdfminer,
    "pypdfium2": pypdfium2,
}


def _paragraphs(texts: Iterable[str]) -> list[Piece]:
    parts = (part for text in texts for part in BLANK.split(text.replace("\r\n", "\n")))
    return [Piece("paragraph", part) for part in parts if part.strip()]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pdf_readers")
    parser.add_argument("name", choices=READERS)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--times", type=int, default=1)
    options = parser.parse_args()
    for _ in range(options.times):
        for path in sorted(options.folder.glob("*.pdf")):
            print(len(READERS[options.name](path)), path.name)


if __name__ == "__main__":
    main()
