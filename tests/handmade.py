"""Documents and readings made by hand, and a reader that gives them back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Self

from quoth.analysis import Analysis
from quoth.records import (
    Block,
    Bound,
    Cued,
    Date,
    Document,
    Figure,
    Form,
    Kind,
    Passage,
    Place,
    Reading,
    Source,
    Span,
    Statement,
)

WIRE = """\
Ferry sinks off Port Ellery, killing at least 31

A harbour official said the ferry had carried at least 40 people too many.
The operator rejected that account. "The Grey Petrel left with 158
passengers," it said in a statement. "Any suggestion that she was
overloaded is false."

"A list," one man said. "Just read us the list."

Two people briefed on the log said there had been a second call, "eight
minutes later", and that it had been struck out. It was reportedly the
last.
"""

Row = tuple[str | None, str | None, tuple[str, ...], Form]

STATEMENTS: tuple[Row, ...] = (
    (
        "A harbour official",
        "said",
        ("the ferry had carried at least 40 people too many",),
        "indirect",
    ),
    ("The operator", "rejected", ("that account",), "indirect"),
    (
        "it",
        "said in a statement",
        (
            '"The Grey Petrel left with 158\npassengers,"',
            '"Any suggestion that she was\noverloaded is false."',
        ),
        "direct",
    ),
    ("one man", "said", ('"A list,"', '"Just read us the list."'), "direct"),
    (
        "Two people briefed on the log",
        "said",
        ('there had been a second call, "eight\nminutes later", and that it had been struck out',),
        "mixed",
    ),
    (None, "reportedly", ("It was", "the\nlast"), "indirect"),
)
"""Who, by which word, what and in which form, for `WIRE` and texts that share its sentences."""

Counted = tuple[str, float | None, float | None, Bound, str]

CUED = {
    "said": Cued("say", "assert", "neutral", "positive", None),
    "said in a statement": Cued("say", "assert", "neutral", "positive", None),
    "rejected": Cued("reject", "deny", "neutral", "negative", None),
    "reportedly": Cued("reportedly", "report", "distances", "positive", "a list of hedges"),
}
"""What the cues of `STATEMENTS` do."""

SOURCES: tuple[tuple[Kind, tuple[str, ...]], ...] = (
    ("person", ("A harbour official",)),
    ("organisation", ("The operator", "it")),
    ("person", ("one man",)),
    ("group", ("Two people briefed on the log",)),
)
"""Who is who in `WIRE`, each with the words that mean it; none of them is named."""


@dataclass(frozen=True)
class Lines:
    """The layout of plain text."""

    text: str

    def place(self, span: Span, block: int) -> Place:
        before = self.text[: span.start].split("\n")
        return Place(block, line=len(before), column=len(before[-1]) + 1)


def document_of(text: str, name: str = "text") -> Document:
    """Paragraphs are what empty lines part."""
    paragraphs = re.finditer(r"\S(?:.*\S)?(?:\n.*\S.*)*", text)
    blocks = tuple(Block("paragraph", (Span(*found.span()),)) for found in paragraphs)
    return Document(name, text, blocks, Lines(text))


def statements(document: Document, rows: Iterable[Row] = STATEMENTS) -> Iterator[Statement]:
    """Those of `rows` whose words stand in `document`."""
    number = 0
    for source, cue, contents, form in rows:
        content = find(document, *contents)
        if content:
            number += 1
            who = find(document, source) if source else None
            first = who or content
            yield Statement(
                id=f"s{number}",
                source=who,
                cue=find(document, cue, after=first.spans[0].start) if cue else None,
                content=content,
                form=form,
                within=None,
                confidence=0.987654321 - number / 100,
            )


def find(document: Document, *pieces: str, after: int = 0) -> Passage | None:
    """`pieces` where they first stand in `document`, each behind the one before."""
    spans: list[Span] = []
    for piece in pieces:
        start = document.text.find(piece, spans[-1].end if spans else after)
        if start < 0:
            return None
        spans.append(Span(start, start + len(piece)))
    return Passage(document, tuple(spans))


def reading_of(document: Document, rows: Iterable[Row] = STATEMENTS) -> Reading:
    return Reading(document, tuple(statements(document, rows)), "by hand 1")


def worked_out(reading: Reading) -> Reading:
    """`reading` with sources, acts, figures and dates, as far as its words are those of `WIRE`."""
    document = reading.document
    found = [
        (kind, [place for words in wordings if (place := find(document, words))])
        for kind, wordings in SOURCES
    ]
    sources = [
        Source(f"p{number}", kind, False, None, tuple(places[:1]), tuple(places))
        for number, (kind, places) in enumerate(found, 1)
        if places
    ]
    ids = {place.text: source.id for source in sources for place in source.mentions}
    known = tuple(
        replace(
            statement,
            source_id=ids.get(statement.source.text) if statement.source else None,
            cued=CUED.get(statement.cue.text) if statement.cue else None,
            certainty=2.8 if statement.source else 0.75,
        )
        for statement in reading.statements
    )
    reading = replace(reading, statements=known, sources=tuple(sources))
    people: Counted = ("at least 40", 40.0, None, "at_least", "people too many")
    passengers: Counted = ("158", 158.0, 158.0, "exact", "passengers")
    figures = tuple(
        figure(reading, *each) for each in (people, passengers) if each[0] in document.text
    )
    later = find(document, "eight\nminutes later")
    dates = tuple(
        Date(span, "time", None, "after an event without a time", None, held_by(reading, span))
        for span in (later.spans if later else ())
    )
    return replace(reading, figures=figures, dates=dates)


def figure(
    reading: Reading, words: str, low: float | None, high: float | None, bound: Bound, of: str
) -> Figure:
    """The figure that `words` say in the text of `reading`."""
    place = find(reading.document, words)
    assert place
    [span] = place.spans
    counted = find(reading.document, of, after=span.end)
    return Figure(span, low, high, bound, None, counted, statement=held_by(reading, span))


def held_by(reading: Reading, span: Span) -> str | None:
    """Id of the last statement whose content holds `span`: of those inside others the inner one."""
    held = [
        statement.id
        for statement in reading.statements
        if any(s.start <= span.start and span.end <= s.end for s in statement.content.spans)
    ]
    return held[-1] if held else None


def wire() -> Reading:
    return worked_out(reading_of(document_of(WIRE, "wire.txt")))


@dataclass
class StandIn:
    """Reads as `quoth.reader.Reader` does, but knows only `STATEMENTS`."""

    model: str = "by hand 1"
    min_confidence: float = 0.0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def read(self, document: Document) -> Reading:
        return worked_out(reading_of(document))

    def analysed(self, document: Document) -> tuple[Reading, Analysis]:
        return self.read(document), Analysis(document, ())

    def read_many(self, documents: Iterable[Document]) -> Iterator[Reading]:
        return map(self.read, documents)

    def read_each(self, items: Iterable[object]) -> Iterator[object]:
        return (self.read(item) if isinstance(item, Document) else item for item in items)
