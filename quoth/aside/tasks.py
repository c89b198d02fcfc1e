"""What is asked of the process that reads, and what it answers: small records, pickled."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from quoth.account import OwnVoice
from quoth.documents import Options
from quoth.ledger.adding import Kept
from quoth.records import Metadata

Told = Literal["json", "jsonl", "html"]
Why = Literal["input", "ledger", "fault", "closed"]
"""Whose fault it was that something was not read: that of what was given, the ledger's, ours, or
nobody's, as it was to end."""


@dataclass(frozen=True, slots=True)
class Start:
    """The first that the process is told."""

    path: tuple[str, ...]
    """`sys.path`, as the room has it."""
    reader: str


@dataclass(frozen=True, slots=True)
class Add:
    """Keep what is in one file in a ledger; answered by `Kept` for each document."""

    ledger: str
    name: str
    """What it is called; its path where there is no other."""
    path: str | None
    known: Metadata | None
    options: Options
    characters: int
    model: str
    any_language: bool = False


@dataclass(frozen=True, slots=True)
class Read:
    """Read one document without a ledger; answered by its reading as text."""

    data: bytes = field(repr=False)
    name: str
    declared: str | None
    """The encoding that its sender claims."""
    told: Told
    options: Options
    characters: int
    model: str
    any_language: bool = False


@dataclass(frozen=True, slots=True)
class Account:
    """Go through a document of a ledger; answered by what it says on nobody's word."""

    ledger: str
    number: int
    model: str


@dataclass(frozen=True, slots=True)
class Cancel:
    """Nobody waits for the answers to this task any more."""


@dataclass(frozen=True, slots=True)
class Failed:
    """The last answer where something went wrong."""

    why: Why
    reason: str


@dataclass(frozen=True, slots=True)
class Begun:
    """The first answer."""


@dataclass(frozen=True, slots=True)
class Done:
    """The last answer where all went well."""


Task = Add | Read | Account
Answer = Kept | str | tuple[OwnVoice, ...]
Last = Failed | Done
