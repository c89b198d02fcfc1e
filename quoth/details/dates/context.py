"""What a document offers to resolve an expression against: its date, and what was named before."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

from quoth.analysis import Analysis
from quoth.details.dates.calendar import Grain, Point, at
from quoth.documents.dates import iso_date
from quoth.records import Document, Span, TimeType

DOCUMENT = "against the document's date"
UNDATED = "the document has no date"
FULL = "stated in full"
BEYOND = "beyond the years 1 to 9999"
NEAR = 150
"""Words over which a quarter named before is what a comparison with a year ago means."""
FIRST_BLOCKS, LONGEST_DATELINE = 8, 120
DATELINE = re.compile(
    r"[A-Z][^\n]{0,90}?\d{4}\)?\s{0,3}(?:\([^()\n]{1,30}\)\s{0,3})?(?:--|[\u2013\u2014]|- )"
)
ISO = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?!\d)")


class Outcome(NamedTuple):
    """What an expression means; `point` where later expressions may lean on it."""

    type: TimeType
    value: str | None
    how: str
    point: Point | None = None
    anchor: Span | None = None


class Named(NamedTuple):
    """A point that the text named, and where."""

    point: Point
    span: Span
    word: int
    """Number of its first word."""


@dataclass
class Context:
    """What is known while a document's expressions are resolved one after the other."""

    analysis: Analysis
    written: Point | None
    """The document's own date."""
    last: Named | None = None
    """The point named last."""
    reported: list[Named] = field(default_factory=list)
    """The quarters, halves and runs of months named so far: firms report of them."""
    convention: tuple[Literal["day", "month"] | None, str] | None = None
    """What comes first in dates in numbers, and why; found out when the first one needs it."""
    main: Named | None = None
    """The last mention of the stretch reported most often."""
    often: Counter[str] = field(default_factory=Counter)
    """How often each value was reported."""

    @property
    def today(self) -> date | None:
        """The first day of the document's date."""
        return self.written.start if self.written else None

    def report(self, words: range) -> Named | None:
        """The stretch that a report is on at `words`: the one of the sentence, else the main one.

        None where none was named not long before.
        """
        if not self.reported or words.start - self.reported[-1].word > NEAR:
            return None
        last = self.reported[-1]
        tokens = self.analysis.tokens
        if tokens[last.word].sentence == tokens[words.start].sentence:
            return last
        return self.main

    def in_sentence(self, words: range) -> Named | None:
        """The point named last, if the sentence of `words` names it."""
        tokens = self.analysis.tokens
        if self.last and tokens[self.last.word].sentence == tokens[words.start].sentence:
            return self.last
        return None

    def quoted(self, span: Span) -> str:
        """`against “the attack”`: how an expression is said to lean on another."""
        words = " ".join(self.analysis.document.text[span.start : span.end].split())
        return f"against “{words[:60]}”"

    def on_document(self, grain: Grain, day: date | None) -> Outcome:
        """The outcome for what `day`, counted from the document's date, lies in."""
        if self.written is None:
            return Outcome("date", None, UNDATED)
        if day is None:
            return Outcome("date", None, BEYOND)
        point = at(grain, day)
        if coarser(self.written.grain, grain):
            return Outcome("date", None, "the document's date is too coarse")
        return Outcome("date", point.value, DOCUMENT, point)


ORDER: tuple[Grain, ...] = (
    "day",
    "weekend",
    "week",
    "month",
    "quarter",
    "season",
    "half",
    "year",
    "decade",
    "century",
)


def coarser(grain: Grain, than: Grain) -> bool:
    return ORDER.index(grain) > ORDER.index(than)


def date_of(document: Document) -> Point | None:
    """The document's own date: as its metadata give it, else as a dateline says it in full."""
    written = document.published
    if written is None:
        lines = (
            document.text[span.start : span.end]
            for block in document.blocks
            if block.kind == "dateline"
            for span in block.spans
        )
        written = next(filter(None, map(iso_date, lines)), None)
    if written is None:
        written = next(filter(None, map(_opening_date, _openings(document))), None)
    match = ISO.match(written or "")
    if match is None:
        return None
    try:
        day = date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return None
    return at("day" if match[3] else "month" if match[2] else "year", day)


def _openings(document: Document) -> Iterator[str]:
    """How the first paragraphs begin."""
    for block in document.blocks[:FIRST_BLOCKS]:
        if block.kind == "paragraph":
            span = block.spans[0]
            yield document.text[span.start : min(span.end, span.start + LONGEST_DATELINE)]


def _opening_date(text: str) -> str | None:
    """The date of a dateline that opens a paragraph: *VARN, March 5, 2031 -- The ...*."""
    match = DATELINE.match(text)
    return iso_date(match[0]) if match else None
