"""`/openapi.json` and `/api`: what there is to be asked for, for programs and for people."""

from __future__ import annotations

import json

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from quoth.web.answers import answer, data_answer
from quoth.web.operation import HTML, JSON, Operation
from quoth.web.problems import OTHER, PROBLEMS
from quoth.web.templates import render


async def openapi(request: Request) -> Response:
    return await run_in_threadpool(_openapi, request)


async def page(request: Request) -> Response:
    return await run_in_threadpool(_page, request)


def _openapi(request: Request) -> Response:
    from quoth.web.api.described import described  # late: it describes this file too

    return data_answer(request, json.dumps(described()))


def _page(request: Request) -> Response:
    from quoth.web.api.described import described
    from quoth.web.api.shown import shown

    problems = (*PROBLEMS.values(), OTHER)
    settings = request.app.state.settings
    given = shown(described())
    told = render("api.html", **given, problems=problems, page="api", settings=settings)
    return answer(request, told)


OPERATIONS = (
    Operation(
        "GET",
        "/openapi.json",
        "openapi",
        "This description",
        openapi,
        {200: {JSON: ""}},
    ),
    Operation("GET", "/api", "api", "This description, for people", page, {200: {HTML: ""}}),
)
