"""What a reading room is opened with."""

from __future__ import annotations

from dataclasses import dataclass, field

from quoth.listening import LOCAL, PORT
from quoth.web.allowance import Allowance


@dataclass(frozen=True, slots=True)
class Settings:
    """What a reading room is opened with; `ledger` is the path of its ledger."""

    ledger: str
    host: str = LOCAL
    port: int = PORT
    who: str = "unknown"
    """Whose name corrections carry, unless the reader gives another."""
    model: str = "standard"
    """What reads documents that are added."""
    token: str | None = None
    """SHA-256 (hexadecimal) of the token that readers must have; None where none is asked for."""
    kept: bool = True
    """False where the ledger goes when the room is closed, as over files alone."""
    writable: bool = True
    """False where the ledger's file or folder is read only."""
    files: tuple[str, ...] = ()
    """What is read from the start on."""
    reader: str = "quoth.reader:Reader"
    """Where the class of what reads is found."""
    allowance: Allowance = field(default_factory=Allowance)
    """How much may be given to it."""
