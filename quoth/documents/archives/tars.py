"""Tar archives, packed or not, read from front to back."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from typing import Any

from quoth.documents.archives.capped import FAILURES, capped
from quoth.documents.archives.folders import is_beside
from quoth.documents.archives.unpacking import BROKEN
from quoth.documents.archives.zips import LINK, MANY
from quoth.documents.options import Options
from quoth.documents.source import Stream, shown_name
from quoth.errors import UnreadableInput


def items(stream: Stream, options: Options) -> Iterator[Stream | UnreadableInput]:
    """The files in the archive, in its order; links are named and not followed."""
    file: Any = stream.file
    try:
        with tarfile.open(fileobj=file, mode="r|", errorlevel=2) as archive:
            for number, member in enumerate(archive):
                if number >= options.limits.parts:
                    raise UnreadableInput(stream.name, MANY.format(options.limits.parts))
                part = shown_name(member.name)
                name = f"{stream.name}!/{part}"
                if member.islnk() or member.issym():
                    yield UnreadableInput(name, LINK)
                elif member.isfile() and not is_beside(member.name, options):
                    data: Any = archive.extractfile(member)
                    # Nothing is packed here: a member is as long as it is.
                    taken = capped(data, lambda: 1 << 62, name, options.limits)
                    yield Stream(name, taken, None, stream.depth + 1, part=part)
    except FAILURES as error:
        if isinstance(error, UnreadableInput):
            raise
        raise UnreadableInput(stream.name, BROKEN) from None
