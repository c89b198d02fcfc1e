"""Answers: a page or data with an ETag, and errors as RFC 9457 describes them."""

from __future__ import annotations

import json
from hashlib import sha256
from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from quoth.errors import QuothError
from quoth.export.characters import encodable
from quoth.ledger.errors import READ_ONLY, LedgerError, NotFound
from quoth.ledger.finding import BadQuestion
from quoth.web.asked import BadRequest
from quoth.web.problems import OTHER, PROBLEMS, Refused
from quoth.web.sending import known
from quoth.web.telling import by_name, plain
from quoth.web.templates import render

RETRY = 5
"""Seconds after which to ask again for what cannot be done just now."""


def answer(request: Request, page: str) -> Response:
    """A page, or that it is what the reader has already (RFC 9110, 13.1.2)."""
    return _tagged(request, HTMLResponse(page))


def data_answer(request: Request, data: str, media_type: str = "application/json") -> Response:
    """JSON, or that it is what the reader has already."""
    return _tagged(request, Response(encodable(data), media_type=media_type))


def _tagged(request: Request, response: Response) -> Response:
    tag = f'"{sha256(response.body).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache"}
    if known(request, tag):
        return Response(status_code=304, headers=headers)
    response.headers.update(headers)
    return response


def refused(request: Request, error: Exception) -> Response:
    """What is wrong, as a page for people and as a problem (RFC 9457) for programs.

    Nothing of the program's insides is told: an error that is not ours has no detail, and where
    on this machine the ledger lies is left out.
    """
    status, detail = _status(error)
    detail = by_name(detail, request.app.state.settings.ledger)
    problem = PROBLEMS.get(status, OTHER)
    headers = {"Cache-Control": "no-store"}
    later = status in (429, 503)
    if later:
        headers["Retry-After"] = str(RETRY)
    if isinstance(error, HTTPException) and error.headers:
        headers |= error.headers
    if wants_page(request):
        again = later and request.method == "GET"
        page = render("error.html", title=problem.title, detail=detail, status=status, again=again)
        return HTMLResponse(page, status, headers)
    told = {"type": problem.type, "title": problem.title, "status": status, "detail": plain(detail)}
    body = encodable(json.dumps(told, ensure_ascii=False))
    return Response(body, status, headers, "application/problem+json")


def wants_page(request: Request) -> bool:
    """Is this a person's browser, and not a program that asks for data?"""
    return "text/html" in request.headers.get("accept", "") and not request.url.path.endswith(
        (".json", ".jsonl")
    )


def _status(error: Exception) -> tuple[int, str]:
    if isinstance(error, HTTPException):
        known = PROBLEMS.get(error.status_code)
        said = error.detail != HTTPStatus(error.status_code).phrase  # else the framework refused
        return error.status_code, error.detail if said or known is None else known.told
    if isinstance(error, Refused):
        return error.status, str(error)
    if isinstance(error, NotFound):
        return 404, str(error)
    if isinstance(error, BadRequest | BadQuestion):
        return 400, str(error)
    if isinstance(error, LedgerError):
        return 403 if error.reason == READ_ONLY else 503, str(error)
    if isinstance(error, QuothError):
        return 422, str(error)
    return 500, "This is a fault of the program; what it was stands where it was started."
