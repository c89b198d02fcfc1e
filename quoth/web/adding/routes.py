"""`/add`: documents are handed in, and what becomes of them is told as it happens."""

from __future__ import annotations

import asyncio
import shutil
import time
from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response

from quoth.export.as_json import json_line
from quoth.web.adding.desk import Desk
from quoth.web.adding.given import SAID, Given, known_of, label, text_name
from quoth.web.adding.job import Job, outcome_fields
from quoth.web.adding.uploads import Part, received, whole
from quoth.web.answers import answer, data_answer, wants_page
from quoth.web.bodies import form, parsed
from quoth.web.commands import command
from quoth.web.operation import EVENTS, FILES, FORM, HTML, JSON, Operation
from quoth.web.page import asked_of
from quoth.web.problems import Refused
from quoth.web.streaming import BEAT, HEARTBEAT, closing, event, events
from quoth.web.templates import render

GLANCE = 0.2
"""Seconds between two looks at how far a job is."""
NOTHING = "nothing was given; choose files, or paste a text"


async def add_page(request: Request) -> Response:
    """Where documents are handed in, and the jobs so far."""
    jobs = [job.fields() for job in _desk(request).jobs()]
    return _page(request, "add", "/add.json", jobs=jobs)


async def add_data(request: Request) -> Response:
    jobs = [job.fields() for job in _desk(request).jobs()]
    return data_answer(request, json_line({"jobs": jobs}))


async def job_page(request: Request) -> Response:
    """How far one job is."""
    job = _job(request)
    told = [outcome_fields(*each) for each in job.outcomes()]
    return _page(request, "job", f"/add/{job.number}.json", job=job.fields(), outcomes=told)


async def job_data(request: Request) -> Response:
    return data_answer(request, _data(_job(request)))


async def job_events(request: Request) -> Response:
    """How far one job is, as it goes on; `Last-Event-ID` is where a listener was."""
    last = request.headers.get("last-event-id", "") or request.query_params.get("after", "")
    after = int(last[:9]) if last.isascii() and last.isdecimal() else 0
    return events(_told(request, _job(request), after))


async def _told(request: Request, job: Job, after: int) -> AsyncIterator[bytes]:
    mark, beat = None, time.monotonic()
    while not closing(request):
        over, now = job.over, job.mark
        if now != mark:
            mark, beat = now, time.monotonic()
            for number, kept in job.outcomes(after):
                yield event(outcome_fields(number, kept), number, "document")
                after = number
            yield event(job.fields(), name="job")
        if over:
            return
        if time.monotonic() - beat > HEARTBEAT:
            beat = time.monotonic()
            yield BEAT
        await asyncio.sleep(GLANCE)


async def add(request: Request) -> Response:
    """Take in what is sent, and say where its reading is told."""
    desk = _desk(request)
    folder = await run_in_threadpool(desk.new_folder)
    job = None
    try:
        given = await _given(request, folder)
        job = desk.take(given, folder)
    except ClientDisconnect:
        return Response(status_code=400)
    finally:
        desk.sent()
        if job is None:
            await run_in_threadpool(shutil.rmtree, folder, ignore_errors=True)
    address = f"/add/{job.number}"
    if wants_page(request):
        return RedirectResponse(address, 303)
    headers = {"Location": address, "Cache-Control": "no-store"}
    return Response(_data(job), 202, headers, JSON)


async def cancel(request: Request) -> Response:
    """Stop a job: what is kept stays, what is being read is not kept."""
    job = _job(request)
    job.cancelled.set()
    if wants_page(request):
        return RedirectResponse(f"/add/{job.number}", 303)
    return Response(_data(job), 202, {"Cache-Control": "no-store"}, JSON)


