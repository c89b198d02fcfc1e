"""What comparing quotations works on and what it finds: quotations, changes, groups."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, get_args

from quoth.compare.event_names import Names
from quoth.compare.quotations.neutral import neutral
from quoth.compare.quotations.words import Wording, wording
from quoth.compare.records import Said
from quoth.records import Form, Span

_INNER = re.compile(r'[“"]([^“”"]+)[”"]')

Kind = Literal[
    "exact",
    "surface",
    "bracketed",
    "elided",
    "put_in",
    "left_out",
    "changed",
    "reordered",
    "recast",
    "spliced",
    "source",
    "modality",
    "condition",
    "number",
    "name",
    "polarity",
]
"""How two wordings differ, the gravest last."""

GRAVITY: dict[Kind, int] = {kind: number for number, kind in enumerate(get_args(Kind))}

MEANING: dict[Kind, str] = {
    "exact": "the same words",
    "surface": "punctuation, case or spelling",
    "bracketed": "words in square brackets",
    "elided": "words left out, and marked so",
    "put_in": "words put in",
    "left_out": "words left out, unmarked",
    "changed": "other words",
    "reordered": "another order",
    "recast": "in marks here, in indirect speech there",
    "spliced": "made of parts of two utterances",
    "source": "given to another source",
    "modality": "how sure, possible or binding it is",
    "condition": "what it hangs on",
    "number": "another number",
    "name": "another name",
    "polarity": "a negation",
}
"""Each kind in a few words, for people."""


@dataclass(frozen=True)
class Quoted:
    """Words that somebody is quoted or reported with, in one document."""

    key: str
    """What the statement is called: `17:s12`, `harbour.html:s12`."""
    document: str
    """The key of the document it stands in."""
    text: str
    """The content word for word, without the marks around it; those inside a mixed one stay."""
    form: Form
    speaker: str | None = None
    """The source as the document names it, else as it describes it."""
    identity: int | None = None
    """What sources known to be the same share; None where nothing is known of this one."""
    day: str | None = None
    """ISO 8601 date of the document."""
    said: Said | None = field(default=None, repr=False, compare=False)
    event: str | None = None
    """What quotations in documents on one event share; None where nobody knows."""
    names: Names | None = field(default=None, repr=False, compare=False)
    """Those of its event: by them its wording is told so that none weighs more than another."""

    @cached_property
    def wording(self) -> Wording:
        return self.worded(self.text)

    @cached_property
    def in_marks(self) -> tuple[Wording, ...]:
        """The words that it has in quotation marks, each piece by itself."""
        if self.form == "direct":
            return (self.wording,)
        inner = _INNER.finditer(self.text) if self.form == "mixed" else ()
        return tuple(self.worded(match[1]) for match in inner)

    def worded(self, text: str) -> Wording:
        """A text as this one is worded."""
        return neutral(text, self.names) if self.names else wording(text)


@dataclass(frozen=True, slots=True)
class Change:
    """One place where two wordings differ; a span is empty where its side has nothing there."""

    kind: Kind
    one: Span
    """In characters of the text of the first, as is `other` of the second."""
    other: Span


@dataclass(frozen=True, slots=True)
class Difference:
    """How a version differs from what is taken for its original."""

    one: str
    """Key of the original, so far as can be told: the earlier, the longer, the unmarked one."""
    other: str
    kind: Kind
    """The gravest of the changes; `exact` where there is none."""
    changes: tuple[Change, ...]
    """In the order of the original; empty where only the source or the form differs."""
    shared: float
    """From 0 to 1: how much of the shorter wording stands in both, counted by rarity of words."""
    common: tuple[tuple[Span, Span], ...]
    """The stretches that stand in both, each by its place in the one and in the other."""

    def towards(self, key: str) -> Difference:
        """The same difference, told as how the one with this key departs from the other."""
        if self.other == key:
            return self
        changes = tuple(
            Change(_TURNED.get(change.kind, change.kind), change.other, change.one)
            for change in self.changes
        )
        kinds = [change.kind for change in changes]
        kind = max(kinds, key=GRAVITY.__getitem__) if self.kind in _TURNED else self.kind
        common = tuple((there, here) for here, there in self.common)
        return Difference(self.other, self.one, kind, changes, self.shared, common)


_TURNED: dict[Kind, Kind] = {"left_out": "put_in", "put_in": "left_out"}


@dataclass(frozen=True, slots=True)
class Version:
    """A quotation as one of several of an utterance."""

    quoted: Quoted
    difference: Difference | None
    """From the original that it is nearest to; None for the longest itself."""
    made_of: tuple[str, ...] = ()
    """Keys of the two that it is put together from, where it is spliced."""


@dataclass(frozen=True, slots=True)
class Group:
    """Versions of one utterance, the earliest first."""

    versions: tuple[Version, ...]
    longest: str
    """Key of the longest version that is no splice: what the others are held against."""
    earliest: str
    """Key of the first by day; of those of one day the first by key."""
