"""Things of which few are done at once: who comes beyond that is asked to come again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from quoth.web.problems import Refused


class Turns:
    """So many at once; used by the one thread of the event loop."""

    def __init__(self, most: int, done: str) -> None:
        """`done` says what is done, in the plural: "streams are told"."""
        self._most, self._done, self._now = most, done, 0

    @contextmanager
    def one(self) -> Iterator[None]:
        """Raises `Refused` where it is no one's turn."""
        if self._now >= self._most:
            raise Refused(429, f"{self._most} {self._done} already; try again in a moment")
        self._now += 1
        try:
            yield
        finally:
            self._now -= 1
