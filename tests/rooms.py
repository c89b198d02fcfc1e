"""Reading rooms for tests, visited without a port."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from handmade import WIRE, StandIn
from starlette.testclient import TestClient

from quoth.documents import from_text
from quoth.ledger import open_ledger
from quoth.web import Settings, room

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
