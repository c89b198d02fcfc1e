"""What became of a document since somebody saw it, from the log alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from rooms import ledger_with

from quoth.ledger import Ledger, open_ledger
from quoth.ledger.corrections import touched
from quoth.ledger.held import Held
from quoth.ledger.state import State


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(ledger_with(tmp_path / "news.db")) as ledger:
        yield ledger


def test_any_earlier_state_is_worked_out_from_the_log(ledger: Ledger) -> None:
    states = [ledger.state(1)]
    seen = [ledger.corrected(1)]
    for act in (
        lambda: ledger.reject("1:s2", who="Ann"),
        lambda: ledger.set_source("1:s1", "Ida Orr", who="Bea"),
        lambda: ledger.undo(who="Ann"),
        lambda: ledger.confirm("1:s4", who="Ann"),
        lambda: ledger.undo(who="Ann"),
        lambda: ledger.undo(who="Ann"),
    ):
        act()
        states.append(ledger.state(1))
        seen.append(ledger.corrected(1))
    for state, then in zip(states, seen, strict=True):
        assert ledger.moved(1, state).then == then
    assert len(set(states)) == len(states)


def test_what_was_said_or_taken_back_since_is_told(ledger: Ledger) -> None:
    ledger.reject("1:s2", who="Ann")
    since = ledger.state(1)
    ledger.confirm("1:s1", who="Bea")
    ledger.undo(ledger.moved(1, State(0, 0, since.reading)).said[0].correction.id, who="Cal")
    said = ledger.moved(1, since).said
    assert [(line.correction.who, line.undoing and line.undoing.who) for line in said] == [
        ("Ann", "Cal"),
        ("Bea", None),
    ]


def test_a_state_of_another_reading_or_of_the_future_is_not_known(ledger: Ledger) -> None:
    now = ledger.state(1)
    assert ledger.moved(1, State(0, 0, "00000000")).then is None
    assert ledger.moved(1, State(7, 0, now.reading)).then is None
    assert State.written(str(now)) == now
    assert State.written("1.2") is None


def test_what_changes_hands_touches_its_own_row_and_not_all_of_both_sources(
    ledger: Ledger,
) -> None:
    since = ledger.state(1)
    ledger.set_source("1:s2", "p3", who="Ann")
    moved = ledger.moved(1, since)
    assert moved.then
    found = touched(moved.then, moved.now)
    assert found.statements == {"s2"}
    document = moved.now.reading.document
    [content] = [each.content for each in moved.now.reading.statements if each.id == "s2"]
    assert document.block_at(content.spans[0].start) in found.blocks


def test_connections_share_what_they_hold(ledger: Ledger, tmp_path: Path) -> None:
    held = Held(100)
    with open_ledger(tmp_path / "news.db", read_only=True) as other:
        ledger.share(held)
        other.share(held)
        assert ledger.corrected(1) is other.corrected(1)
        ledger.reject("1:s2", who="Ann")
        assert ledger.corrected(1) is other.corrected(1)
        assert "s2" in other.corrected(1).rejected
