"""What somebody marked in one document, whatever tool it was done in: small frozen records.

Writers of exchange formats start from the same record (`quoth.imports.marked.marked_of`), so a
file that nobody touched gives back the record that it was made from, for all that its format
carries.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from quoth.records import Act, Form, Kind, Polarity, Span, Stance

Spans = tuple[Span, ...]
"""The pieces of one passage, in the order of the text; empty where there is none."""

Verdict = Literal["confirmed", "rejected"]
"""What a person says of a statement as it stands."""


def place(spans: Spans) -> tuple[int, int]:
    """Where a passage begins and ends: what statements and sources are ordered by.

    How formats cut passages in pieces makes no difference to it.
    """
    return (spans[0].start, spans[-1].end) if spans else (0, 0)


@dataclass(frozen=True, slots=True)
class MarkedStatement:
    """One statement in a file. What the file does not say is None or empty."""

    content: Spans
    source: Spans = ()
    """The words that name the source here."""
    cue: Spans = ()
    key: str | None = None
    """Its id in the reading that was exported (`s12`); None for what a person added."""
    form: Form | None = None
    act: Act | None = None
    stance: Stance | None = None
    polarity: Polarity | None = None
    certainty: float | None = None
    """From -3 to 3, two decimal places."""
    confidence: float | None = None
    """From 0 to 1, four decimal places; what a person marks has none."""
    verdict: Verdict | None = None
    who: int | None = None
    """Number (from 0) in `Marked.sources` of the one who answers for it."""
    within: int | None = None
    """Number (from 0) in `Marked.statements` of the innermost one that it lies in."""


@dataclass(frozen=True, slots=True)
class MarkedSource:
    """Mentions that a file takes for one source."""

    mentions: tuple[Spans, ...]
    """In the order of the text."""
    key: str | None = None
    """Its id in the reading that was exported (`p3`); None for what a person added."""
    kind: Kind | None = None


@dataclass(frozen=True, slots=True)
class Marked:
    """All that a file marks in one document. Offsets count code points of `text`."""

    document: str
    """The document's name where the file keeps it, else the file's own without its ending."""
    text: str
    """The document's text as the file has it.

    Characters that the format cannot hold stand as U+FFFD, one for one.
    """
    statements: tuple[MarkedStatement, ...] = ()
    """By the places of their contents, else as the reading or the file has them."""
    sources: tuple[MarkedSource, ...] = ()
    """By the places of their first mentions."""
    made_from: str | None = None
    """`quoth.imports.marked.fingerprint` of what was exported, where the file keeps it."""
    who: str | None = None
    """Who marked it, where the file says so."""
    file: str = ""
    """Where it was read from, for messages."""
    exported: Marked | None = field(default=None, repr=False, compare=False)
    """What was exported, where it is kept beside the file: with it the two can be compared
    after the document has been read anew or corrected."""
