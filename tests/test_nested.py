"""Statements inside statements, as the network finds them and by the rules that place them."""

from __future__ import annotations

import itertools

import pytest

from quoth import read_text
from quoth.documents import from_text
from quoth.reading import Finder
from quoth.reading.acts import is_act, is_filler
from quoth.reading.nested import Look, Nesting, cut, of_one_sentence
from quoth.reading.tokens import words
from quoth.records import Statement

RELAYED = """\
Water board knew of leak, paper says

The Ellery Tidings wrote on Tuesday that Silas Orr told the council that the wall would hold. "The
clerk said that the survey had been lost," Mara Venn, who leads the opposition, told reporters. "I
think he knows where it is."

The board denied that.
"""


@pytest.fixture(scope="module")
def relayed() -> tuple[Statement, ...]:
    return read_text(RELAYED).statements


def said(one: Statement) -> str:
    return " ".join(one.source.text.split()) if one.source else ""


def chain(statements: tuple[Statement, ...], words: str) -> list[str]:
    """Sources from the innermost statement that begins with `words` outwards."""
    by_id = {one.id: one for one in statements}
    one = next(s for s in statements if s.content.text.startswith(words))
    who = [said(one)]
    while one.within:
        one = by_id[one.within]
        who.append(said(one))
    return who


def test_a_page_that_quotes_a_paper_that_quotes_an_official(relayed):
    assert chain(relayed, "that the wall would hold") == ["Silas Orr", "The Ellery Tidings"]


def test_somebody_quoted_speaks_of_another_and_of_herself(relayed):
    who = chain(relayed, "that the survey had been lost")

    assert who[0].lower().endswith("the clerk")
    assert who[1].startswith("Mara Venn")
    assert chain(relayed, "he knows where it is")[0] == "I"


def test_each_lies_inside_the_one_that_it_stands_in(relayed):
    by_id = {one.id: one for one in relayed}
    nested = [one for one in relayed if one.within]

    assert nested
    for one in nested:
        outer = by_id[one.within].content.spans
        inner = one.cue.spans if one.cue else one.content.spans
        assert any(o.start <= i.start and i.end <= o.end for o in outer for i in inner)


def test_what_stands_at_the_top_does_not_depend_on_what_is_inside(relayed):
    document = from_text(RELAYED)
    bare = Finder(nested=False).find(document)[0].statements

    def top(statements: tuple[Statement, ...]) -> list[tuple[object, ...]]:
        return [(s.source, s.cue, s.content, s.form) for s in statements if s.within is None]

    assert set(top(bare)) <= set(top(relayed))


def test_long_contents_are_cut_at_sentences_and_blocks():
    text = "The wall leaked again today. " * 80 + "\n\nIt rained."
    every = list(words(from_text(text)))
    parts = list(cut(list(range(len(every))), every))

    assert list(itertools.chain.from_iterable(part.tolist() for part in parts)) == list(
        range(len(every))
    )
    assert all(every[part[-1]].text == "." for part in parts)
    assert max(map(len, parts)) <= 160


def test_nothing_comes_of_nothing():
    assert Nesting().find("", [], list[Look]()) == []
    assert read_text("").statements == ()


@pytest.mark.parametrize(
    ("cue", "content", "act"),
    [
        ("has never treated", "the guests well", True),
        ("would build", "a second gate", True),
        ("made it clear", "the gate was shut", False),
        ("was against", "the gate", False),
        ("leads", "to doubts", False),
        ("praised", "the gate", False),
    ],
)
def test_verbs_of_doing_with_a_thing_are_no_cues(cue, content, act):
    cue_words, content_words = (list(words(from_text(part))) for part in (cue, content))

    assert is_act(cue_words, content_words) is act


def test_you_know_fills_a_pause():
    you, they, know, clause, bare = (
        list(words(from_text(part)))
        for part in ("You", "They", "know", "that it leaks", "it leaks")
    )

    assert is_filler(you, know, bare)
    assert not is_filler(they, know, bare)
    assert not is_filler(you, know, clause)


@pytest.mark.parametrize(
    ("content", "kept"),
    [
        ("that it leaks. The wall is old", "that it leaks"),
        ("that Mr. Orr knows", "that Mr. Orr knows"),
        ("“it leaks. The wall is old”", "“it leaks. The wall is old”"),
    ],
)
def test_what_is_not_quoted_ends_with_its_sentence(content, kept):
    text = f"thinks {content}"
    cue, *rest = words(from_text(text))

    found = of_one_sentence([cue], rest)

    assert text[found[0].start : found[-1].end] == kept
