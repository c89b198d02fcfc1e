"""Makes ledgers of invented documents, as large as asked for, the same each time.

    python -m benchmarks.ledger_made FILE --documents 100000

A stand-in for what years of `quoth add` leave behind, said to be one: no model reads anything. Rows
are written by the functions that `quoth add` writes with (`put_document`, `put_reading`), so they
are of the same make; words, sources and outlets follow the skews of `benchmarks.ledger_words`. Of
the documents 8 % are reprints of an earlier text in another outlet, 4 % a later version of an
earlier document with one statement altered; 3 % have no date, the others lie in twelve years, in
an order that has nothing to do with their dates. 30 statements stand in one on average, 20 % of
them with a figure.
"""

from __future__ import annotations

import argparse
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import count, islice
from pathlib import Path
from typing import cast

import numpy as np

from benchmarks.ledger_words import NAMES, Ranks, Words, name, pick, word
from quoth.documents.layouts import text_layout
from quoth.ledger import open_ledger
from quoth.ledger.store import Store
from quoth.ledger.writing import put_document, put_reading
from quoth.records import (
    Act,
    Block,
    Cued,
    Document,
    Figure,
    Form,
    Found,
    Kind,
    Metadata,
    Passage,
    Polarity,
    Reading,
    Source,
    Span,
    Statement,
)

TOGETHER = 100
"""Documents kept in one transaction."""
FIRST, DAYS = date(2030, 1, 1), 12 * 365
OUTLETS = 400
REPRINTS, VERSIONS, UNDATED = 0.08, 0.04, 0.03
RECENT = 2000
"""So many documents back a reprint or a new version reaches."""
FORMS = (("indirect", 0.62), ("direct", 0.23), ("mixed", 0.15))
CUES = (
    *(("said say assert positive", 0.55), ("told tell assert positive", 0.1)),
    *(("warned warn warn positive", 0.06), ("denied deny deny negative", 0.06)),
    *(("confirmed confirm confirm positive", 0.05), ("demanded demand demand positive", 0.05)),
    *(("reported report report positive", 0.08), ("asked ask question positive", 0.03)),
    *(("admitted admit admit positive", 0.015), ("apologised apologise apologise positive", 0.005)),
)
UNNAMED = (
    *(("an official", 0.3), ("a spokeswoman", 0.3), ("residents", 0.15), ("two people", 0.1)),
    *(("a report", 0.1), ("the ministry", 0.05)),
)
KINDS: tuple[Kind, ...] = ("person", "person", "person", "organisation", "government", "outlet")


@dataclass(frozen=True, slots=True)
class Said:
    """One statement before it stands in a text."""

    source: int
    """Number of a named source; below 0 of none."""
    called: str
    """What the text calls the source."""
    cue: str
    content: str
    form: Form
    number: int | None


@dataclass(frozen=True, slots=True)
class Draft:
    """A document before it is one."""

    title: str
    outlet: int
    day: date | None
    address: str
    said: tuple[Said, ...]


def readings(documents: int, seed: int = 7) -> Iterator[Reading]:
    """So many readings, one after the other; the first are the same however many follow."""
    return (reading(draft) for draft in islice(_drafts(seed), documents))


def fill(path: Path, documents: int, seed: int = 7) -> Iterator[int]:
    """Make a ledger of so many documents at `path`; says how many there are after each hundred."""
    with open_ledger(path) as ledger:
        made = readings(documents, seed)
        done = 0
        while batch := list(islice(made, TOGETHER)):
            with ledger.store.transaction():
                for each in batch:
                    keep(ledger.store, each)
            done += len(batch)
            yield done


def keep(store: Store, made: Reading) -> int:
    """Its number, kept as `quoth add` keeps it; the caller holds a transaction."""
    address = made.document.metadata.address
    number = put_document(store, made.document, address.value if address else None)
    put_reading(store, number, made)
    return number


def _drafts(seed: int) -> Iterator[Draft]:
    draw = np.random.default_rng(seed)
    maker = _Maker(draw)
    recent: deque[Draft] = deque(maxlen=RECENT)
    for number in count():
        chance = draw.random()
        old = recent[int(draw.integers(len(recent)))] if recent else None
        if old and chance < REPRINTS:
            draft = maker.reprint(old, number)
        elif old and chance < REPRINTS + VERSIONS:
            draft = maker.version(old)
        else:
            draft = maker.draft(number)
        recent.append(draft)
        yield draft


