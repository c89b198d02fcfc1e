"""The sources of a ledger: who is linked across documents, or all by what they are called."""

from __future__ import annotations

from typing import cast, get_args

from quoth.export.identities import identities_json
from quoth.export.voices import voices_json
from quoth.ledger import Ledger
from quoth.records import Kind
from quoth.web.asked import Asked
from quoth.web.commands import command
from quoth.web.leafing import PAGING, beside_page, page, reach
from quoth.web.listed import listed
from quoth.web.page import Found, Page

SHOWN = 50
"""Sources on a page."""
BY = ("identity", "name")
KINDS = get_args(Kind)


def _find(ledger: Ledger, asked: Asked) -> Found:
    words, number, limit = asked.text("q"), page(asked), asked.limit(SHOWN)
    kinds = cast("tuple[Kind, ...]", asked.several("kind", KINDS))
    chosen = asked.several("by", BY)
    census = asked.census()
    linked = bool(census.info.counts["identities"])
    by = (chosen or (BY[0] if linked else BY[1],))[-1]
    look = census.identities if by == "identity" else census.voices
    found = look(words, kinds, number, limit)
    return {
        "by": by,
        "words": words,
        "kinds": kinds,
        "among": KINDS,
        "shown": found,
        "linked": linked,
        "unlinked": census.waiting.unlinked,
        "link": command(asked, "link"),
        "at": census.at,
        "page_number": number,
        **beside_page(asked, number, found.more),
    }


def _data(found: Found) -> str:
    items = found["shown"].items
    more = f'"total": {found["shown"].total}, '
    if found["by"] == "identity":
        return listed("identities", identities_json(items), found, more)
    return listed("sources", voices_json([each.voice for each in items]), found, more)


def _command(asked: Asked, found: Found) -> str:
    words = found["words"].split()
    if found["by"] == "identity":
        return command(asked, "identities", *words, kind=found["kinds"], limit=reach(asked, SHOWN))
    return command(asked, "sources", *words, kind=found["kinds"], limit=reach(asked, SHOWN))


PAGE = Page(
    "/sources",
    "sources",
    "Sources, those that are made to say most first",
    _find,
    _data,
    _command,
    ("q", "kind", "by", *PAGING),
)
