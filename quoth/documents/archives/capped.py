"""Unpacking bit by bit, which stops before a bomb has filled the machine."""

from __future__ import annotations

import io
import lzma
import tarfile
from collections.abc import Callable
from typing import Any, BinaryIO

from quoth.documents.archives.unpacking import BOMB, BROKEN, CHUNK, FREE, WRONG
from quoth.documents.options import Limits
from quoth.errors import UnreadableInput

FAILURES = (*WRONG, lzma.LZMAError, tarfile.TarError)
"""What unpackers raise on bytes that they cannot unpack."""


class Capped(io.RawIOBase):
    """What `file` unpacks, ended by `UnreadableInput` where it is broken or grows too much.

    `packed` tells how many packed bytes have been used.
    """

    def __init__(
        self, file: BinaryIO, packed: Callable[[], int], name: str, limits: Limits
    ) -> None:
        self._file, self._packed, self._name, self._limits = file, packed, name, limits
        self._size = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            data = self._file.read(min(len(buffer), CHUNK))
        except FAILURES as error:
            if isinstance(error, UnreadableInput):
                raise
            raise UnreadableInput(self._name, BROKEN) from None
        self._size += len(data)
        if self._size > FREE and self._size > self._limits.ratio * self._packed():
            raise UnreadableInput(self._name, BOMB.format(self._limits.ratio))
        buffer[: len(data)] = data
        return len(data)


def capped(
    file: BinaryIO, packed: Callable[[], int], name: str, limits: Limits
) -> io.BufferedReader[Any]:
    """A buffered `Capped`."""
    raw: Any = Capped(file, packed, name, limits)
    return io.BufferedReader(raw, CHUNK)
