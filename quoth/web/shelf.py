"""The ledger behind the pages: some connections to read by, and one to write by.

A ledger may be replaced, moved or locked by another program while the room is open. Connections
are checked before use; what is wrong is a `LedgerError`, and the next request tries again.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from queue import Empty, LifoQueue
from threading import Lock

from quoth.errors import QuothError
from quoth.ledger import Ledger, open_ledger
from quoth.ledger.errors import LOCKED, LedgerError
from quoth.ledger.held import Held
from quoth.ledger.store import file_at

READERS = 4
"""Connections that read at once; more readers wait for one of them."""
PATIENCE = 5.0
"""Seconds that a reader of the room waits for another program's lock."""
TURN = 60.0
"""Seconds that a writer waits for those before him."""
CACHE = 16 << 10
"""KiB of the file that each connection holds; the system holds more of it, and once for all."""
CROWDED = "others are writing to it; try again in a moment"
HELD = 20_000
"""Statements of documents, in each state, that are remembered between requests."""

File = tuple[int, int] | None
Opened = tuple[File, Ledger]


class Shelf:
    """Hands out the ledger to one request at a time for each connection."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._idle: LifoQueue[Opened | None] = LifoQueue()
        for _ in range(READERS):
            self._idle.put(None)
        self._held: tuple[File, Held] = None, Held()
        self._writing = Lock()
        self._writer: Opened | None = None
        self._locked = 0.0

    @contextmanager
    def reading(self) -> Iterator[Ledger]:
        """A ledger that is read only. Raises `LedgerError`."""
        held, before = None, self._idle.get()
        try:
            held = self.fresh(before, read_only=True)
            yield held[1]
        except LedgerError:
            _close(held)
            held = None
            raise
        finally:
            self._idle.put(held)

    @contextmanager
    def writing(self) -> Iterator[Ledger]:
        """The one ledger that is written to, by one request at a time. Raises `LedgerError`."""
        came = time.monotonic()
        if not self._writing.acquire(timeout=TURN):
            raise LedgerError(self.path, CROWDED)
        try:
            if self._locked > came:  # found meanwhile by whoever was before: not waited for anew
                raise LedgerError(self.path, LOCKED)
            before, self._writer = self._writer, None
            self._writer = self.fresh(before, read_only=False)
            yield self._writer[1]
        except LedgerError as error:
            if error.reason == LOCKED:
                self._locked = time.monotonic()
            _close(self._writer)
            self._writer = None
            raise
        finally:
            self._writing.release()

    def close(self) -> None:
        """Close what is idle; what is in use is closed with the process."""
        with suppress(Empty):
            while True:
                _close(self._idle.get_nowait())
        _close(self._writer)
        self._writer = None

    def fresh(self, held: Opened | None, read_only: bool) -> Opened:
        """`held` if its file still lies there, else the ledger that does. Raises `LedgerError`."""
        file = file_at(self.path)
        if held and held[0] == file and file:
            return held
        _close(held)
        ledger = open_ledger(self.path, create=False, read_only=read_only, patience=PATIENCE)
        ledger.store.run(f"PRAGMA cache_size = -{CACHE}")
        if self._held[0] != file:
            self._held = file, Held(HELD)
        ledger.share(self._held[1])
        return file, ledger


def _close(held: Opened | None) -> None:
    if held:
        with suppress(QuothError):
            held[1].close()
