"""A reading as a file of any exchange format would mark it."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable

from quoth.export.fields import CERTAINTY_DIGITS, SHARE_DIGITS
from quoth.imports.records import Marked, MarkedSource, MarkedStatement, Spans, place
from quoth.ledger.records import Confirm, Correction, StatementAt
from quoth.passages import passage_at, spans_of
from quoth.records import Document, Passage, Reading, Source, Statement


def marked_of(reading: Reading, corrections: Iterable[Correction] = ()) -> Marked:
    """`reading`, which has `corrections` worked in already; they tell what people confirmed."""
    document = reading.document
    confirmed = confirmed_by(corrections)
    statements = sorted(reading.statements, key=lambda each: place(each.content.spans))
    numbers = {statement.id: number for number, statement in enumerate(statements)}
    sources, people = _sources(reading)
    return Marked(
        document.name,
        document.text,
        tuple(
            _statement(
                each,
                people.get(each.source_id or "", people.get(spans_of(each.source))),
                numbers.get(each.within or ""),
                (each.content.spans, spans_of(each.source)) in confirmed,
            )
            for each in statements
        ),
        sources,
        fingerprint(reading),
    )


def reading_from(marked: Marked, document: Document) -> Reading:
    """A reading of `document` that `marked_of` makes `marked` of, with nothing else in it."""
    statements = tuple(
        Statement(
            each.key or f"{number}",
            passage_at(document, each.source),
            passage_at(document, each.cue),
            Passage(document, each.content),
            each.form or "indirect",
            None if each.within is None else marked.statements[each.within].key,
            each.confidence or 0.0,
            None if each.who is None else marked.sources[each.who].key,
        )
        for number, each in enumerate(marked.statements)
    )
    sources = tuple(
        Source(
            each.key,
            each.kind or "unspecified",
            False,
            None,
            (),
            tuple(Passage(document, spans) for spans in each.mentions),
        )
        for each in marked.sources
        if each.key
    )
    return Reading(document, statements, "", sources)


def confirmed_by(corrections: Iterable[Correction]) -> Collection[tuple[Spans, Spans]]:
    """Contents and sources of the statements that people confirmed."""
    changes = (each.change for each in corrections if not each.undone)
    return {named(change.statement) for change in changes if isinstance(change, Confirm)}


def named(at: StatementAt) -> tuple[Spans, Spans]:
    """Content and source of a statement that a correction names."""
    return at.content.spans, at.source.spans if at.source else ()


def fingerprint(reading: Reading) -> str:
    """16 hexadecimal digits that tell whether two readings mark the same.

    A file's differences from the reading it was made from are what people did; from another
    one they are that and what the two readings differ in.
    """
    told = [
        (each.id, each.content.spans, spans_of(each.source), spans_of(each.cue), each.source_id)
        for each in reading.statements
    ]
    who = [(each.id, each.kind, [m.spans for m in each.mentions]) for each in reading.sources]
    words = repr((reading.document.text, told, who)).encode()
    return hashlib.sha256(words).hexdigest()[:16]


def _sources(reading: Reading) -> tuple[tuple[MarkedSource, ...], dict[str | Spans, int]]:
    """Sources in the order of their first mentions, and the number of each by what leads to it.

    Words that name a source without being anybody's mention are a source of their own; a source
    without mentions has no place in a text.
    """
    sources: dict[str | Spans, MarkedSource] = {
        each.id: MarkedSource(_ordered(each.mentions), each.id, each.kind)
        for each in reading.sources
        if each.mentions
    }
    sources |= {
        each.source.spans: MarkedSource((each.source.spans,))
        for each in reading.statements
        if each.source and each.source_id not in sources
    }
    known = sorted(sources.items(), key=lambda item: place(item[1].mentions[0]))
    return tuple(source for _, source in known), {key: n for n, (key, _) in enumerate(known)}


def _statement(
    statement: Statement, who: int | None, within: int | None, confirmed: bool
) -> MarkedStatement:
    cued = statement.cued
    sure = statement.certainty
    return MarkedStatement(
        content=statement.content.spans,
        source=spans_of(statement.source),
        cue=spans_of(statement.cue),
        key=statement.id,
        form=statement.form,
        act=cued.act if cued else None,
        stance=cued.stance if cued else None,
        polarity=cued.polarity if cued else None,
        certainty=None if sure is None else round(sure, CERTAINTY_DIGITS),
        confidence=round(statement.confidence, SHARE_DIGITS),
        verdict="confirmed" if confirmed else None,
        who=who,
        within=within,
    )


def _ordered(mentions: Iterable[Passage]) -> tuple[Spans, ...]:
    return tuple(sorted((each.spans for each in mentions), key=place))
