"""What a reading finds in a document: statements, their sources, figures and dates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from quoth.records.document import Document, Passage, Span

Form = Literal["direct", "indirect", "mixed"]
Kind = Literal[
    "person",
    "government",
    "organisation",
    "outlet",
    "document",
    "group",
    "unspecified",
    "author",
]
"""What a source is; `government` is any body of state, `document` also a study, a poll or a log."""
Act = Literal[
    "assert",
    "report",
    "deny",
    "accuse",
    "claim_responsibility",
    "admit",
    "confirm",
    "demand",
    "promise",
    "threaten",
    "warn",
    "praise",
    "condemn",
    "question",
    "think",
    "agree",
    "apologise",
    "show",
    "cite",
]
"""What a source does by its words, as the cue tells it."""
Stance = Literal["endorses", "neutral", "distances"]
"""What the choice of the cue does with the content."""
Polarity = Literal["positive", "negative"]
Bound = Literal[
    "exact",
    "about",
    "nearly",
    "just_over",
    "at_least",
    "more_than",
    "at_most",
    "less_than",
    "range",
    "vague",
]
TimeType = Literal["date", "time", "duration", "set"]
"""TimeML's types of TIMEX3."""


@dataclass(frozen=True, slots=True)
class Cued:
    """What a cue says of its statement, whoever uses it."""

    lemma: str
    """The cue's own word in its dictionary form (`say`, `denial`, `according to`)."""
    act: Act
    stance: Stance
    polarity: Polarity
    """`negative` where the source denies the content, or did not say it."""
    basis: str | None
    """The list or study that the stance rests on; None where the word stands in none."""


@dataclass(frozen=True, slots=True)
class Source:
    """One of whom a document passes on statements, with all places that mean it.

    Nothing is looked up: all of it is what this document says.
    """

    id: str
    kind: Kind
    named: bool
    """Does the document name the source itself, by a proper name?"""
    name: Passage | None
    """The fullest proper name in the document; None for what has none."""
    descriptions: tuple[Passage, ...]
    """What else the document calls it, pronouns left out, each wording once."""
    mentions: tuple[Passage, ...]
    """Every place that means it, pronouns too, in the order of the text."""
    role: Passage | None = None
    """A person's office, trade or tie, as the text states it."""
    affiliation: Passage | None = None
    """The body or place that the role belongs to, as the text states it."""
    reason: Passage | None = None
    """Why no name is given, in the text's words."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One quantity. A plain count of 31 has `low` and `high` 31; an open bound is None."""

    span: Span
    low: float | None
    high: float | None
    bound: Bound
    unit: str | None
    """None for counts; `%`, `share`, `times`, an ISO 4217 code, else the unit's word."""
    of: Passage | None
    """What is counted."""
    same: int | None = None
    """Number (from 0) of the figure in `Reading.figures` that this one restates."""
    as_of: int | None = None
    """Number (from 0) of the date in `Reading.dates` that it holds for."""
    statement: str | None = None
    """Id of the innermost statement whose content holds it; None in the document's own voice."""


@dataclass(frozen=True, slots=True)
class Date:
    """One expression of time, as TimeML's TIMEX3 (ISO-TimeML, ISO 24617-1)."""

    span: Span
    type: TimeType
    value: str | None
    """TimeML value (`2031-03-02`, `2031-W09`, `P3D`, `PRESENT_REF`); None where unresolved."""
    how: str
    """What it was resolved against, or why it could not be, in a few words."""
    anchor: Span | None = None
    """The expression of time or event in the text that it was resolved against, if any."""
    statement: str | None = None
    """Id of the innermost statement whose content holds it; None in the document's own voice."""


@dataclass(frozen=True, slots=True)
class Statement:
    """Content that somebody is made to answer for.

    `source` and `cue` are None where the text has none. `confidence` runs from 0 to 1.
    """

    id: str
    source: Passage | None
    cue: Passage | None
    content: Passage
    form: Form
    within: str | None
    """Id of the innermost statement in whose content this one lies."""
    confidence: float
    source_id: str | None = None
    """Id of the `Source` that the source is a mention of."""
    cued: Cued | None = None
    certainty: float | None = None
    """How sure the text makes the content, from -3 (certainly not so) to 3 (certainly so)."""
    cited: Passage | None = None
    """The document that a citation or note behind it names; None where there is none."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The result for one document."""

    document: Document
    statements: tuple[Statement, ...]
    model: str
    """Name and version of the model that made it."""
    sources: tuple[Source, ...] = ()
    figures: tuple[Figure, ...] = ()
    dates: tuple[Date, ...] = ()
