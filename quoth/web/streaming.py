"""Streams: told piece by piece for as long as somebody listens and the room is open."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Mapping
from contextlib import aclosing
from typing import Any

from starlette.requests import Request
from starlette.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

from quoth.web.operation import EVENTS

HEARTBEAT = 15.0
"""Seconds after which a silent stream says that it is still there."""


class Flow(StreamingResponse):
    """Pieces as they come; what they hold is freed as soon as their listener has gone."""

    def __init__(self, pieces: AsyncIterator[bytes], media_type: str) -> None:
        super().__init__(pieces, media_type=media_type, headers={"Cache-Control": "no-store"})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["method"] == "HEAD":
            self.body_iterator = _nothing()
        await super().__call__(scope, receive, send)

    async def stream_response(self, send: Send) -> None:
        async with aclosing(self.body_iterator):  # type: ignore[type-var]  # it is a generator
            await super().stream_response(send)


async def _nothing() -> AsyncIterator[bytes]:
    return
    yield


def closing(request: Request) -> bool:
    """Is the room being closed? A stream looks between two pieces, and ends."""
    return bool(request.app.state.closing.is_set())


def event(data: Mapping[str, Any], number: int | str | None = None, name: str = "") -> bytes:
    """One server-sent event (WHATWG HTML, 9.2); `number` is told by a browser that comes back."""
    head = (f"id: {number}\n" if number is not None else "") + (f"event: {name}\n" if name else "")
    return f"{head}data: {json.dumps(data)}\n\n".encode()


def events(pieces: AsyncIterator[bytes]) -> Flow:
    """A stream of events for `EventSource`."""
    return Flow(pieces, EVENTS)


BEAT = b": still here\n\n"
"""A line that is no event."""
