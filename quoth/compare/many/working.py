"""Work given to processes, no more of it under way than they need."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from threading import Thread, current_thread, main_thread
from typing import TypeVar

Given = TypeVar("Given")
Made = TypeVar("Made")

_AHEAD = 3
"""Pieces that wait for each process, so that none is idle."""


def in_processes(
    work: Callable[[Given], Made], pieces: Iterable[Given], processes: int
) -> Iterator[Made]:
    """What `work` makes of each piece, in their order; in this process where `processes` is 1."""
    if processes == 1:
        yield from map(work, pieces)
        return
    # Spawned on every system: whoever calls may have threads and open connections.
    with ProcessPoolExecutor(processes, get_context("spawn"), begin) as pool:
        with _uninterrupted():
            for _ in range(processes):
                pool.submit(int)  # starts one
        waiting: deque[Future[Made]] = deque()
        try:
            for piece in pieces:
                waiting.append(pool.submit(work, piece))
                if len(waiting) > _AHEAD * processes:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Processes that are started here do not hear that a user stops this one, not even at first."""
    if current_thread() is not main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def begin() -> None:
    """A process leaves it to the one that started it to be interrupted, and ends with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    assert parent
    parent.join()
    os._exit(1)
