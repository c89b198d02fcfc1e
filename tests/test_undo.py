"""`quoth undo` takes back what was said last, of a reading or of identities, or what is named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from handmade import WIRE

from quoth.ledger import open_ledger


@pytest.fixture
def kept(quoth):
    """The command line, with a document whose sources are linked."""
    Path("wire.txt").write_text(WIRE, encoding="utf-8")
    quoth("add", "wire.txt")
    quoth("link")
    return quoth


def name_in(result) -> str:
    """What was kept is called in what `correct`, `same` and `differ` print."""
    return re.search(r"\b[0-9a-f]{8}\b", result.output)[0]


def test_what_was_said_last_is_taken_back_whichever_kind_it_is(kept) -> None:
    first = name_in(kept("correct", "1:s1", "--confirm"))
    second = name_in(kept("same", "1", "2"))
    third = name_in(kept("correct", "1:s2", "--reject"))
    assert kept("undo").output.startswith(f"{third}  undone: 1:s2 rejected: ")
    assert kept("undo").output == f"{second}  undone: 1 is the same as 2\n"
    assert kept("undo").output.startswith(f"{first}  undone: 1:s1 confirmed: ")
    assert kept("undo").stderr == (
        "quoth: there is no correction or decision that counts;"
        " see `quoth corrections`, `quoth identities --decisions`\n"
    )


def test_what_same_and_differ_print_is_given_to_undo_as_it_is(kept) -> None:
    printed = kept("differ", "1", "2").output
    kept("correct", "1:s1", "--confirm")
    [name] = re.findall(r"kept as ([0-9a-f]{8}); `quoth undo \1` takes it back", printed)
    assert kept("undo", name).output == f"{name}  undone: 1 differs from 2\n"
    assert f"{name}  1 differs from 2 (taken back)" in kept("identities", "--decisions").output
    assert f"{name}: no such correction or decision that counts" in kept("undo", name).stderr


def test_an_id_that_fits_a_correction_and_a_decision_is_refused(kept) -> None:
    kept("correct", "1:s1", "--confirm")
    kept("same", "1", "2")
    with open_ledger("quoth.db") as ledger:
        ledger.store.run("UPDATE corrections SET id = 'a1' || substr(id, 3)")
        ledger.store.run("UPDATE decisions SET id = 'a1' || substr(id, 3)")
    assert "a1: several ids begin so; give more of it" in kept("undo", "a1").stderr


def test_a_reason_that_would_be_lost_is_refused(kept) -> None:
    name = name_in(kept("same", "1", "2"))
    failed = kept("undo", "--why", "another office")
    assert (failed.exit_code, f"{name}: a decision is taken back without" in failed.stderr) == (
        1,
        True,
    )
    with open_ledger("quoth.db") as ledger:
        assert [each.undone for each in ledger.decisions()] == [False]
