"""What is given to be added: files by their names, and texts with what is said of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from quoth.documents.metadata import found
from quoth.documents.source import shown_name
from quoth.records import Metadata
from quoth.web.problems import Refused

SAID = ("title", "outlet", "published", "address")
"""What may be said of a text."""
LONGEST = 1000
"""Characters of each."""
BEGINS = 60
"""Characters of a text that name it, where it has no title."""
_DRIVE = re.compile(r"^[A-Za-z]:")


@dataclass(frozen=True, slots=True)
class Given:
    """One file."""

    name: str
    """What it is called in the ledger."""
    path: Path | None = None
    """Where its bytes lie; None where the name is its path."""
    known: Metadata | None = None
    any_language: bool = False


def label(name: str) -> str:
    """The name of a file from elsewhere, which is no path here: `pages/ferry.html`."""
    parts = _DRIVE.sub("", shown_name(name).replace("\\", "/")).split("/")
    return "/".join(part for part in parts if part.strip(" ."))[-LONGEST:] or "unnamed"


def known_of(said: Mapping[str, str]) -> Metadata | None:
    """What is said of a text. Raises `Refused` for what is no date, no address, or too long."""
    values = {name: " ".join(said.get(name, "").split()) for name in SAID}
    for name, value in values.items():
        if len(value) > LONGEST:
            raise Refused(422, f"{name}: longer than {LONGEST} characters; shorten it")
    if values["published"] and not _is_date(values["published"]):
        raise Refused(422, f"published: {values['published']!r} is no date; write 2031-03-02")
    if values["address"] and not values["address"].startswith(("https://", "http://")):
        raise Refused(422, "address: must begin with https:// or http://")
    if not any(values.values()):
        return None
    title, outlet, published, address = (found(values[name], "given") for name in SAID)
    return Metadata(outlet=outlet, title=title, published=published, address=address)


def text_name(text: str, known: Metadata | None) -> str:
    """What a text is called: by its title, or as it begins."""
    begun = known.title.value if known and known.title else " ".join(text[:500].split())
    return label(begun[:BEGINS].strip(" .").replace("/", " ")) + ".txt"


def _is_date(value: str) -> bool:
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return len(value) >= len("2031-03-02")
