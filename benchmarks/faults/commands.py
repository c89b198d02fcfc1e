"""The commands that write to a ledger, each small and with all that it does."""

from __future__ import annotations

from pathlib import Path

import quoth.documents.opening
from benchmarks.faults.trials import Command
from benchmarks.standin import StandIn, told
from quoth.documents.worker import items
from quoth.ledger import open_ledger

LEDGER = "news.db"

# A process to parse in, which each trial would start anew, takes longer than all the rest.
setattr(quoth.documents.opening, "parsed", items)  # noqa: B010


def _inputs() -> None:
    """Files of three documents, and one that is none."""
    for number in (1, 2, 3):
        Path(f"{number}.txt").write_text(told(number), encoding="utf-8")
    Path("empty.txt").write_bytes(b"")


def _added() -> None:
    _inputs()
    _add()


def _nothing() -> None:
    pass


def _create() -> None:
    open_ledger(LEDGER).close()


def _begin() -> None:
    _create()
    _inputs()


def _add() -> None:
    with open_ledger(LEDGER) as ledger:
        for _ in ledger.add(["1.txt", "2.txt", "3.txt", "empty.txt"], StandIn()):
            pass


def _change() -> None:
    _added()
    Path("1.txt").write_text(told(9), encoding="utf-8")
    Path("empty.txt").write_text(told(8), encoding="utf-8")


def _reread() -> None:
    with open_ledger(LEDGER) as ledger:
        for _ in ledger.reread(StandIn("standin 2")):
            pass


def _remove() -> None:
    with open_ledger(LEDGER) as ledger:
        ledger.remove([1, 3], "Edda", "asked for")


def _backup() -> None:
    with open_ledger(LEDGER) as ledger:
        ledger.backup("monday.db")


COMMANDS = (
    Command("create", _nothing, _create),
    Command("add", _begin, _add),
    Command("add (changed files)", _change, _add),
    Command("reread", _added, _reread),
    Command("remove", _added, _remove, twice=False),
    Command("backup", _added, _backup),
)