async def _given(request: Request, folder: Path) -> list[Given]:
    """What is sent. Raises `Refused`."""
    allowance = request.app.state.settings.allowance
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == FILES:
        parts = await received(request, folder, allowance)
        return await run_in_threadpool(_of_form, parts, folder)
    if kind in (JSON, FORM):
        body = await whole(request, allowance.read_bytes, allowance.upload_seconds)
        sent = object_with_text(body) if kind == JSON else form(body)
        return await run_in_threadpool(_of_text, sent, folder)
    raise Refused(415, f"send {FILES} with files, or a text as {JSON} or {FORM}")


def _of_form(parts: list[Part], folder: Path) -> list[Given]:
    fields = {each.field: each for each in parts if each.file is None}
    said = {name: fields[name].text() for name in SAID if name in fields}
    text = fields["text"].text() if "text" in fields else ""
    any_language = "any_language" in fields
    given = [
        Given(label(each.file), each.path, any_language=any_language)
        for each in parts
        if each.file  # browsers send a part without a name where no file was chosen
    ]
    return _with_text(given, text, said, any_language, folder)


def object_with_text(body: bytes) -> dict[str, Any]:
    """The object that a body is. Raises `Refused` where it has no text."""
    try:
        sent = parsed(body)
    except ValueError:
        sent = None
    if not isinstance(sent, dict) or not isinstance(sent.get("text"), str):
        raise Refused(422, 'send an object {"text": "…"}, and what is known of it')
    return sent


def _of_text(sent: Mapping[str, Any], folder: Path) -> list[Given]:
    said = {name: str(sent[name]) for name in SAID if sent.get(name)}
    return _with_text([], sent.get("text", ""), said, bool(sent.get("any_language")), folder)


def _with_text(
    given: list[Given], text: str, said: Mapping[str, str], any_language: bool, folder: Path
) -> list[Given]:
    """The files, and the text with what is said of it."""
    if text.strip():
        known, path = known_of(said), folder / "text"
        # Forms have every line end in CR LF, whatever was pasted.
        try:
            path.write_bytes(text.replace("\r\n", "\n").encode(errors="replace"))
        except OSError as error:
            raise Refused(503, f"no room for what is sent: {error.strerror}") from None
        given.append(Given(text_name(text, known), path, known, any_language))
    if not given:
        raise Refused(422, NOTHING)
    return given


def _desk(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


def _job(request: Request) -> Job:
    return _desk(request).job(request.path_params["job"])


def _data(job: Job) -> str:
    told = [outcome_fields(*each) for each in job.outcomes()]
    return json_line({**job.fields(), "outcomes": told})


def _page(request: Request, name: str, data_address: str, **found: Any) -> Response:
    settings = request.app.state.settings
    return answer(
        request,
        render(
            f"{name}.html",
            **found,
            page=name,
            command=command(asked_of(request), "add", "FILE..."),
            data_address=data_address,
            settings=settings,
        ),
    )


OPERATIONS = (
    Operation("GET", "/add.json", "add.json", "Jobs of adding", add_data, {200: {JSON: "Jobs"}}),
    Operation("GET", "/add", "add", "Where documents are added", add_page, {200: {HTML: ""}}),
    Operation(
        "POST",
        "/add",
        "take",
        "Add documents: files, archives, or a text with what is known of it",
        add,
        {202: {JSON: "Job"}, 303: {}},
        body={FILES: "Sending", JSON: "Text", FORM: "Text"},
        refusals=(408, 413, 415, 422, 429),
    ),
    Operation(
        "GET",
        "/add/{job:int}.json",
        "job.json",
        "How far a job is, and what became of each document",
        job_data,
        {200: {JSON: "Job"}},
    ),
    Operation("GET", "/add/{job:int}", "job", "How far a job is", job_page, {200: {HTML: ""}}),
    Operation(
        "GET",
        "/add/{job:int}/events",
        "job.events",
        "How far a job is, as it goes on: events `document` and `job`",
        job_events,
        {200: {EVENTS: ""}},
        query=("after",),
    ),
    Operation(
        "POST",
        "/add/{job:int}/cancel",
        "cancel",
        "Stop a job; what is kept stays",
        cancel,
        {202: {JSON: "Job"}, 303: {}},
    ),
)
