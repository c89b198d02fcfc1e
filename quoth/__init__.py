"""Quoth reads news and shows who says what, on whose word."""

from __future__ import annotations

from functools import cache
from os import PathLike
from typing import TYPE_CHECKING, Any

from quoth.models import MODELS
from quoth.records import Block, Document, Passage, Place, Reading, Span, Statement

if TYPE_CHECKING:
    from quoth.ledger import open_ledger
    from quoth.reader import Reader

__version__ = "0.1.0"

__all__ = [
    "Block",
    "Document",
    "Passage",
    "Place",
    "Reader",
    "Reading",
    "Span",
    "Statement",
    "__version__",
    "open_ledger",
    "read",
    "read_text",
]


def read(
    source: str | PathLike[str] | bytes, model: str = MODELS[0], any_language: bool = False
) -> Reading:
    """Read the document at a path, or in bytes; its format is found out.

    `model` is "standard" or "small". The first call loads it, later ones use it again; `Reader`
    gives it back when done. `any_language` reads what is not English too.

    Raises `quoth.errors.UnreadableInput` where no document can be made of it.
    """
    from quoth.documents import open_document
    from quoth.languages import refusal

    document = open_document(source)
    if not any_language and (failure := refusal(document)):
        raise failure
    return _reader(model).read(document)


def read_text(text: str, model: str = MODELS[0]) -> Reading:
    """Read plain text; the spans of the result point into `text` itself."""
    from quoth.documents import from_text

    return _reader(model).read(from_text(text))


@cache
def _reader(model: str) -> Reader:
    from quoth.reader import Reader

    return Reader(model)


def __getattr__(name: str) -> Any:
    # Late, because the libraries behind the model take a while to load and few commands need it.
    if name == "Reader":
        from quoth.reader import Reader

        return Reader
    if name == "open_ledger":
        from quoth.ledger import open_ledger

        return open_ledger
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
