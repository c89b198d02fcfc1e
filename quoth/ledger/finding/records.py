"""What is found in a ledger: small frozen records."""

from __future__ import annotations

from dataclasses import dataclass

from quoth.records import Act, Form, Kind, Place, Polarity, Span, Stance


@dataclass(frozen=True, slots=True)
class Hit:
    """A statement that was found, with what its row knows; names are those of `statements_flat`."""

    document: int
    """Number of the document, which `name` to `version` are of."""
    key: str
    """Its id within the document's reading."""
    name: str
    title: str | None
    outlet: str | None
    published: str | None
    version: int
    reprints: int
    """How many other documents in the ledger have the same words."""
    source: str | None
    source_key: str | None
    source_name: str | None
    source_kind: Kind | None
    source_named: bool | None
    source_role: str | None
    source_reason: str | None
    cue: str | None
    lemma: str | None
    act: Act | None
    stance: Stance | None
    basis: str | None
    content: str
    cited: str | None
    form: Form
    within: str | None
    """Id within the reading of the statement around it."""
    polarity: Polarity | None
    certainty: float | None
    confidence: float
    verdict: str | None
    """What people said of it, None where nobody did."""
    place: Place
    """Where its content begins."""
    found: tuple[Span, ...]
    """The words and figures that were asked for, in characters of `content`."""
    number: int
    """Of its row, which changes when the document is read anew or corrected."""

    @property
    def id(self) -> str:
        """What the command line calls it: `17:s12`."""
        return f"{self.document}:{self.key}"


@dataclass(frozen=True, slots=True)
class Count:
    """How much meets a question."""

    statements: int
    documents: int
    once: int
    """Statements, where reprints of one text and versions of one document count once."""
    exact: bool
    """False where counting ended before all were seen: there are at least so many."""


@dataclass(frozen=True, slots=True)
class Found:
    """A page of hits, and how many there are in all."""

    hits: tuple[Hit, ...]
    count: Count
    best_of: int | None = None
    """Best first: among so many, the newest; None where all were ranked, or none was."""
    after: int | None = None
    """Where the page before and the next one are, as `Turn` takes them; None where there is none.
    The best first both are how many are passed over."""
    before: int | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """A document whose text holds words that were asked for."""

    document: int
    name: str
    title: str | None
    outlet: str | None
    published: str | None
    version: int
    reprints: int
    around: str
    """The text about the first of these words."""
    found: tuple[Span, ...]
    """Where they stand in `around`."""
