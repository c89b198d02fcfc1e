"""Mail (`.eml`): the body is the document, what is attached to it are documents of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from email.utils import getaddresses

from quoth.documents.dates import iso_date
from quoth.documents.encodings import is_binary
from quoth.documents.formats import format_of
from quoth.documents.joined import headed, joined
from quoth.documents.mail.body import Body, body
from quoth.documents.mail.headers import date_of, is_list, stated
from quoth.documents.mail.newsletters import unframed
from quoth.documents.mail.parts import BROKEN, MALFORMED, Contents, opened
from quoth.documents.mail.quoting import PassedOn
from quoth.documents.metadata import all_found, found
from quoth.documents.options import Options
from quoth.documents.source import OPENING, Source
from quoth.errors import UnreadableInput
from quoth.records import Document, Metadata

ENCRYPTED = "this mail is encrypted; open it in your mail program and save it decrypted"


def read(source: Source, _options: Options) -> Iterator[Document | Source | UnreadableInput]:
    """The mail in `source` and what is attached to it; pictures and calendars are passed over."""
    mail, held = opened(source)
    attached = [*_attached(source, held)]
    metadata = stated(mail)
    title = metadata.title.value if metadata.title else None
    bodies = [each for forms in held.bodies for each in body(forms, source.name, title)]
    if held.encrypted and not bodies:
        raise UnreadableInput(source.name, ENCRYPTED)
    read = [each.document for each in bodies if each.document.blocks]
    if read or not attached:
        metadata = _author_of(metadata, bodies)
        languages = (each.metadata.language for each in read)
        language = metadata.language or next((each for each in languages if each), None)
        document = joined(source.name, read, replace(metadata, language=language))
        yield headed(unframed(document) if is_list(mail) else document, "Subject")
    yield from attached


def _author_of(metadata: Metadata, bodies: list[Body]) -> Metadata:
    """`metadata`, of a mail that is passed on without a word by those of that mail."""
    inner = bodies[0].passed_on if bodies else None
    return _merged(metadata, inner) if inner else metadata


def _merged(metadata: Metadata, inner: PassedOn) -> Metadata:
    where = "mail header passed on"
    people = getaddresses([inner.fields["from"]])
    authors = all_found((name or address for name, address in people), where)
    sent = inner.fields.get("date") or inner.fields.get("sent") or ""
    return replace(
        metadata,
        title=found(inner.fields.get("subject"), where) or metadata.title,
        authors=authors or metadata.authors,
        published=found(iso_date(sent) or date_of(sent), where) or metadata.published,
    )


def _is_unknown(data: bytes, name: str) -> bool:
    """Whether `data` is a program's, and no document that could be read or asked for."""
    try:
        form = format_of(data[:OPENING], name)
    except UnreadableInput:
        return False
    return form.name == "text" and is_binary(data)


def _attached(source: Source, held: Contents) -> Iterator[Source | UnreadableInput]:
    names: set[str] = set()
    for part in held.attached:
        name = part.filename or f"part-{part.number}{'.eml' if part.is_mail else ''}"
        name = f"{part.number}/{name}" if name in names else name
        names.add(name)
        try:
            data = part.data
        except MALFORMED:
            yield UnreadableInput(f"{source.name}!/{name}", BROKEN)
            continue
        if not part.is_mail and _is_unknown(data, name):
            continue
        yield source.inside(
            f"!/{name}",
            data,
            declared=part.charset,
            record=source.record,
            part=part.number,
            format="mail" if part.is_mail else None,
        )
