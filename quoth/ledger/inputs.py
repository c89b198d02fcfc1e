"""What is given to be added: files, the files in folders, open streams."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from quoth.documents import Options
from quoth.documents.archives.folders import files_in
from quoth.ledger.store import Store
from quoth.ledger.values import storable
from quoth.records import Metadata


@dataclass(frozen=True, slots=True)
class Input:
    """Something to add: a file, or an open binary file or pipe that is called by a name."""

    name: str
    stream: BinaryIO | None = None
    path: Path | None = None
    """Where its bytes lie for now, if that is not what it is called by."""
    known: Metadata | None = None
    """What whoever adds it says of it."""


def files_of(store: Store, inputs: Iterable[str], options: Options) -> list[str]:
    """`inputs` with folders replaced by the files in them, without the ledger's own.

    A folder without texts stays as it is, to be told as a failure.
    """
    found: list[str] = []
    for each in inputs:
        if each and Path(each).is_dir():
            files = [str(file) for file in files_in(Path(each), options)]
            found += [file for file in files if not _is_own(store, file)] or [each]
        else:
            found.append(each)
    return found


def _is_own(store: Store, file: str) -> bool:
    """Whether a file is the ledger, its log, or a copy of it made before a migration."""
    ledger = absolute(store.path)
    return bool(re.fullmatch(re.escape(ledger) + r"(-wal|-shm|\.schema-\d+)?", absolute(file)))


def failed_inputs(store: Store) -> list[str]:
    """The inputs in which something could not be read."""
    return [name for (name,) in store.each("SELECT DISTINCT input FROM failures ORDER BY input")]


def absolute(name: str) -> str:
    """The name of an input that is the same from every working folder."""
    return storable(os.path.abspath(name))  # noqa: PTH100


def digest_of(name: str) -> str | None:
    """SHA-256 of a regular file; None for anything else, and for what cannot be opened."""
    try:
        if not Path(name).is_file():
            return None
        with Path(name).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, ValueError):  # opening it says what is wrong
        return None
