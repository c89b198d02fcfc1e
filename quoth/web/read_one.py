"""`POST /read`: one document is read without a ledger, and nothing of it is kept."""

from __future__ import annotations

import asyncio
import mimetypes
import tempfile
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Event

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from quoth.aside import NotRead, Read
from quoth.aside.tasks import Told, Why
from quoth.documents import Options
from quoth.models import MODELS
from quoth.web.adding.given import label
from quoth.web.adding.uploads import received, whole
from quoth.web.asked import Asked
from quoth.web.operation import FILES, HTML, JSON, LINES, Operation
from quoth.web.page import asked_of
from quoth.web.problems import Refused
from quoth.web.streaming import closing

GLANCE = 0.25
"""Seconds after which is looked whether its sender still waits."""
FORMS: dict[str, Told] = {JSON: "json", LINES: "jsonl", HTML: "html"}
STATUS: dict[Why, int] = {"input": 422, "ledger": 503, "fault": 500, "closed": 503}


@dataclass(frozen=True, slots=True)
class _Sent:
    """The bytes of one document, and what their sender says of them."""

    data: bytes
    name: str
    declared: str | None = None


async def read(request: Request) -> Response:
    """Who says what in the document that is sent."""
    told = _form(request)
    asked = asked_of(request)
    model = _model(asked, request.app.state.settings.model)
    allowance = request.app.state.settings.allowance
    with request.app.state.reads.one():
        try:
            sent = await _sent(request)
        except ClientDisconnect:
            return Response(status_code=400)
        task = Read(
            sent.data,
            sent.name,
            sent.declared,
            FORMS[told],
            Options(limits=allowance.limits),
            allowance.characters,
            model,
            bool(asked.text("any_language")),
        )
        text = await _read(request, task)
    headers = {"Cache-Control": "no-store"}
    if told == HTML:
        from quoth.export.page.filled import file_policy

        headers["Content-Security-Policy"] = file_policy()
    return Response(text, headers=headers, media_type=told)


async def _read(request: Request, task: Read) -> str:
    """The reading, unless whoever waits for it goes. Raises `Refused`."""
    stop = Event()
    patience: float = request.app.state.settings.allowance.seconds
    ask = partial(request.app.state.aside.ask, task, patience, stop)
    work = asyncio.ensure_future(run_in_threadpool(lambda: [str(each) for each in ask()]))
    try:
        while not work.done():
            await asyncio.wait([work], timeout=GLANCE)
            if closing(request) or await request.is_disconnected():
                stop.set()
        return "".join(await work)
    except NotRead as failure:
        raise Refused(STATUS[failure.why], str(failure)) from None
    finally:
        stop.set()


async def _sent(request: Request) -> _Sent:
    """Raises `Refused`."""
    allowance = request.app.state.settings.allowance
    kind, _, rest = request.headers.get("content-type", "").partition(";")
    kind = kind.strip().lower()
    if kind == FILES:
        with tempfile.TemporaryDirectory(prefix="quoth-") as folder:
            parts = await received(request, Path(folder), allowance)
            if len(parts) != 1 or parts[0].path.stat().st_size > allowance.read_bytes:
                raise Refused(422, "send one file; several are added at /add")
            return _Sent(parts[0].path.read_bytes(), label(parts[0].file or "document"))
    data = await whole(request, allowance.read_bytes, allowance.upload_seconds)
    if kind == JSON:
        from quoth.web.adding.routes import object_with_text

        return _Sent(object_with_text(data)["text"].encode(), "text.txt", "utf-8")
    if not data:
        raise Refused(422, "nothing was sent; send the bytes of a document")
    name = f"document{mimetypes.guess_extension(kind) or ''}"
    charset = rest.strip().lower().partition("charset=")[2].strip('" ')
    return _Sent(data, name, charset or None)


def _form(request: Request) -> str:
    """The media type of the answer. Raises `Refused` (406)."""
    accepted = request.headers.get("accept", "*/*")
    wanted = [each.partition(";")[0].strip() for each in accepted.split(",")]
    for each in wanted:
        if each in FORMS:
            return each
        if each in ("*/*", "application/*"):
            return JSON
    raise Refused(406, f"a reading is told as {', '.join(FORMS)}")


def _model(asked: Asked, default: str) -> str:
    return (asked.several("model", MODELS) or (default,))[-1]


OPERATIONS = (
    Operation(
        "POST",
        "/read",
        "read",
        "Read one document without a ledger",
        read,
        {200: {JSON: "Reading", LINES: "Line", HTML: ""}},
        query=("model", "any_language"),
        body={"*/*": "", FILES: "File", JSON: "Bare"},
        refusals=(406, 408, 413, 422, 429),
    ),
)
