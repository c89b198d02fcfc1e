"""EPUB books: chapters in the order of the spine, notes tied to their marks, as one document."""

from __future__ import annotations

import pytest
from office_files import packed, structure, the_one

from quoth.documents import Options, open_documents
from quoth.documents.options import Limits
from quoth.errors import UnreadableInput
from quoth.records import Found

LONG = "The ferry carried forty people too many, a harbour official said on the quay on Sunday."
META = (
    "<dc:title>The Grey Petrel</dc:title><dc:creator>Maud Serrin</dc:creator>"
    "<dc:creator>Teodor Vance</dc:creator><dc:language>en-GB</dc:language>"
    "<dc:date>2031-03-02</dc:date><dc:publisher>Coastwise Books</dc:publisher>"
    '<meta property="dcterms:modified">2031-03-05T10:00:00Z</meta>'
)


def page(body: str, head: str = "") -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE html><html '
        'xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">'
        f"<head><title/>{head}</head><body>{body}</body></html>"
    )


def epub(
    chapters: dict[str, str],
    spine: tuple[str, ...] | None = None,
    more: str = "",
    guide: str = "",
    **parts: str,
) -> bytes:
    """A book; `spine` names chapters, `more` is further items of the manifest."""
    items = "".join(
        f'<item id="{name}" href="text/{name}.xhtml" media-type="application/xhtml+xml"/>'
        for name in chapters
    )
    order = "".join(f'<itemref idref="{name}"/>' for name in spine or chapters)
    return packed(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": (
                '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
                '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
            ),
            "OEBPS/book.opf": (
                '<package xmlns="http://www.idpf.org/2007/opf" '
                'xmlns:dc="http://purl.org/dc/elements/1.1/">'
                f"<metadata>{META}</metadata><manifest>{items}{more}</manifest>"
                f"<spine>{order}</spine><guide>{guide}</guide></package>"
            ),
            **{f"OEBPS/text/{name}.xhtml": text for name, text in chapters.items()},
            **parts,
        }
    )


def test_chapters_come_in_the_order_of_the_spine_without_navigation() -> None:
    document = the_one(
        epub(
            {
                "two": page(f"<h1>The quay</h1><p>{LONG}</p>"),
                "one": page(f"<h1>Night</h1><p>{LONG}</p><blockquote>I was there.</blockquote>"),
                "contents": page("<p>The night</p><p>The quay</p>"),
                "list": page("<h1>Contents</h1>" + '<p><a href="one.xhtml">The night</a></p>' * 4),
                "title": page("<h1>The Grey Petrel</h1>"),
            },
            ("title", "nav", "contents", "list", "one", "two", "one", "absent"),
            more='<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" '
            'properties="nav"/>',
            guide='<reference type="toc" href="text/contents.xhtml"/>',
            **{"OEBPS/nav.xhtml": page("<nav><ol><li>The night</li></ol></nav><p>Contents</p>")},
        )
    )
    assert structure(document) == [
        ("title", "The Grey Petrel"),
        ("heading", "Night"),
        ("paragraph", LONG),
        ("quotation", "I was there."),
        ("heading", "The quay"),
        ("paragraph", LONG),
    ]
    place = document.layout.place(document.blocks[5].spans[0], 5)
    assert (place.part, place.element) == ("OEBPS/text/two.xhtml", "html > body > p:nth-of-type(1)")


def test_what_the_book_says_of_itself() -> None:
    said = the_one(epub({"one": page(f"<p>{LONG}</p>")})).metadata
    assert said.title == Found("The Grey Petrel", "properties")
    assert said.authors == (
        Found("Maud Serrin", "properties"),
        Found("Teodor Vance", "properties"),
    )
    assert said.published == Found("2031-03-02", "properties")
    assert said.modified == Found("2031-03-05", "properties")
    assert said.language == Found("en-GB", "properties")
    assert said.outlet == Found("Coastwise Books", "properties")


def test_what_xml_closes_at_once_is_closed() -> None:
    scripts = '<script src="a.js"/><style type="a&gt;b" />'
    body = f'<a id="p1"/><p class="x">One<br/>two<span class="empty"/> three.</p><p>{LONG}</p>'
    assert structure(the_one(epub({"one": page(body, scripts)})))[1:] == [
        ("paragraph", "One two three."),
        ("paragraph", LONG),
    ]


