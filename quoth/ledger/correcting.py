"""What people say of readings, kept: each thing said is a line of the log and a transaction.

The log is only added to. What people see of a document is made of the model's reading and of the
log, in the same transaction.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache
from operator import itemgetter

from quoth.ledger.corrections import (
    Corrected,
    action_of,
    change_of,
    fields_of,
    statement_of,
)
from quoth.ledger.errors import NotFound, sound
from quoth.ledger.held import Held
from quoth.ledger.leaves import Leaf, Reach, Turn, leaf
from quoth.ledger.loading import load_reading
from quoth.ledger.naming import statement_name
from quoth.ledger.rebuilding import withdraw, write
from quoth.ledger.records import (
    Change,
    Correction,
    Logged,
    Undoing,
)
from quoth.ledger.sitting import Sitting
from quoth.ledger.state import Heard, Moved, State, heard, state_of
from quoth.ledger.store import Row, Store
from quoth.ledger.values import now, storable
from quoth.records import Reading

LINES = (
    "SELECT c.number, c.id, c.document, c.action, c.value, c.who, c.at, c.why,"
    " u.who, u.at, u.why, f.reason FROM corrections c LEFT JOIN undone u ON u.correction = c.number"
    " LEFT JOIN conflicts f ON f.correction = c.number"
)

KEPT = 4096
"""Lines of logs that need not be read anew."""


class Corrections:
    """The log of a ledger. It remembers the reading of the last document, which is asked for again
    and again while somebody goes through it."""

    def __init__(self, store: Store, held: Held | None = None) -> None:
        """`held` is given where several connections to the ledger share what they remember."""
        self._store = store
        self._held = held or Held()

    @contextmanager
    def sitting(self, document: int, who: str, why: str = "") -> Iterator[Sitting]:
        """What is said of a document until it ends is kept then, all or, if it fails, nothing."""
        with self._store.transaction():
            machine, log = self._machine(document), self.log(document)
            before = self._held.applied(document, machine, log)
            ground = self._held.ground(document, machine)
            sitting = Sitting(document, machine, log, before, who, why, ground)
            yield sitting
            if sitting.said:
                self._keep(sitting.said)
                self._show(document, sitting.log, sitting.corrected, before)
        self._held.hold(document, machine, sitting.log, sitting.corrected)

    def take_back(self, number: int, document: int, who: str, why: str = "") -> Logged:
        """Take a correction of a document back. The caller holds a transaction open."""
        machine = self._machine(document)
        before = self._held.applied(document, machine, self.log(document))
        self._store.run(
            "INSERT INTO undone VALUES (?, ?, ?, ?)",
            (number, storable(who), now(), storable(why)),
        )
        after = self.log(document)
        self._show(document, after, self._held.applied(document, machine, after), before)
        return next(self._lines("WHERE c.number = ?", number))

    def rebuild(self, document: int) -> None:
        """Make what people see of a document anew, whose model's reading is another one now.

        The caller holds a transaction open.
        """
        log = self.log(document)
        if log:
            machine = self._machine(document)
            self._show(document, log, self._held.applied(document, machine, log))

    def corrected(self, document: int) -> Corrected:
        """What people see of a document, and what they did with it. Raises `NotFound`."""
        return self._held.applied(document, self._machine(document), self.log(document))

    def moved(self, document: int, since: State) -> Moved:
        """What became of a document since then. The caller holds a snapshot. Raises `NotFound`."""
        state = state_of(self._store, document)
        machine, lines = self._machine(document), list(self.lines(document))
        now = self._held.applied(document, machine, [line.correction for line in lines])
        if since.reading != state.reading or since.said > len(lines):
            return Moved(since, state, None, now, ())
        back = _back(lines, since)
        log = [
            replace(line.correction, undone=at in back)
            for at, line in enumerate(lines[: since.said])
        ]
        then = self._held.applied(document, machine, log)
        said = [
            line
            for at, line in enumerate(lines)
            if at >= since.said or (line.undoing and at not in back)
        ]
        return Moved(since, state, then, now, tuple(said))

    def log(self, document: int) -> list[Correction]:
        """What was said of a document, in order."""
        return [line.correction for line in self._lines("WHERE c.document = ?", document)]

    def lines(self, document: int | None = None) -> Iterator[Logged]:
        """What was said of a document, or of all, in order, and how it stands now."""
        if document is None:
            return self._lines("")
        return self._lines("WHERE c.document = ?", document)

    def line(self, called: str) -> Logged:
        """The line whose id begins so. Raises `NotFound`."""
        found = list(self._lines("WHERE substr(c.id, 1, ?) = ?", len(called), called))
        if len(found) != 1:
            what = "several ids begin so; give more of it" if found else "no such correction"
            raise NotFound(f"{called}: {what}; see `quoth corrections`")
        return found[0]

    def conflicts(self) -> Iterator[Logged]:
        """What does not fit the readings as they are now."""
        return self._lines("WHERE f.reason IS NOT NULL AND u.at IS NULL")

    def news(self, since: Heard) -> Iterator[Logged]:
        """What was said since then of any document, or taken back (by the times of that)."""
        yield from self._lines("WHERE c.number > ? AND u.at IS NULL", since.number)
        more = max(heard(self._store).undone - since.undone, 0)
        yield from self._lines(
            "WHERE c.number IN (SELECT correction FROM undone ORDER BY at DESC LIMIT ?)", more
        )

    def leaf(
        self, turn: Turn, limit: int, document: int | None, conflicting: bool
    ) -> Leaf[tuple[int, Logged]]:
        """A page of the log with the numbers of its lines, the last first."""

        def ask(reach: Reach) -> list[tuple[int, Logged]]:
            where = "WHERE c.number BETWEEN ? AND ? AND coalesce(c.document = ?, true)"
            if conflicting:
                where += " AND f.reason IS NOT NULL AND u.at IS NULL"
            rows = self._store.rows(
                f"{LINES} {where} ORDER BY c.number {reach.order} LIMIT ?",
                (reach.lowest, reach.highest, document, reach.limit),
            )
            return [(row[0], self._line(row)) for row in rows]

        return leaf(turn, limit, ask, itemgetter(0))

    def last_of(self, who: str) -> Logged | None:
        """What somebody said last that counts; None where there is nothing."""
        where = "WHERE c.who = ? AND u.at IS NULL ORDER BY c.number DESC LIMIT 1"
        row = self._store.row(f"{LINES} {where}", (who,))
        return self._line(row) if row else None

    def _lines(self, where: str, *values: object) -> Iterator[Logged]:
        return map(self._line, self._store.rows(f"{LINES} {where} ORDER BY c.number", values))

    def _line(self, row: Row) -> Logged:
        _, name, document, action, value, who, at, why, *undone, reason = row
        undoing = Undoing(*undone) if undone[1] is not None else None
        with sound(self._store.path, f"correction {name}"):
            change = _change(action, value)
        correction = Correction(name, document, change, who, at, why, undoing is not None)
        return Logged(correction, undoing, reason)

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

    def _machine(self, document: int) -> Reading:
        """The model's reading. Raises `NotFound`."""
        row = self._store.row(
            "SELECT id, made FROM readings WHERE document = ? AND kind = 'model'", (document,)
        )

        def load() -> Reading:
            return load_reading(self._store, document, "model")

        return self._held.machine(document, (row[0], row[1]), load) if row else load()


@lru_cache(KEPT)
def _change(action: str, value: str) -> Change:
    """What a line says; the log is read again with each thing that is said."""
    return change_of(action, json.loads(value))


def _back(lines: Sequence[Logged], state: State) -> set[int]:
    """Places in the log of what was taken back by then, as the times of taking back tell."""
    undoings = sorted((u.at, at) for at, line in enumerate(lines) if (u := line.undoing))
    return {at for _, at in undoings[: state.undone]}


def split_name(called: str) -> tuple[str, str]:
    """The document and the key in `17:s12`. Raises `NotFound`."""
    name = statement_name(called)
    if name is None:
        raise NotFound(f"{called}: name it as DOCUMENT:KEY, like 17:s12")
    return name
