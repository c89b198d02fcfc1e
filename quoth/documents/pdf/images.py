"""Photographs and scans of papers, through text recognition. Needs the extra `quoth[ocr]`."""

from __future__ import annotations

import io
from collections.abc import Iterator

from quoth.documents.options import Options
from quoth.documents.pdf.ocr import EXTRA, HINT
from quoth.documents.pdf.page import Page
from quoth.documents.pdf.paper import LONG, document_of
from quoth.documents.pdf.scans import recognised_on
from quoth.documents.source import Source
from quoth.errors import UnreadableInput
from quoth.records import Document

NO_TEXT = f"this is an image, not text; {HINT}"
NOTHING = "text recognition found no words on this image; check whether it holds any"
BROKEN = "this image is broken or cut off; get or save it again"
MISSING = f"text recognition needs more libraries; {EXTRA}"


def read(source: Source, options: Options) -> Iterator[Document]:
    """The document on an image, or on several in one file; boxes are in pixels from below.

    Raises `UnreadableInput`.
    """
    if not options.ocr:
        raise UnreadableInput(source.name, NO_TEXT)
    pages = list(_pages(source, options))
    if not any(page.pieces for page in pages):
        raise UnreadableInput(source.name, NOTHING)
    yield document_of(source.name, pages, {})


def _pages(source: Source, options: Options) -> Iterator[Page]:
    try:
        from PIL import Image, ImageSequence, UnidentifiedImageError
    except ImportError:
        raise UnreadableInput(source.name, MISSING) from None
    try:
        with Image.open(io.BytesIO(source.data)) as image:
            if getattr(image, "n_frames", 1) > options.limits.pages:
                raise UnreadableInput(source.name, LONG.format(options.limits.pages))
            for frame in ImageSequence.Iterator(image):
                grey = frame.convert("L")
                yield recognised_on(grey, 1, 0, grey.height, source.name)
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError):
        raise UnreadableInput(source.name, BROKEN) from None
