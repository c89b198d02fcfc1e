"""What is drawn, how, and what people say of it: small frozen records."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, get_args

By = Literal["form", "kind", "confidence"]
"""What statements can be parted by before they are drawn."""

NOBODY = "no source"
"""The kind of source of a statement that has none."""

ENDS = (0.5, 0.7, 0.9)
BANDS = ("below 0.5", "0.5 to 0.7", "0.7 to 0.9", "0.9 and above")
"""Bands of confidence, which end at ENDS."""


class Unit(NamedTuple):
    """A statement as a draw needs it: light, for there may be millions."""

    document: int
    key: str
    """Its id in the reading, as `s12`."""
    form: str
    kind: str | None
    """Kind of source; None where it has none."""
    confidence: float


class Cell(NamedTuple):
    """Everything that statements can be parted by."""

    form: str
    kind: str
    band: str

    def stratum(self, by: tuple[By, ...]) -> tuple[str, ...]:
        """Its values of what the statements were parted by."""
        values = {"form": self.form, "kind": self.kind, "confidence": self.band}
        return tuple(values[name] for name in by)


def cell_of(unit: Unit) -> Cell:
    """The cell that a statement belongs to."""
    return Cell(unit.form, unit.kind or NOBODY, BANDS[bisect_right(ENDS, unit.confidence)])


@dataclass(frozen=True, slots=True)
class Design:
    """How a sample was drawn, and from what: all that the estimates need to know."""

    seed: int
    by: tuple[By, ...]
    models: tuple[str, ...]
    """Names and versions of what read the corpus."""
    documents: int
    """In the corpus, as are `sizes` and `passages`."""
    sizes: dict[Cell, int] = field(hash=False)
    """Statements of each cell."""
    passages: int
    length: int
    """A passage is as many whole blocks as make up this many characters, or the document's end."""
    drawn_statements: int
    drawn_passages: int

    @property
    def statements(self) -> int:
        """Statements in the corpus."""
        return sum(self.sizes.values())


Fault = Literal["no_statement", "content", "source", "cue", "identity"]
"""What is wrong with a statement: there is none, or a part of it stands elsewhere, or (`identity`)
its source is somebody else than the reading takes it for."""

FAULTS: tuple[Fault, ...] = get_args(Fault)


@dataclass(frozen=True, slots=True)
class Judged:
    """A statement that was found, and what a person finds wrong with it."""

    cell: Cell
    faults: frozenset[Fault] = frozenset()


@dataclass(frozen=True, slots=True)
class Missed:
    """A statement that a person marks and the reading has not."""

    form: str
    kind: str
    """Kind of source, if it is one that the reading knows; else `unspecified`."""


@dataclass(frozen=True, slots=True)
class Walked:
    """A passage in which a person has marked every statement that begins there."""

    found: tuple[Judged, ...]
    missed: tuple[Missed, ...] = ()
