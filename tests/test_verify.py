"""Quotations of a document against the originals that they may be taken from."""

from __future__ import annotations

import time

import pytest
from handmade import document_of

from quoth.compare.quotations import verify
from quoth.records import Document, Passage, Reading, Span, Statement

SPEECH = document_of(
    "Good evening. We will not close the harbour before the inquiry has heard the forty pilots. "
    "I do not believe that the owners knew of the leak. If the board agrees in writing, the ferry "
    "sails on Monday with a new crew. Nobody below the dam was warned, and the siren has not been "
    "tested since May. Thank you all for coming out in this weather.",
    "speech.txt",
)


def page(*contents: str, form: str = "direct") -> Reading:
    """A document that quotes these, each as one statement."""
    text = "\n".join(f"“{each}” she said." if form == "direct" else each for each in contents)
    document = document_of(text, "page.txt")
    statements, at = [], 0
    for number, each in enumerate(contents, 1):
        start = text.index(each, at)
        at = start + len(each)
        edges = (start - 1, at + 1) if form == "direct" else (start, at)
        passage = Passage(document, (Span(*edges),))
        statements.append(
            Statement(f"s{number}", None, None, passage, form, None, 0.9)  # type: ignore[arg-type]
        )
    return Reading(document, tuple(statements), "by hand")


@pytest.mark.parametrize(
    ("quotation", "kind"),
    [
        ("We will not close the harbour before the inquiry has heard the forty pilots.", "exact"),
        ("We won't close the harbor before the inquiry has heard the 40 pilots,", "surface"),
        ("We will not close the harbour before the inquiry has heard the four pilots.", "number"),
        ("We will close the harbour before the inquiry has heard the forty pilots.", "polarity"),
        ("the owners knew of the leak", "polarity"),
        ("The ferry sails on Monday with a new crew.", "condition"),
        ("Nobody below the dam was warned … the siren has not been tested since May.", "elided"),
        ("Good evening. … Nobody below the dam was warned.", "elided"),
        ("Nobody below the dam was warned before the inquiry has heard the pilots.", "spliced"),
        ("harbour", "exact"),
        ("We shall build a school in every village of the uplands by spring.", None),
    ],
)
def test_each_quotation_has_a_verdict(quotation: str, kind: str | None) -> None:
    (found,) = verify(page(quotation), [SPEECH])
    assert found.kind == kind


def test_the_passage_and_the_changes_point_into_the_original() -> None:
    (found,) = verify(page("the inquiry has heard the fourteen pilots."), [SPEECH])
    (piece,) = found.pieces
    assert SPEECH.text[piece.passage.start : piece.passage.end] == (
        "the inquiry has heard the forty pilots"
    )
    (change,) = piece.changes
    assert SPEECH.text[change.one.start : change.one.end] == "forty"
    assert found.text[change.other.start : change.other.end] == "fourteen"


def test_what_is_not_found_has_the_nearest_passage() -> None:
    (found,) = verify(
        page("The pilots went home and the crew of the ferry was dismissed."), [SPEECH]
    )
    assert found.kind is None
    assert found.nearest is not None


def test_of_a_mixed_statement_the_words_in_marks_are_looked_up() -> None:
    reading = page('that they would not "close the harbour" before "Christmas"', form="mixed")
    assert [(each.text, each.kind) for each in verify(reading, [SPEECH])] == [
        ("close the harbour", "exact"),
        ("Christmas", None),
    ]


def test_the_original_of_several_that_has_it_is_named() -> None:
    other = document_of("Thank you all for coming.", "other.txt")
    (found,) = verify(page("Thank you all for coming out in this weather."), [other, SPEECH])
    assert found.pieces[0].original is SPEECH


@pytest.mark.parametrize("text", ["", "… – !", "No."])
def test_originals_without_words_have_nothing(text: str) -> None:
    (found,) = verify(page("We will not close the harbour."), [document_of(text)])
    assert found.kind is None


def test_a_book_of_five_hundred_pages_takes_a_moment() -> None:
    filler = " ".join(f"Line {n} tells of the {n % 991} boats of year {n}." for n in range(25_000))
    book = Document("book", filler + SPEECH.text, SPEECH.blocks, SPEECH.layout)
    began = time.monotonic()
    (found,) = verify(
        page("We will close the harbour before the inquiry has heard the pilots."), [book]
    )
    assert found.kind == "polarity"
    assert time.monotonic() - began < 8
