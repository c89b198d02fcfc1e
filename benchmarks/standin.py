"""A reader that needs no model: for what is measured or broken around the reading.

It finds sentences of the shape that `told` gives them, "NAME said that WORDS.", and nothing else.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Iterator
from typing import Self, TypeVar

from quoth.ahead import in_order
from quoth.records import Cued, Document, Figure, Passage, Reading, Source, Span, Statement

Other = TypeVar("Other")

SAID = re.compile(r"(?P<who>[A-Z]\w+ [A-Z]\w+) (?P<cue>said) (?P<what>that [^.]+)\.")
NUMBER = re.compile(r"\d+")
NAMES = ("Ilse Varga", "Tomas Okonjo", "Noor Haddad", "Edda Marsh", "Kofi Petrov")


def told(number: int, sentences: int = 3) -> str:
    """An article of so many sentences that no other number has."""
    return "\n\n".join(
        f"{NAMES[(number + n) % len(NAMES)]} said that ferry {number} left at {n} with"
        f" {number * 7 + n} passengers and no list."
        for n in range(sentences)
    )


class StandIn:
    """Reads as `quoth.reader.Reader` does; each document takes it so many `seconds`."""

    def __init__(self, model: str = "standin 1", seconds: float = 0.0, threads: int = 1) -> None:
        self.model = model
        self._threads = threads
        self._seconds = seconds

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def read(self, document: Document) -> Reading:
        """What people are said to have said in `document`."""
        time.sleep(self._seconds)
        found = list(SAID.finditer(document.text))
        names = list(dict.fromkeys(each["who"] for each in found))
        statements = tuple(
            _statement(document, number, each, f"p{names.index(each['who']) + 1}")
            for number, each in enumerate(found, 1)
        )
        sources = tuple(_source(document, n, name) for n, name in enumerate(names, 1))
        figures = tuple(
            Figure(Span(*one.span()), value, value, "exact", None, None, statement=f"s{number}")
            for number, each in enumerate(found, 1)
            for one in NUMBER.finditer(document.text, *each.span("what"))
            for value in (float(one[0]),)
        )
        return Reading(document, statements, self.model, sources, figures)

    def read_each(self, items: Iterable[Document | Other]) -> Iterator[Reading | Other]:
        """As `Reader.read_each`, in as many threads as were asked for."""

        def read(item: Document | Other) -> Reading | Other:
            return self.read(item) if isinstance(item, Document) else item

        return in_order(read, items, self._threads)


def _statement(document: Document, number: int, found: re.Match[str], source: str) -> Statement:
    who, cue, what = (Passage(document, (Span(*found.span(n)),)) for n in (1, 2, 3))
    say = Cued("say", "assert", "neutral", "positive", None)
    return Statement(f"s{number}", who, cue, what, "indirect", None, 0.9, source, say)


def _source(document: Document, number: int, name: str) -> Source:
    places = tuple(
        Passage(document, (Span(*each.span()),)) for each in re.finditer(name, document.text)
    )
    return Source(f"p{number}", "person", True, places[0], (), places)
