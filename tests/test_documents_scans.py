"""Scans and photographs: refused in a line that says how to read them, and read when asked."""

from __future__ import annotations

import io
import shutil

import pytest
from test_documents_pdf import PAGES, pdf

from quoth.documents import Options, open_document, open_documents
from quoth.errors import UnreadableInput
from quoth.records import Document, Span

needs_tesseract = pytest.mark.skipif(
    not shutil.which("tesseract"), reason="Tesseract is not installed"
)
LINES = (
    "Ferry sinks off Port Ellery",
    "",
    "The mayor denied it, said Ann Marsh of the harbour office.",
    "Nobody had counted the tickets, she told reporters on Monday.",
)


def photograph(form: str = "PNG", pages: int = 1) -> bytes:
    """LINES on white paper, in large letters."""
    from PIL import Image, ImageDraw, ImageFont

    images = []
    for _ in range(pages):
        image = Image.new("L", (1600, 700), 255)
        draw = ImageDraw.Draw(image)
        for number, line in enumerate(LINES):
            draw.text((60, 60 + 50 * number), line, font=ImageFont.load_default(36), fill=0)
        images.append(image)
    data = io.BytesIO()
    images[0].save(data, form, save_all=pages > 1, append_images=images[1:])
    return data.getvalue()


def test_an_image_says_how_it_is_read() -> None:
    with pytest.raises(UnreadableInput, match=r"this is an image, not text; .*--ocr.*quoth\[ocr\]"):
        open_document(photograph(), "scan.png")


@needs_tesseract
@pytest.mark.parametrize("form", ["PNG", "JPEG", "TIFF", "WEBP"])
def test_an_image_is_read_with_the_boxes_of_its_words(form: str) -> None:
    document = open_document(photograph(form), "scan", Options(ocr=True))

    start = document.text.index("Ann Marsh")
    [box] = document.layout.place(Span(start, start + 9), 1).boxes
    assert "denied it, said Ann Marsh of the harbour office" in document.text
    assert 400 < box[0] < box[2] < 800
    assert 700 - 210 < box[1] < box[3] < 700 - 150


@needs_tesseract
def test_the_pages_of_one_file_and_of_a_pdf_of_images() -> None:
    pages = open_document(photograph("TIFF", pages=2), "scan.tiff", Options(ocr=True))
    printed = open_document(photograph("PDF"), "scan.pdf", Options(ocr=True))

    assert pages.text.count("Ferry sinks") == 2
    assert pages.layout.place(Span(len(pages.text) - 9, len(pages.text) - 2), 1).page == 2
    assert "said Ann Marsh of the harbour office" in printed.text


@needs_tesseract
def test_paper_without_words_says_so() -> None:
    from PIL import Image

    data = io.BytesIO()
    Image.new("L", (300, 300), 255).save(data, "PNG")

    with pytest.raises(UnreadableInput, match="found no words on this image"):
        open_document(data.getvalue(), "white.png", Options(ocr=True))


@pytest.mark.parametrize("cut", range(1, 20))
def test_cut_off_anywhere_it_is_a_reading_or_one_clear_line(cut: int) -> None:
    data = photograph()

    [found] = open_documents(data[: len(data) * cut // 20], "scan.png", Options(ocr=cut % 5 == 0))

    assert isinstance(found, Document) or "\n" not in str(found)


def test_a_pdf_with_text_is_not_put_through_recognition() -> None:
    plain, asked = open_document(pdf(PAGES)), open_document(pdf(PAGES), options=Options(ocr=True))

    assert plain.text == asked.text
