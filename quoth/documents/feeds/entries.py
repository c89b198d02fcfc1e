"""What the kinds of feeds have in common: an entry, with what it says of itself."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass

from quoth.documents.dates import iso_date
from quoth.documents.mail.headers import date_of
from quoth.documents.metadata import all_found, found
from quoth.records import Metadata

WHERE = "feed"
TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>|&(?:#\d+|\w+);")


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a feed: its fullest text, in HTML or not, and what the feed knows of it."""

    content: str
    is_html: bool
    metadata: Metadata


def metadata(
    *,
    outlet: str | None = None,
    title: str | None = None,
    authors: Sequence[str] = (),
    published: str | None = None,
    modified: str | None = None,
    language: str | None = None,
    address: str | None = None,
    columns: Sequence[tuple[str, str]] = (),
) -> Metadata:
    """The metadata of an entry."""
    names = (" ".join(name.split()) for name in authors)
    link = address if address and address.strip().startswith(("http:", "https:")) else None
    return Metadata(
        outlet=found(outlet, WHERE),
        title=found(title, WHERE),
        authors=all_found(dict.fromkeys(names), WHERE),
        published=found(_date(published), WHERE),
        modified=found(_date(modified), WHERE),
        language=found(language, WHERE),
        address=found(link, WHERE),
        columns=tuple(columns),
    )


def words(markup: str) -> str:
    """What HTML on one line says."""
    return html.unescape(TAG.sub("", markup))


def _date(stated: str | None) -> str | None:
    """The day in a date of RFC 3339 or RFC 822."""
    return (iso_date(stated) or date_of(stated)) if stated else None
