"""What a PDF file says of itself: its info dictionary and the language in its catalog."""

from __future__ import annotations

import ctypes
import re
from dataclasses import replace
from typing import Any

import pypdfium2.raw as raw  # type: ignore[import-untyped]

from quoth.documents.credits import credited
from quoth.documents.dates import iso_date
from quoth.documents.metadata import found
from quoth.records import Metadata

WHERE = "pdf info"
MADE = "text: pdf info"
"""Where a file's own date comes from: it was made then, which is less than any date it prints."""
DATE = re.compile(r"(?:D:)?\s*(\d{4})-?(\d{2})-?(\d{2})")
JUNK = re.compile(
    r"(?:microsoft (?:word|powerpoint|excel)\s*-.*|untitled.*|(?:new |full )?page \d*|print(?:ing)?"
    r"|.*\.(?:docx?|odt|pdf|indd|qxd|rtf|txt|html?|tex|pub)"
    r"|document\s*\d*|slide \d+|powerpoint presentation|title|layout \d+)",
    re.I,
)
"""Titles that programs make up."""
WORD = re.compile(r"[^\W_]{2,}")
SHOWN = 0.6
"""A title counts if so many of its words stand on the first page: a template leaves others."""
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def info_of(pdf: Any) -> dict[str, str]:
    """The entries of an open PDF's info dictionary, and `Lang` of its catalog."""
    info: dict[str, str] = dict(pdf.get_metadata_dict(skip_empty=True))
    size = raw.FPDFCatalog_GetLanguage(pdf, None, 0)
    if 2 < size < 200:
        buffer = (ctypes.c_ushort * (size // 2))()
        raw.FPDFCatalog_GetLanguage(pdf, buffer, size)
        info["Lang"] = bytes(buffer).decode("utf-16-le", "replace").rstrip("\0")
    return info


def stated(info: dict[str, str], opening: str) -> Metadata:
    """The metadata in an info dictionary; `opening` is the text of the document's first page."""
    title = " ".join(info.get("Title", "").split())
    author = " ".join(info.get("Author", "").split())
    made, changed = (_date(info.get(key, "")) for key in ("CreationDate", "ModDate"))
    lang = info.get("Lang", "").strip()
    said = credited(author, WHERE) if " " in author else Metadata()
    return replace(
        said,
        title=found(title, WHERE) if _is_title(title, opening) else None,
        published=found(made, MADE),
        modified=found(changed, WHERE) if changed != made else None,
        language=found(lang, WHERE) if LANGUAGE.fullmatch(lang) else None,
    )


def _date(value: str) -> str | None:
    match = DATE.match(value)
    return iso_date("-".join(match.groups())) if match else None


def _is_title(title: str, opening: str) -> bool:
    if not title or JUNK.fullmatch(title):
        return False
    words = {word.casefold() for word in WORD.findall(title)}
    opening = opening.casefold()
    shown = [word for word in words if word in opening]
    return len(shown) >= SHOWN * len(words) > 0
