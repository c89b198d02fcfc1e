"""Pages as a scanner sees them: images, a little crooked, without text."""

from __future__ import annotations

from io import BytesIO

import pypdfium2  # type: ignore[import-untyped]

SCALE = 150 / 72
"""Pixels a point: 150 dots an inch."""
ASKEW = 0.6
"""Degrees."""


def scanned(data: bytes) -> bytes:
    """A PDF of images of the pages of a PDF."""
    with pypdfium2.PdfDocument(data) as document:
        pages = [page.render(scale=SCALE, grayscale=True).to_pil() for page in document]
    askew = [page.rotate(ASKEW, fillcolor=255) for page in pages]
    made = BytesIO()
    askew[0].save(made, "PDF", save_all=True, append_images=askew[1:], resolution=150)
    return made.getvalue()
