"""Bytes to Document: one file for each family of formats, chosen by the table in `kinds`."""

from __future__ import annotations

import os
from importlib import import_module
from pathlib import Path

from quoth.documents.kinds import module_for
from quoth.errors import UnreadableInput
from quoth.records import Document

__all__ = ["from_text", "open_document"]


def open_document(source: str | os.PathLike[str] | bytes, name: str | None = None) -> Document:
    """The document in a file, or in bytes that came from elsewhere.

    `name` is what the document is called in results and messages, and tells Markdown from plain
    text; for a file it is the path as given. Raises `UnreadableInput`. An empty file is a document
    without blocks.
    """
    if isinstance(source, bytes):
        name, data = name or "bytes", source
    else:
        name, data = name or os.fspath(source), _bytes_of(source)
    module = import_module(f"quoth.documents.{module_for(data, name)}")
    document: Document = module.read(data, name)
    return document


def from_text(text: str, name: str = "text") -> Document:
    """The document that `text` is, taken as plain text."""
    from quoth.documents import plain

    return plain.document(text, name)


def _bytes_of(source: str | os.PathLike[str]) -> bytes:
    name = os.fspath(source)
    if not name:  # an unset variable in a shell; the path would be the working folder
        raise UnreadableInput(name, "no file is named here; check the path")
    try:
        return Path(source).read_bytes()
    except FileNotFoundError:
        raise UnreadableInput(name, "no such file; check the path") from None
    except IsADirectoryError:
        raise UnreadableInput(name, "this is a folder; name the files in it") from None
    except PermissionError:
        # Windows answers so for a folder too.
        if Path(source).is_dir():
            raise UnreadableInput(name, "this is a folder; name the files in it") from None
        raise UnreadableInput(name, "no permission to read it; change its rights") from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise UnreadableInput(name, f"cannot be opened ({why}); check the path") from None
