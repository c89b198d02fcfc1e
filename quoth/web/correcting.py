"""Correcting in the room: what is said is kept before it is answered, and told to all who look."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from quoth.errors import QuothError
from quoth.export.characters import encodable
from quoth.ledger import Ledger
from quoth.ledger.records import Logged
from quoth.ledger.state import Heard, Moved, State
from quoth.web.answers import wants_page
from quoth.web.asked import BadRequest
from quoth.web.bodies import fields, is_form, way_back
from quoth.web.changes import anew, as_text, said_fields
from quoth.web.operation import EVENTS, FORM, JSON, Operation
from quoth.web.problems import PROBLEMS, Refused
from quoth.web.saying import Saying, saying_of, signed, state_in
from quoth.web.streaming import events
from quoth.web.templates import render

SHOWN = 10
"""Lines of what others said that a refusal shows."""


class Overtaken(Refused):
    """Somebody else has changed what is spoken of since it was seen."""

    def __init__(self, document: int, moved: Moved) -> None:
        super().__init__(409, _others(document, moved))
        self.document, self.moved = document, moved


async def _correct(request: Request) -> Response:
    given = await fields(request)
    back = way_back(given.pop("next", None))
    saying = saying_of(given, request.app.state.settings.who)
    return await run_in_threadpool(_keep, request, saying, back)


def _keep(request: Request, saying: Saying, back: str | None) -> Response:
    document: int = request.path_params["number"]
    try:
        with request.app.state.shelf.writing() as ledger:
            with ledger.sitting(document, saying.who, saying.why) as sitting:
                since = saying.state or ledger.state(document)
                _check(ledger, document, saying)
                saying.say(sitting)
            moved = ledger.moved(document, since)
            mine = ledger.said(sitting.said[0].id)
    except Overtaken as overtaken:
        return _refused(request, overtaken)
    return _kept(request, document, moved, mine, back, 201)


def _check(ledger: Ledger, document: int, saying: Saying) -> None:
    """Does what is said fit what is there by now? Raises `Overtaken`."""
    if saying.state is None:
        return
    moved = ledger.moved(document, saying.state)
    if moved.then is None or saying.is_overtaken(moved.then, moved.now):
        raise Overtaken(document, moved)


async def _undo(request: Request) -> Response:
    given = await fields(request)
    back = way_back(given.pop("next", None))
    if unknown := sorted(set(given) - {"who", "why", "state"}):
        raise BadRequest(f"{unknown[0][:40]}: not taken here; who, why and state are")
    who, why, seen = signed(given, request.app.state.settings.who)
    return await run_in_threadpool(_take_back, request, who, why, seen, back)


def _take_back(
    request: Request, who: str, why: str, seen: State | None, back: str | None
) -> Response:
    called: str = request.path_params["id"]
    with request.app.state.shelf.writing() as ledger:
        said = ledger.said(called)
        if said.undoing:
            raise Refused(409, f"{called[:8]}: {said.undoing.who} has taken it back already")
        document = said.correction.document
        since = seen or ledger.state(document)
        ledger.undo(said.correction.id, who=who, why=why)
        moved = ledger.moved(document, since)
        mine = ledger.said(said.correction.id)
    return _kept(request, document, moved, mine, back, 200)


def _kept(
    request: Request, document: int, moved: Moved, mine: Logged, back: str | None, status: int
) -> Response:
    """What was kept, and what of the page is another now; a form leads to a page."""
    request.app.state.watcher.poke()
    if is_form(request):
        return RedirectResponse(back or f"/documents/{document}", 303)
    try:
        with request.app.state.shelf.reading() as ledger:
            change = request.app.state.changes.between(ledger, document, moved)
    except QuothError:  # kept it is, though the ledger was moved or locked since
        change = anew(document, moved)
    headers = {"ETag": f'"{moved.state}"', "Cache-Control": "no-store"}
    return Response(
        encodable(as_text({"correction": said_fields(mine), "change": change})),
        status,
        headers,
        JSON,
    )


def _refused(request: Request, overtaken: Overtaken) -> Response:
    """What the others did, beside what could not be kept."""
    problem = PROBLEMS[409]
    headers = {"Cache-Control": "no-store"}
    said = [said_fields(each) for each in overtaken.moved.said[-SHOWN:]]
    if wants_page(request):
        page = render(
            "overtaken.html",
            title=problem.title,
            detail=str(overtaken),
            said=said,
            document=overtaken.document,
        )
        return HTMLResponse(page, 409, headers)
    told = {
        "type": problem.type,
        "title": problem.title,
        "status": 409,
        "detail": str(overtaken),
        "said": said,
        "state": str(overtaken.moved.state),
    }
    return Response(encodable(as_text(told)), 409, headers, "application/problem+json")


def _others(document: int, moved: Moved) -> str:
    if moved.then is None:
        return f"{document}: it was read anew since you saw it; load its page, and say it again"
    last = moved.said[-1]
    who = last.undoing.who if last.undoing else last.correction.who
    return f"{document}: {who} has changed it since you saw it; look at it, and say it again"


async def _document_changes(request: Request) -> Response:
    """Changes of one document, from the state that the reader has seen on."""
    number: int = request.path_params["number"]
    given = request.headers.get("last-event-id") or request.query_params.get("since", "")
    seen = state_in(given)

    def warm() -> None:
        """What the first correction would have to wait for."""
        import quoth.details.detailed  # noqa: F401

        with request.app.state.shelf.reading() as ledger:
            ledger.corrected(number)

    await run_in_threadpool(warm)
    return events(request.app.state.watcher.listen(number, seen))


async def _all_changes(request: Request) -> Response:
    given = request.headers.get("last-event-id") or request.query_params.get("since", "")
    seen = Heard.written(given)
    if given and seen is None:
        raise BadRequest("since: must be what an event gave")
    return events(request.app.state.watcher.listen(None, seen))


OPERATIONS = (
    Operation(
        "POST",
        "/documents/{number:int}/corrections",
        "correct",
        "Say what is right and wrong in a document",
        _correct,
        {201: {JSON: "Kept"}, 303: {}},
        body={JSON: "Saying", FORM: "Saying"},
        refusals=(409, 422),
    ),
    Operation(
        "POST",
        "/corrections/{id}/undo",
        "undo",
        "Take a correction back",
        _undo,
        {200: {JSON: "Kept"}, 303: {}},
        body={JSON: "Signed", FORM: "Signed"},
        refusals=(409,),
    ),
    Operation(
        "GET",
        "/documents/{number:int}/changes",
        "document_changes",
        "What becomes of a document, as it happens",
        _document_changes,
        {200: {EVENTS: "Change"}},
        ("since",),
    ),
    Operation(
        "GET",
        "/changes",
        "changes",
        "What is said of readings, as it happens",
        _all_changes,
        {200: {EVENTS: "Correction"}},
        ("since",),
    ),
)
