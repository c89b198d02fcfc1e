"""Connections that end where their client keeps others waiting."""

from __future__ import annotations

import asyncio

from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle

PATIENCE = 10.0
"""Seconds between two looks at a connection."""


class Connection(H11Protocol):
    """HTTP/1.1 that looks after itself: a client that is no further at the second look is gone.

    It has sent no whole request since its last answer, or has taken nothing of the answer.
    Uvicorn itself waits for both without end.
    """

    _next_look: asyncio.TimerHandle | None = None
    _seen: tuple[RequestResponseCycle | None, int] | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._next_look = self.loop.call_later(PATIENCE, self._look)

    def connection_lost(self, exc: Exception | None) -> None:
        if self._next_look:
            self._next_look.cancel()
        super().connection_lost(exc)

    def resume_writing(self) -> None:
        """It has taken something: what waits is filled up again, and may seem to be no less."""
        super().resume_writing()
        self._seen = None

    def _look(self) -> None:
        unsent = self.transport.get_write_buffer_size()
        silent = self.cycle is None or self.cycle.response_complete
        if (
            self._seen
            and self._seen[0] is self.cycle
            and (unsent >= self._seen[1] > 0 or (silent and unsent == self._seen[1]))
        ):
            self.transport.abort()
            return
        self._seen = (self.cycle, unsent) if silent or unsent else None
        self._next_look = self.loop.call_later(PATIENCE, self._look)
