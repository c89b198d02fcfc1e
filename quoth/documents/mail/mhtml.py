"""Web pages saved as one file (MHTML, RFC 2557): the page is the part that the others belong to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quoth.documents.mail.headers import WHERE, date_of
from quoth.documents.mail.parts import header, opened
from quoth.documents.metadata import found
from quoth.documents.options import Options
from quoth.documents.source import Source
from quoth.errors import UnreadableInput
from quoth.records import Metadata

NO_PAGE = "no web page in this file; save the page again"


def read(source: Source, _options: Options) -> Iterator[Source]:
    """The page saved in `source`."""
    saved, held = opened(source)
    page = next((p for body in held.bodies for p in reversed(body[-1]) if p.is_html), None)
    if page is None:
        raise UnreadableInput(source.name, NO_PAGE)
    address = header(saved, "Snapshot-Content-Location")
    address = address or header(page.message, "Content-Location") or ""
    day = date_of(header(saved, "Date") or "")
    known = Metadata(
        title=found(header(saved, "Subject"), WHERE),
        address=found(address if address.startswith(("http:", "https:")) else None, WHERE),
        # That day somebody saved the page; it may be old.
        columns=(("Saved", day),) if day else (),
    )
    yield replace(
        source, data=page.data, declared=page.charset, known=known, part=page.number, format="html"
    )
