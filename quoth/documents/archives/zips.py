"""ZIP archives, and the office documents that are ZIP archives too."""

from __future__ import annotations

import io
import stat
from collections.abc import Iterator
from typing import Any
from zipfile import ZipFile, ZipInfo

from quoth.documents.archives.capped import FAILURES, capped
from quoth.documents.archives.folders import is_beside
from quoth.documents.archives.unpacking import BROKEN, LOCKED, METHOD, METHODS, opened
from quoth.documents.office.packages import office_kind, other_kind
from quoth.documents.options import Options
from quoth.documents.source import Source, Stream, shown_name
from quoth.errors import UnreadableInput

LINK = "a link; what it leads to is not opened"
MANY = "more than {:,} files in one archive; split it"

Item = Source | Stream | UnreadableInput


def items(stream: Stream, options: Options) -> Iterator[Item]:
    """The files in the archive, in its order, or the office document that it is."""
    whole = None if stream.path else stream.whole(options.limits)
    file: Any = stream.path or io.BytesIO(whole.data if whole else b"")
    with opened(file, stream.name) as archive:
        members = archive.infolist()
        names = [member.filename for member in members]
        mimetype = _mimetype(archive)
        kind = office_kind(names, mimetype)
        if kind:
            source = whole or stream.whole(options.limits)
            yield Source(
                stream.name,
                source.data,
                record=stream.record,
                part=stream.part,
                depth=stream.depth,
                format=kind,
            )
            return
        if other := other_kind(names, mimetype):
            raise UnreadableInput(stream.name, f"this is {other}, not a text; save it as text")
        if len(members) > options.limits.parts:
            raise UnreadableInput(stream.name, MANY.format(options.limits.parts))
        for member in members:
            if not member.filename.endswith("/") and not is_beside(member.filename, options):
                yield from _member(archive, member, stream, options)


def _member(archive: ZipFile, member: ZipInfo, stream: Stream, options: Options) -> Iterator[Item]:
    part = shown_name(member.filename)
    name = f"{stream.name}!/{part}"
    if stat.S_ISLNK(member.external_attr >> 16):
        yield UnreadableInput(name, LINK)
    elif member.flag_bits & 1:
        yield UnreadableInput(name, LOCKED)
    elif member.compress_type not in METHODS:
        yield UnreadableInput(name, METHOD)
    else:
        try:
            file = archive.open(member)
        except FAILURES:
            yield UnreadableInput(name, BROKEN)
            return
        with file:
            taken = capped(file, lambda: member.compress_size, name, options.limits)  # type: ignore[arg-type]
            yield Stream(name, taken, None, stream.depth + 1, part=part)


def _mimetype(archive: ZipFile) -> bytes | None:
    """What the first member says of the package, as OpenDocument and EPUB have it."""
    try:
        first = archive.infolist()[0]
        if first.filename != "mimetype" or first.file_size > 200:
            return None
        with archive.open(first) as file:
            return file.read(200)
    except FAILURES:
        return None
