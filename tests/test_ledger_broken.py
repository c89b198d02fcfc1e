"""A ledger as a file that something happened to: one clear line, and nothing lost."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Timer

import apsw
import pytest
from rights import unprivileged

from benchmarks.faults.trials import Rows, rows_of
from benchmarks.standin import StandIn, told
from quoth.errors import QuothError
from quoth.ledger import Ledger, Question, migrating, open_ledger
from quoth.ledger.errors import LedgerError
from quoth.ledger.store import Store

LEDGER = Path("news.db")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def add(*numbers: int, ledger: Path = LEDGER) -> None:
    for number in numbers:
        Path(f"{number}.txt").write_text(told(number))
    with open_ledger(ledger) as opened:
        for _ in opened.add([f"{number}.txt" for number in numbers], StandIn()):
            pass


def refusal(read_only: bool = False) -> str:
    """Why the ledger is not opened."""
    with pytest.raises(LedgerError) as told_of:
        open_ledger(LEDGER, read_only=read_only)
    assert "\n" not in str(told_of.value)
    return told_of.value.reason


def wrong(ledger: Path = LEDGER) -> list[str]:
    with open_ledger(ledger) as opened:
        return list(opened.check())


@pytest.fixture
def logged(folder: Path) -> tuple[bytes, bytes, list[Rows]]:
    """A ledger's file, its log, and the states between which things were committed."""
    with open_ledger(LEDGER) as ledger:
        states = [rows_of(LEDGER)]
        for number in range(3):
            Path(f"{number}.txt").write_text(told(number))
            for _ in ledger.add([f"{number}.txt"], StandIn()):
                states.append(rows_of(LEDGER))
            states.append(rows_of(LEDGER))
        return LEDGER.read_bytes(), Path("news.db-wal").read_bytes(), states


def left(data: bytes, log: bytes) -> Rows:
    copy = Path("copy.db")
    copy.write_bytes(data)
    Path("copy.db-wal").write_bytes(log)
    assert not wrong(copy)
    return rows_of(copy)


