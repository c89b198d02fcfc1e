"""What the structure of PDF pages becomes: columns, notes, quotations, heads, tables, boxes."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Callable

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from quoth.documents.options import DEFAULTS
from quoth.documents.pdf.paper import read
from quoth.documents.roles import shown
from quoth.documents.source import Source
from quoth.records import Document, Span

WIDTH, HEIGHT = 595.0, 842.0
SAID = "The harbour office said on Sunday that nobody had counted the people at the gate. "
WROTE = "Oda Fell wrote to the ministry twice, and no answer of any kind came from Vennick. "


class Page:
    """Draws text from the top of a page, as a setter would."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self.down = 60.0

    def text(
        self,
        words: str,
        left: float = 72,
        width: int = 90,
        size: float = 11,
        font: str = "Times-Roman",
        first: float = 0,
    ) -> Page:
        """Lines of so many characters; `first` is how far the first is set in."""
        self.canvas.setFont(font, size)
        for number, line in enumerate(textwrap.wrap(words, width) or [""]):
            self.canvas.drawString(left + (0 if number else first), HEIGHT - self.down, line)
            self.down += 1.25 * size
        return self

    def gap(self, points: float = 8) -> Page:
        self.down += points
        return self

    def at(self, down: float) -> Page:
        self.down = down
        return self


def document(*pages: Callable[[Page], object], title: str = "", author: str = "") -> Document:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(WIDTH, HEIGHT))
    canvas.setTitle(title)
    canvas.setAuthor(author)
    for draw in pages:
        draw(Page(canvas))
        canvas.showPage()
    canvas.save()
    (found,) = read(Source("ferry.pdf", buffer.getvalue()), DEFAULTS)
    return found


def blocks(found: Document) -> list[tuple[str, str]]:
    return [(block.kind, shown(found.text, block)) for block in found.blocks]


def kinds(found: Document, kind: str) -> list[str]:
    return [words for each, words in blocks(found) if each == kind]


def test_columns_are_read_one_after_the_other_below_a_title_over_both() -> None:
    def draw(page: Page) -> None:
        page.text("Ferry sinks off Port Ellery, owners deny it was full", 72, 60, 20).gap(12)
        top = page.down
        page.text(12 * SAID, 72, 46).at(top + 3).text(12 * WROTE, 320, 46)

    assert blocks(document(draw)) == [
        ("title", "Ferry sinks off Port Ellery, owners deny it was full"),
        ("paragraph", (12 * SAID).strip()),
        ("paragraph", (12 * WROTE).strip()),
    ]


def test_heads_and_feet_of_odd_and_even_pages_are_no_part_of_the_text() -> None:
    def draw(head: str, words: str, foot: str) -> Callable[[Page], object]:
        return lambda page: (
            page.at(30).text(head, size=9, font="Times-Italic"),
            page.at(70).text(words),
            page.at(810).text(foot, 290, size=9),
        )

    heads = ("", "The Ellery Courier", "Ferry sinks", "The Ellery Courier")
    texts = [((n + 3) * said).strip() for n, said in enumerate((SAID, WROTE, SAID, WROTE))]
    pages = zip(heads, texts, strict=True)
    found = document(*(draw(*page, f"– {n} –") for n, page in enumerate(pages, 1)))

    assert [words for _, words in blocks(found)] == texts
    assert found.text.count("The Ellery Courier") == 2


def test_the_foot_of_a_single_page_is_no_part_of_the_text() -> None:
    def draw(page: Page) -> None:
        page.text(6 * SAID).at(815).text("Ellery Tidings, 3 March 2031", size=8)

    assert blocks(document(draw)) == [("paragraph", (6 * SAID).strip())]


