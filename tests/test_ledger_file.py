"""`quoth ledger info`, `check` and `backup`: the file itself."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from handmade import WIRE

from quoth.ledger import Ledger, open_ledger
from quoth.ledger.errors import LedgerError

Quoth = Callable[..., Result]


@pytest.fixture
def kept(quoth: Quoth) -> Quoth:
    """The command line in a folder with a ledger of two documents."""
    Path("a.txt").write_text(WIRE)
    Path("b.txt").write_text(WIRE.replace("158", "160"))
    quoth("add", "a.txt", "b.txt")
    return quoth


def change(sql: str) -> None:
    """What no command does."""
    with open_ledger("quoth.db") as ledger:
        ledger.store.run("PRAGMA foreign_keys = OFF")
        ledger.store.run(sql)


def test_info_says_what_is_kept(kept: Quoth) -> None:
    result = kept("ledger", "info")

    assert "documents          2\n" in result.output
    assert "read by by hand 1  2\n" in result.output
    counts = json.loads(kept("ledger", "info", "--format", "json").output)["counts"]
    assert (counts["documents"], counts["statements"]) == (2, 11)


def test_a_sound_ledger_has_nothing_wrong(kept: Quoth) -> None:
    result = kept("ledger", "check")

    assert (result.exit_code, result.output) == (0, "quoth.db: nothing wrong\n")


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        (
            "UPDATE statements SET content = 'the ferry was empty' WHERE key = 's1'",
            "document 1: model reading: s1: its content has other words than stand at its place",
        ),
        (
            "UPDATE statement_spans SET \"end\" = 9999 WHERE part = 'cue'",
            "document 1: model reading: s1: its cue is not within the text, or not in its order",
        ),
        (
            "UPDATE documents SET text = replace(text, '158', '851') WHERE id = 1",
            "document 1: its text, blocks or metadata are other than those that were read",
        ),
        ("UPDATE documents SET text = 'x' WHERE id = 1", "document 1: its text has 1 characters"),
        ("DELETE FROM blocks WHERE document = 2", "document 2: its text, blocks or metadata"),
        ("UPDATE documents SET layout = x'00' WHERE id = 2", "document 2: is damaged"),
        ("DELETE FROM sources", "statements: a row belongs to sources that are not there"),
        ("UPDATE originals SET packed = x'00'", "cannot be unpacked"),
        (
            "UPDATE originals SET digest = 'other' WHERE rowid = 1",
            "original other: belongs to no document",
        ),
        ("UPDATE documents SET reading = 3 - reading", "document 1: the reading that counts is"),
        ("UPDATE documents SET reading = NULL", "document 1: has a reading, and none counts"),
        ("UPDATE readings SET statements = 7 WHERE id = 2", "it has 7 statements, and has 5"),
        ("UPDATE readings SET first = first + 9 WHERE id = 2", "are numbered among others"),
        ("UPDATE readings SET kin = 7 WHERE id = 2", "counts with those of document 7, not of 2"),
        ("UPDATE sources SET statements = 7", "source 1:p1: says it answers for 7 statements, and"),
        ("UPDATE statements SET within = id", "statement 1:s1: stands in a statement of another"),
        (
            "DELETE FROM statements WHERE key = 's5'",
            "statement_words has other words than statement_texts",
        ),
        (
            "INSERT INTO document_words (document_words, rowid, text)"
            " SELECT 'delete', id, text FROM documents WHERE id = 1",
            "document_words has other words than documents",
        ),
        (
            "UPDATE statements SET source_text = 'nobody' WHERE key = 's1'",
            "statement_words has other words than statement_texts",
        ),
        (
            "INSERT INTO removals SELECT 99, fingerprint, '', '', '' FROM documents WHERE id = 2",
            "document 2: was removed and is still kept",
        ),
        (
            "INSERT INTO identities (id, key, shown) VALUES (1, 'a', 2), (2, 'b', 3), (3, 'c', 3)",
            "identity 1: is shown as 2, which is a part of another one itself",
        ),
        ("UPDATE figures SET start = start + 1", "figures: number 0 has other words"),
        ("UPDATE figures SET of_spans = '[[0, 5]]'", "what number 0 counts is not what stands"),
    ],
)
def test_check_says_what_is_wrong(kept: Quoth, sql: str, said: str) -> None:
    change(sql)

    result = kept("ledger", "check")

    assert result.exit_code == 3
    assert said in result.output


def test_a_damaged_page_is_told(kept: Quoth) -> None:
    with open_ledger("quoth.db") as ledger:
        page = ledger.store.value("SELECT rootpage FROM sqlite_schema WHERE name = 'blocks'")
    data = bytearray(Path("quoth.db").read_bytes())
    data[(page - 1) * 4096 : page * 4096] = b"\xa5" * 4096
    Path("quoth.db").write_bytes(data)

    result = kept("ledger", "check")

    assert result.exit_code == 3
    assert all(len(line) < 300 for line in result.output.splitlines())
    assert "file: " in result.output
    assert kept("ledger", "backup", "b.db").exit_code == 1
    assert not Path("b.db").exists()


def test_a_backup_is_the_ledger_without_what_was_removed(kept: Quoth) -> None:
    kept("remove", "2", "--why", "asked for", "--yes")

    result = kept("ledger", "backup", "monday.db")

    assert (result.exit_code, result.output) == (0, "monday.db: written and checked\n")
    assert kept("ledger", "check", "--ledger", "monday.db").exit_code == 0
    with open_ledger("monday.db") as copy, open_ledger("quoth.db") as ledger:
        assert copy.reading(1) == ledger.reading(1)
    assert b"160\npassengers" not in Path("monday.db").read_bytes()


def test_a_backup_is_as_private_as_the_ledger(kept: Quoth) -> None:
    Path("quoth.db").chmod(0o600)

    kept("ledger", "backup", "monday.db")

    assert Path("monday.db").stat().st_mode == Path("quoth.db").stat().st_mode


def test_a_ledger_that_cannot_be_opened_for_writing_is_checked_but_for_its_indexes(
    kept: Quoth, monkeypatch: pytest.MonkeyPatch
) -> None:
    def opened(path: str, create: bool = True, read_only: bool = False) -> Ledger:
        if not read_only:
            raise LedgerError(path, "cannot be written")
        return open_ledger(path, read_only=True)

    monkeypatch.setattr("quoth.ledger.open_ledger", opened)

    result = kept("ledger", "check")

    assert (result.exit_code, result.stdout) == (0, "quoth.db: nothing wrong\n")
    assert "words in its indexes were not compared" in result.stderr


def test_a_backup_is_made_while_another_writes(kept: Quoth) -> None:
    with open_ledger("quoth.db") as other, other.store.transaction():
        other.store.run("DELETE FROM failures")
        with open_ledger("quoth.db", read_only=True) as ledger:
            ledger.backup("monday.db")
    assert kept("ledger", "check", "--ledger", "monday.db").exit_code == 0


def refused(ledger: Ledger, target: str) -> str:
    with pytest.raises(LedgerError) as told:
        ledger.backup(target)
    return told.value.reason


def test_a_backup_that_cannot_be_made_leaves_nothing(kept: Quoth) -> None:
    Path("folder").mkdir()
    Path("old.db").write_bytes(b"old")
    Path("old.db-wal").write_bytes(b"log")
    with open_ledger("quoth.db") as ledger:
        assert refused(ledger, "quoth.db") == "is the ledger itself; name another file"
        assert refused(ledger, "missing/b.db") == "no such folder; make it first"
        assert refused(ledger, "folder") == "is a folder; name a file"
        assert "in use" in refused(ledger, "old.db")
    assert not [*Path().glob("*.part"), *Path().glob(".*.part")]
