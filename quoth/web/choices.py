"""What a page asks for while people correct: what they choose from, and rows as they are now."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from quoth.export.characters import one_line
from quoth.export.judged import source_names
from quoth.ledger.corrections import Corrected
from quoth.ledger.errors import NotFound
from quoth.passages import plain_spans
from quoth.records import Passage
from quoth.web.accounts import Accounts, Unsourced
from quoth.web.answers import data_answer
from quoth.web.asked import BadRequest
from quoth.web.changes import as_text, rows_of
from quoth.web.operation import JSON, Operation
from quoth.web.problems import Refused
from quoth.web.soon import found_soon

AROUND = 40
"""Characters on both sides of a mention."""
ROWS = 100
"""Rows of one answer."""


async def _choices(request: Request) -> Response:
    return await run_in_threadpool(_chosen_from, request)


def _chosen_from(request: Request) -> Response:
    number: int = request.path_params["number"]
    key = request.query_params.get("statement")
    with request.app.state.shelf.reading() as ledger:
        state = ledger.state(number)
        seen = ledger.corrected(number)
    statement = _statement(seen, key) if key else None
    told = {"state": str(state), "statement": statement, "sources": list(_sources(seen))}
    return data_answer(request, as_text(told))


async def _rows(request: Request) -> Response:
    return await found_soon(lambda patient: _rows_now(request, patient))


def _rows_now(request: Request, patient: bool) -> Response:
    number: int = request.path_params["number"]
    given = request.query_params.get("blocks", "").split(",")
    if len(given) > ROWS or not all(each.isascii() and each.isdecimal() for each in given):
        raise BadRequest(f"blocks: must be up to {ROWS} numbers, parted by commas")
    with request.app.state.shelf.reading() as ledger:
        state = ledger.state(number)
        seen = ledger.corrected(number)
        there = len(seen.reading.document.blocks)
        numbers = sorted({int(each[:9]) for each in given} & set(range(there)))
        own: Unsourced = ()
        told: dict[str, Any] = {"state": str(state)}
        if request.query_params.get("unsourced"):
            own, told["unsourced"] = _own(request.app.state.accounts, number, str(state), patient)
        blocks = rows_of(ledger, number, seen.reading, numbers, own)
    return data_answer(request, as_text({**told, "blocks": blocks}))


def _own(
    accounts: Accounts, number: int, state: str, patient: bool
) -> tuple[Unsourced, int | None]:
    """What stands on nobody's word, and in how many sentences; where that is not known, what did
    in a state before this one, and None while it is being looked for."""
    try:
        found = accounts.of(number, state, patient)
    except Refused:  # too many others are gone through: the next look may begin it
        found = None
    own = found if isinstance(found, tuple) else accounts.known(number, state)
    return own, None if found is None else len(own)


def _statement(seen: Corrected, key: str) -> dict[str, Any]:
    """The words of its parts, and who answers for it."""
    for each in seen.reading.statements:
        if each.id == key:
            parts = {"content": each.content, "cue": each.cue, "source": each.source}
            told = {name: part.text if part else "" for name, part in parts.items()}
            return {**told, "answers": each.source_id}
    raise NotFound(f"{key[:40]}: no such statement any more")


def _sources(seen: Corrected) -> Iterator[dict[str, Any]]:
    mentions = {source.id: source.mentions for source in seen.reading.sources}
    for key, name, kind in source_names(seen.reading.sources, seen.names):
        told = [_mention(each) for each in mentions[key]]
        yield {"id": key, "name": name, "kind": kind, "mentions": told}


def _mention(mention: Passage) -> dict[str, Any]:
    text, first, last = mention.document.text, mention.spans[0].start, mention.spans[-1].end
    return {
        "spans": plain_spans(mention.spans),
        "text": one_line(mention.text),
        "before": one_line(text[max(first - AROUND, 0) : first]),
        "after": one_line(text[last : last + AROUND]),
    }


OPERATIONS = (
    Operation(
        "GET",
        "/documents/{number:int}/choices",
        "choices",
        "What a document's sources are, and where it means them",
        _choices,
        {200: {JSON: "Choices"}},
        ("statement",),
    ),
    Operation(
        "GET",
        "/documents/{number:int}/rows",
        "rows",
        "Blocks of a document with their notes, as the page has them",
        _rows,
        {200: {JSON: "Rows"}},
        ("blocks", "unsourced"),
    ),
)