def marked(document_epub: bytes) -> list[tuple[str, str, str, str]]:
    """Each mark: what stands before it, its words, its note's kind and words."""
    document = the_one(document_epub)
    blocks = structure(document)
    text = document.text
    return [
        (text[: ref.span.start][-6:], text[ref.span.start : ref.span.end], *blocks[ref.block])
        for ref in document.references
    ]


NOTES = {
    "one": page(
        f'<p id="r0">{LONG}<a id="r1" epub:type="noteref" href="#n1">1</a> He left.</p>'
        f'<p>{LONG}<sup><a id="r2" href="notes.xhtml#n2">[2]</a></sup> See '
        f'<a href="notes.xhtml#top">the notes</a>.</p><p>{LONG} <a href="two.xhtml#c">3</a></p>'
        '<aside epub:type="footnote" id="n1"><p>Seen by Coastwise.</p></aside>'
    ),
    "two": page(f'<h1 id="c">The quay</h1><p>{LONG}</p>'),
    "notes": page(
        '<h1 id="top">Notes</h1><p><a id="n2"/><a href="one.xhtml#r2">2</a> Asked twice.</p>'
        f"<p>{LONG}</p>"
    ),
}


def test_notes_are_tied_to_their_marks_over_files() -> None:
    assert marked(epub(NOTES)) == [
        ("unday.", "1", "footnote", "Seen by Coastwise."),
        ("unday.", "[2]", "footnote", "2 Asked twice."),
    ]
    kinds = [kind for kind, _ in structure(the_one(epub(NOTES)))]
    assert kinds.count("footnote") == 2


def failure(data: bytes, limits: Limits | None = None) -> str:
    (outcome,) = open_documents(data, "x.epub", Options(limits=limits or Limits()))
    assert isinstance(outcome, UnreadableInput)
    assert "\n" not in str(outcome)
    return outcome.reason


@pytest.mark.parametrize("cut", range(1, 21))
def test_cut_off(cut: int) -> None:
    whole = epub(NOTES)
    assert failure(whole[: len(whole) * cut // 21]).startswith("this archive is broken")


def test_hostile_books() -> None:
    assert failure(packed({"mimetype": "application/epub+zip"})).startswith("no book in this EPUB")
    assert failure(epub({"one": "x"}, ("two",))).startswith("no chapter of this book")
    climbing = '<item id="up" href="../../../etc/passwd" media-type="text/html"/>'
    assert failure(epub({"one": "x"}, ("up",), climbing)).startswith("no chapter of this book")
    cipher = (
        '<encryption><CipherReference xmlns="http://www.w3.org/2001/04/xmlenc#" URI="{}"/>'
        "</encryption>"
    )
    one = {"one": page(f"<p>{LONG}</p>")}
    locked = {"META-INF/encryption.xml": cipher.format("OEBPS/text/one.xhtml")}
    assert failure(epub(one, **locked)).startswith("locked by a password")
    fonts = {"META-INF/encryption.xml": cipher.format("OEBPS/fonts/a.otf")}
    assert len(the_one(epub(one, **fonts)).blocks) == 2
    assert failure(epub({"one": page("a" * 3_000_000)})).startswith("unpacks to more than 200")
    # Each part is read once, and all count against one limit.
    assert len(the_one(epub(one, ("one",) * 10_000)).blocks) == 2
    many = {f"c{n}": page(f"<p>{LONG * 20}</p>") for n in range(20)}
    assert failure(epub(many), Limits(bytes=20_000)).startswith("more than 0")


def test_many_marks_and_open_quotes_take_linear_time() -> None:
    marks = "".join(f'<p>{LONG}<a href="#n{n}">{n}</a></p>' for n in range(3000))
    notes = "".join(f'<p id="n{n}">{n} Seen.</p>' for n in range(3000))
    options = Options(limits=Limits(ratio=10_000))
    (document,) = open_documents(epub({"one": page(marks + notes)}), "x.epub", options)
    assert not isinstance(document, UnreadableInput)
    assert len(document.references) == 3000
    odd = page("<p a='" * 100_000)
    (document,) = open_documents(epub({"one": odd}), "x.epub", options)
    assert not isinstance(document, UnreadableInput)
