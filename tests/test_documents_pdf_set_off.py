"""Block quotations of PDFs that letters, or the space around them, alone tell from the text."""

from __future__ import annotations

import io
import textwrap

import pytest
from reportlab.pdfgen.canvas import Canvas

from quoth.documents.options import DEFAULTS
from quoth.documents.pdf.paper import read
from quoth.documents.roles import shown
from quoth.documents.source import Source

TEXT = "The harbour office said on Sunday that nobody had counted the people at the gate. " * 4
LEAD = "Oda Fell wrote to the ministry of Vennick, and a clerk kept what she had written there:"
SAID = "I came to the gate at six, and it was shut, and it stayed shut while I stood there, "
SAID += "that is to say until the lamps were lit and the last of the boats had gone out without us."


def quotations(size: float, font: str, space: float) -> list[str]:
    """What is read as quotations where `SAID` is set so, between paragraphs 6 points apart."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    down = 60.0
    for words in (TEXT, TEXT, LEAD, SAID, TEXT, TEXT):
        own = words is SAID
        down += space if own else 6.0
        canvas.setFont(font if own else "Times-Roman", size if own else 11)
        for line in textwrap.wrap(words, 80):
            canvas.drawString(72, 842 - down, line)
            down += 14
        down += space - 6 if own else 0
    canvas.save()
    (found,) = read(Source("gate.pdf", buffer.getvalue()), DEFAULTS)
    return [shown(found.text, block) for block in found.blocks if block.kind == "quotation"]


@pytest.mark.parametrize(
    ("size", "font", "space"),
    [
        pytest.param(9.5, "Times-Roman", 6, id="smaller"),
        pytest.param(11, "Times-Italic", 6, id="italics"),
        pytest.param(10, "Helvetica", 6, id="another font"),
        pytest.param(11, "Times-Roman", 16, id="space"),
    ],
)
def test_a_quotation_at_the_edges_of_the_text(size: float, font: str, space: float) -> None:
    assert quotations(size, font, space) == [SAID.strip()]


def test_what_looks_like_the_text_is_the_text() -> None:
    assert quotations(11, "Times-Roman", 6) == []
