"""A file that is written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from quoth.errors import QuothError


@contextmanager
def new_file(path: Path) -> Iterator[BinaryIO]:
    """A stream whose bytes become `path` at the end; what was there stays if anything fails.

    Raises QuothError where it cannot be written.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        try:
            with part.open("wb") as stream:
                yield stream
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise QuothError(f"{path}: cannot write: {error.strerror}") from None
