"""The parts of a mail (RFC 2045 to 2049): its body, what is attached, and what they hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.policy import Compat32
from mimetypes import MimeTypes
from pathlib import PurePosixPath

from quoth.documents.encodings import decode
from quoth.documents.source import Source
from quoth.errors import UnreadableInput

LONGEST = 20_000
"""So many characters of a header are read; what is longer was made to do harm."""
PASSED_OVER = re.compile(
    r"(?:audio|font|image|model|video)/|text/(?:calendar|css|directory|rfc822-headers|v-?card|x-)"
    r"|application/(?:applefile|ics|ms-tnef|pgp-|(?:x-)?pkcs7-signature)"
    r"|message/(?!rfc822|global)"
)
"""Types of parts in which nobody is quoted."""
ENCRYPTED = re.compile(r"multipart/encrypted|application/(?:x-)?pkcs7-mime")
BODIES = ("text/plain", "text/html", "text/markdown", "application/xhtml+xml")
STATEFUL = re.compile(r"iso-2022-|utf-?7|hz", re.I)
"""Charsets whose bytes all look like ASCII."""
FIRST_BOUNDARY = re.compile(r"--(\S[^\r\n]{0,70}?)[ \t]*\r?\n")
TYPES = MimeTypes()
"""Without what the machine may know of types besides."""


MALFORMED = (AttributeError, LookupError, MessageError, TypeError, ValueError)
"""What the library raises on headers and charsets that were made to do harm."""
BROKEN = "this mail is broken where its parts are named; get it again"


class AsItCame(Compat32):
    """Writes headers as they were read, where others mend them or raise."""

    def fold_binary(self, name: str, value: str) -> bytes:
        return f"{name}: {value}{self.linesep}".encode("ascii", "surrogateescape")


AS_IT_CAME = AsItCame()


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a mail, and its number as in IMAP (RFC 3501): `2.1` is the second part's first."""

    message: Message
    number: str

    @property
    def type(self) -> str:
        return self.message.get_content_type()

    @property
    def is_html(self) -> bool:
        """Whether it is a page."""
        return self.type in ("text/html", "application/xhtml+xml")

    @property
    def charset(self) -> str | None:
        """The encoding that the part claims for itself."""
        with suppress(LookupError, UnicodeError, ValueError, TypeError):
            return self.message.get_content_charset()
        return None

    @property
    def is_mail(self) -> bool:
        """Whether it is a mail as a whole."""
        return self.type in ("message/rfc822", "message/global")

    @property
    def data(self) -> bytes:
        """Its bytes as they were before they were encoded for transport; raises `MALFORMED`."""
        if self.is_mail:
            inner = self.message.get_payload(0)
            return inner.as_bytes(policy=AS_IT_CAME) if isinstance(inner, Message) else b""
        payload = self.message.get_payload(decode=True)
        data = payload if isinstance(payload, bytes) else b""
        charset = self.charset or ""
        if STATEFUL.match(charset):
            with suppress(LookupError):
                return data.decode(charset, "replace").encode()
        return data

    @property
    def filename(self) -> str | None:
        """Its name without folders and control characters; None where it has none."""
        name: str | None = None
        with suppress(LookupError, UnicodeError, ValueError, TypeError, MessageError):
            name = self.message.get_filename()
        name = PurePosixPath(readable(name or "").replace("\\", "/")).name
        return name[-200:] if name not in ("", "..") else None

    @property
    def is_attached(self) -> bool:
        """Whether it was sent as a file."""
        return self.message.get_content_disposition() == "attachment" or bool(self.filename)

    @property
    def is_passed_over(self) -> bool:
        """Whether nobody is quoted in parts of its type."""
        kind = self.type
        if kind == "application/octet-stream" and self.filename:
            kind = TYPES.guess_type(self.filename)[0] or kind
        return bool(PASSED_OVER.match(kind))


