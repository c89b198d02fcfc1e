"""A page: found once in the ledger, and told as HTML or, with `.json` behind it, as JSON."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, cast
from urllib.parse import quote, urlsplit

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from quoth.ledger import Ledger
from quoth.web.answers import answer, data_answer
from quoth.web.asked import Asked
from quoth.web.backroom import Counting
from quoth.web.soon import found_soon
from quoth.web.templates import pieces, render

Found = Mapping[str, Any]
"""What a template is filled with. Where it holds `next` or `previous`, the query of the page behind
or before this one, the answer links to it (RFC 8288)."""

MEANWHILE = 8
"""Documents that are shown while the ledger is counted."""


@dataclass(frozen=True, slots=True)
class Moved:
    """What was asked for has its page elsewhere; as JSON it may stand here."""

    to: str
    data: str | None = None


@dataclass(frozen=True)
class Page:
    """One kind of page. `find`, `data` and `command` run in a worker thread."""

    path: str
    """As Starlette writes it: `/events/{number:int}`."""
    name: str
    """Name of its template, without `.html`, and of its operation in the API."""
    summary: str
    """What it shows, in a line, for the description of the API."""
    find: Callable[[Ledger, Asked], Found | Moved]
    """Raises `NotFound`, `BadRequest`, `BadQuestion`, `LedgerError`, and `Soon` for who is patient,
    so that no connection is held by who waits."""
    data: Callable[[Found], str]
    """What was found, as JSON."""
    command: Callable[[Asked, Found], str]
    """What gives the same in the terminal."""
    query: tuple[str, ...] = ()
    """Names of the values that it takes behind `?`, for the description of the API."""
    mark: Callable[[Ledger, Asked], str | None] | None = None
    """Of a long page what changes whenever anything on it does. It is sent while it is made, and
    not made anew until then; None for a page that is not to be kept."""

    moves: bool = False
    """May what is asked for have its page elsewhere?"""

    def routes(self) -> list[Route]:
        """The page, and the same as JSON."""
        path = self.path if self.path != "/" else "/index"
        return [
            Route(f"{path}.json", self._as_data, name=f"{self.name}.json"),
            Route(self.path, self._as_page, name=self.name),
        ]

    async def _as_page(self, request: Request) -> Response:
        return await self._in_thread(request, False)

    async def _as_data(self, request: Request) -> Response:
        return await self._in_thread(request, True)

    async def _in_thread(self, request: Request, as_data: bool) -> Response:
        asked = asked_of(request)
        return await found_soon(
            lambda patient: self._answer(request, replace(asked, patient=patient), as_data)
        )

    def _answer(self, request: Request, asked: Asked, as_data: bool) -> Response:
        with request.app.state.shelf.reading() as ledger:
            pages, tag = request.app.state.pages, ""
            mark = self.mark(ledger, asked) if self.mark and not as_data else None
            if mark is not None:
                tag = pages.tag(f"{request.url} {mark}")
                if kept := pages.kept(request, tag):
                    return cast(Response, kept)
            try:
                found = self.find(ledger, asked)
            except Counting:
                if as_data:
                    raise
                return self._counting(request, ledger)
            if isinstance(found, Moved):
                if as_data and found.data is not None:
                    return data_answer(request, found.data)
                return RedirectResponse(_twin(found.to) if as_data else found.to)
            if as_data:
                return _linked(request, data_answer(request, self.data(found)), found)
            command = self.command(asked, found)
        given = {**found, **self._around(request), "command": command}
        if tag:
            return cast(Response, pages.sent(tag, pieces(f"{self.name}.html", **given)))
        return answer(request, render(f"{self.name}.html", **given))

    def _counting(self, request: Request, ledger: Ledger) -> Response:
        """What is there before the ledger is counted; the page looks again by itself."""
        arrivals = ledger.arrivals(MEANWHILE).items
        page = render("counting.html", **self._around(request), arrivals=arrivals)
        return answer(request, page)

    def _around(self, request: Request) -> dict[str, Any]:
        return {
            "page": self.name,
            "data_address": _twin(_path(request), request.url.query),
            "settings": request.app.state.settings,
        }


def asked_of(request: Request) -> Asked:
    """What a request asks for."""
    query: dict[str, tuple[str, ...]] = {}
    for name, value in request.query_params.multi_items():
        query[name] = (*query.get(name, ()), value)
    state = request.app.state
    return Asked(dict(request.path_params), query, state.settings, state.backroom, state.accounts)


def _path(request: Request) -> str:
    """The path as it was asked for: in it a name keeps its slashes and its letters escaped."""
    return quote(request.scope["raw_path"], safe="/%:@!$&'()*+,;=~")


def _twin(address: str, query: str = "") -> str:
    """The address of the same as JSON."""
    parts = urlsplit(address)
    path = "/index" if parts.path == "/" else parts.path
    return parts._replace(path=f"{path}.json", query=query or parts.query).geturl()


def _linked(request: Request, response: Response, found: Found) -> Response:
    """With the way to what is beside it, for programs: with a page, Firefox would fetch what is
    next before anybody asks for it, which the policy of pages refuses."""
    links = [
        f'<{_path(request)}?{found[name]}>; rel="{rel}"'
        for name, rel in (("next", "next"), ("previous", "prev"))
        if found.get(name)
    ]
    if links:
        response.headers["Link"] = ", ".join(links)
    return response
