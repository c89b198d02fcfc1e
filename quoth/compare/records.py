"""What comparing works on: documents as several that tell of something, and their statements."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from quoth.records import Passage, Reading, Source, Statement


def _nothing() -> None:
    return None


@dataclass(frozen=True)
class Told:
    """A document as one of several: its reading, and what is known of it from outside."""

    key: str
    """What it is called: its number in a ledger (`17`), its name among files (`harbour.html`)."""
    reading: Reading = field(repr=False)
    outlet: str | None
    published: str | None
    """ISO 8601 date, or date and time; None where nobody knows."""
    whose: Mapping[str, int] = field(default_factory=dict, repr=False)
    """For sources by id a number that those of one identity share across documents; a source
    that nothing is known of has none."""
    original: Callable[[], bytes | None] = field(default=_nothing, repr=False, compare=False)
    """Gives the bytes that the document was read from, where they are kept."""

    @cached_property
    def statements(self) -> Mapping[str, Statement]:
        return {statement.id: statement for statement in self.reading.statements}

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        return {source.id: source for source in self.reading.sources}


@dataclass(frozen=True, slots=True)
class Said:
    """A statement, and the document that it stands in."""

    told: Told
    statement: Statement

    @property
    def key(self) -> str:
        """`17:s12`, or `harbour.html:s12`."""
        return f"{self.told.key}:{self.statement.id}"

    @property
    def source(self) -> Source | None:
        return self.told.sources.get(self.statement.source_id or "")

    @property
    def content(self) -> Passage:
        return self.statement.content


@dataclass(frozen=True, slots=True)
class Event:
    """Documents on one event."""

    name: str
    told: tuple[Told, ...]
    number: int | None = None
    """In the ledger; None among files."""
