"""The large ledger that is made up for measuring is of the same make as any other."""

from __future__ import annotations

from collections import Counter
from itertools import chain, islice
from pathlib import Path

import pytest

from benchmarks.ledger import at, grow, growth, report
from benchmarks.ledger_drafts import drafts
from benchmarks.ledger_made import fill, keep, readings
from benchmarks.ledger_questions import questions
from benchmarks.ledger_words import VOCABULARY, word
from benchmarks.quotations_cost import ECHOES, measured
from benchmarks.quotations_cost import report as cost_report
from quoth.ledger import open_ledger
from quoth.records import Reading


@pytest.fixture(scope="module")
def made() -> list[Reading]:
    return list(readings(60))


def test_it_is_the_same_each_time(made):
    assert list(readings(20)) == made[:20]


def test_it_comes_back_as_it_was_kept(made, tmp_path):
    with open_ledger(tmp_path / "made.db") as ledger:
        with ledger.store.transaction():
            numbers = [keep(ledger.store, each) for each in made]
        assert [ledger.reading(number) for number in numbers] == made


def test_some_words_and_sources_are_frequent_and_most_are_rare(made):
    words = Counter(chain.from_iterable(s.content.text.split() for r in made for s in r.statements))
    first, second = words.most_common(2)
    assert first[1] > 1.3 * second[1]
    assert sum(number == 1 for number in words.values()) > len(words) / 3
    assert {word(rank) for rank in range(3)} & {first[0], second[0]}


def test_no_two_words_are_alike():
    assert len({word(number) for number in range(VOCABULARY)}) == VOCABULARY


def test_reprints_and_versions_are_among_it(tmp_path):
    path = tmp_path / "made.db"
    assert list(fill(path, 250)) == [100, 200, 250]
    with open_ledger(path) as ledger:
        row = ledger.store.row(
            "SELECT count(*), count(DISTINCT wording), max(version), count(published)"
            " FROM documents"
        )
    documents, texts, version, dated = row
    assert documents == 250
    assert texts < documents
    assert version > 1
    assert dated < documents


def test_the_benchmark_grows_and_asks(tmp_path: Path):
    path = tmp_path / "made.db"
    told = []
    for points, size in grow(path, [20, 40], 10):
        told += [*growth(points), *report(path, size, number=5, cold=2)]
    assert points[-1].documents == 40
    assert [point.statements for point in points] == sorted({p.statements for p in points})
    assert sum(line.startswith("| by words |") for line in told) == 2
    with open_ledger(path, read_only=True) as ledger:
        assert len(questions(ledger, 3)["by source"]) == 3
    assert at(0.95, [float(n) for n in range(100)]) == 95.0


def test_what_is_found_is_held_against_what_was_made_up(tmp_path: Path):
    path = tmp_path / "made.db"
    for _ in fill(path, 60, echoes=ECHOES):
        pass

    found = measured(path)
    lines = list(cost_report([found, {**found, "statements": 2 * found["statements"]}], (10, 0.5)))
    assert found["documents"] == len(found["warm"]) + 10 == 60
    assert found["echoes"] > 20
    assert min(found["recall"], found["precision"], found["agreement"]) > 0.95
    assert sum(line.startswith("| ") for line in lines) == 3


def test_an_echo_is_of_the_utterance_that_it_was_made_from():
    made = list(islice(drafts(7, echoes=0.5), 40))
    of_utterance: dict[int, set[str]] = {}
    for said in chain.from_iterable(draft.said for draft in made):
        of_utterance.setdefault(said.utterance, set()).add(said.content)

    several = [contents for contents in of_utterance.values() if len(contents) > 1]
    assert len(several) > 20
    assert all(set.intersection(*(set(c.split()) for c in contents)) for contents in several)