def test_a_log_that_was_cut_holds_all_that_was_committed_before(
    logged: tuple[bytes, bytes, list[Rows]],
) -> None:
    data, log, states = logged
    draw = random.Random(7)
    kept = []
    for at in sorted(draw.randrange(len(log) // 2, len(log)) for _ in range(30)):
        kept.append(states.index(left(data, log[:at])))

    assert kept == sorted(kept)
    assert left(data, log) == states[-1]


def test_a_log_with_bytes_that_flipped_counts_up_to_there(
    logged: tuple[bytes, bytes, list[Rows]],
) -> None:
    data, log, states = logged
    draw = random.Random(7)
    for _ in range(30):
        at = draw.randrange(len(log) // 2, len(log))
        flipped = log[:at] + bytes((log[at] ^ 1 << draw.randrange(8),)) + log[at + 1 :]
        assert left(data, flipped) in states


@pytest.fixture
def open_folder(folder: Path) -> Path:
    """A folder that other users reach."""
    for each in (folder, *folder.parents[:3]):
        each.chmod(0o755)
    return folder


@pytest.mark.skipif(os.name == "nt", reason="rights are other there")
def test_a_file_that_cannot_be_written_is_read(open_folder: Path) -> None:
    add(1)
    LEDGER.chmod(0o444)
    open_folder.chmod(0o777)

    with unprivileged():
        assert refusal() == "cannot be written; change its rights, or copy it elsewhere"
        with open_ledger(LEDGER, read_only=True) as ledger:
            assert ledger.info().counts["statements"] == 3


@pytest.mark.skipif(os.name == "nt", reason="rights are other there")
def test_a_ledger_in_a_folder_that_cannot_be_written_is_read(open_folder: Path) -> None:
    add(1)
    LEDGER.chmod(0o444)
    open_folder.chmod(0o555)

    with unprivileged():
        assert refusal() == "cannot be written; change its rights, or copy it elsewhere"
        with open_ledger(LEDGER, read_only=True) as ledger:
            assert ledger.info().counts["statements"] == 3
    open_folder.chmod(0o755)


@pytest.mark.skipif(os.name == "nt", reason="rights are other there")
def test_no_ledger_is_made_where_none_can_be(open_folder: Path) -> None:
    open_folder.chmod(0o555)
    with unprivileged():
        assert refusal() == "cannot be opened; check the path and the rights of its folder"
    open_folder.chmod(0o755)


def test_what_is_no_ledger_is_left_as_it_is() -> None:
    LEDGER.write_text("Port Ellery waits for its ferry. " * 400)
    before = LEDGER.read_bytes()
    assert refusal() == "is no ledger, nor any SQLite file; check the path"
    assert LEDGER.read_bytes() == before

    LEDGER.unlink()
    with sqlite3.connect(LEDGER) as other:
        other.execute("CREATE TABLE ships (name TEXT)")
    other.close()
    before = LEDGER.read_bytes()
    assert refusal() == "is some other program's database; name another file"
    assert LEDGER.read_bytes() == before

    LEDGER.unlink()
    LEDGER.mkdir()
    assert refusal() == refusal(read_only=True) == "is a folder; name a file"


def test_a_newer_ledger_is_left_as_it_is() -> None:
    add(1)
    with Store(LEDGER, write=True) as store:
        store.run("PRAGMA user_version = 99")

    assert "was made by a newer Quoth (schema 99" in refusal()
    assert "was made by a newer Quoth (schema 99" in refusal(read_only=True)


def test_an_empty_file_becomes_a_ledger_only_when_something_is_added() -> None:
    LEDGER.touch()
    assert refusal(read_only=True) == "is empty; add documents by `quoth add` first"
    add(1)
    assert not wrong()


def test_a_ledger_may_be_called_anything() -> None:
    names = ['it\'s "news".db', "a?mode=memory", "b#c%20d.db", "file:e.db", ":memory:", " "]
    names += ["two\nlines.db"] if os.name != "nt" else []
    for name in names:
        add(1, ledger=Path(name))
        with open_ledger(name, read_only=True) as ledger:
            assert ledger.backup(f"{name}.copy").exists()
        assert not wrong(Path(name))
        assert Path(name).stat().st_size


def test_migrations_are_numbered_without_a_gap() -> None:
    folder = Path(migrating.__file__).parent / "migrations"
    numbers = [int(each.name[:4]) for each in sorted(folder.glob("*.sql"))]
    assert numbers == list(range(1, migrating.newest() + 1))


def old(monkeypatch: pytest.MonkeyPatch, schema: int = 1) -> None:
    """Leaves a ledger that an older Quoth made."""
    whole = migrating.migrations()
    with monkeypatch.context() as patch:
        patch.setattr(migrating, "migrations", lambda: whole[:schema])
        with open_ledger(LEDGER) as ledger, ledger.store.transaction():
            ledger.store.run("INSERT INTO failures VALUES ('a.txt', 'a.txt', 'no text', '')")


def failures(path: str | Path) -> list[tuple[object, ...]]:
    with Store(path, write=False) as store:
        return store.rows("SELECT name FROM failures")


def test_a_ledger_of_the_first_schema_is_copied_and_brought_up_to_date(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    old(monkeypatch)

    with open_ledger(LEDGER, read_only=True) as ledger:
        assert not ledger.store.write
        assert migrating.version(ledger.store) == migrating.newest()

    assert not wrong()
    assert failures(LEDGER) == failures("news.db.schema-1") == [("a.txt",)]
    with Store("news.db.schema-1", write=False) as copy:
        assert migrating.version(copy) == 1


def test_an_old_ledger_that_cannot_be_written_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    old(monkeypatch)

    def locked(path: object, write: bool, **_: object) -> Store:
        if write:
            raise LedgerError(str(path), "cannot be written")
        return Store(LEDGER, write=False)

    monkeypatch.setattr("quoth.ledger.ledger.Store", locked)

    assert refusal(read_only=True).startswith("has the old schema 1 and cannot be written")


def test_a_migration_that_fails_leaves_the_old_ledger_and_its_copy(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    old(monkeypatch)
    broken = "CREATE TABLE later (id INTEGER); DELETE FROM failures; SELECT no_such_function();"
    with monkeypatch.context() as patch:
        patch.setattr(migrating, "migrations", lambda: ("", broken))
        with pytest.raises(apsw.SQLError):
            open_ledger(LEDGER)

    for each in (LEDGER, "news.db.schema-1"):
        with Store(each, write=False) as store:
            assert migrating.version(store) == 1
        assert failures(each) == [("a.txt",)]


def test_no_migration_without_a_copy(monkeypatch: pytest.MonkeyPatch) -> None:
    old(monkeypatch)
    Path("news.db.schema-1").mkdir()

    assert refusal() == "is a folder; name a file"

    with Store(LEDGER, write=False) as store:
        assert migrating.version(store) == 1


def test_two_that_migrate_at_once_leave_the_copy_of_the_old_schema(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    old(monkeypatch)
    with Store(LEDGER, write=True) as late:
        assert migrating.version(late) == 1
        open_ledger(LEDGER).close()
        assert migrating.migrate(late) is None

    with Store("news.db.schema-1", write=False) as copy:
        assert migrating.version(copy) == 1


@pytest.mark.skipif(os.name == "nt", reason="open files cannot be moved there")
@pytest.mark.parametrize("replaced", [False, True])
def test_a_ledger_that_is_gone_while_it_is_open_takes_no_more(replaced: bool) -> None:
    add(1, ledger=Path("other.db"))
    add(1)
    Path("2.txt").write_text(told(2))
    with open_ledger(LEDGER) as ledger:
        LEDGER.unlink()
        if replaced:
            shutil.copy("other.db", LEDGER)
        with pytest.raises(LedgerError, match=r"deleted or replaced|cannot be opened"):
            list(ledger.add(["2.txt"], StandIn()))
    if replaced:
        assert not wrong()
        assert rows_of(LEDGER) == rows_of(Path("other.db"))


def test_an_open_ledger_does_not_mind_where_the_program_works(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("1.txt").write_text(told(1))
    with open_ledger(LEDGER) as ledger:
        Path("elsewhere").mkdir()
        monkeypatch.chdir("elsewhere")
        [kept] = ledger.add([folder / "1.txt"], StandIn())

    assert kept.state == "added"


def test_a_damaged_page_is_told_in_one_line() -> None:
    add(*range(1, 20))
    data = bytearray(LEDGER.read_bytes())
    with Store(LEDGER, write=False) as store:
        [page] = store.row("SELECT rootpage FROM sqlite_schema WHERE name = 'documents'") or ()
    data[(page - 1) * 4096 : page * 4096] = bytes(4096)
    LEDGER.write_bytes(data)

    with open_ledger(LEDGER) as ledger:
        with pytest.raises(LedgerError, match="is damaged; take a backup"):
            ledger.reading(1)
        assert list(ledger.check())
        with pytest.raises(LedgerError, match="is damaged; take a backup"):
            ledger.backup("copy.db")
    assert not Path("copy.db").exists()


@pytest.mark.parametrize("read_only", [True, False])
def test_opening_waits_for_whoever_has_the_ledger_alone(read_only: bool) -> None:
    add(1)
    alone = apsw.Connection(str(LEDGER))
    alone.execute("PRAGMA locking_mode = EXCLUSIVE; SELECT 1 FROM documents").fetchall()
    Timer(0.3, alone.close).start()

    with open_ledger(LEDGER, read_only=read_only) as ledger:
        assert ledger.info().counts["documents"] == 1


def test_bytes_that_flip_are_told_in_one_line_by_every_command() -> None:
    add(1, 2, 3)
    with open_ledger(LEDGER) as ledger:
        ledger.reject("1:s1", who="Edda")
        ledger.sample(6, 2, seed=1)
    data = LEDGER.read_bytes()
    draw = random.Random(7)
    for _ in range(25):
        at = draw.randrange(len(data))
        for each in Path().glob(f"{LEDGER}-*"):
            each.unlink()
        LEDGER.write_bytes(data[:at] + draw.randbytes(8) + data[at + 8 :])
        for use in USES:
            with suppress(QuothError), open_ledger(LEDGER) as ledger:
                use(ledger)


USES: tuple[Callable[[Ledger], object], ...] = (
    lambda ledger: list(ledger.check()),
    lambda ledger: [ledger.show(f"{n}:s2") for n in (1, 2, 3)],
    lambda ledger: list(ledger.hits(Question("ferry", figure=">1"))),
    lambda ledger: ledger.evaluate(),
    lambda ledger: list(ledger.corrections()),
    lambda ledger: ledger.export("all.jsonl", "jsonl"),
)
"""What people do with a ledger."""


def test_a_schema_that_was_changed_is_told() -> None:
    add(1)
    data = LEDGER.read_bytes()
    LEDGER.write_bytes(data.replace(b"unicode61", b"unicode62", 1))

    assert wrong() == ["schema: statement_words is not defined as it was made"]


def test_a_library_whose_log_is_not_sound_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apsw, "sqlite_lib_version", lambda: "3.51.2")
    assert refusal() == "carries SQLite older than 3.51.3; update apsw"
    assert not LEDGER.exists()
