"""The reading room on a port, until it is stopped."""

from __future__ import annotations

import errno
import signal
import socket
from collections.abc import Callable
from contextlib import suppress

import uvicorn

from quoth.errors import QuothError
from quoth.web.connections import Connection
from quoth.web.guard import EVERYWHERE
from quoth.web.memory import returned
from quoth.web.room import room
from quoth.web.settings import Settings

GRACE = 2
"""Seconds that answers under way have when the room is closed."""


class PortInUse(QuothError):
    """Another program listens there."""


class RoomServer(uvicorn.Server):
    """Tells those who listen to a stream that the room is closed, instead of waiting for them."""

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self.config.app.state.closing.set()  # type: ignore[union-attr]  # a room
        await super().shutdown(sockets)


def serve(settings: Settings, opened: Callable[[str], None]) -> None:
    """Serve until Ctrl-C; `opened` is told the address. Raises `PortInUse`."""
    with _listening(settings) as listening:
        opened(_address(settings.host, listening.getsockname()[1]))
        config = uvicorn.Config(
            room(settings),
            http=Connection,
            ws="none",
            log_level="error",
            access_log=False,
            server_header=False,
            proxy_headers=False,
            timeout_graceful_shutdown=GRACE,
            limit_concurrency=1000,
        )
        # Uvicorn raises again what it was ended by; ended by either, the room is left in order.
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        with returned(), suppress(KeyboardInterrupt):  # is how it is meant to end
            RoomServer(config).run([listening])


def _address(host: str, port: int) -> str:
    if host in EVERYWHERE:
        host = socket.gethostname()
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def _listening(settings: Settings) -> socket.socket:
    host, port = settings.host, settings.port
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listening = socket.create_server((host, port), family=family, backlog=1024)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise PortInUse(
                f"port {port}: another program listens there; "
                "give another by --port, or --port 0 for any that is free"
            ) from None
        raise QuothError(f"{host}:{port}: {error.strerror}; see --host") from None
    # asyncio does it only for sockets that name their protocol. Without it a page's second packet
    # waits 40 ms for the first to be acknowledged.
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listening
