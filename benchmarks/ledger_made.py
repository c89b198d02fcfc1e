"""Makes ledgers of invented documents, as large as asked for, the same each time.

    python -m benchmarks.ledger_made FILE --documents 100000 [--echoes 0.2]

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
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import cast

from benchmarks.ledger_drafts import Draft, Said, drafts
from benchmarks.ledger_words import word
from quoth.documents.layouts import text_layout
from quoth.ledger import open_ledger
from quoth.ledger.keeping import put_document, put_reading
from quoth.ledger.store import Store
from quoth.records import (
    Act,
    Block,
    Cued,
    Document,
    Figure,
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
KINDS: tuple[Kind, ...] = ("person", "person", "person", "organisation", "government", "outlet")


def readings(documents: int, seed: int = 7, echoes: float = 0.0) -> Iterator[Reading]:
    """So many readings, one after the other; the first are the same however many follow."""
    return (reading(draft) for draft in islice(drafts(seed, echoes), documents))


def fill(path: Path, documents: int, seed: int = 7, echoes: float = 0.0) -> Iterator[int]:
    """Make a ledger of so many documents at `path`; says how many there are after each hundred."""
    with open_ledger(path) as ledger:
        made = readings(documents, seed, echoes)
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
    parser.add_argument(
        "--echoes",
        type=float,
        default=0.0,
        metavar="SHARE",
        help="of what stands in quotation marks, so much is an earlier utterance in other words",
    )
    options = parser.parse_args()
    for done in fill(options.file, options.documents, echoes=options.echoes):
        print(f"\r{done:,} documents", end="", flush=True)
    print()


if __name__ == "__main__":
    main()
