"""Words that a writer hands on are laid to whoever said them."""

from __future__ import annotations

import pytest

import quoth


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Dora Lund spoke on Monday. We give her answer in full: “I have not seen it.”",
            "Dora Lund",
        ),
        (
            "We publish the minister's reply in full: “Nobody was paid for the work.”",
            "the minister",
        ),
        ("We asked the mayor for her reply. “We have no money for a school,” she said.", "she"),
        ("We said this a year ago: “Nobody will come to the bridge.”", "We"),
    ],
)
def test_the_words_are_those_of_whom_the_sentence_calls_them(text: str, who: str) -> None:
    found = quoth.read_text(text, model="small").statements
    quoted = next(each for each in found if each.form == "direct")
    assert quoted.source is not None
    assert quoted.source.text == who
