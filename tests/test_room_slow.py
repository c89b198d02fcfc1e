"""Clients that keep a room waiting are let go, and the others are answered meanwhile."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from rooms import ledger_with
from starlette.types import ASGIApp, Receive, Scope, Send

from quoth.web import Settings, bounds, connections, room
from quoth.web.connections import Connection

CLIENTS = 40


@contextmanager
def served(app: Any) -> Iterator[tuple[uvicorn.Server, int]]:
    """An application on a port, as `quoth serve` serves it."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        config = uvicorn.Config(app, http=Connection, ws="none", log_level="critical")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.005)
        yield server, listening.getsockname()[1]
        server.should_exit = server.force_exit = True
        thread.join(20)


def connected(port: int, sent: bytes = b"") -> socket.socket:
    client = socket.create_connection(("127.0.0.1", port))
    client.settimeout(10)
    client.sendall(sent.replace(b"PORT", b"%d" % port))
    return client


HEAD = b"POST /documents/1/corrections HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n"
BODY = HEAD + b"Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "PATIENCE", 0.2)
    monkeypatch.setattr(bounds, "PIECE", 0.4)


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("sent", [b"", b"GET / HT", HEAD, HEAD + b"X-Slow: "])
def test_who_sends_no_request_is_let_go(tmp_path: Path, sent: bytes) -> None:
    app = room(Settings(str(ledger_with(tmp_path / "news.db"))))
    with served(app) as (_, port), ExitStack() as stack:
        clients = [stack.enter_context(connected(port, sent)) for _ in range(CLIENTS)]
        with connected(port, b"GET / HTTP/1.0\r\nHost: 127.0.0.1:PORT\r\n\r\n") as other:
            assert b" 200 " in other.recv(100)
        assert {ended(each) for each in clients} == {b""}


@pytest.mark.usefixtures("impatient")
def test_a_body_that_does_not_come_is_answered_with_408(tmp_path: Path) -> None:
    app = room(Settings(str(ledger_with(tmp_path / "news.db"))))
    with served(app) as (_, port), connected(port, BODY) as client:
        assert b" 408 " in ended(client)


def endless(ended_for: threading.Event) -> ASGIApp:
    """An application that answers until its client has gone."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            return
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await receive()
        gone = asyncio.ensure_future(receive())
        while not gone.done():
            await send({"type": "http.response.body", "body": b"x" * 65536, "more_body": True})
            await asyncio.sleep(0)
        ended_for.set()

    return answer


@pytest.mark.usefixtures("impatient")
def test_who_does_not_take_an_answer_is_let_go() -> None:
    gone = threading.Event()
    with served(endless(gone)) as (_, port), connected(port, b"GET / HTTP/1.1\r\nHost: a\r\n\r\n"):
        assert gone.wait(10)


@pytest.mark.usefixtures("impatient")
def test_who_takes_a_long_answer_slowly_has_all_of_it() -> None:
    gone = threading.Event()
    with (
        served(endless(gone)) as (_, port),
        connected(port, b"GET / HTTP/1.1\r\nHost: a\r\n\r\n") as client,
    ):
        end = time.monotonic() + 10 * connections.PATIENCE
        while time.monotonic() < end:
            assert len(client.recv(1 << 20)) > 0
            time.sleep(0.02)
        assert not gone.is_set()


def ended(client: socket.socket) -> bytes:
    """All that a client is told until its connection ends."""
    told = b""
    try:
        while piece := client.recv(65536):
            told += piece
    except ConnectionResetError:
        pass
    return told


def test_who_leaves_in_the_middle_of_a_body_is_no_fault(tmp_path: Path, caplog) -> None:
    app = room(Settings(str(ledger_with(tmp_path / "news.db"))))
    with served(app) as (_, port):
        connected(port, BODY).close()
        with connected(port, b"GET / HTTP/1.0\r\nHost: 127.0.0.1:PORT\r\n\r\n") as other:
            assert b" 200 " in ended(other)
        time.sleep(0.1)
    assert "a fault of the program" not in caplog.text
