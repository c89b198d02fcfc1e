"""Reading rooms for tests: visited without a port, or served on one."""

from __future__ import annotations

import json
import socket
import threading
import time
import urllib.request
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import uvicorn
from handmade import WIRE, StandIn
from starlette.testclient import TestClient

from quoth.documents import from_text
from quoth.ledger import open_ledger
from quoth.web import Settings, backroom, room
from quoth.web.serving import RoomServer

backroom.PATIENCE = 60.0  # however busy the machine is that tests run on
HERE = "http://127.0.0.1:8000"
PAGE = {"accept": "text/html"}
"""What a browser asks for."""


def ledger_with(path: Path, texts: Iterable[str] = (WIRE,)) -> Path:
    """A ledger at `path` that holds these texts, read by the stand-in."""
    with open_ledger(path) as ledger, StandIn() as reader:
        for number, text in enumerate(texts, 1):
            ledger.keep(reader.read(from_text(text, f"wire-{number}.txt")))
    return path


@contextmanager
def visited(ledger: Path, **settings: Any) -> Iterator[TestClient]:
    """A visitor of the room over a ledger."""
    with TestClient(room(Settings(str(ledger), **settings)), base_url=HERE) as visitor:
        yield visitor


@contextmanager
def served(ledger: Path, **settings: Any) -> Iterator[str]:
    """A room over a ledger on a free port; its address without a slash at the end."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        app = room(Settings(str(ledger), port=port, **settings))
        server = RoomServer(uvicorn.Config(app, log_level="error", lifespan="on"))
        thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.005)
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            server.should_exit = True
            thread.join(20)


@contextmanager
def events_of(address: str) -> Iterator[Iterator[dict[str, Any]]]:
    """What a stream of server-sent events tells, one by one."""
    with urllib.request.urlopen(address, timeout=10) as answer:
        yield (json.loads(line[6:]) for line in answer if line.startswith(b"data: "))
