"""What a request carries: a form, or an object of JSON."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request

from quoth.web.asked import BadRequest

FIELDS = 50
HALF = re.compile(r"\\u[dD][89a-fA-F]")
"""Half a character outside the basic plane, in an escape; two make one."""


async def fields(request: Request) -> dict[str, Any]:
    """The fields of a form or the keys of an object; of a form all are texts.

    Raises `BadRequest`, or `HTTPException` (415) for what is neither.
    """
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    data = await request.body()
    if kind == "application/json":
        return _object(data)
    if kind == "application/x-www-form-urlencoded":
        return form(data)
    raise HTTPException(415, "send application/json, or a form")


def is_form(request: Request) -> bool:
    """Was it sent by a page without script?"""
    return request.headers.get("content-type", "").startswith("application/x-www-form-urlencoded")


def way_back(given: Any) -> str | None:
    """A page of this room. Raises `BadRequest` for any other address."""
    if given is None or given == "":
        return None
    here = isinstance(given, str) and given.startswith("/") and given[1:2] not in ("/", "\\")
    if not here or not given.isprintable() or "\\" in given or len(given) > 2000:
        raise BadRequest("next: must be a page of this room")
    return str(given)


def parsed(data: bytes) -> Any:
    """JSON, whose texts can be kept as they are (RFC 8259, 8.2). Raises `ValueError`."""
    text = data.decode().removeprefix("\ufeff")
    try:
        given = json.loads(text)
        if HALF.search(text):
            json.dumps(given, ensure_ascii=False).encode()
    except RecursionError:
        raise ValueError("nested too deep") from None
    return given


def _object(data: bytes) -> dict[str, Any]:
    try:
        given = parsed(data)
    except ValueError:
        raise BadRequest("this is no JSON in UTF-8 with whole characters") from None
    if not isinstance(given, dict):
        raise BadRequest("an object of JSON is wanted")
    return given


def form(data: bytes) -> dict[str, str]:
    """The fields of a form. Raises `BadRequest`."""
    try:
        pairs = parse_qsl(
            data.decode(), keep_blank_values=True, max_num_fields=FIELDS, errors="strict"
        )
    except ValueError:
        raise BadRequest("this is no form") from None
    return {name: text.replace("\r\n", "\n") for name, text in pairs}
