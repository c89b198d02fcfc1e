"""Corrections, made anywhere, are judgements of the statements that were drawn."""

from __future__ import annotations

from dataclasses import replace

import pytest
from handmade import WIRE, document_of, find, reading_of, worked_out

from quoth.ledger.corrections import source_at, statement_at, words_of
from quoth.ledger.records import (
    Add,
    Change,
    Confirm,
    Correction,
    Edit,
    Merge,
    Reject,
    SetSource,
)
from quoth.ledger.sampling.judging import judge
from quoth.ledger.sampling.records import Missed
from quoth.records import Reading, Statement

DOCUMENT = document_of(WIRE)


@pytest.fixture
def drawn() -> Reading:
    return worked_out(reading_of(DOCUMENT))


def log(*changes: Change) -> list[Correction]:
    return [
        Correction(f"{n:032x}", 1, change, "Ann Marsh", "2031-03-04T10:00:00Z")
        for n, change in enumerate(changes, 1)
    ]


def confirmed(reading: Reading, statement: Statement) -> Confirm:
    sources = {source.id: source for source in reading.sources}
    source = sources.get(statement.source_id or "")
    return Confirm(statement_at(statement), source and source_at(source))


def test_what_nobody_spoke_of_is_not_judged(drawn):
    assert judge(drawn, []).faults == {}


def test_a_confirmation_finds_nothing_wrong(drawn):
    changes = [confirmed(drawn, statement) for statement in drawn.statements]

    said = judge(drawn, log(*changes))

    assert said.faults == {statement.id: frozenset() for statement in drawn.statements}
    assert said.missed == ()


def test_each_correction_is_a_fault_of_its_kind(drawn):
    first, second, third, fourth, fifth, _ = drawn.statements
    operator = source_at(drawn.sources[1])
    content = words_of(find(DOCUMENT, "the ferry had carried at least 40 people"))

    said = judge(
        drawn,
        log(
            Edit(statement_at(first), "content", content),
            Reject(statement_at(second)),
            Edit(statement_at(third), "cue", words_of(find(DOCUMENT, "said in"))),
            SetSource(statement_at(fourth), operator),
            Edit(statement_at(fifth), "source", words_of(find(DOCUMENT, "Two people"))),
        ),
    )

    assert said.faults == {
        first.id: {"content"},
        second.id: {"no_statement"},
        third.id: {"cue"},
        fourth.id: {"identity"},
        fifth.id: {"source"},
    }


def test_a_correction_that_was_undone_is_no_judgement(drawn):
    [correction] = log(Reject(statement_at(drawn.statements[0])))

    assert judge(drawn, [replace(correction, undone=True)]).faults == {}


def test_sources_that_are_one_were_taken_for_two(drawn):
    sources = [source_at(source) for source in drawn.sources[:2]]
    changes = [confirmed(drawn, statement) for statement in drawn.statements[:2]]

    said = judge(drawn, log(*changes, Merge(tuple(sources))))

    assert said.faults[drawn.statements[1].id] == {"identity"}


def test_an_added_statement_was_missed(drawn):
    less = replace(drawn, statements=drawn.statements[1:])
    missing = drawn.statements[0]
    add = Add(words_of(missing.content), words_of(missing.source), words_of(missing.cue))

    said = judge(less, log(add))

    assert said.missed == ((missing.content.spans[0], Missed("indirect", "person")),)
    assert said.faults == {}


def test_what_only_a_later_reading_has_was_missed(drawn):
    less = replace(drawn, statements=drawn.statements[1:])

    said = judge(less, log(confirmed(drawn, drawn.statements[0])))

    assert [start for start, _ in said.missed] == [drawn.statements[0].content.spans[0]]


def test_a_later_reading_that_people_confirm_shows_what_was_wrong(drawn):
    first = drawn.statements[0]
    shorter = find(DOCUMENT, "the ferry had carried at least 40 people too")

    said = judge(drawn, log(confirmed(drawn, replace(first, content=shorter))))

    assert said.faults == {first.id: {"content"}}
    assert said.missed == ()
