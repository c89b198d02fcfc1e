"""Who may enter a room that other machines reach: whoever has its token.

The token is random (256 bits), so its SHA-256 needs no salt and no stretching. A browser gives
it once and gets a cookie of another random value, which ends with the room; programs send it
with each request (RFC 6750).
"""

from __future__ import annotations

import asyncio
import secrets
from hashlib import sha256
from hmac import compare_digest
from time import monotonic

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from quoth.web.templates import render

BYTES = 32
"""Of randomness in a token and in a cookie."""
SLOWED = 1.0
"""Seconds that a wrong token costs; meanwhile no other from the same address is looked at."""
LASTS = 12 * 3600
"""Seconds after which a cookie is worth nothing: a long day."""
MOST = 1000
"""Cookies at once; the oldest goes first."""


def new_token() -> str:
    """A token that nobody guesses."""
    return secrets.token_urlsafe(BYTES)


def hashed(token: str) -> str:
    """What is kept of a token: its SHA-256, hexadecimal."""
    return sha256(token.encode()).hexdigest()


class Tokens:
    """Knows the token of a room by its hash, and the cookies that were given for it."""

    def __init__(self, token: str) -> None:
        self._token = token
        self._cookies: dict[str, float] = {}
        self._slowed: set[str] = set()

    async def entering(self, request: Request) -> Response | None:
        """None where a request may go on, else the page that lets a browser in.

        Raises `HTTPException` (401, 429) where neither is due.
        """
        given = request.query_params.get("token") if request.url.path == "/" else None
        if given is not None:
            await self._check(request, given)
            return self._entered(request)
        scheme, _, bearer = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer":
            await self._check(request, bearer.strip())
        elif not self._known(request.cookies.get(_cookie(request), "")):
            raise _refusal(
                "Open the address that was told when the room was opened, with its token."
            )
        return None

    async def _check(self, request: Request, given: str) -> None:
        address = request.client.host if request.client else ""
        if address in self._slowed:
            raise HTTPException(
                429, "A wrong token came from there; try again in a second.", {"Retry-After": "1"}
            )
        if compare_digest(hashed(given), self._token):
            return
        self._slowed.add(address)
        try:
            await asyncio.sleep(SLOWED)
        finally:
            self._slowed.discard(address)
        raise _refusal("That is not this room's token; it was told when the room was opened.")

    def _known(self, cookie: str) -> bool:
        return self._cookies.get(hashed(cookie), 0.0) > monotonic()

    def _entered(self, request: Request) -> Response:
        """A page that goes on by itself: a redirect would, after a link from elsewhere, come
        without the cookie (SameSite=Strict), and this too leaves the history of the browser."""
        cookie = new_token()
        while len(self._cookies) >= MOST:
            del self._cookies[next(iter(self._cookies))]
        self._cookies[hashed(cookie)] = monotonic() + LASTS
        response = HTMLResponse(
            render("entered.html"),
            headers={
                "Refresh": "0; url=/",
                "Cache-Control": "no-store",
                "Referrer-Policy": "no-referrer",
            },
        )
        response.set_cookie(_cookie(request), cookie, httponly=True, samesite="strict")
        return response


def _cookie(request: Request) -> str:
    """Rooms on one machine share its cookies, whatever their ports: each has a name of its own."""
    return f"quoth-{request.url.port or 80}"


def _refusal(detail: str) -> HTTPException:
    return HTTPException(401, detail, {"WWW-Authenticate": "Bearer"})
