"""Articles with another surface: what they look like, and that spans lead back to the original."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from handmade import WIRE, StandIn
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.replaced import Replacement, replaced
from benchmarks.respell import KINDS, of_kind, quotation_marks
from benchmarks.surface import ALLOWED, Article, Figures, Row, led_back, measured
from quoth.documents import from_text

STRAIGHT = """\
Clerk calls levy 'a mistake'

"We can't pay," Oda Fell said. "She told us, 'It is the workers' levy,' and left."

Varn's clerk called it "needless"; the mayor—"a friend"—denied that.
"""
CURLY = """\
Clerk calls levy ‘a mistake’

“We can’t pay,” Oda Fell said. “She told us, ‘It is the workers’ levy,’ and left.”

Varn’s clerk called it “needless”; the mayor—“a friend”—denied that.
"""
BRITISH = """\
Clerk calls levy ‘a mistake’

‘We can’t pay,’ Oda Fell said. ‘She told us, “It is the workers’ levy,” and left.’

Varn’s clerk called it ‘needless’; the mayor—‘a friend’—denied that.
"""
GUILLEMETS = """\
Clerk calls levy 'a mistake'

«We can't pay,» Oda Fell said. «She told us, 'It is the workers' levy,' and left.»

Varn's clerk called it «needless»; the mayor—«a friend»—denied that.
"""
UNMARKED = """\
Clerk calls levy a mistake

We can't pay, Oda Fell said. She told us, It is the workers' levy, and left.

Varn's clerk called it needless; the mayor—a friend—denied that.
"""
WRAPPED = """\
Clerk calls levy 'a mistake'

"We can't pay," Oda Fell said. "She told us, 'It is the workers' levy,'
and left."

