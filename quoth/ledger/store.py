"""One connection to a ledger's file: its pragmas, its transactions, its errors in our words.

SQLite comes with apsw, at a version (3.51.3 or later) whose write-ahead log has no known fault
with several connections. Every write stands in an explicit transaction that takes the lock at its
beginning, so that none fails half-way for want of it.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import apsw

from quoth.ledger.errors import READ_ONLY, LedgerError, speaking

SQLITE = (3, 51, 3)
"""The first release whose write-ahead log is sound with several connections."""
APPLICATION = 0x51756F74
"""`PRAGMA application_id` of a ledger: "Quot"."""
PATIENCE = 120.0
"""Seconds to wait for another program's lock, unless whoever opens it has less."""
CACHE = 64 << 10
"""KiB of pages held in memory."""

FOREIGN = "is some other program's database; name another file"
FOLDER = "is a folder; name a file"
GONE = "was moved, deleted or replaced while it was open; see what lies there, then go on"

Row = tuple[Any, ...]
Values = Sequence[Any]


class Store:
    """A connection; a context manager that must be closed."""

    def __init__(
        self, path: str | os.PathLike[str], write: bool, patience: float = PATIENCE
    ) -> None:
        """Raises `LedgerError` where the file cannot be opened."""
        if tuple(map(int, apsw.sqlite_lib_version().split("."))) < SQLITE:
            wanted = ".".join(map(str, SQLITE))
            raise LedgerError("apsw", f"carries SQLite older than {wanted}; update apsw")
        self.path = os.fspath(path)
        """As it was given."""
        self.write, self._patience = write, patience
        # Absolute, since the working folder may change, and SQLite means something else by
        # `:memory:` or no name at all.
        self.place = os.path.abspath(self.path)  # noqa: PTH100
        if Path(self.place).is_dir():
            raise LedgerError(self.path, FOLDER)
        with speaking(self.path):
            self._connection = _connection(self.place, write, patience)
            try:
                self._set()
            except BaseException:
                self._connection.close()
                raise
        self.file = file_at(self.place)
        """What the file is, whatever it is called: another one may lie there later."""

    def _set(self) -> None:
        if self.write and self._connection.readonly("main"):  # SQLite opens it all the same
            raise LedgerError(self.path, READ_ONLY)
        self._connection.execute(f"PRAGMA cache_size = -{CACHE}")
        self._connection.execute("PRAGMA foreign_keys = ON")
        if self._is_foreign():  # before anything is written to it
            raise LedgerError(self.path, FOREIGN)
        if self.write:
            self._connection.execute("PRAGMA secure_delete = ON")
            self._wait(lambda: self._connection.execute("PRAGMA journal_mode = WAL").fetchall())
            # What was said to be kept is kept, also when the power fails.
            self._connection.execute("PRAGMA synchronous = FULL")

    def _is_foreign(self) -> bool:
        """Is it neither a ledger nor empty?"""
        marks = (
            "SELECT application_id, user_version FROM pragma_application_id, pragma_user_version"
        )
        [(ours, number)] = self._connection.execute(marks).fetchall()
        holds = self._connection.execute("SELECT count(*) FROM sqlite_schema").fetchall()
        return ours != APPLICATION and bool(number or holds[0][0])

    def _wait(self, act: Any) -> None:
        """Some locks are not waited for by SQLite itself, as that of changing the journal."""
        end = time.monotonic() + self._patience
        while True:
            try:
                act()
                return
            except (apsw.BusyError, apsw.LockedError):
                if time.monotonic() > end:
                    raise
                time.sleep(0.02)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        with speaking(self.path):
            if self.is_gone():  # or SQLite would delete the log of what lies there now
                self._connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
            self._connection.close()

    def beside(self) -> Store:
        """Another connection to the same file, to read by from another thread."""
        return Store(self.place, write=False)

    @property
    def connection(self) -> apsw.Connection:
        """What SQLite itself offers, for backups and blobs."""
        return self._connection

    def rows(self, sql: str, values: Values | dict[str, Any] = ()) -> list[Row]:
        """All rows of a query."""
        with speaking(self.path):
            return self._connection.execute(sql, values).fetchall()

    def each(self, sql: str, values: Values | dict[str, Any] = ()) -> Iterator[Row]:
        """The rows of a query, one by one; what reads them sees one state of the ledger."""
        with speaking(self.path):
            yield from self._connection.execute(sql, values)

    def row(self, sql: str, values: Values | dict[str, Any] = ()) -> Row | None:
        """The first row of a query."""
        found = self.rows(sql, values)
        return found[0] if found else None

    def value(self, sql: str, values: Values | dict[str, Any] = ()) -> Any:
        """The first value of the first row; None where there is none."""
        row = self.row(sql, values)
        return row[0] if row else None

    def run(self, sql: str, values: Values | dict[str, Any] = ()) -> None:
        """A statement that gives back no rows."""
        with speaking(self.path):
            self._connection.execute(sql, values).fetchall()

    def many(self, sql: str, values: Iterable[Values]) -> None:
        """A statement for each of `values`."""
        with speaking(self.path):
            self._connection.executemany(sql, values).fetchall()

    def insert(self, table: str, row: Mapping[str, Any]) -> int:
        """The number of a new row, which has values by column."""
        names = ", ".join(f'"{name}"' for name in row)
        marks = ", ".join("?" * len(row))
        self.run(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(row.values()))
        return self.last

    def is_gone(self) -> bool:
        """Was the file moved, deleted or replaced, so that writes would go nowhere?"""
        return file_at(self.place) != self.file

    @property
    def last(self) -> int:
        """The number of the row that was put in last."""
        return self._connection.last_insert_rowid()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All writes in it, or none: any exception takes them back. They do not nest."""
        if not self.write:
            raise LedgerError(self.path, "was opened to be read only")
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            if self.is_gone():
                raise LedgerError(self.path, GONE)
            self.run("COMMIT")
        except BaseException:
            # SQLite has taken back by itself what failed for want of room or a disk.
            if self._connection.in_transaction:
                self.run("ROLLBACK")
            raise

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """All queries in it see one state, whatever others write meanwhile."""
        if self._connection.in_transaction:  # which sees one state already
            yield
            return
        self.run("BEGIN")
        try:
            yield
        finally:
            # Whoever stops in the middle of a stream may have closed the ledger by now.
            with suppress(apsw.ConnectionClosedError):
                if self._connection.in_transaction:
                    self.run("COMMIT")

    def checkpoint(self) -> bool:
        """Empties the log into the file; False where a reader still needs the log."""
        with speaking(self.path):
            try:
                self._connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)
            except apsw.BusyError:
                return False
        return True


def file_at(path: str) -> tuple[int, int] | None:
    """What a file is, whatever it is called; None where there is none."""
    try:
        found = os.stat(path)  # noqa: PTH116
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _connection(path: str, write: bool, patience: float) -> apsw.Connection:
    if write:
        return _patient(path, apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE, patience)
    try:
        connection = _patient(path, apsw.SQLITE_OPEN_READONLY, patience)
        connection.execute("SELECT 1 FROM sqlite_schema").fetchall()
    except (apsw.CantOpenError, apsw.ReadOnlyError):
        # A log needs a file beside the ledger. Where none can be made nobody writes either.
        if not Path(path).is_file() or Path(f"{path}-wal").exists():
            raise
        address = f"{Path(path).as_uri()}?immutable=1"
        flags = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
        return _patient(address, flags, patience)
    return connection


def _patient(path: str, flags: int, patience: float) -> apsw.Connection:
    connection = apsw.Connection(path, flags)
    connection.set_busy_timeout(int(patience * 1000))
    return connection
