"""The application: its pages, its errors, and what stands between it and the network."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from threading import Event
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.convertors import IntegerConvertor, register_url_convertor
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles

from quoth.aside import Aside
from quoth.errors import QuothError
from quoth.web.accounts import Accounts
from quoth.web.adding import Desk, Given
from quoth.web.answers import refused
from quoth.web.backroom import Backroom
from quoth.web.bounds import Bounds
from quoth.web.changes import Changes
from quoth.web.guard import Guard
from quoth.web.operations import OPERATIONS
from quoth.web.pages import PAGES
from quoth.web.sending import Pages
from quoth.web.settings import Settings
from quoth.web.shelf import Shelf
from quoth.web.templates import STATIC
from quoth.web.turns import Turns
from quoth.web.watching import Watcher


class Number(IntegerConvertor):
    """A number that a ledger may have: what is longer is at no address."""

    regex = "[0-9]{1,15}"


register_url_convertor("int", Number())


def room(settings: Settings) -> Starlette:
    """The reading room over a ledger, as an ASGI application."""
    shelf, aside = Shelf(settings.ledger), Aside(settings.reader)
    desk = Desk(settings, aside)
    backroom = Backroom(settings.ledger)

    @asynccontextmanager
    async def open_room(_: Starlette) -> AsyncIterator[None]:
        if settings.files:
            desk.take([Given(file) for file in settings.files])
        try:
            yield
        finally:
            await run_in_threadpool(app.state.watcher.close)
            desk.close()
            aside.close()
            backroom.close()
            shelf.close()

    handlers: dict[Any, Any] = {
        HTTPException: refused,
        QuothError: refused,
    }
    app = Starlette(
        routes=_routes(),
        middleware=[Middleware(Guard, settings=settings), Middleware(Bounds)],
        exception_handlers=handlers,
        lifespan=open_room,
    )
    app.state.shelf, app.state.settings = shelf, settings
    app.state.desk, app.state.aside = desk, aside
    app.state.reads = Turns(settings.allowance.reads, "documents are read")
    app.state.streams = Turns(settings.allowance.streams, "streams are told")
    app.state.closing = Event()
    app.state.backroom = backroom
    app.state.accounts = Accounts(aside, settings.ledger, settings.model)
    app.state.pages = Pages()
    app.state.changes = Changes()
    app.state.watcher = Watcher(shelf, app.state.changes, app.state.closing)
    return app


def _routes() -> list[BaseRoute]:
    pages = [route for page in PAGES for route in page.routes()]
    operations = [each.route() for each in OPERATIONS]
    static = Mount("/static", StaticFiles(packages=list(STATIC)))
    return [*operations, *pages, static]
