"""What a user may set about opening documents, with defaults that suit a news corpus."""

from __future__ import annotations

from dataclasses import dataclass, field

MB = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Beyond these an input is given up, in one line that names the limit."""

    bytes: int = 512 * MB
    """Of one document, unpacked."""
    pages: int = 5000
    """Of one PDF or scan."""
    seconds: float = 60
    """For opening one document; then its parser is ended."""
    depth: int = 4
    """Containers in one another: an archive in a mail in an archive is three."""
    ratio: int = 200
    """Bytes that may come of one packed byte, once more than a megabyte has."""
    parts: int = 1_000_000
    """Documents in one archive."""


@dataclass(frozen=True, slots=True)
class Options:
    """How inputs are opened; a field's name None is found out from the names of the columns."""

    limits: Limits = field(default_factory=Limits)
    text_field: str | None = None
    id_field: str | None = None
    date_field: str | None = None
    ocr: bool = False
    """Whether pages without text go through text recognition."""


DEFAULTS = Options()
