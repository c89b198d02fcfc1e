"""PDF files that are broken, or made to do harm: each ends in a reading or in one clear line."""

from __future__ import annotations

import pytest
from test_documents_pdf import PAGES, pdf

from quoth.documents.options import DEFAULTS, Limits, Options
from quoth.documents.pdf.paper import read
from quoth.documents.source import Source
from quoth.errors import UnreadableInput
from quoth.records import Document

TEXT = b"BT /F 12 Tf 72 700 Td (Nobody had counted them, the official said.) Tj ET"
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def stream(content: bytes, entries: bytes = b"", length: int | None = None) -> bytes:
    size = len(content) if length is None else length
    return b"<< /Length %d %s>>\nstream\n%s\nendstream" % (size, entries, content)


def made(*objects: bytes, table: bool = True) -> bytes:
    """A PDF of these objects, the first of which is its catalog."""
    data, places = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    start, size = len(data), len(objects) + 1
    if table:
        data += b"xref\n0 %d\n0000000000 65535 f \n" % size
        data += b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (size, start)
    return data + end


def page(
    content: bytes = TEXT,
    *more: bytes,
    box: bytes = b"0 0 612 792",
    kids: bytes = b"3 0 R",
    count: int = 1,
    catalog: bytes = b"",
    resources: bytes = b"",
    length: int | None = None,
    table: bool = True,
) -> bytes:
    """A PDF of one page, or one that claims so."""
    resources = b"<< /Font << /F 5 0 R >> %s >>" % resources
    return made(
        b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalog,
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [%s] /Contents 4 0 R /Resources %s >>"
        % (box, resources),
        stream(content, length=length),
        FONT,
        *more,
        table=table,
    )


def opened(data: bytes, options: Options = DEFAULTS) -> Document | str:
    """The document, or the line that says why there is none."""
    try:
        (document,) = read(Source("ferry.pdf", data), options)
    except UnreadableInput as failure:
        return str(failure)
    return document


FORM = stream(
    b"/X Do " + TEXT.replace(b"700", b"500"),
    b"/Type /XObject /Subtype /Form /BBox [0 0 600 800] "
    b"/Resources << /Font << /F 5 0 R >> /XObject << /X 6 0 R >> >> ",
)
ATTACHED = (
    b"<< /Type /Filespec /F (a.txt) /EF << /F 7 0 R >> >>",
    stream(b"what is attached", b"/Type /EmbeddedFile "),
)
HARM = {
    "pages in a loop": page(kids=b"2 0 R 3 0 R", count=2),
    "more pages claimed than there are": page(count=5),
    "a form that draws itself": page(TEXT + b" /X Do", FORM, resources=b"/XObject << /X 6 0 R >>"),
    "a stream longer than it says": page(length=3),
    "a stream shorter than it says": page(length=999_999),
    "no table": page(table=False),
    "a table elsewhere": page().replace(b"startxref\n", b"startxref\n9"),
    "a page without size": page(box=b"0 0 0 0"),
    "a page of many miles": page(box=b"0 0 1e12 1e12"),
    "letters of many miles": page(b"BT /F 1e38 Tf 1e38 1e38 Td (far away) Tj ET " + TEXT),
    "states never restored": page(b"q " * 100_000 + TEXT),
    "arrays in arrays": page(catalog=b"/A " + b"[" * 50_000 + b"]" * 50_000),
    "a script": page(catalog=b"/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"),
    "a file attached": page(
        TEXT, *ATTACHED, catalog=b"/Names << /EmbeddedFiles << /Names [(a.txt) 6 0 R] >> >>"
    ),
}


@pytest.mark.parametrize("harm", HARM)
def test_what_is_wrong_around_the_text_does_not_keep_it_from_being_read(harm: str) -> None:
    document = opened(HARM[harm])

    assert isinstance(document, Document)
    assert "Nobody had counted them, the official said." in document.text
    assert "attached" not in document.text
    assert "alert" not in document.text


@pytest.mark.parametrize(
    "data",
    [page(kids=b"", count=0), page(b"BT /F 12 Tf 72 700 Td (unclosed"), page(b""), b"%PDF-1.7"],
    ids=["no pages", "a text without end", "an empty page", "nothing"],
)
def test_a_pdf_without_anything_to_read_says_so_in_one_line(data: bytes) -> None:
    said = opened(data)

    assert isinstance(said, str)
    assert said.startswith("ferry.pdf: ")
    assert "\n" not in said


@pytest.mark.parametrize("data", [page(), pdf(PAGES)], ids=["a page", "two pages"])
def test_a_pdf_cut_anywhere_is_read_or_says_so(data: bytes) -> None:
    for twentieth in range(1, 20):
        found = opened(data[: len(data) * twentieth // 20])
        assert isinstance(found, Document) or (
            found.startswith("ferry.pdf: ") and "\n" not in found
        )


def test_a_pdf_with_more_pages_than_allowed_names_the_limit() -> None:
    said = opened(pdf(PAGES), Options(limits=Limits(pages=1)))

    assert said == "ferry.pdf: more than 1 pages; raise --max-pages to open it"
