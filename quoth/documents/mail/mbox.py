"""Mailboxes (RFC 4155): one mail after the other, each below a line that begins with `From `."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from io import BytesIO

from quoth.documents.options import Options
from quoth.documents.source import Source, Stream, too_large
from quoth.errors import UnreadableInput

FROM = re.compile(rb"From (?:[^\r\n]*\d\d?:\d\d[^\r\n]*|-? ?)\r?\n")
"""The line above a mail: a sender or a number, and a time."""
HEADER = re.compile(rb"[!-9;-~]+[ \t]*:|>?From ")
ESCAPED = re.compile(rb">+From ")
LINE = 1 << 16
"""So many bytes of a line are taken at a time."""
BROKEN = (OSError, EOFError, zlib.error)


def items(stream: Stream, options: Options) -> Iterator[Source | UnreadableInput]:
    """The mails in a mailbox; no more than one of them is held."""
    limit = options.limits.bytes
    for number, mail in enumerate(_mails(stream, limit), 1):
        name = f"{stream.name}#{number}"
        if len(mail) > limit:
            yield UnreadableInput(name, too_large(options.limits))
        else:
            yield Source(name, mail, None, None, number, stream.part, stream.depth + 1, "mail")


def _mails(stream: Stream, limit: int) -> Iterator[bytes]:
    """The bytes of each mail; of one that is larger than the limit, a few more than allowed."""
    mail = BytesIO()
    begun = False
    above: bytes | None = None
    """A line that begins a mail, if headers follow."""
    blank = True
    """Whether a blank line, or the file's beginning, stands above."""
    for line, whole in _lines(stream):
        if above is not None:
            if HEADER.match(line):
                if begun:
                    yield mail.getvalue()
                    mail = BytesIO()
                begun = True
            else:
                mail.write(above)
            above = None
        if whole and blank and FROM.fullmatch(line):
            above = line
            continue
        if mail.tell() <= limit:
            mail.write(line[1:] if whole and ESCAPED.match(line) else line)
        blank = whole and not line.strip()
    if begun or above or mail.tell():
        yield mail.getvalue()


def _lines(stream: Stream) -> Iterator[tuple[bytes, bool]]:
    """The lines of a file, the longest in pieces, and of each whether a line begins with it."""
    whole = True
    try:
        while line := stream.file.readline(LINE):
            yield line, whole
            whole = line.endswith(b"\n")
    except BROKEN as error:
        why = getattr(error, "strerror", None) or str(error)
        raise UnreadableInput(stream.name, f"{why}; get or save it again") from None
