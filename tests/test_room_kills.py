"""What a killed room is held to: not that a line is in the log, but that the ledger shows it."""

from __future__ import annotations

from pathlib import Path

from rooms import ledger_with

from benchmarks.room_kills import Said, check, unshown
from quoth.ledger import open_ledger

CONFIRMED, NAMED, REJECTED = ((1, key) for key in ("s1", "s2", "s3"))


def test_what_was_acknowledged_is_looked_for_where_it_shows(tmp_path: Path) -> None:
    path = ledger_with(tmp_path / "news.db")
    with open_ledger(path) as ledger:
        kept = [
            Said(ledger.confirm("1:s1", who="Bea").id, CONFIRMED, "confirm"),
            Said(
                ledger.set_source("1:s2", "Vera Holt 7", who="Bea").id,
                NAMED,
                "set_source",
                "Vera Holt 7",
            ),
            Said(ledger.reject("1:s3", who="Bea").id, REJECTED, "reject"),
        ]
    assert check(path, kept, [1]) == (3, [])
    other = [Said(kept[1].id, NAMED, "set_source", "Vera Holt 8"), Said("0" * 32, NAMED, "confirm")]
    undone = Said(kept[2].id, REJECTED, "undo")
    assert [told.split()[-1] for told in check(path, [*other, undone], [1])[1]] == ["lost"] * 3


def test_what_does_not_show_is_told(tmp_path: Path) -> None:
    path = ledger_with(tmp_path / "news.db")
    with open_ledger(path) as ledger:
        untouched = ledger.corrected(1)
        ledger.confirm("1:s1", who="Bea")
        ledger.edit("1:s2", "cue", None, who="Bea")
        ledger.reject("1:s3", who="Bea")
        told = list(unshown(list(ledger.corrections(1)), untouched))
    assert told == [
        "s1 is None, not confirmed",
        "s2 is None, not edited",
        "s2 has its cue",
        "s3 is there",
    ]
