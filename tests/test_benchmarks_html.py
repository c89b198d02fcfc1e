"""What the benchmark of web pages counts as right, on the smallest examples."""

from __future__ import annotations

import gzip
import json

import pytest

from benchmarks.html import PAGES, report
from benchmarks.html_scores import Mark, body, body_text, kept, page, said_right
from benchmarks.html_tools import FIELDS, Extractor, pages_in, said
from benchmarks.structure import Tally
from quoth.records import BODY

SAID = dict.fromkeys(FIELDS)
ARTICLE = (
    Mark("title", "The ferry was full"),
    Mark("paragraph", "The harbour office denied on Monday that the ferry was full."),
    Mark("quotation", "We counted every head twice, and it was half empty.", pull=True),
    Mark("paragraph", "It said: We counted every head twice, and it was half empty."),
    Mark("quotation", "Nobody counted me, I came aboard with the goats."),
    Mark("item", "a radio"),
)
TRUTH = json.dumps({**SAID, "blocks": [{"kind": "paragraph", "text": "One two three four five"}]})


def test_a_body_is_compared_by_four_words_at_a_time() -> None:
    half = body("one two three four", truth="one two three four five")

    assert (half.precision, half.recall) == (1, 0.5)
    assert half.f1 == pytest.approx(2 / 3)
    assert body("", "one two three four").f1 == body("six seven eight nine", "").f1 == 0


def test_titles_are_no_body_and_a_text_is_all_body() -> None:
    assert body_text(ARTICLE).startswith("The harbour office")
    assert body_text("The ferry was full") == "The ferry was full"


def test_a_pull_quote_is_not_kept_by_the_words_it_repeats() -> None:
    pull, without = ARTICLE[2:3], [ARTICLE[1], *ARTICLE[3:]]

    assert kept(pull, ARTICLE, body_text(ARTICLE)) == Tally(7, 7)
    assert kept(pull, ARTICLE, body_text(without)) == Tally(0, 7)
    assert kept(ARTICLE[3:4], ARTICLE, body_text(without)) == Tally(9, 9)


def test_what_is_dropped_is_not_kept_and_short_blocks_do_not_count() -> None:
    assert kept(ARTICLE[4:5], ARTICLE, "Nobody counted me, I came aboard") == Tally(3, 6)
    assert kept(ARTICLE[5:], ARTICLE, "") == Tally(0, 0)


@pytest.mark.parametrize(
    ("field", "truth", "found", "right"),
    [
        ("title", "“Full”, says mayor", '"FULL", says Mayor', True),
        ("authors", ["Ada Voss", "Ben Roe"], ["Ben Roe", "Ada Voss"], True),
        ("authors", ["Ada Voss"], ["Ada Voss", "Staff"], False),
        ("authors", None, [], True),
        ("outlet", "The Bay Standard", "Bay Standard", True),
        ("outlet", None, "Bay Standard", False),
        ("published", "2031-05-06T06:00:00+01:00", "2031-05-06", True),
        ("modified", "2031-05-06", None, False),
        ("language", "en-GB", "en", True),
        ("language", None, "en", True),
        ("address", "https://a.example/1", "https://a.example/1?print", False),
    ],
)
def test_a_field_is_right_but_for_case_marks_and_time(field, truth, found, right) -> None:
    assert said_right(field, {field: truth}, {field: found}) is right


def test_pages_are_read_packed_or_not_with_what_is_said_of_them(tmp_path) -> None:
    (tmp_path / "b.html").write_bytes(b"<p>plain")
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(b"<p>packed"))

    assert list(pages_in(tmp_path)) == [("a", b"<p>packed"), ("b", b"<p>plain")]
    assert said(Extractor("mute", "mute", lambda _: ""), b"<p>plain") == SAID


def test_every_program_has_its_row_in_every_table(tmp_path) -> None:
    (tmp_path / "a.html").write_bytes(b"<p>One two three four five")
    (tmp_path / "ground-truth.json").write_text('{"a": {"articleBody": "One two three four"}}')
    (tmp_path / "a.json").write_text(TRUTH[:-1] + ', "refers": []}')
    parrot = Extractor("Parrot", "parrot", lambda _: "One two three four five", lambda _: SAID)

    lines = list(report([parrot], tmp_path, [page(tmp_path / "a.html")]))

    rows = [line for line in lines if line.startswith("| Parrot")]
    assert rows[0] == "| Parrot | 0.667 | 0.500 | 1.000 | 1 |"
    assert rows[1] == "| Parrot | 1.000 | 0 |  |  |  |"
    assert rows[2] == f"| Parrot |{' 1 |' * len(FIELDS)}"


@pytest.mark.parametrize("path", sorted(PAGES.glob("*/*.html")), ids=lambda path: path.stem)
def test_every_page_has_a_truth_of_known_kinds_with_quotations_or_lists(path) -> None:
    own = page(path)

    others = {"title", "deck", "byline", "dateline", "caption", "footnote", "table"}
    assert {block.kind for block in own.blocks} <= BODY | others
    assert own.marked("quotation")
    notes = {block.text for block in own.blocks if block.kind == "footnote"}
    assert all(note in notes for _, note in own.refers)
