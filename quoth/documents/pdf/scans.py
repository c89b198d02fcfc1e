"""Pages of a PDF that are images alone, through text recognition."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

import numpy as np
import pypdfium2 as pdfium  # type: ignore[import-untyped]

from quoth.documents.pdf.ocr import Word, lines_of
from quoth.documents.pdf.page import Page
from quoth.documents.pdf.pieces import Piece
from quoth.documents.pdf.styles import Style

if TYPE_CHECKING:
    from PIL.Image import Image

DOTS = 300 / 72
"""Pixels for a point: what Tesseract reads best."""
PIXELS = 12_000
"""No side of a page's image is longer."""


def scanned(page: pdfium.PdfPage, name: str) -> Page:
    """The words on the image of a page; raises `UnreadableInput` where none can be recognised."""
    width, height = page.get_size()
    scale = min(DOTS, PIXELS / max(width, height, 1))
    image = page.render(scale=scale, grayscale=True).to_pil()
    left, bottom, *_ = page.get_bbox()
    return recognised_on(image, scale, left, bottom + height, name)


def recognised_on(image: Image, scale: float, left: float, top: float, name: str) -> Page:
    """The words on an image of `scale` pixels a point, whose upper left corner is given."""
    lines = [line for line in lines_of(image, name) if line]
    size = _size(lines) / scale
    return Page([_piece(line, scale, left, top, size) for line in lines], [], [], 0)


def _size(lines: list[list[Word]]) -> float:
    """The usual height of a line's letters in pixels: recognition has no more to say of size."""
    return median([_height(line) for line in lines]) if lines else 1


def _height(line: list[Word]) -> float:
    return max([word.bottom for word in line]) - min([word.top for word in line])


def _piece(line: list[Word], scale: float, left: float, top: float, usual: float) -> Piece:
    text = " ".join(word.text for word in line)
    edges = np.ones((2, len(text)), np.float32) * np.array([[1], [0]], np.float32)
    at = 0
    for word in line:
        steps = np.linspace(word.left, word.right, len(word.text) + 1) / scale + left
        edges[0, at : at + len(word.text)] = steps[:-1]
        edges[1, at : at + len(word.text)] = steps[1:]
        at += len(word.text) + 1
    size = _height(line) / scale
    size = usual if abs(size - usual) < 0.25 * usual else size
    base = top - median([word.bottom for word in line]) / scale
    return Piece(
        text,
        line[0].left / scale + left,
        max([word.right for word in line]) / scale + left,
        top - max([word.bottom for word in line]) / scale,
        top - min([word.top for word in line]) / scale,
        base,
        Style("", round(size, 1), False, False),
        edges[0],
        edges[1],
    )
