"""Who asserts what and who denies or confirms it, as it is handed on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from quoth.compare.records import Said, Told
from quoth.records import Passage

Label = Literal["denies", "confirms"]


@dataclass(frozen=True, slots=True)
class Position:
    """A statement, or a sentence of one, that takes a side."""

    said: Said
    content: Passage
    """The words that take it."""
    day: str | None
    """ISO 8601 date of its document; None where nobody knows."""
    recalled: bool
    """Told as said before that day: *had said*."""

    @property
    def key(self) -> str:
        return self.said.key


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements about one proposition, with different words for or against it."""

    label: Label
    claim: Position
    answer: Position
    """Whoever could have had the other before him."""
    likelihood: float
    """From 0 to 1, that the two are about one proposition."""
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proposition:
    """What several statements are about: those who assert it, and those who say that it is not so.

    Which of the two sides is called so is told by the first statement.
    """

    asserted: tuple[Position, ...]
    denied: tuple[Position, ...]
    pairs: tuple[Pair, ...]
    """Denials first, the surest first."""


@dataclass(frozen=True, slots=True)
class Charge:
    """Somebody is accused, and whether the document that says so has his answer."""

    said: Said
    accused: Passage
    answer: Said | None
    """A statement of the accused in the same document, a denial before any other."""
    denies: bool
    """Is that answer a denial, and not a word on something else?"""
    asked: bool
    """The document says that he was asked and gave none."""


@dataclass(frozen=True, slots=True)
class Claims:
    """What comparing the claims of an event gives."""

    told: tuple[Told, ...]
    propositions: tuple[Proposition, ...]
    """Those that somebody denies first."""
    charges: tuple[Charge, ...]

    @property
    def pairs(self) -> tuple[Pair, ...]:
        return tuple(pair for one in self.propositions for pair in one.pairs)
