"""What people say of a reading: small frozen records, kept for good beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from quoth.records import Form, Kind, Span

Part = Literal["source", "cue", "content"]
"""The parts of a statement that stand in the text."""


@dataclass(frozen=True, slots=True)
class StatementAt:
    """A statement as a correction names it: by place and text, for readings come and go.

    `key` is its id in the reading that the person saw (`s12`); it only helps to choose.
    """

    key: str
    content: tuple[Span, ...]
    text: str
    """The words of the content, as `Passage.text` gives them."""


@dataclass(frozen=True, slots=True)
class SourceAt:
    """A source of a document as a correction names it: by one place that mentions it.

    `mention` is empty where the person names a source that the document does not mention; then
    `text` is that name.
    """

    key: str | None
    mention: tuple[Span, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Confirm:
    """The statement is right as it is."""

    statement: StatementAt


@dataclass(frozen=True, slots=True)
class Reject:
    """There is no such statement; what was nested in it moves up to what it was nested in."""

    statement: StatementAt


@dataclass(frozen=True, slots=True)
class Edit:
    """A part of the statement stands elsewhere; no spans at all take source or cue away."""

    statement: StatementAt
    part: Part
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class SetSource:
    """Somebody else answers for the statement; None where nobody is named."""

    statement: StatementAt
    source: SourceAt | None


@dataclass(frozen=True, slots=True)
class Merge:
    """Sources of one document are one; the first gives its name."""

    sources: tuple[SourceAt, ...]


@dataclass(frozen=True, slots=True)
class Split:
    """Some mentions of a source mean somebody else: they become a source of their own."""

    source: SourceAt
    mentions: tuple[tuple[Span, ...], ...]
    kind: Kind | None = None
    """What the new source is; None where that stays as it was."""


@dataclass(frozen=True, slots=True)
class Add:
    """A statement that the reading lacks."""

    content: tuple[Span, ...]
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
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
