"""Samples of a ledger: drawn, reviewed by corrections made anywhere, evaluated."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from handmade import WIRE, find, reading_of, worked_out

from quoth.documents import from_text
from quoth.errors import QuothError
from quoth.ledger import Ledger, open_ledger
from quoth.ledger.errors import NotFound
from quoth.ledger.keeping import put_document, put_reading
from quoth.ledger.sampling import Walked, drawing
from quoth.ledger.store import Store
from quoth.records import Reading

WHO = "Ann Marsh"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """Twelve wires that differ in their last line, each read with six statements."""
    with open_ledger(tmp_path / "news.db") as made:
        for number in range(12):
            keep(made, wire(number))
        yield made


def wire(number: int) -> Reading:
    return worked_out(reading_of(from_text(f"{WIRE}\nDispatch {number}.\n", f"wire-{number}.txt")))


def keep(ledger: Ledger, reading: Reading) -> int:
    with ledger.store.transaction():
        number = put_document(ledger.store, reading.document, reading.document.name)
        put_reading(ledger.store, number, reading)
    return number


def confirm_all(ledger: Ledger) -> None:
    """Somebody finds nothing wrong with any statement."""
    for document in range(1, 13):
        with ledger.sitting(document, WHO) as sitting:
            for statement in sitting.reading.statements:
                sitting.confirm(statement.id)


def test_a_sample_is_drawn_again_by_its_seed(ledger):
    first, second, other = (ledger.sample(20, 5, seed=seed) for seed in (7, 7, 8))

    items = [[each.item for each in ledger.reviewed(number)] for number in (first, second, other)]
    assert items[0] == items[1] != items[2]
    assert len(items[0]) == 25
    assert [item.number for item in items[0]] == list(range(1, 26))
    assert ledger.design(first).statements == 72


def test_nothing_is_judged_before_somebody_speaks(ledger):
    ledger.sample(20, 5, seed=7)

    evaluation = ledger.evaluate()

    assert (evaluation.judged, evaluation.walked) == (0, 0)
    assert evaluation.rows[0].content.precision.share is None


def test_corrections_made_anywhere_are_judgements(ledger):
    sample = ledger.sample(72, 0, seed=7)
    confirm_all(ledger)
    for document in range(1, 7):
        with ledger.sitting(document, WHO) as sitting:
            sitting.reject("s6")
    with ledger.sitting(1, WHO) as sitting:
        sitting.edit("s1", "content", "the ferry had carried at least 40 people")
        sitting.set_source("s2", "one man")

    row = ledger.evaluate(sample).rows[0]

    # All 72 were drawn, so these are no estimates.
    assert row.content.precision.share.value == pytest.approx(65 / 72)
    assert row.source.precision.share.value == pytest.approx(64 / 72)
    assert row.errors["no_statement"].share.low == pytest.approx(6 / 72)
    assert row.errors["identity"].n == 72


def test_a_passage_counts_once_it_is_marked_done(ledger):
    sample = ledger.sample(0, 6, seed=7)
    passages = [each.item for each in ledger.reviewed(sample)]
    for item in passages[:5]:
        with ledger.sitting(item.document, WHO) as sitting:
            sitting.add_statement("eight\nminutes later")
            sitting.reject("s6")
        ledger.mark_done(sample, item.number, WHO)

    evaluation = ledger.evaluate(sample)

    assert evaluation.walked == 5
    # Five of six found, and one missed, in each.
    assert evaluation.rows[0].content.recall.n == 30
    assert evaluation.rows[0].content.recall.share.value == pytest.approx(5 / 6)
    walked = ledger.reviewed(sample)[0].judged
    assert isinstance(walked, Walked)
    assert len(walked.missed) == 1


def test_marking_a_passage_done_confirms_what_is_left(ledger):
    sample = ledger.sample(0, 1, seed=7)
    [item] = [each.item for each in ledger.reviewed(sample)]

    ledger.mark_done(sample, item.number, WHO)

    log = ledger.store.rows("SELECT action, statement FROM corrections")
    assert sorted(log) == [("confirm", f"s{n}") for n in range(1, 7)]
    with pytest.raises(NotFound, match="99: no such passage in sample 1"):
        ledger.mark_done(sample, 99, WHO)


def test_a_sample_goes_on_after_its_documents_are_read_anew(ledger):
    sample = ledger.sample(72, 12, seed=7)
    confirm_all(ledger)
    before = ledger.evaluate(sample)
    for number in range(12):
        reading = wire(number)
        less = replace(reading, statements=reading.statements[1:], model="by hand 2")
        with ledger.store.transaction():
            put_reading(ledger.store, number + 1, less)

    assert ledger.evaluate(sample) == before
    # What only the later reading has, and people confirm, the earlier one has missed.
    reading = wire(0)
    more = replace(reading.statements[4], id="s7", content=find(reading.document, "a second call"))
    with ledger.store.transaction():
        put_reading(ledger.store, 1, replace(reading, statements=(*reading.statements, more)))
    for each in ledger.reviewed(sample):
        if each.item.what == "passage" and each.item.document == 1:
            ledger.mark_done(sample, each.item.number, WHO)
    [walked] = [e.judged for e in ledger.reviewed(sample) if isinstance(e.judged, Walked)]
    assert [len(walked.found), len(walked.missed)] == [6, 1]


def test_the_words_of_a_removed_document_go_and_its_judgements_stay(ledger, tmp_path):
    sample = ledger.sample(72, 12, seed=7)
    confirm_all(ledger)
    with ledger.sitting(3, WHO) as sitting:
        sitting.reject("s6")
        sitting.add_statement("eight\nminutes later")
    for each in ledger.reviewed(sample):
        if each.item.what == "passage" and each.item.document in (2, 3):
            ledger.mark_done(sample, each.item.number, WHO)
    before = ledger.evaluate(sample)

    ledger.remove([3], WHO, "asked for")

    assert ledger.evaluate(sample) == before
    assert sum(each.removed for each in ledger.reviewed(sample)) == 7
    rows = ledger.store.rows("SELECT text FROM sample_items WHERE document = 3")
    assert set(rows) == {(None,)}
    assert b"Dispatch 2." not in (tmp_path / "news.db").read_bytes()


def test_a_sample_says_the_same_in_the_ledger_that_it_is_merged_into(ledger, tmp_path):
    sample = ledger.sample(72, 12, seed=7)
    confirm_all(ledger)
    ledger.reject("3:s6", who=WHO)
    with open_ledger(tmp_path / "other.db") as other:
        keep(other, wire(40))  # which takes a number that a document of the other ledger has
        other.sample(6, 1, seed=1)
        list(other.merge(ledger))

        evaluations = [other.evaluate(number) for number in (1, 2)]

    assert evaluations[1] == ledger.evaluate(sample)
    assert evaluations[0].judged == 0


def test_an_empty_ledger_has_nothing_to_draw(tmp_path):
    with (
        open_ledger(tmp_path / "empty.db") as empty,
        pytest.raises(QuothError, match="holds no text to draw from; add some by `quoth add`"),
    ):
        empty.sample(seed=7)


def test_the_commands_draw_and_evaluate(quoth, tmp_path):
    Path("wire.txt").write_text(WIRE, encoding="utf-8")
    assert quoth("add", "wire.txt").exit_code == 0

    drawn = quoth("sample", "--statements", "6", "--passages", "1", "--seed", "7")
    assert drawn.stdout.startswith("sample 1: 1 document with 6 statements. 6 statements drawn")
    assert "Seed 7." in drawn.stdout

    shown = quoth("evaluate")
    assert "Judged: 0 of 6 statements, 0 of 1 passages." in shown.stdout
    rows = list(csv.reader(io.StringIO(quoth("evaluate", "1", "--format", "csv").stdout)))
    assert rows[1] == ["all", "all", "content", "precision", "", "", "", "0"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("evaluate",), "no sample was drawn yet; draw one by `quoth sample`"),
        (("evaluate", "5"), "5: no such sample in quoth.db; draw one by `quoth sample`"),
        (("sample", "--by", "colour"), "'colour' is none of form, kind, confidence, nothing"),
        (("sample", "--statements", "3"), "3 statements are too few for 3 strata"),
        (("sample", "--ledger", "none.db"), "none.db: no such ledger"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(quoth, arguments, said):
    Path("wire.txt").write_text(WIRE, encoding="utf-8")
    quoth("add", "wire.txt")

    done = quoth(*arguments)

    assert done.exit_code != 0
    assert said in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_document_that_is_removed_meanwhile_is_not_kept_in_a_sample(ledger, monkeypatch):
    drawn = drawing.load_reading

    def meanwhile(store: Store, number: int, kind: str) -> Reading:
        reading = drawn(store, number, kind)
        if number == 12:
            with open_ledger(store.path) as other:
                other.remove([3], WHO, "asked for")
        return reading

    monkeypatch.setattr(drawing, "load_reading", meanwhile)
    monkeypatch.setattr("quoth.ledger.store.PATIENCE", 0.1)  # the log is emptied later

    with pytest.raises(QuothError, match="document 3 was removed meanwhile; draw again"):
        ledger.sample(72, 12, seed=7)
    assert ledger.store.value("SELECT count(*) FROM samples") == 0
