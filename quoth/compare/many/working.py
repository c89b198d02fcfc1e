"""Work given to processes, no more of it under way than they need."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
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
    with ProcessPoolExecutor(processes, get_context("spawn")) as pool:
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
