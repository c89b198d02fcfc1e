"""What documents are made of: bytes in hand, or bytes that are still coming."""

from __future__ import annotations

import io
import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, cast

from quoth.documents.options import MB, Limits
from quoth.errors import UnreadableInput
from quoth.records import Document, Metadata

UNSHOWN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
OPENING = 4096
"""So many bytes, or what has come of them, tell a format."""


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of one document or of a container that fits in memory, and what is known of it."""

    name: str
    """As results and messages call it: `week.zip!/day/page.html`, `list.mbox#3`."""
    data: bytes = field(repr=False)
    declared: str | None = None
    """The encoding that a header outside the bytes claims."""
    known: Metadata | None = None
    """What the container says of it, as a web archive's headers; its own words come first."""
    record: int | None = None
    part: str | None = None
    """Where it stands in its container, as in `Place`."""
    depth: int = 0
    """So many containers hold it."""
    format: str | None = None
    """Name of its format in the table, where the container knows it for sure."""

    @property
    def opening(self) -> bytes:
        return self.data[:OPENING]

    def inside(self, name: str, data: bytes, **known: object) -> Source:
        """A source within this one; `name` goes on from this one's."""
        return Source(self.name + name, data, depth=self.depth + 1, **known)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Stream:
    """Bytes that come one after the other: a file, a pipe, a member of an archive."""

    name: str
    file: io.BufferedReader[Any] = field(repr=False)
    path: Path | None = None
    """Where the bytes can be read anew and in any order; None for a pipe."""
    depth: int = 0
    record: int | None = None
    part: str | None = None

    @property
    def opening(self) -> bytes:
        """What comes next, without taking it."""
        return self.file.peek(OPENING)[:OPENING]

    def whole(self, limits: Limits) -> Source:
        """All of it in memory; raises `UnreadableInput` beyond the limit of bytes."""
        data = self.file.read(limits.bytes + 1)
        if len(data) > limits.bytes:
            raise UnreadableInput(self.name, too_large(limits))
        return Source(self.name, data, record=self.record, part=self.part, depth=self.depth)


def shown_name(name: str) -> str:
    """A member's name on one line: what breaks lines or is half a character is replaced."""
    return UNSHOWN.sub("\ufffd", name)


Item = Document | Source | Stream | UnreadableInput
"""What a format's module yields: documents, what is still to be opened, and failures."""


def too_large(limits: Limits) -> str:
    """The reason for giving up an input that is larger than allowed."""
    return f"more than {limits.bytes // MB:,} MB; raise --max-bytes to open it"


def stream_of(source: Source) -> Stream:
    """`source` as a stream."""
    file: io.BufferedReader[Any] = io.BufferedReader(io.BytesIO(source.data))
    return Stream(source.name, file, None, source.depth, source.record, source.part)


def buffered(file: BinaryIO, name: str) -> Stream:
    """A stream over an open binary file or pipe."""
    already = isinstance(file, io.BufferedReader)
    return Stream(name, cast(Any, file) if already else io.BufferedReader(cast(Any, file)))


def stream_at(source: str | os.PathLike[str], name: str) -> Stream:
    """The file at a path; raises `UnreadableInput` where it cannot be opened."""
    if not os.fspath(source):  # an unset variable in a shell; the path would be the working folder
        raise UnreadableInput(name, "no file is named here; check the path")
    try:
        # Who opens it closes it: `opening` does once all documents are out.
        return Stream(name, cast(Any, Path(source).open("rb", 1 << 16)), Path(source))
    except FileNotFoundError:
        raise UnreadableInput(name, "no such file; check the path") from None
    except PermissionError:
        raise UnreadableInput(name, "no permission to read it; change its rights") from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise UnreadableInput(name, f"cannot be opened ({why}); check the path") from None
