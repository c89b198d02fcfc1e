"""Memory that the room no longer needs goes back to the system, where the C library keeps it.

glibc gives each thread a heap of its own, and returns of a heap only what lies free at its end.
Pages are made by many threads, and a census fills a cache and drops it after each change: so heaps
grow and stay half empty. `mallopt(3)`, `malloc_trim(3)`.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

ARENA_MAX = -8
"""The parameter of `mallopt` that bounds the number of heaps."""
HEAPS = 2
PAUSE = 15.0
"""Seconds between two returns, each of which takes some milliseconds."""


@contextmanager
def returned() -> Iterator[None]:
    """Return memory to the system now and then; does nothing but on Linux with glibc."""
    library = _glibc()
    if library is None:
        yield
        return
    library.mallopt(ARENA_MAX, HEAPS)
    ended = Event()

    def trim() -> None:
        while not ended.wait(PAUSE):
            library.malloc_trim(0)

    thread = Thread(target=trim, name="memory", daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def _glibc() -> ctypes.CDLL | None:
    if sys.platform != "linux":
        return None
    library = ctypes.CDLL(None)
    return library if hasattr(library, "malloc_trim") and hasattr(library, "mallopt") else None
