"""Where words are divided by the end of a page or of a column."""

from __future__ import annotations

from itertools import pairwise

import pypdfium2  # type: ignore[import-untyped]

HYPHENS = "-\u2010\u00ad\ufffe\x02"
"""The last two are PDFium's for a hyphen that it takes for one at a line's end."""
JUMP = 100
"""Points up the page from one line to the next: another column."""
NOTE = 6
"""Points down the page to a digit on another line: the number of a note under the column."""
FEET = 4
"""Lines that may follow a page's last line of text: notes, and the foot."""


def divides_a_word(data: bytes) -> bool:
    """Whether a page or a column of a PDF ends within a word."""
    with pypdfium2.PdfDocument(data) as document:
        pages = [page.get_textpage() for page in document]
        lines = [page.get_text_range().strip().splitlines() for page in pages]
        ends = (line.strip()[-1:] for page in lines[:-1] for line in page[-FEET:])
        return any(end in HYPHENS for end in ends if end) or any(map(_divided_by_column, pages))


def _divided_by_column(page: pypdfium2.PdfTextPage) -> bool:
    text = [(n, page.get_text_range(n, 1)) for n in range(page.count_chars())]
    seen = [(n, sign) for n, sign in text if sign and not sign.isspace()]
    for (n, sign), (m, after) in pairwise(seen):
        if sign in HYPHENS and (after.islower() or after.isdigit()):
            up = page.get_charbox(m)[1] - page.get_charbox(n)[1]
            if up > JUMP or (after.isdigit() and up < -NOTE):
                return True
    return False
