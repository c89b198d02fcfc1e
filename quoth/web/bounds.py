"""Bodies end: in size, and in the time that their sender may take."""

from __future__ import annotations

import asyncio
from time import monotonic

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from quoth.web.answers import refused

BODY = 256 << 10
"""Bytes of a body, but of documents: more than any correction takes."""
WHOLE = 30.0
"""Seconds for the whole of it."""
PIECE = 15.0
"""Seconds until the next piece of any body."""
DOCUMENTS = ("/add", "/read")
"""Where documents come in; what receives them bounds their size, count and time itself."""


class Bounds:
    """Answers 413 and 408 to bodies that are too large or too slow."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        documents = scope["path"].removesuffix(".json") in DOCUMENTS
        length = Headers(scope=scope).get("content-length", "")
        if not documents and length.isdecimal() and int(length) > BODY:
            await refused(Request(scope), _too_large())(scope, receive, send)
            return
        deadline = float("inf") if documents else monotonic() + WHOLE
        size, ended = 0, False

        async def bounded() -> Message:
            nonlocal size, ended
            if ended:  # what comes now is that the client has gone, which may take long
                return await receive()
            try:
                async with asyncio.timeout(min(PIECE, deadline - monotonic())):
                    message = await receive()
            except TimeoutError:
                raise HTTPException(
                    408, "The body did not come in time.", {"Connection": "close"}
                ) from None
            size += len(message.get("body", b""))
            ended = not message.get("more_body", False)
            if size > BODY and not documents:
                raise _too_large()
            return message

        await self._app(scope, bounded, send)


def _too_large() -> HTTPException:
    return HTTPException(413, f"What is sent has at most {BODY} bytes.", {"Connection": "close"})
