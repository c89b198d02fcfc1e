"""The reading room on a port, until it is stopped."""

from __future__ import annotations

import errno
import logging
import socket
import webbrowser
from contextlib import suppress

import uvicorn

from quoth.errors import QuothError
from quoth.web.room import room
from quoth.web.settings import Settings

GRACE = 2
"""Seconds that answers under way have when the room is closed."""

log = logging.getLogger(__name__)


class PortInUse(QuothError):
    """Another program listens there."""


class RoomServer(uvicorn.Server):
    """Tells those who listen to a stream that the room is closed, instead of waiting for them."""

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self.config.app.state.closing.set()  # type: ignore[union-attr]  # a room
        await super().shutdown(sockets)


def serve(settings: Settings, shown: bool = False) -> None:
    """Serve until Ctrl-C; with `shown` the browser opens it. Raises `PortInUse`."""
    with _listening(settings) as listening:
        host, port = listening.getsockname()[:2]
        address = f"http://{host}:{port}/"
        log.info("%s is open at %s (Ctrl-C ends)", settings.ledger, address)
        if shown:
            webbrowser.open(address)
        app = room(settings)
        config = uvicorn.Config(
            app,
            log_level="error",
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=GRACE,
            limit_concurrency=1000,
        )
        with suppress(KeyboardInterrupt):  # is how it is meant to end
            RoomServer(config).run([listening])


def _listening(settings: Settings) -> socket.socket:
    try:
        return socket.create_server((settings.host, settings.port), backlog=1024)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise PortInUse(
                f"port {settings.port}: another program listens there; "
                "give another by --port, or --port 0 for any that is free"
            ) from None
        raise QuothError(f"{settings.host}:{settings.port}: {error.strerror}; see --host") from None
