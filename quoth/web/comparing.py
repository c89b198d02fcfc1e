"""Events compared in a process of its own, so that no reader waits while words are compared.

What is found is kept as it is shown, by the readings that it rests on; of one event after the other
the part that is quickest comes first.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from multiprocessing import get_context
from threading import RLock

from quoth.web.parts import Made, Wrong
from quoth.web.problems import Refused
from quoth.web.soon import Soon

KEPT = 40_000_000
"""Characters of what was found that are kept; what nobody asked for longest goes first."""
EACH = 500
"""Characters that are reckoned for a part beside its words, also for one with nothing to show."""
EVENTS = 1000
"""Events of which something is kept, or waits."""
WAITING = 200
"""Parts that wait for their turn; what is beyond that is begun when it is asked for again."""
CLOSED = "nothing is compared any more: the room is being closed"
BROKEN = "comparing ended too soon; look again, and it is begun anew"

Key = tuple[int, str]
"""An event's number, and the state that it is in."""


@dataclass(slots=True)
class Compared:
    """What is found in one event so far."""

    parts: dict[str, Made] = field(default_factory=dict)
    waiting: dict[str, Future[Made]] = field(default_factory=dict)

    @property
    def size(self) -> int:
        shown = (p for p in self.parts.values() if p and not isinstance(p, Wrong))
        words = sum(len(each.html) + len(each.data) for each in shown)
        return words + EACH * len(self.parts)


class Comparisons:
    """Compares events of one ledger, as pages ask for them."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._lock = RLock()  # a future may be done before it is waited for
        self._known: OrderedDict[Key, Compared] = OrderedDict()
        self._pool: Executor | None = None
        self._closed = False

    def of(
        self, event: int, state: str, names: tuple[str, ...], patience: float = 0
    ) -> Mapping[str, Made]:
        """Those of the parts of an event that are there; the others are made from now on, unless
        it `is_full`.

        Raises `Soon` where one of the others may be there within `patience` seconds, and `Refused`
        where more is to be made after it was closed.
        """
        with self._lock:
            known = self._known.setdefault((event, state), Compared())
            self._known.move_to_end((event, state))
            self._forget()
            for name in names:
                if name not in known.parts and name not in known.waiting and not self.is_full:
                    self._begin(known, event, name)
            waiting = [known.waiting[name] for name in names if name in known.waiting]
            if waiting and patience:
                raise Soon(waiting[0], time.monotonic() + patience)
            return {name: known.parts[name] for name in names if name in known.parts}

    @property
    def is_full(self) -> bool:
        """Does so much wait that no more is begun?"""
        with self._lock:
            return sum(len(each.waiting) for each in self._known.values()) >= WAITING

    def close(self) -> None:
        """End the process; what is under way is dropped."""
        with self._lock:
            pool, self._pool, self._closed = self._pool, None, True
        if pool:
            # Shut down alone, it would first do what it is at, and the program wait for it.
            under_way = list((getattr(pool, "_processes", None) or {}).values())
            pool.shutdown(wait=False, cancel_futures=True)
            for each in under_way:
                each.kill()

    def _begin(self, known: Compared, event: int, name: str) -> None:
        if self._closed:  # whoever asks while the room is closed
            raise Refused(503, CLOSED)
        if self._pool is None:
            self._pool = opened()
        try:
            future = self._pool.submit(compared, self._path, event, name)
        except BrokenProcessPool:
            self._pool = opened()
            future = self._pool.submit(compared, self._path, event, name)
        known.waiting[name] = future
        future.add_done_callback(self._ended(known, name))

    def _ended(self, known: Compared, name: str) -> Callable[[Future[Made]], None]:
        def ended(future: Future[Made]) -> None:
            with self._lock:
                known.waiting.pop(name, None)
                if future.cancelled():
                    return
                error = future.exception()
                if isinstance(error, BrokenProcessPool):
                    self._pool = None  # what is asked for again is made by another
                elif error:
                    known.parts[name] = Wrong(BROKEN)
                else:
                    known.parts[name] = future.result()
                self._forget()

        return ended

    def _forget(self) -> None:
        sizes = {key: each.size for key, each in self._known.items()}
        while len(sizes) > 1 and (len(sizes) > EVENTS or sum(sizes.values()) > KEPT):
            oldest = next(iter(sizes))
            del sizes[oldest]
            for future in list(self._known.pop(oldest).waiting.values()):
                future.cancel()


def opened() -> Executor:
    """A process that compares; it ends with this one."""
    from quoth.compare.many.working import begin  # late: with all that compares

    return ProcessPoolExecutor(1, get_context("spawn"), begin)


def compared(path: str, event: int, name: str) -> Made:
    """A part of what is found in an event; runs in the process that compares."""
    from quoth.web.findings import part_of

    return part_of(path, event, name)
