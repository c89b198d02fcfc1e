"""Documents and readings made by hand, and a reader that gives them back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Self

from quoth.errors import UnreadableInput
from quoth.records import Block, Document, Form, Passage, Place, Reading, Span, Statement

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


def wire() -> Reading:
    return reading_of(document_of(WIRE, "wire.txt"))


@dataclass
class StandIn:
    """Reads as `quoth.reading.Reader` does, but knows only `STATEMENTS`."""

    model: str = "by hand 1"
    min_confidence: float = 0.0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def read(self, document: Document) -> Reading:
        return reading_of(document)

    def read_many(self, documents: Iterable[Document]) -> Iterator[Reading]:
        return map(self.read, documents)

    def read_each(
        self, items: Iterable[Document | UnreadableInput]
    ) -> Iterator[Reading | UnreadableInput]:
        return (item if isinstance(item, UnreadableInput) else self.read(item) for item in items)
