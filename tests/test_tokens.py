"""Words as the encoder sees them."""

import pytest

from quoth.documents import from_text
from quoth.reading.tokens import CLOSES, INSIDE, OPENS, OUTSIDE, words
from quoth.records import Block, Document, Span


def read(text):
    return list(words(from_text(text)))


def states(text):
    return {word.text: word.quote for word in read(text) if word.text != '"'}


@pytest.mark.parametrize(
    "text",
    [
        'She said "the bridge holds" twice.',
        "She said “the bridge holds” twice.",
        "She said «the bridge holds» twice.",
        "She said „the bridge holds“ twice.",
        "She said »the bridge holds« twice.",
        "She said ``the bridge holds'' twice.",
        "She said ''the bridge holds'' twice.",
        "She said ‘the bridge holds’ twice.",
        "She said 'the bridge holds' twice.",
    ],
)
def test_marks_of_any_kind_tell_what_stands_inside(text):
    found = states(text)

    assert (found["said"], found["bridge"], found["twice"]) == (OUTSIDE, INSIDE, OUTSIDE)
    assert [w.quote for w in read(text) if w.quote in (OPENS, CLOSES)] == [OPENS, CLOSES]


def test_a_mark_that_was_forgotten_does_not_turn_all_others_round():
    found = states('"The ferry, she said. He said "the bridge holds" twice.')

    assert (found["bridge"], found["twice"]) == (INSIDE, OUTSIDE)


def test_an_apostrophe_is_no_quotation_mark():
    assert INSIDE not in states("The workers’ council won't open the Mayor's letter.").values()


def test_a_mark_left_open_ends_with_its_block():
    found = states("“We shall not sign\n\nThe ferry left at nine.")

    assert (found["sign"], found["ferry"]) == (INSIDE, OUTSIDE)


def test_a_word_broken_at_a_line_end_is_one_word():
    text = "The har-\nbour is closed."
    document = Document("t", text, (Block("paragraph", (Span(0, len(text)),)),), layout=None)

    harbour = list(words(document))[1]

    assert harbour.text == "harbour"
    assert text[harbour.start : harbour.end] == "har-\nbour"
