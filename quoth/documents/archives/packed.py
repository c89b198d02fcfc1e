"""Single packed files: gzip, bzip2, xz. Their name stays, for they hold one thing."""

from __future__ import annotations

import bz2
import gzip
import lzma
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from quoth.documents.archives.capped import FAILURES, capped
from quoth.documents.archives.unpacking import BROKEN
from quoth.documents.options import Options
from quoth.documents.source import Stream
from quoth.errors import UnreadableInput

OPENERS: tuple[tuple[bytes, Callable[[Any], Any]], ...] = (
    (b"\x1f\x8b", lambda file: gzip.GzipFile(fileobj=file)),
    (b"BZh", bz2.BZ2File),
    (b"\xfd7zXZ\x00", lzma.LZMAFile),
)


def items(stream: Stream, options: Options) -> Iterator[Stream]:
    """What is packed in the file; `UnreadableInput` is raised where it cannot be unpacked."""
    opener = next(opener for mark, opener in OPENERS if stream.opening.startswith(mark))
    counting = Counting(stream.file)
    with opener(counting) as file:
        unpacked = capped(file, lambda: counting.taken, stream.name, options.limits)
        try:
            unpacked.peek(1)
        except FAILURES:
            raise UnreadableInput(stream.name, BROKEN) from None
        yield replace(stream, file=unpacked, path=None, depth=stream.depth + 1)


class Counting:
    """A file that counts the bytes that are taken out of it."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.taken = 0

    def read(self, size: int = -1) -> bytes:
        data = self._file.read(size)
        self.taken += len(data)
        return data

    def peek(self, size: int = 0) -> bytes:
        peek = getattr(self._file, "peek", None)
        return bytes(peek(size)) if peek else b""

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return False

    def close(self) -> None:
        """Nothing: whoever opened the file closes it."""
