"""A folder with files for each document: all of it or none, under names that any system takes."""

from __future__ import annotations

import os
import re
import shutil
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from quoth.errors import QuothError

_LONGEST = 60
"""Characters of a document's name that are kept, of the 255 bytes that systems allow."""


@contextmanager
def new_folder(path: Path) -> Iterator[Path]:
    """A folder to fill, which becomes `path` at the end, or goes again if anything fails.

    Raises QuothError where `path` has something in it already, or cannot be made or filled.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        if path.exists() and (not path.is_dir() or any(path.iterdir())):
            raise QuothError(f"{path}: there is something already; name a new folder")
        part.mkdir()
        try:
            yield part
            if path.exists():
                path.rmdir()  # empty, and not every system renames onto it
            part.rename(path)
        finally:
            shutil.rmtree(part, ignore_errors=True)
    except OSError as error:
        raise QuothError(f"{path}: cannot write: {error.strerror}") from None


def safe_name(number: int, document: str) -> str:
    """A file's name for `document`, unique by its `number`: letters, digits, `-`.

    Names of documents hold slashes, quotation marks, line breaks; and two that differ only in
    letter case are one file on some systems.
    """
    plain = unicodedata.normalize("NFKD", document).encode("ascii", "ignore").decode()
    words = re.sub(r"[^A-Za-z0-9]+", "-", plain).strip("-")
    return f"{number:05}-{words[:_LONGEST]}".rstrip("-")
