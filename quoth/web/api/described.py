"""OpenAPI 3.1 of a room, made of its pages and its operations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import quoth
from quoth.web.api.schemas import schemas
from quoth.web.api.values import HEADERS, value
from quoth.web.operation import EVENTS, HTML, JSON, Bodies, Operation
from quoth.web.operations import OPERATIONS
from quoth.web.page import Page
from quoth.web.pages import PAGES
from quoth.web.problems import PROBLEMS

IN_PATH = re.compile(r"\{(\w+)(?::(\w+))?\}")
ABOUT = (
    "A ledger of who says what, on whose word. Every page has its data at the same address with "
    "`.json` behind it. What is wrong is told as RFC 9457 has it. Answers have an `ETag`: who "
    "sends it as `If-None-Match` is only told what has changed. Lists have `Link` headers."
)
TOKEN = "Where the room asks for one, as it was told when it was opened"
DONE = {
    200: "What was asked for",
    201: "Kept",
    202: "Taken; its page tells how far it is",
    303: "For forms: where to go on",
    307: "Its page is elsewhere",
}


@cache
def described() -> dict[str, Any]:
    """The description as an object of JSON."""
    known = schemas()
    paths: dict[str, dict[str, Any]] = {}
    for operation in sorted(operations(), key=lambda each: each.path):
        at = paths.setdefault(IN_PATH.sub(r"{\1}", operation.path), {})
        at[operation.method.lower()] = _operation(operation, known)
    return {
        "openapi": "3.1.1",
        "info": {
            "title": "Quoth's reading room",
            "version": quoth.__version__,
            "description": ABOUT,
            "license": {"name": "Apache License 2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/"}],
        "security": [{}, {"token": []}],
        "paths": paths,
        "components": {
            "schemas": known,
            "responses": {each.name: _problem(each.title) for each in PROBLEMS.values()},
            "headers": HEADERS,
            "securitySchemes": {
                "token": {"type": "http", "scheme": "bearer", "description": TOKEN}
            },
        },
    }


def operations() -> Iterator[Operation]:
    """All that is served: each page is two, as HTML and as JSON."""
    yield from OPERATIONS
    for page in PAGES:
        yield from _of_page(page)


def _of_page(page: Page) -> Iterator[Operation]:
    as_data, as_page = page.routes()
    schema = "".join(part.capitalize() for part in page.name.split("_"))
    for route, body in ((as_page, {HTML: ""}), (as_data, {JSON: schema})):
        yield Operation(
            "GET",
            route.path,
            route.name or "",
            page.summary,
            route.endpoint,
            {200: body, **({307: {}} if page.moves else {})},
            page.query,
        )


def _operation(operation: Operation, known: dict[str, Any]) -> dict[str, Any]:
    inside = [
        {"name": name, "in": "path", "required": True, **value(name, kind)}
        for name, kind in IN_PATH.findall(operation.path)
    ]
    asked = [{"name": name, "in": "query", **value(name)} for name in operation.query]
    made = {
        "operationId": operation.name,
        "summary": operation.summary,
        "parameters": inside + asked,
        "responses": {
            **_answers(operation, known),
            **_refusals(operation, bool(inside), bool(asked)),
        },
    }
    if operation.body:
        made["requestBody"] = {"required": True, "content": _content(operation.body, known)}
    return made


def _answers(operation: Operation, known: dict[str, Any]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for status, bodies in operation.answers.items():
        names = ["Location"] if status in (202, 303, 307) else []
        if operation.method == "GET" and {HTML, JSON} & set(bodies):
            names.append("ETag")
            made["304"] = {"description": "It is what you have already"}
        if {"before", "page"} & set(operation.query):
            names.append("Link")
        made[str(status)] = {
            "description": DONE[status],
            **({"content": _content(bodies, known)} if bodies else {}),
            **({"headers": {name: _named("headers", name) for name in names}} if names else {}),
        }
    return made


def _refusals(operation: Operation, inside: bool, asked: bool) -> dict[str, Any]:
    may_be = {*operation.refusals, 503}
    may_be |= {404} if inside else set()
    may_be |= {400} if asked else set()
    told = {str(each): _named("responses", PROBLEMS[each].name) for each in sorted(may_be)}
    return {**told, "default": _named("responses", PROBLEMS[500].name)}


def _content(bodies: Bodies, known: dict[str, Any]) -> dict[str, Any]:
    return {kind: {"schema": _schema(kind, name, known)} for kind, name in bodies.items()}


def _schema(kind: str, name: str, known: dict[str, Any]) -> dict[str, Any]:
    """The schema of that name; of events it is that of their data, each for itself."""
    if kind != EVENTS and name in known:
        return _named("schemas", name)
    return {"type": "object"} if kind == JSON else {"type": "string"}


def _problem(title: str) -> dict[str, Any]:
    content = {"application/problem+json": {"schema": _named("schemas", "Problem")}}
    return {"description": title, "content": content}


def _named(family: str, name: str) -> dict[str, str]:
    return {"$ref": f"#/components/{family}/{name}"}
