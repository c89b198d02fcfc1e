"""What is worked out behind the pages, so that no reader waits: a census, and events compared."""

from __future__ import annotations

import time
from collections.abc import Mapping
from contextlib import suppress
from threading import Lock, Thread

from quoth.errors import QuothError
from quoth.ledger import open_ledger
from quoth.ledger.census import Census
from quoth.web import faults
from quoth.web.comparing import Comparisons
from quoth.web.parts import Made
from quoth.web.problems import Refused
from quoth.web.soon import Soon


def gravest() -> tuple[str, ...]:
    """Kinds of differences between versions of an utterance, the gravest first."""
    from quoth.compare.quotations import GRAVITY  # late: with all that compares

    return tuple(sorted(GRAVITY, key=GRAVITY.__getitem__, reverse=True))


AT_ONCE = 0.25
"""Seconds: a census that took no longer is taken anew as soon as anything has changed."""
PATIENCE = 1.0
"""Seconds from its beginning that readers wait for one."""
REST = 10
"""A longer one is taken anew after so many times what it took; until then the last one stands."""
COUNTING = "the ledger is being counted, which takes a while where it is large; look again soon"


class Counting(Refused):
    """The ledger is being counted for the first time."""


class Backroom:
    """Counts one ledger in a thread of its own, and compares its events in a process."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._lock = Lock()
        self._census: Census | None = None
        self._wrong = ""
        self._counting: Thread | None = None
        self._closed = False
        self._began = self._ended = 0.0
        self._comparisons = Comparisons(path)

    def census(self, patient: bool = False) -> Census:
        """The ledger as it was counted last, which in a small one is now.

        Raises `Refused` where it cannot be counted, `Counting` where it is being counted for the
        first time, and `Soon` for who is `patient` where the count is worth waiting for.
        """
        with self._lock:
            held = self._census
            if held and held.is_gone:
                self._census = held = None
            if held and held.is_current:
                return held
            soon = held is None or held.took < AT_ONCE
            rested = held is None or time.monotonic() - self._ended > REST * held.took
            if self._counting is None and (soon or rested):
                self._began = time.monotonic()
                self._counting = Thread(target=self._count, daemon=True)
                self._counting.start()
            end = self._began + PATIENCE
            if patient and soon and self._counting and time.monotonic() < end:
                raise Soon(self._counting, end)
            if self._wrong:
                raise Refused(503, self._wrong)
            if self._census is None:
                raise Counting(503, COUNTING)
            return self._census

    def census_or_none(self, patient: bool = False) -> Census | None:
        """The same; None while it is counted for the first time."""
        with suppress(Counting):
            return self.census(patient)
        return None

    def compared(
        self, event: int, state: str, names: tuple[str, ...], patience: float = 0
    ) -> Mapping[str, Made]:
        """What is found in an event by the names of its parts, as `Comparisons.of` gives it."""
        return self._comparisons.of(event, state, names, patience)

    @property
    def is_crowded(self) -> bool:
        """Is so much compared that what else is asked for waits to be begun?"""
        return self._comparisons.is_full

    def close(self) -> None:
        """End what works beside the room."""
        self._comparisons.close()
        with self._lock:
            census, self._census, self._closed = self._census, None, True
        if census:
            census.close()

    def _count(self) -> None:
        census, wrong = None, ""
        try:
            with open_ledger(self._path, create=False, read_only=True) as ledger:
                census = ledger.census(gravest())
        except QuothError as error:
            wrong = str(error)
        except Exception as error:  # told to who asks, and the next who does has it counted anew
            faults.tell(error, ", counting")
            wrong = "counting the ledger failed; what it was stands where the room was started"
        finally:
            with self._lock:
                self._census, self._wrong = census or self._census, wrong
                self._counting, self._ended = None, time.monotonic()
                if self._closed and census:
                    census.close()
