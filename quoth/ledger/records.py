"""What people say of a reading: small frozen records, kept for good beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from quoth.records import Form, Kind, Span

Part = Literal["source", "cue", "content"]
"""The parts of a statement that stand in the text."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words of the document as a correction names them: by place and text, for readings go."""

    spans: tuple[Span, ...]
    text: str
    """What stood there, as `Passage.text` gives it."""


@dataclass(frozen=True, slots=True)
class StatementAt:
    """A statement as the person saw it.

    `key` is its id in that reading (`s12`); it only helps to choose.
    """

    key: str
    content: Words
    source: Words | None = None
    cue: Words | None = None


@dataclass(frozen=True, slots=True)
class SourceAt:
    """A source of a document as a correction names it: by one place that mentions it.

    `mention` is None where the person names a source that the document does not mention; then
    `name` is that name, else the name that was shown.
    """

    key: str | None
    name: str
    mention: Words | None = None


@dataclass(frozen=True, slots=True)
class Confirm:
    """The statement is right as it was seen: source, cue, content, and who answers for it."""

    statement: StatementAt
    source: SourceAt | None = None
    """Who answers for it; None where nobody does."""


@dataclass(frozen=True, slots=True)
class Reject:
    """There is no such statement; what was nested in it moves up to what it was nested in."""

    statement: StatementAt


@dataclass(frozen=True, slots=True)
class Edit:
    """A part of the statement stands elsewhere; None takes source or cue away."""

    statement: StatementAt
    part: Part
    words: Words | None


@dataclass(frozen=True, slots=True)
class SetSource:
    """Somebody else answers for the statement; None where nobody is named."""

    statement: StatementAt
    source: SourceAt | None
    kind: Kind | None = None
    """What a source is that the reading does not know; None where that is not said."""


@dataclass(frozen=True, slots=True)
class Merge:
    """Sources of one document are one; the first gives its name."""

    sources: tuple[SourceAt, ...]


@dataclass(frozen=True, slots=True)
class Split:
    """Some mentions of a source mean somebody else: they become a source of their own."""

    source: SourceAt
    mentions: tuple[Words, ...]
    kind: Kind | None = None
    """What the new source is; None where that stays as it was."""


@dataclass(frozen=True, slots=True)
class Add:
    """A statement that the reading lacks."""

    content: Words
    source: Words | None = None
    cue: Words | None = None
    form: Form | None = None
    """None where the quotation marks of the text say it."""


Change = Confirm | Reject | Edit | SetSource | Merge | Split | Add
"""What a correction does to the reading of one document."""

Action = Literal["confirm", "reject", "edit", "set_source", "merge", "split", "add"]


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing that a person said of one document, and who, when and why. Never changed."""

    id: str
    """32 hexadecimal digits, unique over all ledgers."""
    document: int
    """Number of the document in its ledger."""
    change: Change
    who: str
    at: str
    """ISO 8601, UTC, to the second or finer."""
    why: str = ""
    undone: bool = False
    """Taken back by a later line of the log."""


@dataclass(frozen=True, slots=True)
class Undoing:
    """A correction taken back: by whom, when and why."""

    who: str
    at: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Logged:
    """A line of the log, and how it stands now."""

    correction: Correction
    undoing: Undoing | None
    conflict: str | None
    """Why it does not fit the reading as it is now; None where it does."""
