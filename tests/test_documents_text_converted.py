"""Texts that converters made: their structure as one reads it."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.converted import TEXTS, scored
from benchmarks.structure import Structure
from quoth.documents import from_text
from quoth.documents.roles import shown
from quoth.records import Document


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, shown(document.text, block)) for block in document.blocks]


def test_open_texts_are_read_as_the_truth_has_them() -> None:
    found = [scored(path).structure for path in sorted((TEXTS / "open").glob("*.txt"))]
    together = sum(found, Structure())

    assert together.bounds.f1 >= 0.98
    assert together.order.f1 >= 0.99
    assert together.quotations.f1 >= 0.98
    assert together.kinds.f1 >= 0.97
    assert together.heads == 0


PAGES = """\
THE LANTERN                                            3 March 2031

              Ferry sinks off Port Ellery

By Ann Marsh, Corvale Wire

The ferry Tern had carried at least forty people too many when it
left Port Ellery on Sunday, a harbour official said.1 Nobody had
counted them, and the list that was shown to reporters on Monday
ended at a hundred. The company denied that anyone had asked for

1 The official would not be named.

                                1
\fTHE LANTERN                                            3 March 2031

another. Its director, Oda Fell, wrote to us:

    We carried a hundred people on that day and not one more, and
    we have a list to prove it. (Fell, Letter, p. 2)

Table 1. Those who were counted.

    Day            On board        Saved
    Sunday              100           61
    Monday               80           80

The har-
bour was closed on Tuesday.

                                2
