"""Words on an image and where they stand, by Tesseract. Needs the extra `quoth[ocr]`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from quoth.errors import UnreadableInput

if TYPE_CHECKING:
    from PIL.Image import Image

EXTRA = "install it with: pip install 'quoth[ocr]'"
PROGRAM = "Tesseract is not installed; install it (on Debian: apt install tesseract-ocr)"
HINT = f"read it by text recognition with --ocr ({EXTRA}, and Tesseract)"
LEAST = 30
"""Words that Tesseract is less sure of, in percent, are mostly specks and rules."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its box in pixels from the upper left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def lines_of(image: Image, name: str) -> Iterator[list[Word]]:
    """The lines of words on `image`, block after block, as Tesseract orders them.

    Raises `UnreadableInput` where the extra or Tesseract itself is missing, or it fails.
    """
    try:
        import pytesseract
    except ImportError:
        raise UnreadableInput(name, f"text recognition needs more libraries; {EXTRA}") from None
    try:
        table = pytesseract.image_to_data(image, output_type=pytesseract.Output.DICT)
    except pytesseract.TesseractNotFoundError:
        raise UnreadableInput(name, PROGRAM) from None
    except (pytesseract.TesseractError, RuntimeError, OSError) as error:
        why = str(error).splitlines()[0][:100]
        raise UnreadableInput(name, f"text recognition failed ({why}); check the image") from None
    keys = zip(table["block_num"], table["par_num"], table["line_num"], strict=True)
    rows = zip(
        keys,
        *(table[column] for column in ("text", "conf", "left", "top", "width", "height")),
        strict=True,
    )
    for _, line in groupby(rows, key=lambda row: row[0]):
        words = [
            Word(text, left, top, left + width, top + height)
            for _, text, sure, left, top, width, height in line
            if text.strip() and float(sure) >= LEAST
        ]
        if words:
            yield words
