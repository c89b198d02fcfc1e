"""Samples in the room: drawn once, and their passages marked as gone through."""

from __future__ import annotations

from typing import Any, get_args
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from quoth.ledger.sampling.records import By
from quoth.web.asked import LONGEST, BadRequest
from quoth.web.bodies import fields, is_form, way_back
from quoth.web.changes import as_text
from quoth.web.operation import FORM, JSON, Operation
from quoth.web.pages.review import QUEUES
from quoth.web.problems import Refused
from quoth.web.queues import SEEDS, seed
from quoth.web.saying import signed

MOST = 100_000
"""Statements or passages of one sample."""


async def _draw(request: Request) -> Response:
    given = await fields(request)
    if unknown := sorted(set(given) - {"statements", "passages", "by", "length", "seed", "who"}):
        raise BadRequest(f"{unknown[0][:40]}: not taken here")
    who, _, _ = signed(given, request.app.state.settings.who)
    number = await run_in_threadpool(_drawn, request, given)
    if is_form(request):
        return RedirectResponse("/review?" + urlencode({"sample": number, "who": who}), 303)
    return Response(as_text({"sample": number}), 201, media_type=JSON)


def _drawn(request: Request, given: dict[str, Any]) -> int:
    statements = _number(given, "statements", 200, 0, MOST)
    passages = _number(given, "passages", 60, 0, MOST)
    if not statements and not passages:
        raise BadRequest("nothing to draw; give statements or passages more than 0")
    with request.app.state.shelf.writing() as ledger:
        if not ledger.arrivals(1).items:
            raise Refused(422, "the ledger is empty; add documents (at /add) before you draw")
        number: int = ledger.sample(
            statements,
            passages,
            seed=_number(given, "seed", seed(), 0, SEEDS),
            by=_parts(given),
            length=_number(given, "length", 500, 1, 100_000),
        )
    return number


async def _mark(request: Request) -> Response:
    given = await fields(request)
    back = way_back(given.pop("next", None))
    who, _, _ = signed(given, request.app.state.settings.who)
    sample, passage = (request.path_params[name] for name in ("sample", "passage"))
    await run_in_threadpool(_marked, request, sample, passage, who)
    if is_form(request):
        return RedirectResponse(back or f"/review?sample={sample}", 303)
    return Response(as_text({"sample": sample, "passage": passage}), media_type=JSON)


def _marked(request: Request, sample: int, passage: int, who: str) -> None:
    with request.app.state.shelf.writing() as ledger:
        ledger.mark_done(sample, passage, who)
    QUEUES.mark(sample, passage)
    request.app.state.watcher.poke()


def _parts(given: dict[str, Any]) -> tuple[By, ...]:
    value = given.get("by", "form")
    names = [each for each in value.split(",") if each] if isinstance(value, str) else value
    if not isinstance(names, list) or any(name not in get_args(By) for name in names):
        raise BadRequest(f"by: must be some of {', '.join(get_args(By))}")
    return tuple(dict.fromkeys(names))


def _number(given: dict[str, Any], name: str, default: int, least: int, most: int) -> int:
    value = given.get(name)
    if value is None or value == "":
        return default
    if isinstance(value, str) and value.isascii() and value.isdecimal() and len(value) <= LONGEST:
        value = int(value)
    if type(value) is not int or not least <= value <= most:
        raise BadRequest(f"{name}: must be a whole number from {least} to {most}")
    return value


OPERATIONS = (
    Operation(
        "POST",
        "/samples",
        "draw",
        "Draw statements and passages at random, to be reviewed",
        _draw,
        {201: {JSON: "Drawn"}, 303: {}},
        body={JSON: "Design", FORM: "Design"},
        refusals=(422,),
    ),
    Operation(
        "POST",
        "/samples/{sample:int}/passages/{passage:int}",
        "mark_passage",
        "Say that every statement of a passage is marked",
        _mark,
        {200: {JSON: "Marked"}, 303: {}},
        body={JSON: "Signed", FORM: "Signed"},
    ),
)
