"""What comparing figures gives: figures as several documents tell them, and what two are."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from lemminflect import getInflection

from quoth.compare.figures.lexicon import DONE
from quoth.compare.records import Told
from quoth.records import Bound, Figure, Passage

Reason = Literal[
    "agree",
    "other bound",
    "other unit",
    "later count",
    "other source",
    "other thing",
    "conflict",
]
"""What two figures are to one another, as `tests/compared/README.md` defines it."""
INNOCENT: tuple[Reason, ...] = (
    "other thing",
    "other unit",
    "other bound",
    "later count",
    "other source",
)
"""What is tried, in this order, before a difference is called a conflict."""


@dataclass(frozen=True, slots=True)
class Amount:
    """What a figure comes to, in the unit that its kind of measure is compared in."""

    low: float | None
    high: float | None
    bound: Bound
    measure: str
    """`count`, `money`, `share`, `age`, `time`, `length`, ..., or the word of a unit of its own."""
    unit: str | None
    """As the document has it; of money the currency."""


@dataclass(frozen=True, slots=True)
class Thing:
    """What a figure counts or measures, as its sentence tells it."""

    noun: frozenset[str]
    """Dictionary forms of the nouns counted; `person` stands for any word for people at large."""
    narrowed: frozenset[str]
    """What stands before the noun: *sick*, *burned*, *merchant*."""
    did: str | None
    """The kind of thing that happened to what is counted (`dead`, `arrested`), None if unknown."""
    role: str | None
    """`planned`, `asked`, `limit`, `change`, `part`, ...; None for a plain count of what is."""
    about: frozenset[str]
    """Dictionary forms of the other words of the clause that carry meaning."""
    names: frozenset[str]
    """Proper names beside the figure, whom or what it is told of."""
    where: frozenset[str]
    """Proper names behind the figure that say where, of whom or with whom."""
    year: str | None
    """The year of an older event that the figure is told of."""
    close: bool = False
    """What happened stands right beside the figure: *26 people were killed*."""

    @property
    def label(self) -> str:
        """What is counted, in a few words of our own."""
        words = " and ".join(sorted(map(plural, self.noun)))
        return ": ".join(filter(None, (words, self.did if self.did in DONE else None)))


def plural(noun: str) -> str:
    """Several of a noun."""
    return "people" if noun == "person" else next(iter(getInflection(noun, "NNS")), noun)


@dataclass(frozen=True, slots=True)
class Day:
    """When a figure holds, as exactly as it is known."""

    value: str | None
    """ISO 8601 date, or date and time; None where nothing tells it."""
    how: str
    """`told`: a date beside it; `said`: when it was passed on; `published`; `unknown`."""


@dataclass(frozen=True, slots=True)
class Whose:
    """Who answers for a figure."""

    text: str | None
    """The source as the text has it; None in the document's own voice."""
    identity: int | None
    words: frozenset[str]
    """Names and words for bodies by which it is known."""
    official: bool
    """It passes on a common count (police, hospital, ministry, court); no party of its own."""
    copies: bool
    """It is an outlet that passes on what another counted."""


@dataclass(frozen=True, slots=True)
class Count:
    """One figure of one of several documents."""

    told: Told = field(repr=False)
    figure: Figure
    amount: Amount
    thing: Thing
    day: Day
    whose: Whose
    words: Passage
    """The figure and what it counts as it stands, as far as they stand together."""
    sentence: Passage
    """The sentence, word for word."""
    beside: tuple[Amount, ...] = ()
    """The other amounts that its document has for the same noun and kind."""

    @property
    def key(self) -> str:
        """`17:1042`: the document and where in its text the figure begins."""
        return f"{self.told.key}:{self.figure.span.start}"


@dataclass(frozen=True, slots=True)
class Relation:
    """What two figures are to one another, and why."""

    reason: Reason
    why: str
    """One line, in words."""
    tested: tuple[tuple[Reason, str], ...] = ()
    """Of a conflict: every innocent explanation, and what speaks against it."""

    @property
    def same(self) -> bool:
        """Is the same thing counted?"""
        return self.reason != "other thing"


@dataclass(frozen=True, slots=True)
class Row:
    """One figure from one source for one day, however many documents have it."""

    counts: tuple[Count, ...]

    @property
    def first(self) -> Count:
        return self.counts[0]


@dataclass(frozen=True, slots=True)
class Difference:
    """Two rows of one thing, and what they are to one another."""

    one: Row
    other: Row
    relation: Relation


@dataclass(frozen=True, slots=True)
class Counted:
    """One thing that several figures count, its rows in order of time."""

    label: str
    rows: tuple[Row, ...]
    differences: tuple[Difference, ...]
    left_out: int = 0
    """So many pairs of rows were not compared, since the thing has too many rows."""
