"""Statements are found in a ledger by their words, and by whose, when and where they are."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from handmade import document_of, reading_of, wire
from hypothesis import given
from hypothesis import strategies as st
from kept import keep
from rich.cells import cell_len

from quoth.export.hits import hits_view
from quoth.export.view import Screen
from quoth.ledger import Ledger, open_ledger
from quoth.ledger.finding import BadQuestion, Question, asking
from quoth.records import Reading


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """The wire, a later page about a dredger, and a reprint of that."""
    with open_ledger(tmp_path / "news.db") as ledger:
        keep(ledger, wire(), "Ellery Herald", "2031-03-02")
        for outlet, day in (("The Post", "2031-05-01"), ("Ostmoor Post", "2031-05-02")):
            keep(ledger, dredger(), outlet, day)
        yield ledger


def dredger() -> Reading:
    text = (
        "Ann Marsh said the dredger had struck a list of rocks.\n\n"
        "She said “it’s the café’s fault”."
    )
    rows = [
        ("Ann Marsh", "said", ("the dredger had struck a list of rocks",), "indirect"),
        ("She", "said", ("“it’s the café’s fault”",), "direct"),
    ]
    return reading_of(document_of(text, "dredger.txt"), rows)


def found(ledger: Ledger, words: str = "", **asked: object) -> list[str]:
    return [hit.id for hit in ledger.find(Question(words, **asked)).hits]


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("ferry", ["1:s1"]),
        ("FERRY People", ["1:s1"]),
        ("ferry list", []),
        ("list", ["3:s1", "2:s1", "1:s4"]),
        ('"a list of"', ["3:s1", "2:s1"]),
        ("“a list of”", ["3:s1", "2:s1"]),
        ("overl*", ["1:s3"]),
        ("ferry OR rocks", ["3:s1", "2:s1", "1:s1"]),
        ("list -rocks", ["1:s4"]),
        ("list NOT rocks", ["1:s4"]),
        ("-list -it -s", ["1:s3", "1:s2", "1:s1"]),
        ("cafe", ["3:s2", "2:s2"]),
        ("it's", ["3:s2", "2:s2"]),
        ("ferry AND people", ["1:s1"]),
        ("OR", []),
        ("ferry !!! ''", ["1:s1"]),
    ],
)
def test_words(ledger, words, ids):
    assert found(ledger, words) == ids


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        ({"source": "marsh"}, ["3:s1", "2:s1"]),
        ({"source": '"harbour official"'}, ["1:s1"]),
        ({"acts": ("deny", "report")}, ["1:s6", "1:s2"]),
        ({"kinds": ("organisation",)}, ["1:s3", "1:s2"]),
        ({"forms": ("direct",), "outlet": "herald"}, ["1:s4", "1:s3"]),
        ({"outlet": "post -ostmoor"}, ["2:s2", "2:s1"]),
        ({"since": "2031-05-02"}, ["3:s2", "3:s1"]),
        ({"until": "2031-03", "figure": ">100"}, ["1:s3"]),
        ({"figure": ">=40"}, ["1:s3", "1:s1"]),
        ({"figure": "=40"}, []),
        ({"figure": "100..200"}, ["1:s3"]),
        ({"figure": ">1 %"}, []),
        ({"min_confidence": 0.975}, ["3:s1", "2:s1", "1:s1"]),
    ],
)
def test_what_is_not_words(ledger, asked, ids):
    assert found(ledger, **asked) == ids


def test_words_and_figures_that_were_asked_for_are_told(ledger):
    [hit] = ledger.find(Question('"at least" people ferr*', figure=">=40")).hits
    marked = [hit.content[span.start : span.end] for span in hit.found]
    assert marked == ["ferry", "at least 40", "people"]
    hit, _ = ledger.find(Question("cafe")).hits
    assert [hit.content[span.start : span.end] for span in hit.found] == ["café"]


def test_documents_without_a_date_are_in_no_time(ledger):
    keep(ledger, wire(), "Nowhere", "soon", "elsewhere")
    assert len(found(ledger, until="2031-03-02")) == 6
    assert len(found(ledger)) == 16


def test_reprints_and_versions_count_once(ledger):
    keep(ledger, dredger(), "Third", "2031-05-03", "The Post")
    changed = reading_of(document_of("Ann Marsh said the dredger had sunk."), [DREDGER])
    keep(ledger, changed, "Third", "2031-05-04", "The Post")
    result = ledger.find(Question("dredger"))
    assert [hit.reprints for hit in result.hits] == [0, 2, 2, 2]
    assert result.count.statements == 4
    assert result.count.documents == 4
    # The Post's three versions and the reprint in Ostmoor are one text that was changed.
    assert result.count.once == 1
    assert result.count.exact


DREDGER = ("Ann Marsh", "said", ("the dredger had sunk",), "indirect")


def test_counting_and_ranking_end_at_a_bound_and_say_so(ledger, monkeypatch):
    monkeypatch.setattr(asking, "COUNTED", 3)
    monkeypatch.setattr(asking, "RANKED", 2)
    result = ledger.find(Question(), 2, best=True)
    assert (result.count.statements, result.count.exact, result.best_of) == (3, False, 2)
    shown = "".join(hits_view(result))
    assert "more than 3 statements" in shown
    assert "of the newest 2 " in shown


def test_best_are_short_sure_contents_with_all_the_words(ledger):
    hits = ledger.find(Question("list OR dredger"), best=True).hits
    assert [hit.id for hit in hits] == ["3:s1", "2:s1", "1:s4"]


@pytest.mark.parametrize(
    "words",
    ["", "🦜", '"', "\0", "ferry\0list", "a*", "-", "*", "NEAR(a b)", "content : x", "^x + y"],
)
def test_odd_words_are_looked_for_or_told_in_a_line(ledger, words):
    with suppress(BadQuestion):
        found(ledger, words)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with open_ledger(tmp_path_factory.mktemp("ledger") / "news.db") as ledger:
        yield ledger


@given(words=st.text(max_size=40))
def test_nothing_that_is_typed_is_a_fault(empty, words):
    with suppress(BadQuestion):
        empty.find(Question(words, source=words, outlet=words), best=True)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"words": "word " * 10_000}, "10,000 words are too many"),
        ({"since": "yesterday"}, "since yesterday: no date"),
        ({"until": "2031-02-30"}, "until 2031-02-30: no date"),
        ({"since": "2032", "until": "2031"}, "since 2032 is after until 2031"),
        ({"figure": "many"}, "figure 'many': not understood"),
        ({"figure": "50..10"}, "figure '50..10': begins above its end"),
    ],
)
def test_what_cannot_be_asked_is_told(ledger, asked, told):
    with pytest.raises(BadQuestion, match=told):
        ledger.find(Question(**asked))


def test_the_view_fits_and_marks_what_was_found(ledger, expected):
    shown = "".join(hits_view(ledger.find(Question('list OR "struck out"')), Screen(80)))
    assert max(cell_len(line) for line in shown.splitlines()) <= 80
    expected("find.txt", shown)


def test_a_long_content_is_shown_about_what_was_found(ledger):
    content = "one after the other " * 40 + "the valve " + "and then the next " * 40
    row = ("Ann Marsh", "said", (content.strip(),), "indirect")
    keep(ledger, reading_of(document_of(f"Ann Marsh said {content}"), [row]), "Post", "2031")
    shown = "".join(hits_view(ledger.find(Question("valve"))))
    assert "*valve*" in shown
    assert len(shown.splitlines()) < 16


def test_the_command_line(quoth):
    Path("wire.txt").write_text(wire().document.text)
    assert quoth("add", "wire.txt").exit_code == 0
    shown = quoth("find", "ferry", "--kind", "person", "--act", "assert", "--since", "2031")
    assert shown.exit_code == 0, shown.output
    assert "Nothing found." in shown.output
    assert "1 statement in 1 document." in quoth("find", "ferry", "--figure", ">=40").output

    assert "Nothing found." in quoth("find", "ferry people").output
    assert "1 statement in" in quoth("find", "ferry", "people").output
    assert "1 statement in" in quoth("find", "many people OR too many").output

    lines = [json.loads(line) for line in quoth("find", "--format", "jsonl").stdout.splitlines()]
    assert [line["type"] for line in lines] == ["count"] + 6 * ["statement"]
    assert lines[0]["statements"] == 6
    assert lines[-1]["content"]["text"] == "the ferry had carried at least 40 people too many"

    rows = list(csv.DictReader(io.StringIO(quoth("find", "--format", "csv").stdout)))
    assert [row["id"] for row in rows] == [line["id"] for line in lines[1:]]
    assert rows[-1]["source_kind"] == "person"


def test_the_command_line_tells_what_is_wrong_in_a_line(quoth):
    missing = quoth("find", "ferry")
    assert (missing.exit_code, missing.stderr.count("\n")) == (1, 1)
    open_ledger("quoth.db").close()
    wrong = quoth("find", "!!!")
    assert (wrong.exit_code, wrong.stderr.count("\n")) == (2, 1)
    assert quoth("find", "ferry", "--format", "csv").stdout.count("\n") == 1


def test_texts_are_found_in_anybodys_words(ledger, monkeypatch):
    plain = ledger.store.each

    def explained(sql, values=()):
        plan = [row[3] for row in ledger.store.rows(f"EXPLAIN QUERY PLAN {sql}", values)]
        assert {step.split()[1] for step in plan if "SCAN" in step} == {"document_words"}
        return plain(sql, values)

    monkeypatch.setattr(ledger.store, "each", explained)
    [wired] = ledger.texts("killing sinks")
    assert wired.document == 1
    assert [wired.around[s.start : s.end] for s in wired.found] == ["sinks", "killing"]
    assert [each.document for each in ledger.texts("said")] == [3, 2, 1]
    assert [each.document for each in ledger.texts("said", since="2031-05", limit=1)] == [3]
    assert [each.document for each in ledger.texts("said -dredger", until="2031-03-02")] == [1]
    with pytest.raises(BadQuestion):
        list(ledger.texts("-said"))


def test_texts_on_the_command_line(quoth):
    Path("wire.txt").write_text(wire().document.text)
    quoth("add", "wire.txt")
    assert "Ferry *sinks* off Port Ellery" in quoth("find", "sinks", "--texts").output
    [line] = quoth("find", "sinks", "--texts", "--format", "jsonl").output.splitlines()
    assert json.loads(line)["number"] == 1
    assert quoth("find", "sinks", "--texts", "--format", "csv").output.startswith("number,document")
    assert "Nothing found." in quoth("find", "sunk", "--texts").output
    assert quoth("find", "sinks", "--texts", "--best").exit_code == 2
    assert quoth("find", "sinks", "--texts", "--source", "x").exit_code == 2
    assert quoth("find", "--texts").exit_code == 2


@pytest.mark.parametrize("best", [False, True])
@pytest.mark.parametrize(
    "asked",
    [
        {"words": "ferry"},
        {"source": "marsh"},
        {"acts": ("deny",)},
        {"since": "2031", "until": "2032"},
        {"figure": ">100", "min_confidence": 0.5},
    ],
)
def test_no_page_scans_a_table(ledger, monkeypatch, asked, best):
    plans: dict[str, list[str]] = {}
    for name in ("each", "row"):
        plain = getattr(ledger.store, name)

        def explained(sql, values=(), plain=plain):
            rows = ledger.store.rows(f"EXPLAIN QUERY PLAN {sql}", values)
            plans[sql] = [row[3] for row in rows]
            return plain(sql, values)

        monkeypatch.setattr(ledger.store, name, explained)
    ledger.find(Question(**asked), 1, best)

    scans = {step.split()[1] for plan in plans.values() for step in plan if "SCAN" in step[:4]}
    made_meanwhile = {"chosen", "c", "e", "examined", "b", "by_reading", "by_kin"}
    assert {"statement_words", "chosen"} <= scans <= {"statement_words", *made_meanwhile}
    for plan in plans.values():
        assert [step for step in plan if "statement_words" in step and "INDEX" not in step] == []
    [page] = [sql for sql in plans if "statement_words" in sql and "DESC" in sql]
    assert best == ("USE TEMP B-TREE FOR ORDER BY" in plans[page])
