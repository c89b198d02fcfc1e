"""Words that the end of a line or of a page divided."""

import pytest

from quoth.documents.roles import shown
from quoth.reading.relations import spans_of
from quoth.reading.tokens import words
from quoth.records import Block, Document, Span


def document(text, *spans):
    spans = tuple(Span(*span) for span in spans) or (Span(0, len(text)),)
    return Document("t", text, (Block("paragraph", spans),), layout=None)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("The har-\nbour is shut.", "The harbour is shut."),
        ("The har\u00ad\r\n  bour is shut.", "The harbour is shut."),
        ("The HAR-\nBOUR is shut.", "The HARBOUR is shut."),
        ("A well-\nknown captain.", "A well-known captain."),
        ("An Anglo-\nSaxon barrow.", "An Anglo-Saxon barrow."),
        (
            "His mother-in-\nlaw and her father-\nin-law.",
            "His mother-in-law and her father-in-law.",
        ),
        ("A 40-\nyear lease.", "A 40-year lease."),
        ("The sea-\nwall; a new sea-wall.", "The sea-wall; a new sea-wall."),
        ("A pro-\ntest, a protest.", "A protest, a protest."),
        ("All went quiet -\nthen it sank.", "All went quiet - then it sank."),
    ],
)
def test_a_line_end_inside_a_word(text, read):
    found = document(text)

    assert shown(found.text, found.blocks[0]) == read
    assert [word.text for word in words(found)] == [word.text for word in words(document(read))]
    assert [word.shape for word in words(found)] == [word.shape for word in words(document(read))]


def test_a_page_end_inside_a_word():
    text = "He shut the har-\n\n   12\n\fbour at nine."
    found = document(text, (0, 16), (25, len(text)))

    harbour = list(words(found))[3]

    assert shown(text, found.blocks[0]) == "He shut the harbour at nine."
    assert (harbour.text, harbour.start, harbour.end) == ("harbour", 12, 29)
    assert spans_of(text, [harbour]) == (Span(12, 15), Span(25, 29))


def test_pieces_without_a_space_between_them_stay_together():
    text = "The *Lantern*, he said."
    found = document(text, (0, 3), (5, 12), (13, len(text)))

    assert shown(text, found.blocks[0]) == "The Lantern, he said."
    assert [w.shape % 2 for w in words(found)] == [1, 1, 0, 1, 1, 0]
