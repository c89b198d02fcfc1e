"""Opening PDF files, which the tests set themselves."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Sequence

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from quoth.documents import open_document
from quoth.errors import UnreadableInput
from quoth.records import Document, Span

WIDTH, HEIGHT = 595.0, 842.0


def pdf(
    pages: Sequence[Sequence[tuple[float, float, float, str]]], password: str | None = None
) -> bytes:
    """A PDF with lines of text: left, distance from the top, size of letters, text."""
    buffer = io.BytesIO()
    encryption = StandardEncryption(password) if password else None
    canvas = Canvas(buffer, pagesize=(WIDTH, HEIGHT), encrypt=encryption)
    canvas.setTitle("Ferry sinks off Port Ellery")
    for page in pages:
        for left, down, size, text in page:
            canvas.setFont("Times-Roman", size)
            canvas.drawString(left, HEIGHT - down, text)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def lines(text: str, down: float, left: float = 72, width: int = 90) -> list[tuple]:  # type: ignore[type-arg]
    """Lines of 11-point text, as a setter would break them."""
    broken = textwrap.wrap(text, width)
    return [(left, down + 14 * number, 11.0, line) for number, line in enumerate(broken)]


def shown(document: Document) -> list[tuple[str, str]]:
    return [
        (
            block.kind,
            " / ".join(
                " ".join(document.text[span.start : span.end].split()) for span in block.spans
            ),
        )
        for block in document.blocks
    ]


FIRST = (
    "The ferry Tern had carried at least 40 people too many when it left Port Ellery, a harbour "
    "official said on Sunday. Nobody had counted them, he added, and nobody would have known how."
)
CUT = (
    "Oda Fell, who runs the harbour, said that she had warned the ministry of it more than once, "
    "that she had asked for two more clerks at the gate, and that no answer of any kind had come"
)
REST = "from Vennick until after the ship had sunk. The ministry denies that she ever wrote to it."
PAGES = [
    [
        (72.0, 60.0, 18.0, "Ferry sinks off Port Ellery"),
        *lines(FIRST, 100),
        *lines(CUT, 150),
        (290.0, 800.0, 9.0, "1"),
    ],
    [
        (72.0, 30.0, 9.0, "Ferry sinks off Port Ellery"),
        *lines(REST, 60),
        *lines("“We regret it,” the company said.", 110),
        (290.0, 800.0, 9.0, "2"),
    ],
]


def test_paragraphs_are_joined_over_lines_and_pages_without_running_heads() -> None:
    document = open_document(pdf(PAGES), "ferry.pdf")

    assert shown(document) == [
        ("title", "Ferry sinks off Port Ellery"),
        ("paragraph", FIRST),
        ("paragraph", f"{CUT} / {REST}"),
        ("paragraph", "“We regret it,” the company said."),
    ]
    assert document.title == "Ferry sinks off Port Ellery"


def test_running_heads_stay_in_the_text() -> None:
    document = open_document(pdf(PAGES), "ferry.pdf")

    assert document.text.count("Ferry sinks off Port Ellery") == 2
    assert document.text.count("\f") == 1


def test_a_place_is_a_page_and_a_box_for_each_line() -> None:
    document = open_document(pdf(PAGES), "ferry.pdf")
    start = document.text.index("when it left")
    end = document.text.index("Sunday")

    place = document.layout.place(Span(start, end), 1)

    assert (place.page, len(place.boxes)) == (1, 2)
    for left, bottom, right, top in place.boxes:
        assert 72 <= left < right <= 530
        assert 8 < top - bottom < 16
    assert place.boxes[0][1] > place.boxes[1][1]
    assert abs(HEIGHT - 100 - place.boxes[0][1]) < 4

    second = document.text.index("The ministry denies")
    assert document.layout.place(Span(second, second + 3), 2).page == 2


def test_columns_are_read_one_after_the_other_when_the_file_mixes_them() -> None:
    text = " ".join(
        f"The {n}th of the witnesses said that she had seen the ship." for n in range(30)
    )
    left = lines(text, 60, 60, 44)
    right = lines(text.replace("ship", "pier"), 60, 320, 44)
    mixed = [line for pair in zip(left, right, strict=False) for line in pair]

    document = open_document(pdf([mixed]), "columns.pdf")

    assert shown(document)[0][1].startswith(text[:50])
    assert "ship. The 1th of the witnesses said" in shown(document)[0][1]


def test_a_pdf_without_text_says_what_to_do() -> None:
    with pytest.raises(UnreadableInput, match=r"^scan\.pdf: no text .*--ocr.*quoth\[ocr\]"):
        open_document(pdf([[]]), "scan.pdf")


def test_an_encrypted_pdf_says_so() -> None:
    with pytest.raises(UnreadableInput, match=r"^a\.pdf: this PDF is encrypted"):
        open_document(pdf(PAGES, password="sesame"), "a.pdf")


def test_a_broken_pdf_says_so() -> None:
    with pytest.raises(UnreadableInput, match=r"^a\.pdf: this PDF is broken"):
        open_document(b"%PDF-1.7\nnothing", "a.pdf")
