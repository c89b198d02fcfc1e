"""What stands between the network and the pages: whom they answer, and what browsers may do.

`docs/security.md` says what each check is for. A request that changes something is known to be
the room's own by Origin and Sec-Fetch-Site, which every browser sends and no page can forge; a
request with neither comes from a program, which no other site can make do anything. So forms
need no token of their own, and work without script.
"""

from __future__ import annotations

import re
import socket
from ipaddress import ip_address

from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from quoth.web import faults
from quoth.web.answers import refused
from quoth.web.settings import Settings
from quoth.web.tokens import Tokens

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "font-src 'self'",
        "frame-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'self'",
        # No script of ours makes markup of a text, but of rows that the room itself has made.
        "require-trusted-types-for 'script'",
        "trusted-types made",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    # Not no-referrer: with that, browsers send `Origin: null` with the room's own forms.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}

LOCAL_HOSTS = ("127.0.0.1", "::1", "localhost")
EVERYWHERE = ("0.0.0.0", "::")
SAFE = ("GET", "HEAD", "OPTIONS")
ADDRESS = 12 << 10
"""Bytes of the longest address: a thousand characters of any script, escaped."""
HEAD = 16 << 10
"""Bytes of all headers of a request."""
HOST = re.compile(r"(?P<name>\[[0-9a-f:.]+\]|[^:\[\]]+)(?::(?P<port>\d{1,5}))?")


class Guard:
    """Lets through what may go through, and sets the headers that keep texts from running."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app, self._host = app, settings.host
        self._tokens = Tokens(settings.token) if settings.token else None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        elif scope["type"] == "http":
            await self._answer(Request(scope, receive), send)
        else:  # nothing here speaks over a WebSocket
            await send({"type": "websocket.close", "code": 1008})

    async def _answer(self, request: Request, send: Send) -> None:
        started = False

        async def guarded(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        try:
            app = await self._let_in(request)
            await app(request.scope, request.receive, guarded)
        except ClientDisconnect:  # who sent half a request has gone
            return
        except Exception as error:
            faults.tell(error)
            if not started:  # else the connection is closed, so that its reader knows
                await refused(request, error)(request.scope, request.receive, guarded)

    async def _let_in(self, request: Request) -> ASGIApp:
        """What answers a request: the room, or why it does not."""
        try:
            check_lengths(request)
            check_host(request, self._host)
            check_origin(request)
            check_condition(request)
            if self._tokens and not request.url.path.startswith("/static/"):
                return await self._tokens.entering(request) or self._app
        except HTTPException as error:
            # What follows on the connection may be a body that nobody reads.
            error.headers = {**(error.headers or {}), "Connection": "close"}
            return refused(request, error)
        return self._app


def check_lengths(request: Request) -> None:
    """Raises `HTTPException` (414, 431)."""
    if len(request.scope["raw_path"]) + len(request.scope["query_string"]) > ADDRESS:
        raise HTTPException(414, f"An address has at most {ADDRESS} bytes; shorten it.")
    if sum(len(name) + len(value) for name, value in request.headers.raw) > HEAD:
        raise HTTPException(431, f"All headers have at most {HEAD} bytes; send fewer.")


def check_host(request: Request, host: str) -> None:
    """Raises `HTTPException` (421) where a browser believes to talk to another host.

    Whoever owns a name may let it lead to this machine (DNS rebinding): a page of that name
    would be of the same origin as this room, were it to answer to that name.
    """
    given = HOST.fullmatch(request.headers.get("host", "").lower())
    _, port = request.scope.get("server") or (host, None)
    if not given or int(given["port"] or 80) != port or not answers_to(host, given["name"]):
        raise HTTPException(421, "This room answers at the address that it was opened at alone.")


def answers_to(host: str, name: str) -> bool:
    """Does a room that listens at `host` answer to `name`?"""
    if host in LOCAL_HOSTS:
        return name in ("127.0.0.1", "localhost", "[::1]")
    if host in EVERYWHERE:
        return _is_number(name) or name in ("localhost", socket.gethostname().lower())
    return name.strip("[]") == host.lower()


def _is_number(name: str) -> bool:
    try:
        ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True


def check_origin(request: Request) -> None:
    """Raises `HTTPException` (403) for what another site's page makes a browser do.

    Following a link to a page is all that it may.
    """
    origin, site = request.headers.get("origin"), request.headers.get("sec-fetch-site")
    own = origin in (None, f"http://{request.headers['host']}")
    followed = (
        request.method in SAFE
        and request.headers.get("sec-fetch-mode") == "navigate"
        and request.headers.get("sec-fetch-dest") == "document"
    )
    if not (own and site in (None, "same-origin", "none")) and not followed:
        raise HTTPException(403, "This comes from a page of another site.")


def check_condition(request: Request) -> None:
    """Raises `HTTPException` (412) for a change that hangs on a tag: none is held against it.

    What cannot be said to match must not be done (RFC 9110, 13.1.1).
    """
    if request.method not in SAFE and request.headers.get("if-match", "*").strip() != "*":
        raise HTTPException(412)
