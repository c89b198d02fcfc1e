"""What the room does besides telling pages: each is declared once, served and described by it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

JSON = "application/json"
LINES = "application/x-ndjson"
HTML = "text/html"
EVENTS = "text/event-stream"
FORM = "application/x-www-form-urlencoded"
FILES = "multipart/form-data"

Bodies = Mapping[str, str]
"""Names of schemas (in `quoth/web/api/schemas.json`) by media type; "" for any words or bytes."""


@dataclass(frozen=True)
class Operation:
    """One method at one address."""

    method: str
    path: str
    """As Starlette writes it: `/add/{job:int}`."""
    name: str
    """Of the operation, in the API's description."""
    summary: str
    endpoint: Callable[[Request], Awaitable[Response]]
    answers: Mapping[int, Bodies]
    """What it answers where all goes well, by status."""
    query: tuple[str, ...] = ()
    """Names of the values that it takes behind `?`."""
    body: Bodies = field(default_factory=dict)
    """What it takes."""
    refusals: tuple[int, ...] = ()
    """Statuses of the problems that are its own; those of every address are left out."""

    def route(self) -> Route:
        return Route(self.path, self.endpoint, methods=[self.method], name=self.name)
