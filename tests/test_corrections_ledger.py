"""Corrections kept in a ledger: what people see follows from them, all of it or nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from handmade import WIRE, StandIn, worked_out
from hypothesis import given, settings
from hypothesis import strategies as st

from quoth.documents import from_text
from quoth.errors import QuothError
from quoth.ledger import Ledger, open_ledger
from quoth.ledger.corrections import apply
from quoth.ledger.errors import NotFound
from quoth.ledger.keeping import put_document, put_reading
from quoth.ledger.loading import load_reading
from quoth.ledger.pointing import Unclear
from quoth.ledger.sitting import Unfitting
from quoth.ledger.store import Store
from quoth.records import Document, Reading, Statement

TABLES = (
    *("corrections", "undone", "conflicts", "documents", "readings", "sources", "source_spans"),
    *("statements", "statement_spans", "figures", "dates"),
)


class Other(StandIn):
    """Another model, which reads one statement less and calls the others otherwise."""

    def __init__(self) -> None:
        super().__init__(model="by hand 2")

    def read(self, document: Document) -> Reading:
        whole = super().read(document)
        rest = tuple(replace(each, id=f"s{n + 30}") for n, each in enumerate(whole.statements[1:]))
        return worked_out(replace(whole, statements=rest, model=self.model))


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "news.db") as ledger:
        keep(ledger)
        yield ledger


def keep(ledger: Ledger) -> None:
    reading = StandIn().read(from_text(WIRE, "wire.txt"))
    with ledger.store.transaction():
        number = put_document(ledger.store, reading.document, "wire.txt")
        put_reading(ledger.store, number, reading)


def one(ledger: Ledger, key: str) -> Statement:
    return next(each for each in ledger.reading(1).statements if each.id == key)


def rows(ledger: Ledger) -> dict[str, list[tuple[Any, ...]]]:
    return {name: ledger.store.rows(f"SELECT * FROM {name} ORDER BY 1, 2") for name in TABLES}


def verdicts(ledger: Ledger) -> dict[str, str]:
    sql = "SELECT id, verdict FROM statements_flat WHERE verdict IS NOT NULL"
    return dict(ledger.store.rows(sql))


def sound(ledger: Ledger) -> None:
    """All that is kept belongs together, and what people see is what follows from the log."""
    assert list(ledger.check()) == []
    log = [line.correction for line in ledger.corrections(1)]
    corrected = apply(load_reading(ledger.store, 1, "model"), log)
    seen = ledger.reading(1)
    assert {each.id: each for each in seen.statements} == {
        each.id: each for each in corrected.reading.statements
    }
    assert {each.id: each for each in seen.sources} == {
        each.id: each for each in corrected.reading.sources
    }
    assert (seen.figures, seen.dates) == (corrected.reading.figures, corrected.reading.dates)
    names = "SELECT key, name FROM sources WHERE reading = ? AND name IS NOT NULL AND NOT named"
    reading = ledger.store.value("SELECT reading FROM documents")
    assert dict(ledger.store.rows(names, (reading,))) == corrected.names


def found(ledger: Ledger, words: str) -> list[str]:
    sql = (
        "SELECT key FROM statements WHERE id IN"
        " (SELECT rowid FROM statement_words WHERE statement_words MATCH ?) ORDER BY key"
    )
    return [key for (key,) in ledger.store.rows(sql, (words,))]


def test_what_is_said_is_kept_with_who_when_and_why(ledger: Ledger) -> None:
    ledger.confirm("1:s2", who="ida", why="heard it")
    [line] = ledger.corrections()
    assert (line.correction.who, line.correction.why) == ("ida", "heard it")
    assert line.correction.at.startswith("20")
    assert verdicts(ledger) == {"1:s2": "confirmed"}
    assert load_reading(ledger.store, 1, "model") == StandIn().read(ledger.document(1))
    sound(ledger)


def test_what_is_rejected_is_found_no_more(ledger: Ledger) -> None:
    assert found(ledger, "overloaded") == ["s3"]
    ledger.reject("1:s3", who="ida")
    assert found(ledger, "overloaded") == []
    assert ledger.store.value("SELECT count(*) FROM statements_flat") == 5
    ledger.reject("1:s2", who="ida")
    sound(ledger)


def test_undoing_goes_back_step_by_step(ledger: Ledger) -> None:
    before = ledger.reading(1)
    ledger.reject("1:s3", who="ida")
    ledger.confirm("1:s2", who="ida")
    assert ledger.undo(who="ole").correction.change.__class__.__name__ == "Confirm"
    assert verdicts(ledger) == {}
    [first, last] = ledger.corrections()
    assert (first.undoing, last.undoing is not None) == (None, True)
    undone = ledger.undo(who="ole", why="it is one")
    assert undone.undoing
    assert (undone.undoing.who, undone.undoing.why) == ("ole", "it is one")
    assert ledger.reading(1) == before
    assert found(ledger, "overloaded") == ["s3"]
    sound(ledger)
    with pytest.raises(NotFound, match="there is no correction or decision that counts"):
        ledger.undo(who="ole")


def test_one_correction_is_undone_by_the_beginning_of_its_id(ledger: Ledger) -> None:
    first = ledger.reject("1:s3", who="ida")
    ledger.confirm("1:s2", who="ida")
    ledger.undo(first.id[:8], who="ida")
    assert verdicts(ledger) == {"1:s2": "confirmed"}
    assert found(ledger, "overloaded") == ["s3"]
    with pytest.raises(NotFound, match="no such correction or decision that counts"):
        ledger.undo(first.id, who="ida")


def test_words_are_given_as_they_stand_in_the_text(ledger: Ledger) -> None:
    ledger.edit("1:s3", "content", '"Any suggestion that she was overloaded is false."', who="i")
    assert one(ledger, "s3").content.text == '"Any suggestion that she was\noverloaded is false."'
    ledger.edit("1:s3", "cue", "it said", who="i")
    assert one(ledger, "s3").cue is not None
    ledger.edit("1:s1", "source", [(50, 68)], who="i")
    ledger.edit("1:s4", "content", "A list … Just read us the list", who="i")
    assert one(ledger, "s4").content.text == "A list … Just read us the list"
    ledger.edit("1:s4", "cue", None, who="i")
    assert one(ledger, "s4").cue is None
    sound(ledger)


UNCLEAR = (
    ("said twice", '"said twice" does not stand in the text; copy the words, or give START:END'),
    ("400:900", "400:900: give START:END in the text, which has 4"),
    ("9:3", "9:3: give START:END in the text"),
    ("list", '"list" stands 2 times; say which by START:END: 284:288, 323:327'),
)


@pytest.mark.parametrize(("words", "message"), UNCLEAR)
def test_words_that_are_not_clear_are_told(ledger: Ledger, words: str, message: str) -> None:
    with pytest.raises(Unclear, match="^" + re.escape(message)):
        ledger.edit("1:s1", "cue", words, who="i")
    assert list(ledger.corrections()) == []


def test_somebody_else_answers_by_key_by_name_or_by_words(ledger: Ledger) -> None:
    ledger.set_source("1:s3", "p1", who="i")
    assert one(ledger, "s3").source_id == "p1"
    ledger.set_source("1:s6", "one man", who="i")
    assert one(ledger, "s6").source_id == "p3"
    ledger.set_source("1:s6", "passengers", who="i")
    assert ledger.store.rows(
        "SELECT source, source_name, source_kind FROM statements_flat WHERE id = '1:s6'"
    ) == [("one man", None, "unspecified")]
    ledger.set_source("1:s6", "Ida Lund", kind="person", who="i")
    assert ledger.store.rows(
        "SELECT source_name, source_kind, verdict FROM statements_flat WHERE id = '1:s6'"
    ) == [("Ida Lund", "person", "source set")]
    assert found(ledger, "Lund") == ["s6"]
    ledger.set_source("1:s1", "ida lund", who="i")
    assert found(ledger, "Lund") == ["s1", "s6"]
    ledger.set_source("1:s6", None, who="i")
    assert found(ledger, "Lund") == ["s1"]
    sound(ledger)


def test_sources_are_merged_and_split(ledger: Ledger) -> None:
    ledger.merge_sources(["1:p2", "1:p3"], who="i")
    assert one(ledger, "s4").source_id == "p2"
    assert ledger.store.rows("SELECT id, statements FROM sources_flat ORDER BY id") == [
        ("1:p1", 1),
        ("1:p2", 3),
        ("1:p4", 1),
    ]
    made = ledger.split_source("1:p2", ["one man"], kind="person", who="i")
    assert one(ledger, "s4").source_id == f"n{made.id[:8]}"
    sound(ledger)
    with pytest.raises(QuothError, match="name two sources or more"):
        ledger.merge_sources(["1:p2"], who="i")


def test_an_added_statement_is_found_and_can_be_corrected(ledger: Ledger) -> None:
    made = ledger.add_statement(1, "killing at least 31", cue="sinks", who="i")
    key = f"a{made.id[:8]}"
    assert verdicts(ledger) == {f"1:{key}": "added"}
    assert found(ledger, "killing") == [key]
    ledger.set_source(f"1:{key}", "Ida Lund", who="i")
    ledger.edit(f"1:{key}", "content", "at least 31", who="i")
    assert one(ledger, key).content.text == "at least 31"
    sound(ledger)
    ledger.reject(f"1:{key}", who="i")
    assert found(ledger, "killing") == []
    with pytest.raises(Unfitting, match="1:s2 is there already; correct that one"):
        ledger.add_statement(1, "that account", who="i")
    sound(ledger)


def test_what_is_not_touched_keeps_its_rows(ledger: Ledger) -> None:
    ledger.confirm("1:s1", who="i")
    kept = {row[0]: row for row in rows(ledger)["statements"]}
    ledger.add_statement(1, "killing at least 31", who="i")
    ledger.reject("1:s3", who="i")
    ledger.undo(who="i")
    after = {row[0]: row for row in rows(ledger)["statements"]}
    assert {number: after.get(number) for number in kept} == kept
    text = ledger.document(1).text
    for start in range(12):  # more than there is room for between two others
        ledger.add_statement(1, [(start, start + 2)], who="i")
    assert [s.content.text for s in ledger.reading(1).statements][:12] == [
        text[start : start + 2] for start in range(12)
    ]
    sound(ledger)


def test_what_does_not_fit_is_not_kept(ledger: Ledger) -> None:
    before = rows(ledger)
    with pytest.raises(Unfitting, match="these are all its mentions"):
        ledger.split_source("1:p1", ["A harbour official"], who="i")
    with pytest.raises(NotFound, match="1:s99: no such statement; see `quoth show`"):
        ledger.confirm("1:s99", who="i")
    with pytest.raises(NotFound, match="17: no such document"):
        ledger.confirm("17:s1", who="i")
    with pytest.raises(NotFound, match="name it as DOCUMENT:KEY, like 17:s12"):
        ledger.confirm("s1", who="i")
    with pytest.raises(Unclear, match="p9: no such source"):
        ledger.set_source("1:s1", "p9", who="i")
    assert rows(ledger) == before


def test_corrections_survive_rereading_and_conflicts_are_listed(ledger: Ledger) -> None:
    ledger.reject("1:s3", who="ida")
    first = ledger.confirm("1:s1", who="ida")
    added = ledger.add_statement(1, "killing at least 31", who="ida")
    ledger.set_source(f"1:a{added.id[:8]}", "Ida Lund", who="ida")
    list(ledger.reread(Other(), [1]))
    assert found(ledger, "overloaded") == []
    # The other model does not find the first statement; people do.
    assert verdicts(ledger) == {
        f"1:a{first.id[:8]}": "confirmed",
        f"1:a{added.id[:8]}": "added",
    }
    assert list(ledger.conflicts()) == []
    sound(ledger)
    ledger.undo(added.id, who="ole")
    [conflict] = ledger.conflicts()
    assert conflict.conflict == "nothing stands there any more"
    sound(ledger)
    list(ledger.reread(StandIn(), [1]))
    assert verdicts(ledger) == {"1:s1": "confirmed"}
    sound(ledger)


def test_a_document_read_anew_that_nobody_corrected_has_one_reading(ledger: Ledger) -> None:
    list(ledger.reread(Other(), [1]))
    assert ledger.store.rows("SELECT kind, model FROM readings") == [("model", "by hand 2")]


def test_what_is_removed_takes_its_corrections_with_it(ledger: Ledger) -> None:
    ledger.reject("1:s3", who="ida", why="no word of Grey Petrel")
    ledger.undo(who="ida")
    ledger.remove([1], "ida", "asked for")
    assert list(ledger.corrections()) == []
    assert ledger.store.value("SELECT count(*) FROM undone") == 0


def test_a_sitting_is_kept_whole_or_not_at_all(ledger: Ledger) -> None:
    before = rows(ledger)
    with suppress(NotFound), ledger.sitting(1, "ida") as sitting:
        sitting.confirm("s1")
        sitting.reject("s99")
    assert rows(ledger) == before
    with ledger.sitting(1, "ida", "second look") as sitting:
        sitting.edit("s1", "content", "the ferry had carried at least 40 people")
        sitting.edit("s1", "cue", "official said")
        sitting.confirm("s1")
    assert [line.correction.why for line in ledger.corrections()] == ["second look"] * 3
    assert verdicts(ledger) == {"1:s1": "edited"}
    sound(ledger)


STEPS: dict[str, Callable[[Ledger], object]] = {
    "first": lambda ledger: ledger.confirm("1:s5", who="i"),
    "confirm": lambda ledger: ledger.confirm("1:s1", who="i"),
    "reject": lambda ledger: ledger.reject("1:s3", who="i"),
    "edit": lambda ledger: ledger.edit("1:s4", "content", "A list", who="i"),
    "set source": lambda ledger: ledger.set_source("1:s6", "Ida Lund", who="i"),
    "merge": lambda ledger: ledger.merge_sources(["1:p1", "1:p4"], who="i"),
    "split": lambda ledger: ledger.split_source("1:p2", ["The operator"], who="i"),
    "add": lambda ledger: ledger.add_statement(1, "killing at least 31", who="i"),
    "undo": lambda ledger: ledger.undo(who="i"),
    "reread": lambda ledger: list(ledger.reread(Other(), [1])),
}


@pytest.mark.parametrize("step", STEPS)
def test_a_failure_in_the_middle_leaves_nothing_behind(
    ledger: Ledger, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if step != "first":
        ledger.confirm("1:s5", who="i")
    before, seen = rows(ledger), ledger.reading(1)
    for calls in range(200):
        with monkeypatch.context() as patch:
            failing(patch, calls)
            try:
                STEPS[step](ledger)
                break
            except RuntimeError:
                assert rows(ledger) == before
        assert ledger.reading(1) == seen
        sound(ledger)
    assert calls > 5
    assert rows(ledger) != before
    sound(ledger)


def failing(patch: pytest.MonkeyPatch, calls: int) -> None:
    """Let writes fail after so many."""
    left = [calls]

    def after(name: str) -> None:
        whole = getattr(Store, name)

        def partly(self: Store, sql: str, *values: Any) -> None:
            if not sql.startswith(("BEGIN", "ROLLBACK")):
                left[0] -= 1
                if left[0] < 0:
                    raise RuntimeError(sql)
            whole(self, sql, *values)

        patch.setattr(Store, name, partly)

    after("run")
    after("many")


@given(st.lists(st.sampled_from([*STEPS][:-1]), max_size=7))
@settings(max_examples=15)
def test_whatever_is_said_the_rows_are_those_that_follow_from_the_log(steps: list[str]) -> None:
    with TemporaryDirectory() as folder, open_ledger(Path(folder) / "news.db") as ledger:
        keep(ledger)
        for step in steps:
            # What was said before may have taken away what this is said of.
            with suppress(QuothError):
                STEPS[step](ledger)
            sound(ledger)
