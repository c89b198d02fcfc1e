"""What an article's own headline, byline and dateline say, and what the page says at its foot."""

from __future__ import annotations

import re
from dataclasses import replace

from quoth.documents.credits import credited
from quoth.documents.dates import iso_date
from quoth.documents.html.headline import SEPARATOR, plain
from quoth.documents.html.meta import Head
from quoth.documents.html.pieces import Piece
from quoth.documents.html.region import Part
from quoth.documents.html.roles import Page
from quoth.documents.metadata import found, merged
from quoth.records import Found, Metadata

HEAD = 12
"""Byline and dateline stand among so many first pieces, or are the last."""
CHANGED = re.compile(
    r"\b(?:(?:last )?(?:updated|modified|edited|revised|changed)|aktualisiert|mis à jour)\b", re.I
)
FIRST = re.compile(r"\b(?:first |originally )?(?:published|posted|created)\b", re.I)
ADDRESS = re.compile(
    r"(?:(?:url|source|address|printed from|find this article at)\s*:?\s*)?(https?://\S+)", re.I
)


def said(page: Page, parts: list[Part], head: Head) -> Metadata:
    """The page's metadata: what its head says, completed by what it shows."""
    top = parts[:HEAD] + parts[HEAD:][-2:]
    headline = next((piece.text for piece, kind in parts if kind == "title"), None)
    bylines = [piece.text for piece, kind in top if kind == "byline"]
    credits = merged(*(credited(text) for text in bylines)) if bylines else Metadata()
    shown = Metadata(
        title=found(headline, "title"),
        published=_dated(page, top, changed=False),
        modified=_dated(page, top, changed=True) or _edited(page),
        outlet=_outlet(head.titles, headline),
        address=_shown_address(page),
    )
    return merged(_settled(head.metadata, headline), shown, credits)


def _settled(metadata: Metadata, headline: str | None) -> Metadata:
    """`metadata` without a title that is the headline cut short, or with the outlet's name on."""
    title = plain(metadata.title.value) if metadata.title else ""
    own = plain(headline or "")
    if own and title != own and (own.startswith(title) or title.startswith(own)):
        return replace(metadata, title=None)
    return metadata


def _outlet(titles: tuple[str, ...], headline: str | None) -> Found | None:
    """What stands beside the headline in the page's title."""
    own = plain(headline or "")
    for title in titles if own else ():
        segments = [each for each in SEPARATOR.split(title) if each.strip()]
        others = [each for each in segments if plain(each) and plain(each) not in own]
        if 0 < len(others) < len(segments) and own in plain(title):
            # An outlet stands at one end, a section or a remark between.
            last = plain(segments[-1]) not in own
            return found(segments[-1] if last else segments[0], "title")
    return None


def _dated(page: Page, top: list[Part], changed: bool) -> Found | None:
    for piece, kind in top:
        if kind == "dateline":
            date = _stated(page, piece, changed)
            if date:
                return found(date, "dateline")
    return None


def _stated(page: Page, piece: Piece, changed: bool) -> str | None:
    """When a dateline says that the article was published, or changed."""
    text = piece.text
    again = CHANGED.search(text)
    first = FIRST.search(text)
    if again and first:  # "Published 3 May 2031, updated 4 May 2031"
        later = max(again.start(), first.start())
        part = text[later:] if (again.start() == later) == changed else text[:later]
        return iso_date(part)
    if bool(again) != changed:
        return None
    times = (page.tree.times.get(element) for _, element in piece.runs)
    machine = (iso_date(time) for time in times if time)
    return iso_date(text) or next((date for date in machine if date), None)


def _edited(page: Page) -> Found | None:
    """The date in a line such as "This page was last edited on 19 May 2031", wherever it is."""
    for piece in reversed(page.pieces):
        if len(piece.text) < 200 and (match := CHANGED.search(piece.text)):
            date = iso_date(piece.text[match.start() :])
            if date and piece.text[: match.start()].casefold().startswith("this page"):
                return found(date, "text")
    return None


def _shown_address(page: Page) -> Found | None:
    """The page's own address, as print versions show it at their head or foot."""
    ends = page.pieces[:HEAD] + page.pieces[HEAD:][-HEAD:]
    matches = (ADDRESS.fullmatch(piece.text.strip()) for piece in ends)
    return next((found(match.group(1), "text") for match in matches if match), None)