Varn's clerk called it "needless"; the mayor—"a friend"—denied that.
"""
LONG = "\n\n".join(
    ["Port Ellery waits"]
    + ["“Nobody counted the boats,” the harbourmaster said of the long night. " * 20] * 4
)

PIECES = st.sampled_from(
    [
        "\r\n",
        "''",
        '"So it is," ',
        "‘tis the workers’ pay’ ",
        "6'3\"",
        '<a href="x">',
        "harbourmaster ",
    ]
) | st.sampled_from("\"'“”‘’«„ \n\f—\u00adßb")
TEXTS = st.lists(PIECES | st.text(max_size=8), max_size=30).map("".join) | st.just(LONG)


def looks(kind: str, text: str = STRAIGHT) -> str:
    return of_kind(kind, text, "levy.txt").text


def in_place(kind: str, text: str = LONG) -> Iterator[tuple[str, str]]:
    """What stood where something was replaced, and what stands there now."""
    for one in of_kind(kind, text, "boats.txt").replacements:
        yield text[one.start : one.end], one.new


@pytest.mark.parametrize("text", [STRAIGHT, CURLY])
@pytest.mark.parametrize(
    ("kind", "shown"),
    [("straight marks", STRAIGHT), ("curly marks", CURLY), ("British ‘ ’", BRITISH)],
)
def test_marks_and_apostrophes_are_of_one_style(text: str, kind: str, shown: str) -> None:
    assert looks(kind, text) == shown


def test_other_double_marks_leave_single_ones_and_apostrophes_alone() -> None:
    assert looks("« »") == GUILLEMETS
    assert looks("„ “") == GUILLEMETS.replace("«", "„").replace("»", "“")


def test_without_marks_apostrophes_stay() -> None:
    assert looks("no marks") == UNMARKED


@pytest.mark.parametrize(
    ("text", "curly"),
    [
        ("''So it is,'' he wrote.", "“So it is,” he wrote."),
        ('He is 6\'3" tall. "So"', 'He is 6’3" tall. “So”'),
        ('<a href="x">"So"</a>', '<a href="x">“So”</a>'),
        ("”So it is,” he wrote of “it.“", "“So it is,” he wrote of “it.”"),
        ("“So it is.\n\n“And so on.”", "“So it is.\n\n“And so on.”"),
        ('She said "\'So\' " and "x"y.', "She said “‘So’ ” and “x”y."),
    ],
)
def test_marks_as_news_has_them(text: str, curly: str) -> None:
    assert looks("curly marks", text) == curly


def test_line_ends_of_windows() -> None:
    assert looks("CRLF line ends") == STRAIGHT.replace("\n", "\r\n")
    assert looks("CRLF line ends", "a\r\nb\n") == "a\r\nb\r\n"


def test_wrapped_lines() -> None:
    assert looks("wrapped at 72 columns") == WRAPPED
    full = "a" * 36 + " " + "b" * 35
    assert looks("wrapped at 72 columns", f"{full} c {'d' * 80} e") == f"{full}\nc\n{'d' * 80}\ne"


def test_paragraphs_that_a_line_end_parts_are_still_parted_when_wrapped() -> None:
    text = "Nobody counted the boats. " * 4 + "She left.\nShe came back."

    assert looks("wrapped at 72 columns", text).endswith(" She left.\n\nShe came back.")
    assert looks("wrapped at 72 columns", WRAPPED) == WRAPPED


def test_pages_end_inside_of_sentences_and_are_numbered() -> None:
    pages = looks("page breaks", LONG).split("\f")

    numbers = [int(page.split()[-1]) for page in pages[:-1]]
    assert len(numbers) > 2
    assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    assert pages[-1] == ""
    assert all(re.search(r"\S\n\n\d+\n\n\Z", page) for page in pages[:-2])
    assert all(len(page) < 2900 for page in pages)
    assert pages[1][0].isalpha() or pages[1][0] == "“"
    assert looks("page breaks").startswith(STRAIGHT)  # shorter than a page


def test_soft_hyphens_stand_in_one_long_word_of_five() -> None:
    text = looks("soft hyphens", LONG)

    parted = re.findall(r"\w+\u00ad\w+", text)
    assert text.replace("\u00ad", "") == LONG
    assert {word.replace("\u00ad", "") for word in parted} == {"harbourmaster"}
    assert 0.1 < len(parted) / LONG.count("harbourmaster") < 0.3
    assert "\u00ad" not in looks("soft hyphens", "Nobody counted boats. " * 20)


def test_one_space_of_five_allows_no_break() -> None:
    changed = list(in_place("no-break spaces"))

    assert set(changed) == {(" ", "\u00a0")}
    assert 0.15 < len(changed) / LONG.count(" ") < 0.25


def test_the_title_is_in_capitals() -> None:
    title, rest = STRAIGHT.split("\n", 1)

    assert looks("title in capitals", f"\n{STRAIGHT}") == f"\n{title.upper()}\n{rest}"
    assert looks("title in capitals", "Straße\n") == "STRASSE\n"


def test_one_word_of_twenty_is_mistyped() -> None:
    changed = list(in_place("typos"))

    assert 0.03 < len(changed) / len(re.findall(r"[^\W\d_]{2,}", LONG)) < 0.07
    for word, typed in changed:
        assert typed != word
        assert abs(len(typed) - len(word)) <= 1
        assert set(typed) <= set(word)
    assert {len(typed) - len(word) for word, typed in changed} == {-1, 0, 1}


@pytest.mark.parametrize("kind", KINDS)
def test_an_article_comes_out_the_same_each_time(kind: str) -> None:
    assert of_kind(kind, LONG, "a") == of_kind(kind, LONG, "a")


def test_draws_differ_between_articles() -> None:
    assert of_kind("typos", LONG, "a") != of_kind("typos", LONG, "b")


def now(replacements: tuple[Replacement, ...], start: int, end: int) -> tuple[int, int]:
    """Where a word of the original stands now, if nothing reaches over its edges."""
    grown = [(r, len(r.new) - (r.end - r.start)) for r in replacements]
    return (
        start + sum(more for r, more in grown if r.end <= start),
        end + sum(more for r, more in grown if r.end <= end and r.start < end),
    )


@pytest.mark.parametrize("kind", KINDS)
@given(text=TEXTS)
def test_every_word_leads_back_to_itself(kind: str, text: str) -> None:
    changed = of_kind(kind, text, "any")

    for word in re.finditer(r"[^\W\d_]+", text):
        start, end = now(changed.replacements, *word.span())
        if not any(r.start < word.end() and r.end > word.start() for r in changed.replacements):
            assert changed.text[start:end] == word[0]
        assert changed.original(start, end) == word.span()


@pytest.mark.parametrize("kind", KINDS)
@given(text=TEXTS, data=st.data())
def test_any_span_leads_back_into_the_text(kind: str, text: str, data: st.DataObject) -> None:
    changed = of_kind(kind, text, "any")
    start = data.draw(st.integers(0, len(changed.text)))
    end = data.draw(st.integers(start, len(changed.text)))

    first, last = changed.original(start, end)

    assert 0 <= first <= last <= len(text)
    assert changed.original(0, end)[1] <= changed.original(0, len(changed.text))[1]


@pytest.mark.parametrize("text", [STRAIGHT, CURLY])
@pytest.mark.parametrize("kind", KINDS)
def test_both_paragraphs_lead_back_word_by_word(kind: str, text: str) -> None:
    changed = of_kind(kind, text, "levy.txt")

    words = re.findall(r"\w+", text)
    back = [
        text[slice(*changed.original(*word.span()))]
        for word in re.finditer(r"[\w\u00ad]+", changed.text)
    ]
    assert [word for word in back if word.strip()] == words


def test_an_edge_inside_of_a_replacement_goes_out_to_its_edge() -> None:
    changed = replaced("one two three", [Replacement(4, 7, "zwei")])

    assert changed.text == "one zwei three"
    assert changed.original(6, 14) == (4, 13)
    assert changed.original(0, 5) == (0, 7)


def test_marks_left_out_at_the_edges_stay_out() -> None:
    changed = of_kind("no marks", 'She said "so it is" twice.', "a")
    start = changed.text.index("so")

    assert changed.original(start, start + len("so it is")) == (10, 18)


def test_replacements_that_overlap_are_refused() -> None:
    with pytest.raises(ValueError, match="overlap at character 3"):
        replaced("one two", [Replacement(0, 4, "1"), Replacement(3, 5, "2")])


def test_straight_marks_beside_each_other_open_and_close() -> None:
    marks = [(mark.opens, mark.level) for mark in quotation_marks("\"'So,'\" he said.")]

    assert marks == [(True, "double"), (True, "nested"), (False, "nested"), (False, "double")]


def test_statements_of_a_changed_text_point_into_the_original() -> None:
    changed = of_kind("curly marks", WIRE, "wire.txt")
    [first, *_] = led_back(StandIn().read(from_text(changed.text)), changed)

    def shown(role: str) -> list[str]:
        return [WIRE[start:end] for start, end in first[role]]

    assert shown("source") == ["A harbour official"]
    assert shown("cue") == ["said"]
    assert shown("content") == ["the ferry had carried at least 40 people too many"]


class Scorer:
    """Counts contents that the words of the gold hold, in the form of the scorer's tallies."""

    def score(self, triples: list[tuple[str, list[str], list[Any]]]) -> dict[Any, Any]:
        hits = sum(
            all(text[start:end] in gold for start, end in one["content"])
            for text, gold, found in triples
            for one in found
        )
        right = hits / sum(len(gold) for _, gold, _ in triples)
        tally = SimpleNamespace(prf=lambda: (0, 0, right))
        return {("all", "relation"): tally, ("token", "content"): tally}


