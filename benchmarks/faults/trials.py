"""One command with a fault, and what is left of the ledger then, and once it has run again."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.faults.disk import ENDING, KILLED, Disk, Fault
from quoth.errors import QuothError
from quoth.ledger.checking import check
from quoth.ledger.integrity import wrong_in_file
from quoth.ledger.migrating import newest, version
from quoth.ledger.store import Store

VARYING = frozenset(
    (
        *("at", "added", "made", "drawn", "done", "decisions.undone"),
        *("corrections.id", "identities.key", "decisions.id", "events.key"),
    )
)
"""Columns that differ from run to run: times, and what is drawn at random."""
SHADOWS = ("statement_words", "document_words", "sqlite_")
"""Tables that SQLite keeps for itself; `check` compares the words in them with the rows."""

DONE, TOLD, UNTOLD = 0, 1, 2
"""How a command ends: well; with an error of ours; with one that a user must not see."""

Rows = dict[str, Counter[tuple[object, ...]]]
"""By file and table, without columns that vary."""
NONE: Counter[tuple[object, ...]] = Counter()


@dataclass(frozen=True)
class Command:
    """A command that writes, run in a folder of its own."""

    name: str
    before: Callable[[], None]
    """Makes what the folder holds before it."""
    run: Callable[[], None]
    twice: bool = True
    """May it be run again after it was done?"""


class Trials:
    """A command, what it makes of its folder without a fault, and in how many writes."""

    def __init__(self, command: Command, folder: Path) -> None:
        self.command = command
        self._template, self._folder = folder / "before", folder / "work"
        self._folder.mkdir(parents=True)
        self._warm()
        assert self._forked(command.before, None)[0] == DONE, f"{command.name} cannot be prepared"
        shutil.copytree(self._folder, self._template)
        _, self.before = self._state()
        status, self.writes = self._forked(command.run, None)
        assert status == DONE, f"{command.name} fails without a fault"
        wrong, self.after = self._state()
        assert not wrong, f"{command.name} makes a ledger that is not sound"

    def recovering(self, fault: Fault) -> int:
        """How many writes it takes to open and check what is left after `fault`."""
        self._restore()
        self._forked(self.command.run, fault)
        return self._forked(self._open, None)[1]

    def trial(self, fault: Fault, then: Fault | None = None) -> Iterator[str]:
        """What is wrong after `fault` in the command and, where given, one in opening it then."""
        self._restore()
        status, _ = self._forked(self.command.run, fault)
        if status == UNTOLD:
            yield "an error that is not ours"
        if status == KILLED and fault.kind not in ENDING:
            yield "the process ended"
        if then and self._forked(self._open, then)[0] == UNTOLD:
            yield "an error that is not ours in opening it"
        wrong, left = self._state()
        yield from (f"after the fault: {line}" for line in wrong)
        if status == DONE and left != self.after:
            yield "said to be done, and is not"
        for table, rows in left.items():
            if rows - (self.before.get(table, NONE) | self.after.get(table, NONE)):
                yield f"rows in {table} that neither stood before nor stand after"
        if left == self.after and not self.command.twice:
            return
        again, _ = self._forked(self.command.run, None)
        if again != DONE:
            yield "cannot be run again"
        wrong, then_left = self._state()
        yield from (f"after going on: {line}" for line in wrong)
        if then_left != self.after:
            yield "other rows after going on"

    def _state(self) -> tuple[list[str], Rows]:
        """What is wrong with the ledgers in the folder, and the rows in them."""
        wrong: list[str] = []
        found: Rows = {}
        for path in sorted(self._folder.glob("*.db")):
            try:
                with Store(path, write=True) as store:
                    wrong += (check if version(store) == newest() else wrong_in_file)(store)
                    found |= {f"{path.name}: {name}": rows for name, rows in _rows(store).items()}
            except QuothError as error:
                wrong.append(str(error))
        return wrong, found

    def _open(self) -> None:
        from quoth.ledger import open_ledger

        for path in sorted(self._folder.glob("*.db")):
            with open_ledger(path) as ledger:
                assert not list(ledger.check())

    def _restore(self) -> None:
        shutil.rmtree(self._folder)
        shutil.copytree(self._template, self._folder)

    def _warm(self) -> None:
        """Do it once in this process, so that no trial has to load what it takes."""
        home = Path.cwd()
        with tempfile.TemporaryDirectory() as folder:
            os.chdir(folder)
            self.command.before()
            self.command.run()
            os.chdir(home)

    def _forked(self, act: Callable[[], None], fault: Fault | None) -> tuple[int, int]:
        """How `act` ended in a process of its own, and how many writes it made."""
        reading, writing = os.pipe()
        child = os.fork()
        if not child:
            os.close(reading)
            _child(act, Disk(self._folder, fault), writing)
        os.close(writing)
        with os.fdopen(reading) as told:
            writes = told.read()
        _, status = os.waitpid(child, 0)
        return os.waitstatus_to_exitcode(status), int(writes or 0)


def _child(act: Callable[[], None], disk: Disk, writing: int) -> None:
    status = UNTOLD
    sys.unraisablehook = lambda _: None  # a thread's connection may fail to close as well
    try:
        os.chdir(disk.folder)
        disk.start()
        act()
        status = DONE
    except QuothError:
        status = TOLD
    except BaseException:
        traceback.print_exc()
    finally:
        os.write(writing, str(disk.writes).encode())
        sys.stderr.flush()
        os._exit(status)


def rows_of(path: Path) -> Rows:
    """All that the ledger at `path` holds, but for what varies; nothing where there is none."""
    if not path.exists():
        return {}
    with Store(path, write=True) as store:
        return _rows(store)


def _rows(store: Store) -> Rows:
    found = {t: store.rows(f'SELECT {columns} FROM "{t}"') for t, columns in _tables(store)}
    return {table: Counter(rows) for table, rows in found.items() if rows}


def _tables(store: Store) -> Iterator[tuple[str, str]]:
    """Each table, and its columns that do not vary."""
    for (table,) in store.rows("SELECT name FROM sqlite_schema WHERE type = 'table'"):
        if not table.startswith(SHADOWS):
            names = store.rows("SELECT name FROM pragma_table_info(?)", (table,))
            same = [n for (n,) in names if not VARYING & {n, f"{table}.{n}"}]
            yield table, ", ".join(f'"{name}"' for name in same)
