"""The original beside the text: a PDF drawn by PDF.js, a saved page inert, both with boxes."""

from __future__ import annotations

import json
from base64 import b64encode
from hashlib import sha256
from urllib.parse import quote

from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from quoth.export.original_page import boxes_of, original_page
from quoth.ledger import Ledger
from quoth.ledger.errors import NotFound
from quoth.records import Document, Reading
from quoth.web.answers import data_answer
from quoth.web.operation import HTML as PAGE
from quoth.web.operation import JSON, Operation
from quoth.web.templates import render

INERT = "default-src 'none'; img-src data:; style-src 'sha256-{}'; frame-ancestors 'self'; sandbox"
"""The policy of a saved page, and of bytes as they came: nothing runs, nothing is fetched."""
DRAWN = (
    "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self';"
    " connect-src 'self'; img-src 'self' blob: data:; font-src 'self' data: blob:;"
    " base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
)
"""The policy of the page that draws a PDF."""
PDF, HTML = "pdf", "html"


def kind_of(document: Document) -> str | None:
    """As what an original can be shown beside its text; None for what stands there as text."""
    if not document.blocks:
        return None
    place = document.layout.place(document.blocks[0].spans[0], 0)
    if place.part:
        return None  # of a mail, a book or an archive that holds more than this document
    return HTML if place.element else PDF if place.boxes else None


def _original(request: Request) -> Response:
    number: int = request.path_params["number"]
    with request.app.state.shelf.reading() as ledger:
        name = ledger.document(number).name.replace("\\", "/").rpartition("/")[2]
        data = _bytes(ledger, number)
    # Never shown as a page of this room, whatever it is: only kept by who asks for it.
    headers = {
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}",
        "Content-Security-Policy": INERT.format(""),
    }
    return Response(data, headers=headers, media_type="application/octet-stream")


def _boxes(request: Request) -> Response:
    with request.app.state.shelf.reading() as ledger:
        reading = ledger.reading(request.path_params["number"])
    return data_answer(request, json.dumps({"boxes": list(boxes_of(reading))}))


def _beside(request: Request) -> Response:
    number: int = request.path_params["number"]
    with request.app.state.shelf.reading() as ledger:
        reading = ledger.reading(number)
        kind = kind_of(reading.document)
        if kind is None:
            raise NotFound(f"{number}: has no pages to be shown; its text is all there is")
        data = _bytes(ledger, number)
    if kind == PDF:
        page = render("original_pdf.html", number=number)
        return HTMLResponse(page, headers={"Content-Security-Policy": DRAWN})
    return _inert(number, data, reading)


def _inert(number: int, data: bytes, reading: Reading) -> Response:
    body, found = original_page(data, reading)
    style = _style(found)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    missing = [each.id for each in reading.statements if each.id not in found]
    page = render(
        "original_html.html", number=number, body=body, style=Markup(style), missing=missing
    )
    return HTMLResponse(page, headers={"Content-Security-Policy": INERT.format(digest)})


STYLE = """
:root { color-scheme: light; scroll-padding-top: 20vh; }
body { max-width: 46rem; margin: 1rem auto; padding: 0 1rem; background: #fff; color: #1f2328;
  font: 1rem/1.5 Georgia, "DejaVu Serif", serif; overflow-wrap: break-word; }
img { max-width: 100%; height: auto; }
mark { background: none; color: inherit; outline: 1px solid #b79a63; outline-offset: 1px; }
:target, mark:target { background: #ffe58a; outline: 3px solid #7a1069; }
.quoth { font: .875rem/1.5 system-ui, sans-serif; color: #57606a; border-bottom: 1px solid; }
"""


def _style(found: frozenset[str]) -> str:
    """A statement in several pieces is shown whole: a rule for each, as no script may run here."""
    rules = (
        f":root:has(#{name}:target) .{name} {{ background: #ffe58a; outline: 3px solid #7a1069; }}"
        for name in sorted(found)[:2000]
    )
    return STYLE + "\n".join(rules)


def _bytes(ledger: Ledger, number: int) -> bytes:
    data = ledger.original(number)
    if data is None:
        raise NotFound(f"{number}: its original was not kept; `quoth add` keeps it")
    return data


async def _in_thread(request: Request) -> Response:
    work = {"original": _original, "beside": _beside, "boxes": _boxes}
    return await run_in_threadpool(work[request.scope["route"].name], request)


OPERATIONS = (
    Operation(
        "GET",
        "/documents/{number:int}/original",
        "original",
        "The bytes of a document, as they were read",
        _in_thread,
        {200: {"application/octet-stream": ""}},
    ),
    Operation(
        "GET",
        "/documents/{number:int}/beside",
        "beside",
        "The original as it looks, with its statements boxed",
        _in_thread,
        {200: {PAGE: ""}},
    ),
    Operation(
        "GET",
        "/documents/{number:int}/boxes.json",
        "boxes",
        "Where statements stand on the pages of a PDF",
        _in_thread,
        {200: {JSON: "Boxes"}},
    ),
)
