"""Sets marked by hand: how they are drawn, how answers are taken and readers compared."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from benchmarks.marks import draw, sets
from benchmarks.marks.__main__ import main
from benchmarks.marks.agreement import alike, kappa, overlap, paired
from benchmarks.marks.answers import Wrong, place, resolved
from benchmarks.marks.documents import POLNEAR, names, sentences, text_of
from benchmarks.marks.sets import SETS
from benchmarks.tools import DATA, SCORER

needs_data = pytest.mark.skipif(
    not (DATA.is_dir() and SCORER.exists()), reason="needs ../shared with its data"
)
DOCUMENT = "training/documents/essay_curfew"
TEXT = text_of(DOCUMENT)
FIRST = TEXT.index("Begin with")
PASSAGE = {"n": 7, "document": DOCUMENT, "passage": [[FIRST, TEXT.index("\n", FIRST)]]}
STATEMENT = {"n": 1, "document": DOCUMENT, "source": [[0, 3]], "cue": [[4, 7]], "content": [[8, 9]]}


def taken(name: str, item: sets.Record, *typed: dict[str, object]) -> sets.Record:
    """The record of an item's answers, where nothing is wrong with them."""
    records, problems = resolved(SETS[name], [item], [json.dumps(one) for one in typed])
    assert problems == []
    return records[0]


def wrong(name: str, item: sets.Record, *typed: dict[str, object]) -> str:
    records, problems = resolved(SETS[name], [item], [json.dumps(one) for one in typed])
    assert records == []
    return "\n".join(problems)


def words(spans: list[list[int]]) -> list[str]:
    return [TEXT[start:end] for start, end in spans]


# The draw


@needs_data
@pytest.mark.filterwarnings("ignore::ResourceWarning")  # the scorer leaves its files open
@pytest.mark.parametrize("name", list(SETS))
def test_the_draw_gives_the_items_that_are_kept(name: str) -> None:
    drawn = draw.draw(name)
    kept = [json.loads(sets.items_file(name, held).read_text("utf-8")) for held in (False, True)]
    assert [*drawn] == kept


@pytest.mark.parametrize("name", list(SETS))
def test_a_third_is_held_and_shares_no_document_with_the_rest(name: str) -> None:
    open_, held = (sets.load(sets.items_file(name, held)) for held in (False, True))
    assert len(held) / (len(open_) + len(held)) == pytest.approx(1 / 3, abs=0.01)
    assert not {item["document"] for item in open_} & {item["document"] for item in held}
    assert [item["n"] for item in open_ + held] == list(range(1, len(open_ + held) + 1))
    assert not any("tests/genres" in item["document"] for item in open_)


@pytest.mark.parametrize("name", ["sources", "cues", "nested", "figures"])
def test_a_fifth_comes_from_other_genres_than_news(name: str) -> None:
    items = [item for held in (False, True) for item in sets.load(sets.items_file(name, held))]
    others = [item for item in items if not item["document"].startswith(POLNEAR)]
    assert 0.18 <= len(others) / len(items) <= 0.33
    assert all(draw.OTHER_GENRES.search(item["document"]) for item in others)


def test_half_of_the_sources_are_pronouns_or_descriptions() -> None:
    items = [i for held in (False, True) for i in sets.load(sets.items_file("sources", held))]
    news = [item for item in items if item["document"].startswith(POLNEAR)]
    assert len(news) == 300
    assert sum(item["group"] in ("pronoun", "description") for item in news) == 150


def test_item_files_hold_offsets_and_no_text() -> None:
    known = {"n", "document", "group", "source", "cue", "content", "passage"}
    for path in sets.MARKED.rglob("items/*.json"):
        assert all(set(item) <= known for item in sets.load(path))


@pytest.mark.parametrize("held", [False, True])
@pytest.mark.parametrize("name", list(SETS))
def test_every_item_is_settled_with_labels_of_the_guide(name: str, held: bool) -> None:
    settled = sets.load(sets.final_file(name, held))
    assert [s["n"] for s in settled] == [i["n"] for i in sets.load(sets.items_file(name, held))]
    marks = [mark for one in settled for mark in (one["marks"] if SETS[name].main else [one])]
    for field, kind in SETS[name].fields.items():
        if kind.kind == "label":
            assert {mark[field] for mark in marks} <= {*kind.labels}


