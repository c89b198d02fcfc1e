"""Work done side by side, results handed on in order and as soon as they are there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from queue import Queue
from threading import Semaphore, Thread
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

HELD = 2
"""Items in the works for each worker, so that none waits for another's end."""


def in_order(
    work: Callable[[Item], Result], items: Iterable[Item], workers: int
) -> Iterator[Result]:
    """`work` of each item, by `workers` threads; what it raises is raised in its place.

    Items are taken by a thread of their own: a result does not wait for the item after it, which
    a pipe may hold back for hours.
    """
    if workers == 1:
        yield from map(work, items)
        return
    results: Queue[Future[Result] | None] = Queue()
    room = Semaphore(HELD * workers)
    stopped = False

    def take() -> None:
        try:
            for item in items:
                room.acquire()
                if stopped:
                    return
                results.put(pool.submit(work, item))
            results.put(None)
        except BaseException as error:  # raised where its item's result would be
            failed: Future[Result] = Future()
            failed.set_exception(error)
            results.put(failed)

    pool = ThreadPoolExecutor(workers)
    Thread(target=take, daemon=True).start()
    try:
        while (future := results.get()) is not None:
            yield future.result()
            room.release()
    finally:
        stopped = True
        room.release()
        pool.shutdown(wait=False, cancel_futures=True)
