"""The ledger as JSON Lines, told as they are found, for as long as somebody reads them."""

from __future__ import annotations

import time
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterator

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from quoth.export.characters import encodable
from quoth.export.hits_data import hits_json
from quoth.ledger import Ledger, open_ledger
from quoth.ledger.choosing import Choice
from quoth.web.answers import data_answer
from quoth.web.asked import Asked
from quoth.web.operation import LINES, Operation
from quoth.web.page import asked_of
from quoth.web.pages.search import CHOICES, question
from quoth.web.problems import Refused
from quoth.web.streaming import Flow, closing

PIECE = 1 << 16
"""Characters that are handed on at once, at most by a line more."""
SOON = 0.25
"""Seconds after which what was found is handed on, little as it may be."""


async def statements(request: Request) -> Response:
    """All statements that meet a question, behind a line with their count."""
    asked = asked_of(request)
    wanted, best = question(asked), bool(asked.text("best"))
    limit = asked.number("limit", 0) or None
    return await _flow(
        request,
        lambda ledger: hits_json(ledger.count(wanted), ledger.hits(wanted, limit, best)),
    )


async def documents(request: Request) -> Response:
    """Documents, each a line with its statements' lines behind it."""
    choice = _choice(asked_of(request))
    return await _flow(request, lambda ledger: ledger.lines(choice))


async def document(request: Request) -> Response:
    """One document and its statements."""
    return await run_in_threadpool(_document, request)


def _document(request: Request) -> Response:
    number: int = request.path_params["number"]
    with request.app.state.shelf.reading() as ledger:
        return data_answer(request, "".join(ledger.lines(Choice((number,)))), LINES)


def _choice(asked: Asked) -> Choice:
    return Choice(
        words=asked.text("q"),
        outlet=asked.text("outlet"),
        since=asked.text("since") or None,
        until=asked.text("until") or None,
    )


async def _flow(request: Request, find: Callable[[Ledger], Iterator[str]]) -> Response:
    """The lines that `find` gives, by a connection of their own: pages do not wait for it.

    What can be wrong with the question shows with its first lines, before any is told.
    """
    told = _told(request, find)
    first = await anext(told, None)
    if first is None:
        raise Refused(503, "the room is being closed")

    async def pieces() -> AsyncIterator[bytes]:
        try:
            yield first
            async for piece in told:
                yield piece
        finally:
            await told.aclose()

    return Flow(pieces(), LINES)


async def _told(
    request: Request, find: Callable[[Ledger], Iterator[str]]
) -> AsyncGenerator[bytes, None]:
    with request.app.state.streams.one():
        path = request.app.state.settings.ledger
        ledger = await run_in_threadpool(open_ledger, path, create=False, read_only=True)
        try:
            lines = await run_in_threadpool(find, ledger)
            while not closing(request):
                piece, more = await run_in_threadpool(_piece, lines)
                yield piece
                if not more:
                    return
        finally:
            await run_in_threadpool(ledger.close)


def _piece(lines: Iterator[str]) -> tuple[bytes, bool]:
    """Some of the lines that are left, and whether there may be more."""
    end, size, some = time.monotonic() + SOON, 0, []
    for line in lines:
        some.append(line)
        size += len(line)
        if size > PIECE or time.monotonic() > end:
            return encodable("".join(some)).encode(), True
    return encodable("".join(some)).encode(), False


OPERATIONS = (
    Operation(
        "GET",
        "/statements.jsonl",
        "statements",
        "All statements that meet a question, as they are found",
        statements,
        {200: {LINES: "Found"}},
        query=("q", "source", "outlet", *CHOICES, "since", "until", "figure", "best", "limit"),
        refusals=(400, 429),
    ),
    Operation(
        "GET",
        "/documents.jsonl",
        "documents",
        "Documents with their statements",
        documents,
        {200: {LINES: "Line"}},
        query=("q", "outlet", "since", "until"),
        refusals=(400, 429),
    ),
    Operation(
        "GET",
        "/documents/{number:int}.jsonl",
        "document.jsonl",
        "One document with its statements",
        document,
        {200: {LINES: "Line"}},
    ),
)
