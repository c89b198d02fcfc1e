"""What a census gives: small frozen records, and pages of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from quoth.ledger.voices import Voice
from quoth.records import Kind

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Ranked(Generic[Item]):
    """A page of a list in order of weight."""

    items: tuple[Item, ...]
    total: int
    """Items of the whole list."""
    more: bool
    """Does the list go on behind this page?"""


@dataclass(frozen=True, slots=True)
class Heard:
    """What documents call by one name, and one of the sources that are called so."""

    voice: Voice
    source: str
    """`17:p3`, in the document that was added last."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who published documents, as they say themselves."""

    name: str
    documents: int
    statements: int
    own_voice: float | None
    """Share of its texts that is attributed to nobody, 0 to 1, the mean over documents."""
    first: str | None
    """Day of its earliest document that has one, ISO 8601, as is `last`, that of the latest."""
    last: str | None


@dataclass(frozen=True, slots=True)
class Share:
    """How much of what an outlet passes on is of one kind of source."""

    kind: Kind | None
    """None for statements without a source."""
    statements: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """What people, or a command, may still do."""

    unsure: int
    """Statements that the model is unsure of and nobody judged."""
    unlinked: int
    """Documents whose sources are linked with nobody's yet."""
    ungrouped: int
    """Documents that nobody has looked for an event of yet."""
    uncompared: int
    """Documents whose quotations are not compared yet."""
