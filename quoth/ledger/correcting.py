"""What people say of readings, kept: each thing said is a line of the log and a transaction.

The log is only added to. What people see of a document is made of the model's reading and of the
log, in the same transaction.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from quoth.ledger.corrections import (
    Corrected,
    action_of,
    apply,
    change_of,
    fields_of,
    statement_of,
)
from quoth.ledger.errors import NotFound, sound
from quoth.ledger.loading import load_reading
from quoth.ledger.naming import statement_name
from quoth.ledger.rebuilding import withdraw, write
from quoth.ledger.records import (
    Correction,
    Logged,
    Undoing,
)
from quoth.ledger.sitting import Sitting
from quoth.ledger.store import Store
from quoth.ledger.values import now, storable
from quoth.records import Reading

LINES = (
    "SELECT c.id, c.document, c.action, c.value, c.who, c.at, c.why, u.who, u.at, u.why, f.reason"
    " FROM corrections c LEFT JOIN undone u ON u.correction = c.number"
    " LEFT JOIN conflicts f ON f.correction = c.number"
)


class Corrections:
    """The log of a ledger. It remembers the reading of the last document, which is asked for again
    and again while somebody goes through it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._read: tuple[tuple[int, int, str], Reading] | None = None
        self._shown: tuple[Reading, list[Correction], Corrected] | None = None

    @contextmanager
    def sitting(self, document: int, who: str, why: str = "") -> Iterator[Sitting]:
        """What is said of a document until it ends is kept then, all or, if it fails, nothing."""
        with self._store.transaction():
            machine, log = self._machine(document), self.log(document)
            before = self._applied(machine, log)
            sitting = Sitting(document, machine, log, before, who, why)
            yield sitting
            if sitting.said:
                self._keep(sitting.said)
                self._show(document, sitting.log, sitting.corrected, before)
        self._shown = (machine, sitting.log, sitting.corrected)

    def take_back(self, number: int, document: int, who: str, why: str = "") -> Logged:
        """Take a correction of a document back. The caller holds a transaction open."""
        machine = self._machine(document)
        before = self._applied(machine, self.log(document))
        self._store.run(
            "INSERT INTO undone VALUES (?, ?, ?, ?)",
            (number, storable(who), now(), storable(why)),
        )
        after = self.log(document)
        self._show(document, after, self._applied(machine, after), before)
        return next(self._lines("WHERE c.number = ?", number))

    def rebuild(self, document: int) -> None:
        """Make what people see of a document anew, whose model's reading is another one now.

        The caller holds a transaction open.
        """
        log = self.log(document)
        if log:
            self._show(document, log, self._applied(self._machine(document), log))

    def corrected(self, document: int) -> Corrected:
        """What people see of a document, and what they did with it. Raises `NotFound`."""
        return self._applied(self._machine(document), self.log(document))

    def log(self, document: int) -> list[Correction]:
        """What was said of a document, in order."""
        return [line.correction for line in self._lines("WHERE c.document = ?", document)]

    def lines(self, document: int | None = None) -> Iterator[Logged]:
        """What was said of a document, or of all, in order, and how it stands now."""
        if document is None:
            return self._lines("")
        return self._lines("WHERE c.document = ?", document)

    def conflicts(self) -> Iterator[Logged]:
        """What does not fit the readings as they are now."""
        return self._lines("WHERE f.reason IS NOT NULL AND u.at IS NULL")

    def _lines(self, where: str, *values: object) -> Iterator[Logged]:
        for row in self._store.rows(f"{LINES} {where} ORDER BY c.number", values):
            name, document, action, value, who, at, why, *undone, reason = row
            undoing = Undoing(*undone) if undone[1] is not None else None
            with sound(self._store.path, f"correction {name}"):
                change = change_of(action, json.loads(value))
            correction = Correction(name, document, change, who, at, why, undoing is not None)
            yield Logged(correction, undoing, reason)

    def _keep(self, said: Iterable[Correction]) -> None:
        self._store.many(
            "INSERT INTO corrections (id, document, action, statement, value, who, at, why)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    each.id,
                    each.document,
                    action_of(each.change),
                    (at.key if (at := statement_of(each.change)) else None),
                    storable(json.dumps(fields_of(each.change), ensure_ascii=False)),
                    storable(each.who),
                    each.at,
                    storable(each.why),
                )
                for each in said
            ],
        )

    def _show(
        self,
        document: int,
        log: Iterable[Correction],
        corrected: Corrected,
        before: Corrected | None = None,
    ) -> None:
        """Have people see what comes of the log."""
        if all(each.undone for each in log):
            withdraw(self._store, document)
        else:
            write(self._store, document, corrected, before)
        self._store.run(
            "DELETE FROM conflicts WHERE correction IN"
            " (SELECT number FROM corrections WHERE document = ?)",
            (document,),
        )
        self._store.many(
            "INSERT INTO conflicts SELECT number, ?2 FROM corrections WHERE id = ?1",
            [(each.correction, each.reason) for each in corrected.conflicts],
        )

    def _applied(self, machine: Reading, log: list[Correction]) -> Corrected:
        """What comes of a reading and its log, which is mostly that of the last time."""
        if not (self._shown and self._shown[0] is machine and self._shown[1] == log):
            self._shown = (machine, log, apply(machine, log))
        return self._shown[2]

    def _machine(self, document: int) -> Reading:
        """The model's reading. Raises `NotFound`."""
        row = self._store.row(
            "SELECT document, id, made FROM readings WHERE document = ? AND kind = 'model'",
            (document,),
        )
        if row and self._read and self._read[0] == row:
            return self._read[1]
        reading = load_reading(self._store, document, "model")
        if row:
            self._read = ((row[0], row[1], row[2]), reading)
        return reading


def split_name(called: str) -> tuple[str, str]:
    """The document and the key in `17:s12`. Raises `NotFound`."""
    name = statement_name(called)
    if name is None:
        raise NotFound(f"{called}: name it as DOCUMENT:KEY, like 17:s12")
    return name