def test_each_kind_is_set_beside_the_articles_as_they_are() -> None:
    gold = ["the ferry had carried at least 40 people too many", "that account"]
    rows = list(measured([Article("wire.txt", WIRE, gold)], StandIn(), Scorer()))

    assert [row.kind for row in rows] == ["as it is", *KINDS] == list(ALLOWED)
    assert rows[0].figures == (100, 100)
    assert str(rows[0]) == "| as it is | 100.0 | 0.0 | 0 | 100.0 | 0.0 |"
    assert str(rows[1]) == "| straight marks | 100.0 | 0.0 | 1 | 100.0 | 0.0 |"
    # This reader knows its sentences only as they are spelled.
    assert [row.figures.relation for row in rows if row.kind == "no-break spaces"] == [50]
    assert "no-break spaces" in {row.kind for row in rows if row.too_far}


def test_a_fall_is_too_far_when_it_is_larger_than_its_kind_is_allowed() -> None:
    def told(kind: str, relation: float) -> str | None:
        return Row(kind, Figures(relation, 80.0), Figures(77.0, 80.0)).too_far

    assert told("typos", 74.0) is None
    assert told("no marks", 69.5) is None
    assert told("CRLF line ends", 79.0) is None
    fallen = "CRLF line ends: relation fell by 1.50 points, at most 1 is allowed"
    assert told("CRLF line ends", 75.5) == fallen