def test_a_mark_leads_to_its_note_and_is_no_part_of_a_word() -> None:
    def draw(page: Page) -> None:
        page.text(6 * WROTE).gap()
        page.canvas.setFont("Times-Roman", 11)
        page.canvas.drawString(72, HEIGHT - page.down, "He had nothing to add, he said")
        left = 72 + page.canvas.stringWidth("He had nothing to add, he said", "Times-Roman", 11)
        page.canvas.setFont("Times-Roman", 7)
        page.canvas.drawString(left, HEIGHT - page.down + 4, "1")
        page.canvas.setFont("Times-Roman", 11)
        page.canvas.drawString(left + 4, HEIGHT - page.down, ", and left for Vennick.")
        page.at(760).text("1 The clerk repeated it in writing on 3 March.", size=8)

    found = document(draw)

    assert blocks(found)[1:] == [
        ("paragraph", "He had nothing to add, he said, and left for Vennick."),
        ("footnote", "The clerk repeated it in writing on 3 March."),
    ]
    (reference,) = found.references
    assert found.text[reference.span.start - 4 : reference.span.end] == "said1"
    assert reference.block == 2


def test_quotations_are_told_by_indents_by_letters_and_by_rules() -> None:
    def draw(page: Page) -> None:
        page.text(4 * SAID).gap()
        page.text("We were told to wait, and we waited. " * 4, 100, 80).gap()
        page.text(4 * WROTE).gap()
        page.text("I counted them, and I was told to stop. " * 3, 84, 84, 9.5, "Times-Italic").gap()
        page.text(4 * SAID).gap()
        page.canvas.line(75, HEIGHT - page.down + 9, 75, HEIGHT - page.down - 26)
        page.text("They let them on, all of them, and then more. " * 4, 82).gap()
        page.text(4 * WROTE)

    assert [kind for kind, _ in blocks(document(draw))] == ["paragraph", "quotation"] * 3 + [
        "paragraph"
    ]


def test_menus_and_links_of_a_printed_page_are_no_part_of_the_text() -> None:
    def draw(page: Page) -> None:
        page.text("Ferry sinks off Port Ellery", size=20).gap().text(4 * SAID).gap().text(4 * WROTE)
        for link in ("Share", "Print", "Leave a comment", "More from Vennick"):
            page.gap(10).text(link, size=9)

    assert [kind for kind, _ in blocks(document(draw))] == ["title", "paragraph", "paragraph"]


def test_paragraphs_open_with_an_indent_and_go_on_over_a_column() -> None:
    def draw(page: Page) -> None:
        for n in range(4):
            page.text((3 + n) * SAID, 72, 46, first=12)
        cut = page.down
        page.text("Nobody in Port Ellery will say who gave the order,", 72, 46, first=12)
        page.at(60 + (cut - cut)).text("that much is sure, and nobody is asked. " + SAID, 320, 46)
        for _ in range(4):
            page.text(3 * WROTE, 320, 46, first=12)

    found = blocks(document(draw))

    assert [kind for kind, _ in found] == ["paragraph"] * 9
    assert found[4][1].startswith("Nobody in Port Ellery will say who gave the order, that much is")


def test_headings_and_items_are_told_from_paragraphs() -> None:
    def draw(page: Page) -> None:
        page.text("Ferry sinks", size=20).gap().text(4 * SAID).gap()
        page.text("What was found", font="Times-Bold").gap(2).text(4 * WROTE).gap()
        for words in ("a list of names", "two lamps and a rope", "no log of any kind"):
            page.text(f"• {words}", 90)
        page.gap().text(4 * SAID)

    found = document(draw)

    assert kinds(found, "heading") == ["What was found"]
    assert kinds(found, "item") == ["a list of names", "two lamps and a rope", "no log of any kind"]


def test_a_table_is_one_block_with_its_rows() -> None:
    def draw(page: Page) -> None:
        page.text(4 * SAID).gap()
        for row in (("Source", "Aboard", "Crew"), ("Owner", "164", "11"), ("Office", "188", "12")):
            top = page.down
            for left, cell in zip((72, 220, 320), row, strict=True):
                page.at(top).text(cell, left)
        page.gap().text(4 * WROTE)

    found = document(draw)

    assert [kind for kind, _ in blocks(found)] == ["paragraph", "table", "paragraph"]
    assert kinds(found, "table") == ["Source Aboard Crew Owner 164 11 Office 188 12"]


