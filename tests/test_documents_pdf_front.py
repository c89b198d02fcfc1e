"""What stands at the top and the foot of PDF pages: heads of parts, lists, tables, notes."""

from __future__ import annotations

from collections.abc import Callable

from test_documents_pdf_structure import HEIGHT, SAID, WROTE, Page, blocks, document


def test_heads_that_count_on_at_the_tops_of_pages_are_headings() -> None:
    def draw(number: int) -> Callable[[Page], object]:
        return lambda page: (
            page.at(70).text(f"Part {number}", size=14, font="Times-Bold").gap(),
            page.text((3 + number) * SAID).gap().text(4 * WROTE),
            page.at(810).text(str(number), 290, size=9),
        )

    found = [words for _, words in blocks(document(draw(1), draw(2), draw(3)))]

    assert [words for words in found if len(words) < 20] == ["Part 1", "Part 2", "Part 3"]


def test_a_heading_right_below_the_title_is_no_deck() -> None:
    def draw(page: Page) -> None:
        page.text("Ferry sinks off Port Ellery", size=20).gap()
        page.text("What was found", font="Times-Bold", size=12).gap().text(4 * SAID).gap()
        page.text("Who knew", font="Times-Bold", size=12).gap().text(4 * WROTE)

    kinds = [kind for kind, _ in blocks(document(draw))]

    assert kinds == ["title", "heading", "paragraph", "heading", "paragraph"]


def test_notes_in_letters_of_the_text_are_told_by_the_rule_above_them() -> None:
    def draw(page: Page) -> None:
        page.text(4 * SAID).gap().text(4 * WROTE)
        page.canvas.line(72, HEIGHT - 690, 170, HEIGHT - 690)
        page.at(700).text("1 The clerk repeated it in writing.").text("2 It was never answered.")

    assert blocks(document(draw))[2:] == [
        ("footnote", "The clerk repeated it in writing."),
        ("footnote", "It was never answered."),
    ]


def test_a_table_and_a_list_right_below_the_byline_are_what_they_are() -> None:
    def draw(page: Page) -> None:
        page.text("Costs of the dam", size=20).gap().text("By Ann Marsh").gap()
        for row in (("Year", "Cost"), ("2029", "14,000"), ("2030", "19,500")):
            top = page.down
            page.text(row[0]).at(top).text(row[1], 220)
        page.gap().text("• First shaft sunk", 90).text("• Second shaft given up", 90).gap()
        page.text(4 * SAID).gap().text(4 * WROTE)

    assert blocks(document(draw))[:5] == [
        ("title", "Costs of the dam"),
        ("byline", "By Ann Marsh"),
        ("table", "Year Cost 2029 14,000 2030 19,500"),
        ("item", "First shaft sunk"),
        ("item", "Second shaft given up"),
    ]