@pytest.mark.parametrize(
    ("source", "group"),
    [
        ("The colonel", "description"),
        ("Colonel Matthis Reave", "name"),
        ("his", "pronoun"),
        ("Matthis", "name"),
    ],
)
def test_how_a_source_is_put(source: str, group: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(draw, "text_of", lambda _: source)
    assert draw.group_of({"document": "any", "source": [[0, len(source)]]}) == group


def test_sentences_end_before_a_capital_and_not_at_a_title() -> None:
    text = "“We saw it.” Mr. Orr wept. He left at 3.30 p.m. and\nslept.\n\nA heading\n"
    found = [text[start:end] for start, end in sentences(text)]
    assert found == [
        "“We saw it.”",
        "Mr. Orr wept.",
        "He left at 3.30 p.m. and\nslept.",
        "A heading",
    ]


def test_a_folder_without_documents_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="no documents there"):
        names(str(tmp_path))


# Typed answers


def test_words_stand_for_their_place() -> None:
    text = "She said that he said: ‘The dam\nwas sound.’ The wall, she said."
    end = len(text)
    assert place("said|2", text, 0, end) == [17, 21]
    assert place("{he} said", text, 0, end) == [14, 16]
    assert place("'The dam … sound.'", text, 0, end) == [23, 43]
    assert place("The dam was", text, 0, end) == [24, 35]
    assert place("said", text, 0, end, near=(0, 0)) == [4, 8]
    assert place("said", text, 0, end, near=(45, 53)) == [58, 62]


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("said", "3 times"),
        ("aid", "not stand there"),
        ("said|4", "3 times"),
        ("dam … he", "follow"),
    ],
)
def test_words_that_have_no_place_or_several_are_refused(typed: str, why: str) -> None:
    text = "She said that he said: ‘The dam was sound.’ The wall, she said."
    with pytest.raises(Wrong, match=why):
        place(typed, text, 0, len(text))


def test_the_answer_for_a_source_may_name_words_of_the_whole_document() -> None:
    answer = taken(
        "sources",
        STATEMENT,
        {"n": 1, "entity": "Judge Fenna Loxley", "kind": "person", "named": True, "role": "chair"},
    )
    assert words(answer["entity"]) == ["Judge Fenna Loxley"]
    assert words(answer["role"]) == ["chair"]
    assert answer["reason"] is None


def test_the_marks_of_a_passage_are_read_in_order_and_linked() -> None:
    outer = {"n": 7, "id": "a", "cue": "reported", "content": "that they … halt"}
    inner = {"n": 7, "in": "a", "source": "they", "cue": "refused", "content": "to halt"}
    given = {"n": 7, "in": 1, "content": "the streets"}
    marks = taken("nested", PASSAGE, inner, given, outer)["marks"]
    assert [words(mark["content"]) for mark in marks] == [
        ["the streets"],
        ["that they had refused to halt"],
        ["to halt"],
    ]
    assert words(marks[2]["in"]) == ["that they had refused to halt"]
    assert "cleared by dusk" in words(marks[0]["in"])[0]  # the first statement shown


def test_a_passage_with_nothing_to_mark_is_answered_by_its_number() -> None:
    assert taken("figures", PASSAGE, {"n": 7}) == {"n": 7, "marks": []}


def test_a_figure_has_its_numbers_and_what_is_counted() -> None:
    typed = {"n": 7, "span": "two", "low": 2, "high": 2, "bound": "exact", "of": "dockers"}
    (mark,) = taken("figures", PASSAGE, typed)["marks"]
    assert (mark["low"], mark["unit"], words(mark["of"])) == (2, None, ["dockers"])


@pytest.mark.parametrize(
    ("name", "typed", "why"),
    [
        ("cues", {"n": 1, "act": "shout", "stance": "neutral", "polarity": "positive"}, "act"),
        ("cues", {"n": 1, "act": "deny", "stance": "neutral"}, "polarity is missing"),
        ("cues", {"n": 1, "tone": "sharp"}, "no such field: tone"),
        ("charges", {"n": 1, "marks": ["insult"]}, "none of charge"),
        ("charges", {"n": 99, "marks": []}, "not answered"),
        ("sources", {"n": 1, "kind": "person", "named": "yes"}, "named"),
        ("sources", {"n": 1, "kind": "person", "named": True, "entity": "Nobody"}, "stand there"),
    ],
)
def test_what_is_wrong_is_said(name: str, typed: dict[str, object], why: str) -> None:
    assert why in wrong(name, STATEMENT, typed)


