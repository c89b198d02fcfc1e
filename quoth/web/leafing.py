"""The way from one page of a list to those beside it, as queries that last."""

from __future__ import annotations

from urllib.parse import urlencode

from quoth.ledger.leaves import LAST, Turn
from quoth.web.asked import Asked

TURNING = ("before", "after", "limit")
"""Names in the query that say which page of a list by numbers is asked for."""
PAGING = ("page", "limit")
"""Those for a list in another order."""
FARTHEST = 100_000
"""No page has a higher number."""

Beside = dict[str, str | None]
"""`next` and `previous`, as pages link to them."""


def turn(asked: Asked) -> Turn:
    """Which page of a list by numbers is asked for. Raises `BadRequest`."""
    before, after = (asked.number(name, -1, 0, LAST) for name in ("before", "after"))
    return Turn(None if before < 0 else before, None if after < 0 else after)


def page(asked: Asked) -> int:
    """Which page of any other list, from 1. Raises `BadRequest`."""
    return asked.number("page", 1, most=FARTHEST)


def reach(asked: Asked, shown: int) -> int:
    """How many of the list end with this page: a terminal shows it from its beginning."""
    return page(asked) * asked.limit(shown)


def beside(asked: Asked, after: int | None, before: int | None) -> Beside:
    """The queries of the pages beside one of a list by numbers, as a `Leaf` has them."""
    return {
        "previous": None if after is None else _query(asked, after=after),
        "next": None if before is None else _query(asked, before=before),
    }


def beside_page(asked: Asked, number: int, more: bool) -> Beside:
    """The queries of the pages beside one with a number."""
    return {
        "previous": _query(asked, page=number - 1) if number > 1 else None,
        "next": _query(asked, page=number + 1) if more else None,
    }


def _query(asked: Asked, **turned: int) -> str:
    """The same list at another place."""
    kept = {
        name: [value for value in values if value]
        for name, values in asked.query.items()
        if name not in ("before", "after", "page")
    }
    return urlencode({**kept, **turned}, doseq=True)