class _Maker:
    """Draws drafts."""

    def __init__(self, draw: np.random.Generator) -> None:
        self._draw = draw
        self._words = Words(draw)
        self._names = Ranks(draw, NAMES)
        self._outlets = Ranks(draw, OUTLETS)

    def draft(self, number: int) -> Draft:
        size = 1 + int(self._draw.lognormal(3.1, 0.75))
        voices = [next(self._names) for _ in range(1 + size // 6)]
        said = tuple(self._said(voices) for _ in range(size))
        outlet = next(self._outlets)
        return Draft(self._title(), outlet, self._day(), _address(outlet, number), said)

    def reprint(self, old: Draft, number: int) -> Draft:
        outlet = next(self._outlets)
        day = old.day and old.day + timedelta(days=int(self._draw.integers(4)))
        return replace(
            old, title=self._title(), outlet=outlet, day=day, address=_address(outlet, number)
        )

    def version(self, old: Draft) -> Draft:
        at = int(self._draw.integers(len(old.said)))
        altered = replace(old.said[at], content=self._content(None), number=None)
        return replace(old, said=(*old.said[:at], altered, *old.said[at + 1 :]))

    def _said(self, voices: list[int]) -> Said:
        unnamed = self._draw.random() < 0.3
        source = -1 if unnamed else voices[int(self._draw.integers(len(voices)))]
        called = pick(self._draw, UNNAMED) if unnamed else name(source)
        number = round(self._draw.lognormal(4.0, 2.0)) if self._draw.random() < 0.2 else None
        form = cast(Form, pick(self._draw, FORMS))
        return Said(source, called, pick(self._draw, CUES), self._content(number), form, number)

    def _content(self, number: int | None) -> str:
        words = self._words.take(4 + int(self._draw.lognormal(2.4, 0.55)))
        if number is not None:
            words[len(words) // 2] = str(number)
        return " ".join(words)

    def _title(self) -> str:
        return " ".join(self._words.take(7)).capitalize()

    def _day(self) -> date | None:
        if self._draw.random() < UNDATED:
            return None
        return FIRST + timedelta(days=int(DAYS * self._draw.random() ** 0.8))


def _address(outlet: int, number: int) -> str:
    return f"https://{word(outlet + 50)}.example/{number}"


def reading(draft: Draft) -> Reading:
    """The document of `draft`, and what is to be found in it."""
    text = [draft.title]
    at = len(draft.title)
    blocks = [Block("title", (Span(0, at),))]
    places: list[tuple[Span, Span, Span]] = []
    for number, said in enumerate(draft.said):
        at += len(text[-1]) and 2
        text.append("\n\n")
        start = at
        quoted = f'"{said.content}"' if said.form == "direct" else said.content
        cue = said.cue.split()[0]
        pieces = (said.called, " ", cue, " ", quoted, ".")
        who = Span(at, at + len(said.called))
        by = Span(who.end + 1, who.end + 1 + len(cue))
        what = Span(by.end + 1, by.end + 1 + len(quoted))
        places.append((who, by, what))
        text += pieces
        at = what.end + 1
        if number % 3 == 0:  # a sentence in the document's own voice
            own = f" The {said.content[:60].rpartition(' ')[0]} of {number}."
            text.append(own)
            at += len(own)
        blocks.append(Block("paragraph", (Span(start, at),)))
    return _read(draft, "".join(text), tuple(blocks), places)


def _read(
    draft: Draft, text: str, blocks: tuple[Block, ...], places: list[tuple[Span, Span, Span]]
) -> Reading:
    known = Metadata(
        outlet=Found(f"The {word(draft.outlet + 50).title()} Post", "made"),
        title=Found(draft.title, "made"),
        published=Found(draft.day.isoformat(), "made") if draft.day else None,
        language=Found("en", "made"),
        address=Found(draft.address, "made"),
    )
    document = Document(draft.address, text, blocks, text_layout(text), known, (), text.encode())
    mentions: dict[str, list[Passage]] = {}
    statements, figures = [], []
    for number, (said, (who, by, what)) in enumerate(zip(draft.said, places, strict=True), 1):
        source = Passage(document, (who,))
        mentions.setdefault(said.called, []).append(source)
        statements.append(_statement(document, number, said, source, by, what, mentions))
        if said.number is not None:
            words = str(said.number)
            start = text.index(f" {words}", what.start) + 1
            span = Span(start, start + len(words))
            value = float(said.number)
            figures.append(Figure(span, value, value, "exact", None, None, statement=f"s{number}"))
    sources = tuple(
        _source(number, called, places, draft)
        for number, (called, places) in enumerate(mentions.items(), 1)
    )
    return Reading(document, tuple(statements), "made 1", sources, tuple(figures))


def _statement(
    document: Document,
    number: int,
    said: Said,
    source: Passage,
    by: Span,
    what: Span,
    mentions: dict[str, list[Passage]],
) -> Statement:
    _, lemma, act, polarity = said.cue.split()
    return Statement(
        f"s{number}",
        source,
        Passage(document, (by,)),
        Passage(document, (what,)),
        said.form,
        None,
        0.5 + (what.start * 7919 % 500) / 1000,
        f"p{list(mentions).index(said.called) + 1}",
        Cued(lemma, cast(Act, act), "neutral", cast(Polarity, polarity), None),
        2.0,
    )


def _source(number: int, called: str, mentions: list[Passage], draft: Draft) -> Source:
    numbers = {said.called: said.source for said in draft.said}
    named = numbers[called] >= 0
    kind: Kind = KINDS[numbers[called] % len(KINDS)] if named else "person"
    first = mentions[0]
    return Source(
        f"p{number}",
        kind,
        named,
        first if named else None,
        () if named else (first,),
        tuple(mentions),
    )


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.ledger_made")
    parser.add_argument("file", type=Path)
    parser.add_argument("--documents", type=int, default=1000)
    options = parser.parse_args()
    for done in fill(options.file, options.documents):
        print(f"\r{done:,} documents", end="", flush=True)
    print()


if __name__ == "__main__":
    main()
