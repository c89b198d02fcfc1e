"""Taking members out of ZIP archives without being filled up by them."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from quoth.documents.options import MB, Limits
from quoth.documents.source import too_large
from quoth.errors import UnreadableInput

CHUNK = 1 << 18
FREE = MB
"""So many bytes may come of however few."""
METHODS = (ZIP_STORED, ZIP_DEFLATED)
"""Those that hand out no more bytes at a time than were asked for."""
BROKEN = "this archive is broken or cut off; get or save it again"
LOCKED = "locked by a password; save it without one first"
METHOD = "packed by a method that is not opened; pack it as an ordinary ZIP (deflate)"
BOMB = "unpacks to more than {:,} times its size; raise --max-ratio to open it"

# What bytes can drive the library to: a lie about an offset is a ValueError or an OSError.
WRONG = (
    BadZipFile,
    zlib.error,
    struct.error,
    ArithmeticError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    ValueError,
)


def opened(file: IO[bytes] | Path, name: str) -> ZipFile:
    """The archive at a path, or in a file that can be read anywhere; raises `UnreadableInput`."""
    try:
        return ZipFile(file)
    except WRONG:
        raise UnreadableInput(name, BROKEN) from None


def unpacked(
    archive: ZipFile, member: str | ZipInfo, limits: Limits, name: str, before: int = 0
) -> bytes:
    """The bytes of `member`; `name` is what the input is called in a failure.

    Raises `UnreadableInput` beyond the limits of bytes (`before` were unpacked already) and ratio,
    and where the member is missing, broken, locked, or packed by a method that cannot be followed
    bit by bit. What the archive says of a size is not believed: what comes is counted.
    """
    parts: list[bytes] = []
    size = 0
    try:
        info = archive.getinfo(member) if isinstance(member, str) else member
        if info.flag_bits & 1:
            raise UnreadableInput(name, LOCKED)
        if info.compress_type not in METHODS:
            raise UnreadableInput(name, METHOD)
        with archive.open(info) as file:
            while chunk := file.read(CHUNK):
                parts.append(chunk)
                size += len(chunk)
                if before + size > limits.bytes:
                    raise UnreadableInput(name, too_large(limits))
                if size > FREE and size > limits.ratio * info.compress_size:
                    raise UnreadableInput(name, BOMB.format(limits.ratio))
    except WRONG:
        raise UnreadableInput(name, BROKEN) from None
    return b"".join(parts)
