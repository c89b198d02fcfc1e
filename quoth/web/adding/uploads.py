"""What is sent, into a folder: each part of a form a file, as it comes (RFC 7578)."""

from __future__ import annotations

import logging
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from quoth.documents.options import MB
from quoth.web.allowance import Allowance
from quoth.web.problems import Refused

if TYPE_CHECKING:
    from python_multipart.multipart import MultipartCallbacks

logging.getLogger("python_multipart").setLevel(logging.CRITICAL)  # what is wrong is answered
BROKEN = "this is no form that can be read; send multipart/form-data as RFC 7578 has it"


@dataclass(frozen=True, slots=True)
class Part:
    """One field or file of a form."""

    field: str
    file: str | None
    """What its sender calls the file; None for a field."""
    path: Path

    def text(self) -> str:
        """What a field says."""
        return self.path.read_text("utf-8", errors="replace")


async def received(request: Request, folder: Path, allowance: Allowance) -> list[Part]:
    """The parts of the form that is sent, in files in `folder`. Raises `Refused`."""
    _, options = parse_options_header(request.headers.get("content-type", ""))
    if b"boundary" not in options:
        raise Refused(422, BROKEN)
    parts = _Parts(folder, allowance.upload_files)
    try:
        parser = MultipartParser(options[b"boundary"], parts.callbacks)
        async for piece in pieces(request, allowance.upload_bytes, allowance.upload_seconds):
            await run_in_threadpool(parser.write, piece)
        parser.finalize()
    except FormParserError:
        raise Refused(422, BROKEN) from None
    except OSError as error:
        raise Refused(503, f"what was sent cannot be kept: {error.strerror}; nothing was") from None
    finally:
        parts.close()
    return parts.ended


async def pieces(request: Request, most: int, seconds: float) -> AsyncIterator[bytes]:
    """The body of a request as it comes. Raises `Refused` beyond `most` bytes or `seconds`."""
    length = request.headers.get("content-length", "")
    if length.isdecimal() and int(length) > most:
        raise _too_large(most)
    size, end = 0, time.monotonic() + seconds
    async for piece in request.stream():
        size += len(piece)
        if size > most:
            raise _too_large(most)
        if time.monotonic() > end:  # `Bounds` sees to it that a next piece comes at all
            raise Refused(408, f"sending took longer than {seconds:g} s; send fewer files")
        yield piece


async def whole(request: Request, most: int, seconds: float) -> bytes:
    """All of a body. Raises `Refused` as `pieces` does."""
    return b"".join([piece async for piece in pieces(request, most, seconds)])


def _too_large(most: int) -> Refused:
    told = f"{most // MB} MB" if most >= MB else f"{most} bytes"
    return Refused(413, f"more than {told} at once; send fewer files, or use `quoth add`")


class _Parts:
    """Takes what the parser finds."""

    def __init__(self, folder: Path, most: int) -> None:
        self._folder, self._most = folder, most
        self._header, self._value, self._disposition = b"", b"", b""
        self._open: BinaryIO | None = None
        self.ended: list[Part] = []
        self.callbacks: MultipartCallbacks = {
            "on_part_begin": self.on_part_begin,
            "on_header_field": self.on_header_field,
            "on_header_value": self.on_header_value,
            "on_header_end": self.on_header_end,
            "on_headers_finished": self.on_headers_finished,
            "on_part_data": self.on_part_data,
            "on_part_end": self.close,
        }

    def on_part_begin(self) -> None:
        self._disposition = b""

    def on_header_field(self, data: bytes, start: int, end: int) -> None:
        self._header += data[start:end]

    def on_header_value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]

    def on_header_end(self) -> None:
        if self._header.lower() == b"content-disposition":
            self._disposition = self._value
        self._header, self._value = b"", b""

    def on_headers_finished(self) -> None:
        if len(self.ended) >= self._most:
            raise Refused(413, f"more than {self._most} files at once; send fewer, or an archive")
        _, options = parse_options_header(self._disposition)
        name = options.get(b"filename")
        path = self._folder / str(len(self.ended) + 1)
        self.ended.append(
            Part(
                options.get(b"name", b"").decode(errors="replace"),
                None if name is None else name.decode(errors="replace"),
                path,
            )
        )
        self._open = path.open("xb")

    def on_part_data(self, data: bytes, start: int, end: int) -> None:
        assert self._open
        self._open.write(memoryview(data)[start:end])

    def close(self) -> None:
        if self._open:
            self._open.close()
            self._open = None