@dataclass(slots=True)
class Contents:
    """What a mail holds."""

    bodies: list[list[tuple[Part, ...]]] = field(default_factory=list)
    """The parts of the body; of each, the forms it comes in, the plainest first."""
    attached: list[Part] = field(default_factory=list)
    encrypted: bool = False


def opened(source: Source) -> tuple[Message, Contents]:
    """The mail in `source` and what it holds; raises `UnreadableInput`."""
    try:
        # Not one of the newer policies: broken headers make them raise, long ones take them long.
        mail = message_from_bytes(source.data.lstrip(b"\xef\xbb\xbf\r\n\t "))
        several = mail.get_content_maintype() == "multipart"
        return mail, _contents(Part(mail, "" if several else "1"))
    except MALFORMED:
        raise UnreadableInput(source.name, BROKEN) from None


def _contents(part: Part) -> Contents:
    """What the part of a mail holds."""
    found = Contents()
    _take(part, found, root=True)
    return found


def _take(part: Part, found: Contents, root: bool = False) -> None:
    if ENCRYPTED.match(part.type):
        found.encrypted = True
    elif part.type == "multipart/alternative":
        forms = [_contents(child) for child in children(part)]
        found.attached += [attached for form in forms for attached in form.attached]
        found.encrypted = found.encrypted or any(form.encrypted for form in forms)
        choice = [tuple(p for body in form.bodies for p in body[-1]) for form in forms]
        if any(choice):
            found.bodies.append([form for form in choice if form])
    elif part.type.startswith("multipart/"):
        start = part.type == "multipart/related"
        for child in children(part):
            _take(child, found, root=start)
            start = False
    elif part.type in BODIES and (root or not part.is_attached):
        found.bodies.append([(part,)])
    elif not part.is_passed_over:
        found.attached.append(part)


def children(part: Part) -> Iterator[Part]:
    """The parts right inside a multipart one, the root of a related one first."""
    payload = part.message.get_payload()
    inner = payload if isinstance(payload, list) else _without_boundary(part.message)
    above = f"{part.number}." if part.number else ""
    parts = [
        Part(each, f"{above}{n}") for n, each in enumerate(inner, 1) if isinstance(each, Message)
    ]
    start = part.message.get_param("start")
    if part.type == "multipart/related" and isinstance(start, str):
        parts.sort(key=lambda each: each.message.get("Content-ID", "") != start)
    return iter(parts)


def _without_boundary(broken: Message) -> list[Message]:
    """The parts of a multipart mail whose header names no boundary, or the wrong one."""
    data = broken.get_payload(decode=True)
    data = data if isinstance(data, bytes) else b""
    boundary = FIRST_BOUNDARY.search(data[:LONGEST].decode("latin-1"))
    if boundary and '"' not in boundary[1]:
        head = f'Content-Type: {broken.get_content_type()}; boundary="{boundary[1]}"\r\n\r\n'
        parts = message_from_bytes(head.encode("latin-1", "replace") + data).get_payload()
        if isinstance(parts, list):
            return [each for each in parts if isinstance(each, Message)]
    return [message_from_bytes(b"Content-Type: text/plain\r\n\r\n" + data)]


def headers(message: Message, name: str) -> list[str]:
    """The values of all headers of this name, encoded words still as they are."""
    wanted = name.lower()
    return [
        decode(str(value)[:LONGEST].encode("utf-8", "surrogateescape"))
        for key, value in message.raw_items()
        if key.lower() == wanted
    ]


def header(message: Message, name: str) -> str | None:
    """The value of the first header of this name, as a person reads it."""
    values = headers(message, name)
    return readable(values[0]) if values else None


def readable(raw: str) -> str:
    """A header's value on one line, its encoded words (RFC 2047) decoded as far as they can be."""
    try:
        pieces = decode_header(raw)
    except (MessageError, ValueError):
        pieces = [(raw, None)]
    words = "".join(
        piece
        if isinstance(piece, str)
        else (decode(piece, charset) if charset else piece.decode("raw-unicode-escape", "replace"))
        for piece, charset in pieces
    )
    return "".join(char for char in " ".join(words.split()) if char.isprintable())