# Agreement


def test_kappa_is_agreement_beyond_chance() -> None:
    pairs = [("a", "a")] * 20 + [("a", "b")] * 5 + [("b", "a")] * 10 + [("b", "b")] * 15
    assert kappa(pairs) == pytest.approx(0.4)  # 35 of 50 alike, 25 by chance
    assert kappa([("a", "a")]) is None


def test_marks_are_paired_by_overlap_one_to_one() -> None:
    one = [{"span": [[0, 10]]}, {"span": [[20, 30]]}]
    other = [{"span": [[22, 30]]}, {"span": [[0, 10]]}, {"span": [[0, 9]]}]
    assert overlap([[0, 10]], [[5, 15]]) == pytest.approx(1 / 3)
    assert paired("span", one, other) == [(one[0], other[1]), (one[1], other[0])]


def test_two_mentions_are_one_entity_where_the_words_of_one_are_in_the_other() -> None:
    full, short, else_ = (
        taken("sources", STATEMENT, {"n": 1, "entity": who, "kind": "person", "named": True})
        for who in ("Judge Fenna Loxley", "Loxley", "Silas Quorn")
    )
    assert alike(SETS["sources"], STATEMENT, full, short)
    assert not alike(SETS["sources"], STATEMENT, full, else_)


# The commands

Run = Callable[..., Result]


@pytest.fixture
def marks(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """`marks("show", "cues")` with two items of our own, and files in a folder of the test's."""
    monkeypatch.setattr(sets, "MARKED", tmp_path)
    sets.save(sets.items_file("figures", False), [PASSAGE])

    def run(*arguments: str, typed: str = "") -> Result:
        if typed:
            (tmp_path / "typed").write_text(typed, "utf-8")
            arguments = tuple(str(tmp_path / "typed") if a == "TYPED" else a for a in arguments)
        return CliRunner().invoke(main, arguments)

    return run


def figure(**fields: object) -> str:
    return json.dumps(
        {"n": 7, "span": "two", "low": 2, "high": 2, "bound": "exact", "of": "dockers"} | fields
    )


def test_a_passage_is_shown_after_the_paragraph_before_it(marks: Run) -> None:
    shown = marks("show", "figures").stdout
    assert shown.startswith(f"===== {DOCUMENT}\n--- 7\n    (before: ")
    assert "By midnight two dockers were dead" in shown


def test_statements_are_shown_in_brackets() -> None:
    shown = CliRunner().invoke(main, ["show", "cues", "--to", "1"]).stdout
    assert "⟦1S: The minister⟧ ⟦1C: has promised⟧ ⟦1: findings" in shown


def test_two_readers_are_checked_compared_and_settled(marks: Run, tmp_path: Path) -> None:
    checked = marks("check", "figures", "TYPED", "one", typed=figure())
    assert '7: {"span": "two", "low": 2' in checked.stdout
    marks("check", "figures", "TYPED", "two", typed=figure(bound="about"))
    agreed = marks("agree", "figures", "one", "two", "--differences").stdout
    assert "1 and 1 marks in 1 passages; F1 100.0 %, exact 100.0 %" in agreed
    assert "| bound | 1 | 0.0 % | 0.00 |" in agreed
    assert 'two 7: {"span": "two"' in agreed

    undecided = marks("settle", "figures", "one", "two", "TYPED", typed="\n")
    assert (undecided.exit_code, undecided.stderr) == (1, "wrong: not answered: 7\n")
    marks("settle", "figures", "one", "two", "TYPED", typed=figure(bound="about"))
    assert json.loads((tmp_path / "figures.json").read_text())[0]["marks"][0]["bound"] == "about"


def test_wrong_answers_are_named_and_nothing_is_written(marks: Run, tmp_path: Path) -> None:
    done = marks("check", "figures", "TYPED", "one", typed=figure(span="four"))
    assert done.exit_code == 1
    assert "wrong: 7: span: 'four' does not stand there" in done.stderr
    assert not (tmp_path / "answers").exists()
