"""What a mail's headers say of it (RFC 5322; lists: RFC 2369, 2919, 5064)."""

from __future__ import annotations

import re
from datetime import datetime
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime

from quoth.documents.mail.parts import header, headers, readable
from quoth.documents.metadata import all_found, found
from quoth.records import Metadata

WHERE = "mail header"
KEPT = ("From", "To", "Cc", "Reply-To", "Message-ID", "In-Reply-To", "List-Id")
"""Headers that become columns."""
AT = re.compile(r"(?P<person>.+?)(?:\s+(?:from|at|via|@|\|)|,)\s+(?P<outlet>[^,]+)")
"""How newsletters give their writer and themselves in one name: `Ann Marsh at The Ellery Post`."""
LIST = re.compile(r"\s*(?P<name>[^<]*?)\s*<(?P<id>[^>]*)>")


def stated(message: Message) -> Metadata:
    """The metadata in the headers of `message`."""
    senders = _people(message, "From")
    outlet, authors = _outlet(message, senders)
    published = date_of(header(message, "Date") or "")
    columns = ((name, header(message, name)) for name in KEPT)
    return Metadata(
        outlet=found(outlet, WHERE),
        title=found(header(message, "Subject"), WHERE),
        authors=all_found(authors, WHERE),
        published=found(published, WHERE),
        language=found((header(message, "Content-Language") or "").split(",")[0], WHERE),
        address=found((header(message, "Archived-At") or "").strip("<> "), WHERE),
        columns=tuple((name, value) for name, value in columns if value),
    )


def is_list(message: Message) -> bool:
    """Whether the mail went to many: a newsletter or a mailing list."""
    bulk = (header(message, "Precedence") or "").lower() in ("bulk", "list")
    return bulk or "List-Unsubscribe" in message or "List-Id" in message


def date_of(value: str) -> str | None:
    """The ISO 8601 date in a `Date` header; None where it holds none."""
    try:
        moment: datetime = parsedate_to_datetime(value)
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
    return moment.date().isoformat()


def _people(message: Message, name: str) -> list[str]:
    """The names in an address header; an address stands for whoever has no name."""
    pairs = getaddresses(headers(message, name))
    named = [readable(person).strip("\"' ") or address for person, address in pairs]
    return [each for each in named if each]


def _outlet(message: Message, senders: list[str]) -> tuple[str | None, list[str]]:
    """The outlet of a mail that went to many, and who wrote it."""
    if not is_list(message):
        return None, senders
    listed = LIST.match(header(message, "List-Id") or "")
    # Whoever may post to a list is no outlet; the list is. What a newsletter's service puts into
    # `List-Id` is a number.
    discussion = "List-Post" in message
    if discussion or (listed and listed["name"] and not any(c.isdigit() for c in listed["name"])):
        return (listed["name"] or listed["id"]) if listed else None, senders
    if len(senders) != 1:
        return None, senders
    both = AT.fullmatch(senders[0])
    if both:
        return both["outlet"], [both["person"]]
    return senders[0], []
