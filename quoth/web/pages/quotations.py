"""The same utterance in several documents: those of a ledger, and one with its versions aligned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quoth.export.as_json import json_line
from quoth.ledger import Ledger
from quoth.ledger.errors import NotFound
from quoth.web.asked import Asked
from quoth.web.commands import command
from quoth.web.leafing import beside, beside_page, page, reach, turn
from quoth.web.listed import listed
from quoth.web.page import Found, Page

if TYPE_CHECKING:  # what compares is loaded when it is asked for
    from quoth.compare.many import OneGroup

SHOWN = 20
"""Utterances on a page."""
ORDERS = ("newest", "gravest")
DOCUMENTS = 40
"""Of an utterance that more documents pass on, so many are laid side by side."""


@dataclass(frozen=True, slots=True)
class Summary:
    """An utterance in short."""

    statement: str
    """`17:s12`, the newest that passes it on."""
    speaker: str | None
    text: str
    versions: int
    documents: int
    first: str | None
    last: str | None
    gravest: str
    """The kind of its gravest difference."""

    @property
    def meaning(self) -> str:
        from quoth.compare.quotations import MEANING

        return {**MEANING}.get(self.gravest, "not told")  # type: ignore[call-overload, no-any-return]


def _find(ledger: Ledger, asked: Asked) -> Found:
    order = (asked.several("order", ORDERS) or ORDERS[:1])[-1]
    limit, number, turned = asked.limit(SHOWN), page(asked), turn(asked)
    census = asked.census()
    if order == "gravest":
        ranked = census.gravest_utterances(number, limit)
        items, ways = ranked.items, beside_page(asked, number, ranked.more)
    else:
        leaf = census.newest_utterances(limit, turned)
        items, ways = leaf.items, beside(asked, leaf.after, leaf.before)
    return {
        "utterances": _summaries(ledger, items),
        "order": order,
        "uncompared": census.waiting.uncompared,
        "compare": command(asked, "compare", "quotations"),
        **ways,
    }


def _summaries(ledger: Ledger, items: tuple[tuple[int, str], ...]) -> list[Summary]:
    found = []
    for number, kind in items:
        there = ledger.uttered(number)
        if len(there) < 2 or number not in there:
            continue  # gone since they were counted
        longest = max(there.values(), key=lambda one: sum(map(len, one.pieces)))
        days = sorted(one.day for one in there.values() if one.day)
        found.append(
            Summary(
                there[number].key,
                longest.speaker or there[number].speaker,
                " … ".join(longest.pieces),
                len(there),
                len({one.document for one in there.values()}),
                days[0] if days else None,
                days[-1] if days else None,
                kind,
            )
        )
    return found


def _data(found: Found) -> str:
    items = (
        json_line({name: getattr(each, name) for name in Summary.__slots__})
        for each in found["utterances"]
    )
    return listed("utterances", items, found)


def _find_one(ledger: Ledger, asked: Asked) -> Found:
    from quoth.compare.many import kept_group

    called = str(asked.path["called"])
    document, number = ledger.statement_number(called)
    found = kept_group(ledger, number, DOCUMENTS)
    shown = {
        "called": called,
        "document": document,
        "compare": command(asked, "compare", "quotations"),
        "compared": ledger.is_compared(document),
        "found": found,
    }
    return {**shown, **(_told(found, called) if found else {})}


def _told(found: OneGroup, called: str) -> Found:
    from quoth.export.report.places import in_room
    from quoth.export.report.quotations import one_utterance

    versions = {version.quoted.key: version.quoted for version in found.group.versions}
    longest = versions[found.group.longest]
    return {
        "longest": longest,
        "documents": len({one.document for one in versions.values()}),
        "inside": called not in versions,
        "html": one_utterance(found.group, found.near, in_room(found.told)),
    }


def _data_of_one(found: Found) -> str:
    from quoth.export.quotations import utterance_json

    if found["found"] is None:
        raise NotFound(f"{found['called']}: no other document passes this on, as far as compared")
    return utterance_json(found["found"].group)


LIST = Page(
    "/quotations",
    "quotations",
    "Utterances that several documents pass on, the newest first or those that were changed most",
    _find,
    _data,
    lambda asked, _: command(asked, "compare", "quotations", limit=reach(asked, SHOWN)),
    ("order", "before", "after", "page", "limit"),
)
PAGE = Page(
    "/quotations/{called}",
    "quotation",
    "The utterance that a statement passes on, its versions aligned word by word",
    _find_one,
    _data_of_one,
    lambda asked, found: command(asked, "compare", "quotations", statement=found["called"]),
)