"""


def test_a_page_is_taken_apart() -> None:
    document = from_text(PAGES)

    assert blocks(document) == [
        ("title", "Ferry sinks off Port Ellery"),
        ("byline", "By Ann Marsh, Corvale Wire"),
        (
            "paragraph",
            "The ferry Tern had carried at least forty people too many when it left Port Ellery on "
            "Sunday, a harbour official said. Nobody had counted them, and the list that was shown "
            "to reporters on Monday ended at a hundred. The company denied that anyone had asked "
            "for another. Its director, Oda Fell, wrote to us:",
        ),
        ("footnote", "1 The official would not be named."),
        (
            "quotation",
            "We carried a hundred people on that day and not one more, and we have a list to prove "
            "it. (Fell, Letter, p. 2)",
        ),
        ("caption", "Table 1. Those who were counted."),
        ("table", "Day On board Saved Sunday 100 61 Monday 80 80"),
        ("paragraph", "The harbour was closed on Tuesday."),
    ]
    assert document.published == "2031-03-03"
    assert [author.value for author in document.metadata.authors] == ["Ann Marsh"]
    [reference] = document.references
    assert document.text[reference.span.start : reference.span.end] == "1"
    assert document.blocks[reference.block].kind == "footnote"


def test_paragraphs_without_a_mark_between_them_end_with_short_lines() -> None:
    document = from_text(
        "The ferry had carried at least forty people too many, and nobody had\n"
        "counted them when they came on board.\n"
        "The company denied it in a letter to this newspaper which came in on\n"
        "the third day of the inquiry, and the ministry had nothing to add to\n"
        "it.\n"
    )

    assert [text[:11] for _, text in blocks(document)] == ["The ferry h", "The company"]


def test_a_blank_line_inside_a_sentence_parts_nothing() -> None:
    document = from_text(
        "He said that the ferry had carried at least forty people too many and that it had been\n\n"
        "known to the company, which had been warned *three times* by the harbour office.\n\n"
        "Nobody answered.\n"
    )

    assert [text for _, text in blocks(document)] == [
        "He said that the ferry had carried at least forty people too many and that it had been "
        "known to the company, which had been warned three times by the harbour office.",
        "Nobody answered.",
    ]


def test_two_columns_side_by_side_are_read_one_after_the_other() -> None:
    left = [
        "The ferry had carried at least",
        "forty people too many when it",
        "left, the office said.",
    ]
    right = [
        "The company denied it all and",
        "gave no reason, and nobody has",
        "asked for one since then.",
    ]
    rows = [f"{a:34}{b}\n" for a, b in zip(left * 3, right * 3, strict=True)]

    text = " ".join(text for _, text in blocks(from_text("".join(rows))))

    assert text.startswith(" ".join(left * 3) + " " + right[0])


def test_doubled_spacing_is_no_gap() -> None:
    document = from_text(
        "    The ferry had carried at least forty people too many, and\n\n"
        "nobody had counted them when they came on board that night in\n\n"
        "the rain.\n\n"
        "    The company denied it in a letter which came in on the\n\n"
        "third day of the inquiry, and the ministry had nothing to say\n\n"
        "on it.\n"
    )

    assert len(document.blocks) == 2


def test_a_large_first_letter_belongs_to_its_word() -> None:
    document = from_text("T\n\nHE MORNING the ferry sank, nobody was on the quay but a gull.\n")

    assert blocks(document)[0][1].startswith("THE MORNING the ferry")


def test_a_dateline_stays_in_its_paragraph_and_dates_the_text() -> None:
    document = from_text(
        "Ferry sinks\n\nPORT ELLERY, March 3, 2031 — The ferry had carried too many, it was said.\n"
    )

    assert blocks(document)[1][1].startswith("PORT ELLERY, March 3, 2031 — The ferry")
    assert document.published == "2031-03-03"


@pytest.mark.parametrize(
    "line",
    ["Continued on page A4", "(Continued from page 1)", "See FERRY, page 3", "- 12 -", "(MORE)"],
)
def test_a_line_that_is_no_part_of_the_text_cuts_no_sentence(line: str) -> None:
    document = from_text(
        "The ferry had carried at least forty people too many, and that had been known to the\n\n"
        f"{line}\n\n"
        "company, which had been warned three times by the office of the harbour master.\n"
    )

    assert [text[:9] for _, text in blocks(document)] == ["The ferry"]


def test_sentences_are_never_taken_for_labels() -> None:
    sentences = [
        "Copyright fees rose in 2031, the minister told the court.",
        "Follow us, the mayor told the crowd, and nobody did.",
        "(2031 was worse, she said.)",
        "More from the harbour than from the town, she said.",
    ]

    found = blocks(from_text("Tunnel vote\n\n" + "\n\n".join(sentences) + "\n\nIt went home.\n"))

    assert [text for _, text in found] == ["Tunnel vote", *sentences, "It went home."]


def test_labelled_lines_above_a_text_say_what_they_are() -> None:
    document = from_text(
        "Title: The tunnel\nAuthor: Oda Fell\nDate: 2031-03-14\n\nThe mayor said she would stay.\n"
    )

    assert (document.title, document.published) == ("The tunnel", "2031-03-14")
    assert [author.value for author in document.metadata.authors] == ["Oda Fell"]


def test_lines_with_labels_inside_a_text_are_no_title() -> None:
    document = from_text(
        "The mayor explained the plan in a letter to all.\n\nName: Ann Brandt\n"
        "Office: Mayor of Port Ellery\n\nThe council denied it.\n"
    )

    assert document.title is None
    assert {kind for kind, _ in blocks(document)} == {"paragraph"}


def test_the_number_of_a_page_inside_a_sentence_is_no_word() -> None:
    document = from_text("The ferry had [Pg 12] carried too many people.\n")

    assert blocks(document)[0][1] == "The ferry had carried too many people."


def test_a_note_that_says_so_is_tied_to_its_mark() -> None:
    document = from_text(
        "The ferry had carried too many people.[1] Nobody had counted them.\n\n"
        "[Footnote 1: So the company said later.]\n"
    )

    assert [kind for kind, _ in blocks(document)] == ["paragraph", "footnote"]
    assert len(document.references) == 1


PIECES = (
    "\f|\n|\n\n|\r\n|   |\t|1|[1]|word.1|*|_|*a*|> |- |• |1. |By Ann Marsh|The ferry sank|said:"
    "|“Yes.”|— Ann Marsh|(Fell, Work, p. 6)|Page 1 of 2|har-|bour|\u00ad|T|a   1   2|____|1 Note it"
    "|[Pg 2]|(MORE)|From: a@b|Photo: x|3 March 2031|\u2028|lower case goes on"
)


@given(st.lists(st.sampled_from(PIECES.split("|")), max_size=60).map(" ".join))
def test_whatever_a_converter_leaves_is_a_document(text: str) -> None:
    document = from_text(text)

    spans = sorted(span for block in document.blocks for span in block.spans)
    assert all(text[span.start : span.end].strip() for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(block.spans for block in document.blocks)
    assert all(reference.block < len(document.blocks) for reference in document.references)


HOSTILE = {
    "a line": "x" * 300_000,
    "words": "word " * 60_000,
    "empty lines": "\n" * 300_000,
    "form feeds": "a b c d\f" * 5_000,
    "quotes": ">" * 300_000,
    "quoted": ">\n" * 20_000,
    "stars": "*a " * 50_000,
    "starred": "*\n" * 10_000,
    "hyphens": "self-\nabcd " * 5_000,
    "notes": "".join(f"word.{n % 999}\n\n{n % 999} Note\n\n" for n in range(3_000)),
    "gaps": "word   word   word   word\n" * 3_000,
    "bars": "| a | b |\n" * 5_000,
    "colons": "said:\n" * 8_000,
    "numbers": "".join(f"{n}\n\n" for n in range(8_000)),
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_takes_its_length(text: str) -> None:
    begun = time.process_time()

    document = from_text(text)

    assert document.text == text
    assert time.process_time() - begun < 5


@pytest.mark.parametrize(
    "unit", ["a\n", "said:\nIt is so. ", "word   word\n", "1 a.1\n\n", "*a* b\n"]
)
def test_four_times_the_text_takes_four_times_as_long(unit: str) -> None:
    def once(text: str) -> float:
        begun = time.process_time()
        from_text(text)
        return time.process_time() - begun

    def seconds(length: int) -> float:
        # The best of three: in a long test run the collector of garbage may fall into one.
        text = unit * (length // len(unit))
        return min(once(text) for _ in range(3))

    seconds(10_000)

    assert seconds(80_000) < 10 * max(seconds(20_000), 0.05)
