"""Leading back to the words on a page: elements and text fragments."""

from __future__ import annotations

import pickle
from dataclasses import replace
from urllib.parse import unquote

from quoth.documents import open_document
from quoth.records import Document, Place, Span

PAGE = """<!doctype html><title>Ferry sinks off Port Ellery</title>
<nav><ul><li><a href="/">Nobody counted</a></li></ul></nav>
<article><h1>Ferry sinks off Port Ellery</h1>
<p>“Nobody counted,” said Oda Fell, who runs the harbour at Port Ellery and its lights.</p>
<p>Asked a second time, and in <em>writing</em>, Ms Fell said: nobody counted.</p>
<p>The hand-written list, of crew & guests, was lost. “Nobody counted,” said the mate later.</p>
<p>The inquiry opens on Monday.<br>It is to last two weeks at the most.</p>
</article>"""


def place(document: Document, words: str, nth: int = 0) -> Place:
    start = -1
    for _ in range(nth + 1):
        start = document.text.index(words, start + 1)
    return document.layout.place(Span(start, start + len(words)), document.block_at(start))


def test_a_stretch_that_stands_once_on_its_page_is_named_by_its_words() -> None:
    document = open_document(PAGE.encode(), "ferry.html")

    assert (
        place(document, "Asked a second time").fragment == "#:~:text=Asked%20a%20second%20time%2C"
    )


def test_hyphens_commas_and_ampersands_are_not_taken_for_signs_of_the_directive() -> None:
    fragment = place(open_document(PAGE.encode(), "x.html"), "hand-written list, of crew & guests,")

    assert fragment.fragment == ("#:~:text=hand%2Dwritten%20list%2C%20of%20crew%20%26%20guests%2C")


def test_a_stretch_like_others_is_told_by_the_words_around_it() -> None:
    document = open_document(PAGE.encode(), "ferry.html")

    first = place(document, "“Nobody counted,”").fragment
    second = place(document, "“Nobody counted,”", nth=1).fragment

    assert unquote(first or "") == "#:~:text=“Nobody counted,”,-said Oda"
    assert unquote(second or "") == "#:~:text=was lost.-,“Nobody counted,”,-said the"


def test_a_part_of_a_word_leads_to_the_word() -> None:
    document = open_document(PAGE.encode(), "ferry.html")

    assert place(document, "uiry ope").fragment == "#:~:text=inquiry%20opens"


def test_a_stretch_over_lines_and_blocks_is_named_by_its_ends() -> None:
    document = open_document(PAGE.encode(), "ferry.html")
    start, end = document.text.index("Asked"), document.text.index("at the most.")

    fragment = document.layout.place(Span(start, end), 2).fragment

    assert unquote(fragment or "") == ("#:~:text=Asked a second time, and,is to last two weeks")


def test_an_element_and_its_fragment_survive_the_way_between_processes() -> None:
    # A parser's process sends a document without the bytes that it was sent.
    document = replace(open_document(PAGE.encode(), "ferry.html"), original=None)

    again = pickle.loads(pickle.dumps(document))

    assert place(again, "writing") == place(document, "writing")
    assert place(again, "writing").element == (
        "html > body > article:nth-of-type(1) > p:nth-of-type(2) > em:nth-of-type(1)"
    )
    assert len(pickle.dumps(document)) < 3 * len(PAGE)
