"""Bytes to Document: one file for each family of formats, chosen by the table in `formats`."""

from __future__ import annotations

from quoth.documents.opening import open_document, open_documents
from quoth.documents.options import Limits, Options
from quoth.records import Document

__all__ = ["Limits", "Options", "from_text", "open_document", "open_documents"]


def from_text(text: str, name: str = "text") -> Document:
    """The document that `text` is, taken as plain text."""
    from quoth.documents.text import plain

    return plain.document(text, name)
