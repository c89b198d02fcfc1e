"""The view for people."""

from __future__ import annotations

import unicodedata

import pytest
from handmade import document_of, reading_of, wire
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Text

from quoth.export.view import Screen, view
from quoth.records import Block, Document, Passage, Place, Reading, Span, Statement

LONG = "the inquiry would hear every survivor and every clerk " * 12

TEXTS = st.text(st.characters(codec=None)).map(lambda text: f"x{text}")  # lone surrogates too


def drawn(reading: Reading, **screen: object) -> str:
    return "".join(view(reading, Screen(**screen)))


def said(text: str, form: str = "indirect") -> Reading:
    """A reading of `She said TEXT`."""
    return reading_of(document_of(f"She said {text}"), [("She", "said", (text,), form)])


def test_styles_on_a_terminal(expected, monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    expected("view-styled.ansi", drawn(wire(), styled=True))


def test_fits_a_narrow_screen(expected):
    expected("view-narrow.txt", drawn(wire(), width=50))


def test_styles_only_add_to_what_is_told(monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    plain = [line.rstrip() for line in drawn(wire()).splitlines()]
    styled = drawn(wire(), styled=True)

    assert "\x1b[" in styled
    assert [Text.from_ansi(line).plain.rstrip() for line in styled.splitlines()] == plain


def test_shortens_long_contents_and_says_so():
    assert "… 11 more lines" in drawn(said(LONG.strip()))


def test_shows_long_contents_whole_on_request():
    shown = drawn(said(LONG.strip()), full=True)

    assert "more lines" not in shown
    assert shown.count("survivor") == 12


def test_joins_broken_lines():
    assert "one two three" in drawn(said("one\n  two\r\nthree"))


def test_wide_and_combining_characters_keep_the_columns():
    for text in ("渡轮公司的发言人" * 8, "c\u0327a va e\u0301te\u0301 " * 12, "👩‍👩‍👧 🇳🇴 " * 20):
        places = [line for line in drawn(said(text.strip())).splitlines() if "line 1" in line]
        assert [cell_len(line) for line in places] == [80]


class Fixed:
    """A layout that gives every stretch the same place."""

    def __init__(self, place: Place) -> None:
        self._place = place

    def place(self, span: Span, block: int) -> Place:
        return self._place


@pytest.mark.parametrize(
    ("place", "label"),
    [
        (Place(7, line=14, column=30), "line 14"),
        (Place(7, page=3, boxes=((72.0, 90.0, 300.0, 102.0),)), "page 3"),
        (Place(7, element="main > p:nth-of-type(4)"), "block 7"),
    ],
)
def test_says_where_in_the_words_of_the_format(place, label):
    document = Document("page", "no", (Block("paragraph", (Span(0, 2),)),), Fixed(place))
    content = Passage(document, (Span(0, 2),))
    statement = Statement("s1", None, None, content, "indirect", None, 0.5)

    shown = drawn(Reading(document, (statement,), "none"))

    assert any(line.endswith(label) for line in shown.splitlines())
    assert "(no source)" in shown
    assert "(no cue)" in shown


def test_tells_next_to_nothing_from_nothing():
    assert "under 1 % somebody else's word" in drawn(
        reading_of(
            document_of("word " * 1000 + "She said no"), [("She", "said", ("no",), "indirect")]
        )
    )


@given(TEXTS, st.sampled_from(["direct", "mixed"]))
def test_no_character_of_a_document_commands_the_terminal(text, form):
    document = document_of(text, name=text)
    content = Passage(document, (Span(0, len(text)),))
    statement = Statement("s1", content, content, content, form, None, 1.0)
    shown = drawn(Reading(document, (statement,), ""))

    assert not {c for c in shown if unicodedata.category(c) in ("Cc", "Cs")} - {"\n"}
    shown.encode()
