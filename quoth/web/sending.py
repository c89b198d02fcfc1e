"""Long pages: sent while they are made, kept for who asks next, and not made again for nothing."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from hashlib import sha256
from secrets import token_hex
from threading import Lock

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response, StreamingResponse

FIRST, MORE = 8 << 10, 128 << 10
"""Characters of the first piece, which a browser draws at once, and of the others."""
KEPT = 32 << 20
"""Bytes of pages that are kept."""
MADE = token_hex(8)
"""Another program makes other pages, and may run after this one."""


def known(request: Request, tag: str) -> bool:
    """Has the reader what has this tag (RFC 9110, 13.1.2)?"""
    names = {each.strip() for each in request.headers.get("if-none-match", "").split(",")}
    return bool(names & {tag, f"W/{tag}", "*"})


class Pages:
    """The long pages of a room, by the marks of what is on them."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._pages: OrderedDict[str, bytes] = OrderedDict()
        self._size = 0

    def tag(self, mark: str) -> str:
        """The ETag of a page that changes whenever its mark does."""
        return f'"{sha256(f"{MADE} {mark}".encode()).hexdigest()[:32]}"'

    def kept(self, request: Request, tag: str) -> Response | None:
        """The answer, where the reader has the page, or it was made before."""
        if known(request, tag):
            return Response(status_code=304, headers=_headers(tag))
        with self._lock:
            page = self._pages.get(tag)
            if page is None:
                return None
            self._pages.move_to_end(tag)
        return HTMLResponse(page, headers=_headers(tag))

    def sent(self, tag: str, pieces: Iterable[str]) -> Response:
        """The page as it is made; it is kept once all of it is."""
        made = self._made(tag, pieces)
        return StreamingResponse(made, headers=_headers(tag), media_type="text/html")

    def _made(self, tag: str, pieces: Iterable[str]) -> Iterator[bytes]:
        made: list[bytes] = []
        for piece in map(str.encode, _joined(pieces)):
            made.append(piece)
            yield piece
        self._keep(tag, b"".join(made))

    def _keep(self, tag: str, page: bytes) -> None:
        with self._lock:
            self._size += len(page) - len(self._pages.pop(tag, b""))
            self._pages[tag] = page
            while self._size > KEPT:
                self._size -= len(self._pages.popitem(last=False)[1])


def _headers(tag: str) -> dict[str, str]:
    return {"ETag": tag, "Cache-Control": "no-cache"}


def _joined(pieces: Iterable[str]) -> Iterator[str]:
    waiting, size, enough = [], 0, FIRST
    for piece in pieces:
        waiting.append(piece)
        size += len(piece)
        if size >= enough:
            yield "".join(waiting)
            waiting, size, enough = [], 0, MORE
    yield "".join(waiting)
