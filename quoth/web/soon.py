"""What will be there in a moment: who waits for it keeps neither connection nor thread."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import Future
from threading import Thread
from typing import Any, TypeVar

from starlette.concurrency import run_in_threadpool

T = TypeVar("T")

GLANCE = 0.01
"""Seconds between two looks."""


class Soon(Exception):  # it is no error: who catches it waits, and asks again
    """What is asked for is worked out by `work`, and is waited for until `end` (monotonic)."""

    def __init__(self, work: Thread | Future[Any], end: float) -> None:
        super().__init__()
        self._work, self._end = work, end

    async def wait(self) -> None:
        """Until it is there, or is waited for no longer."""
        while self._is_under_way() and time.monotonic() < self._end:
            await asyncio.sleep(GLANCE)

    def _is_under_way(self) -> bool:
        work = self._work
        return work.is_alive() if isinstance(work, Thread) else not work.done()


async def found_soon(find: Callable[[bool], T]) -> T:
    """What `find` finds in a thread; it may raise `Soon` where it is told that it is patient."""
    try:
        return await run_in_threadpool(find, True)
    except Soon as soon:
        await soon.wait()
        return await run_in_threadpool(find, False)
