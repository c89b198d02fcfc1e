"""How much may be given to a room at once; beyond it a request is refused in one line."""

from __future__ import annotations

from dataclasses import dataclass, field

from quoth.documents.options import MB, Limits


@dataclass(frozen=True, slots=True)
class Allowance:
    """Defaults suit one newsroom on one machine."""

    upload_bytes: int = 256 * MB
    """Of all files that are sent together."""
    upload_files: int = 2000
    upload_seconds: float = 600
    """For sending them."""
    uploads: int = 4
    """Sendings under way at once."""
    jobs: int = 20
    """Sendings that wait to be read."""
    waiting_bytes: int = 1000 * MB
    """Of all files that wait; no more are taken beyond that."""
    characters: int = 5_000_000
    """Of one document's text: some 800,000 words, minutes of reading."""
    seconds: float = 900
    """For reading one document."""
    read_bytes: int = 16 * MB
    """Of a document for `POST /read`."""
    reads: int = 2
    """Documents that `POST /read` reads at once."""
    streams: int = 8
    """Streams of the ledger that are told at once."""
    limits: Limits = field(
        default_factory=lambda: Limits(bytes=64 * MB, pages=2000, parts=100_000, ratio=100)
    )
    """For opening documents."""
