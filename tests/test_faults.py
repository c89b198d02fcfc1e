"""Nothing lost: faults in the disk, in the middle of transactions, and in the file itself."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from benchmarks.faults.__main__ import MEMORY
from benchmarks.faults.commands import COMMANDS, LEDGER
from benchmarks.faults.trials import Command, rows_of
from quoth.ledger.store import Store

ROOT = Path(__file__).parent.parent


FEW = ("create", "add", "remove", "correct", "migrate", "backup")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="each trial is a copy of the process")
def test_a_fault_at_some_writes_of_each_command_loses_nothing() -> None:
    """`python -m benchmarks.faults` puts one at every write; it is a process of one thread."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.faults", *FEW, "--step", "101", "--again", "1"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )

    assert (done.returncode, done.stderr) == (0, "")


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """One in memory where there is such: thousands of transactions need not wait for a disk."""
    home = Path.cwd()
    with TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as made:
        yield Path(made).resolve()
        monkeypatch.chdir(home)


class Broken(Exception):
    """What is raised in the middle."""


class Middle:
    """Lets the `at`-th statement that a store runs fail, and knows what was committed before."""

    def __init__(self, patch: pytest.MonkeyPatch, at: int) -> None:
        self.calls = 0
        self.at = at
        self.committed = rows_of(Path(LEDGER))
        self._transaction = Store.transaction
        patch.setattr(Store, "transaction", lambda store: self._watched(store))
        for name in ("run", "many"):
            patch.setattr(Store, name, self._counted(getattr(Store, name)))

    @contextmanager
    def _watched(self, store: Store) -> Iterator[None]:
        with self._transaction(store):
            yield
        self.committed = rows_of(Path(LEDGER))

    def _counted(self, method: Callable[..., None]) -> Callable[..., None]:
        def call(store: Store, sql: str, *values: Any) -> None:
            if not sql.startswith(("BEGIN", "ROLLBACK")):
                self.calls += 1
                if self.calls == self.at:
                    raise Broken
            method(store, sql, *values)

        return call


ALIKE = ("add (changed files)", "reread", "remove", "migrate")
"""Commands whose transactions are those of others, or parts of them, or tried elsewhere."""
EACH = {"merge": 5, "import": 5}
"""Of long transactions each fifth statement fails."""


@pytest.mark.parametrize(
    "command", [c for c in COMMANDS if c.name not in ALIKE], ids=lambda command: command.name
)
def test_a_failure_in_the_middle_of_a_transaction_leaves_nothing_behind(
    command: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "work").mkdir()
    monkeypatch.chdir(folder / "work")
    command.before()
    shutil.copytree(".", folder / "before")
    for at in count(1, EACH.get(command.name, 1)):
        shutil.copytree(folder / "before", ".", dirs_exist_ok=True)
        with monkeypatch.context() as patch:
            middle = Middle(patch, at)
            with suppress(Broken):
                command.run()
        assert rows_of(Path(LEDGER)) == middle.committed
        if middle.calls < at:
            return