def test_a_caption_below_a_picture_does_not_cut_a_paragraph() -> None:
    picture = ImageReader(Image.new("RGB", (60, 40), "navy"))

    def first(page: Page) -> None:
        page.at(500).text(
            8 * SAID + "The officials, who asked not to be named, also said", width=88
        )

    def second(page: Page) -> None:
        page.canvas.drawImage(picture, 72, HEIGHT - 260, 300, 200)
        page.at(275).text("The Tern at her berth last summer.", size=9).gap(14)
        page.text("that they had been told to keep it to themselves. " + 3 * WROTE)

    found = document(first, second)

    assert [kind for kind, _ in blocks(found)] == ["paragraph", "caption"]
    assert "also said that they had been told" in blocks(found)[0][1]


def test_a_box_with_a_head_of_its_own_comes_after_the_text() -> None:
    def draw(page: Page) -> None:
        page.text(6 * SAID, 72, 46)
        top = page.down + 6
        page.canvas.rect(70, HEIGHT - top - 70, 240, 78)
        page.at(top + 8).text("The Tern in figures", 80, 40, 10, "Times-Bold")
        page.text("Built in Vennick in 2009. She may carry 140 people and eleven crew.", 80, 40, 10)
        page.at(top + 90).text(6 * WROTE, 72, 46).at(60).text(14 * SAID, 330, 46)

    found = blocks(document(draw))

    assert found[-2:] == [
        ("heading", "The Tern in figures"),
        ("paragraph", "Built in Vennick in 2009. She may carry 140 people and eleven crew."),
    ]
    assert "The Tern" not in " ".join(words for _, words in found[:-2])


def test_a_drop_cap_and_spaced_letters_are_words() -> None:
    def draw(page: Page) -> None:
        page.canvas.setFont("Times-Roman", 11)
        page.canvas.drawString(72, HEIGHT - 60, "E V E N I N G   E D I T I O N")
        page.at(100).text("T", size=36)
        page.at(77).text("he harbour office said on Sunday that nobody", 96, 60)
        page.text("had counted the people at the gate, or wanted", 96, 60)
        page.text("them counted. " + 4 * WROTE, 72, 52)

    words = " ".join(words for _, words in blocks(document(draw)))

    assert "The harbour office said" in words
    assert "EVENING EDITION" in document(draw).text


def test_a_page_on_its_side_leads_to_boxes_on_the_page_as_it_lies() -> None:
    def draw(page: Page) -> None:
        page.canvas.rotate(90)
        page.canvas.translate(0, -HEIGHT)
        page.text(5 * SAID, 72, 80)

    found = document(draw)
    start = found.text.index("nobody")

    (box,) = found.layout.place(Span(start, start + 6), 0).boxes

    assert blocks(found) == [("paragraph", (5 * SAID).strip())]
    left, bottom, right, top = box
    assert top - bottom > 20 > right - left  # the word runs upwards


def test_a_file_says_its_title_and_author_unless_a_program_made_them_up() -> None:
    def draw(page: Page) -> None:
        page.text("Ferry sinks", size=20).gap().text("By Ann Marsh").gap().text(5 * SAID)

    named = document(draw, title="Ferry sinks", author="Oda Fell").metadata
    junk = document(draw, title="Microsoft Word - ferry_final2.docx", author="admin").metadata

    assert named.title is not None
    assert (named.title.value, named.title.where) == ("Ferry sinks", "pdf info")
    assert [found.value for found in named.authors] == ["Oda Fell"]
    assert junk.title is not None
    assert (junk.title.value, junk.title.where) == ("Ferry sinks", "title")
    assert [(found.value, found.where) for found in junk.authors] == [("Ann Marsh", "byline")]


def test_numbers_of_lines_in_the_margin_are_no_part_of_the_text() -> None:
    def numbered(page: Page) -> object:
        page.text(4 * SAID).text(4 * WROTE).text("In 7 of 9 cases", left=72)
        for number in range(1, 10):
            page.at(60 + 13.75 * (number - 1)).text(str(number), left=50, size=8)
        return page

    words = " ".join(text for _, text in blocks(document(numbered))).split()
    assert not {"3", "4"} & set(words)
    assert {"7", "9"} <= set(words)
