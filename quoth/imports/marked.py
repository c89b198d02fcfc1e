"""A reading as a file of any exchange format would mark it."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable

from quoth.export.fields import CERTAINTY_DIGITS, SHARE_DIGITS
from quoth.imports.records import Marked, MarkedSource, MarkedStatement, Spans
from quoth.ledger.records import Confirm, Correction
from quoth.records import Passage, Reading, Source, Statement


def marked_of(reading: Reading, corrections: Iterable[Correction] = ()) -> Marked:
    """`reading`, which has `corrections` worked in already; they tell what people confirmed."""
    document = reading.document
    confirmed = confirmed_by(corrections)
    sources = sorted(reading.sources, key=_first_mention)
    people = {source.id: number for number, source in enumerate(sources)}
    statements = sorted(reading.statements, key=_order)
    numbers = {statement.id: number for number, statement in enumerate(statements)}
    return Marked(
        document.name,
        document.text,
        tuple(
            _statement(
                each,
                people.get(each.source_id or ""),
                numbers.get(each.within or ""),
                each.content.spans in confirmed,
            )
            for each in statements
        ),
        tuple(
            MarkedSource(tuple(sorted(m.spans for m in each.mentions)), each.id, each.kind)
            for each in sources
        ),
        fingerprint(reading),
    )


def confirmed_by(corrections: Iterable[Correction]) -> Collection[Spans]:
    """Contents of the statements that people confirmed."""
    changes = (each.change for each in corrections if not each.undone)
    return {change.statement.content.spans for change in changes if isinstance(change, Confirm)}


def fingerprint(reading: Reading) -> str:
    """16 hexadecimal digits that tell whether two readings mark the same.

    A file's differences from the reading it was made from are what people did; from another
    one they are that and what the two readings differ in.
    """
    told = [
        (each.id, each.content.spans, _spans(each.source), _spans(each.cue), each.source_id)
        for each in reading.statements
    ]
    who = [(each.id, each.kind, [m.spans for m in each.mentions]) for each in reading.sources]
    words = repr((reading.document.text, told, who)).encode()
    return hashlib.sha256(words).hexdigest()[:16]


def _statement(
    statement: Statement, who: int | None, within: int | None, confirmed: bool
) -> MarkedStatement:
    cued = statement.cued
    sure = statement.certainty
    return MarkedStatement(
        content=statement.content.spans,
        source=_spans(statement.source),
        cue=_spans(statement.cue),
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


def _spans(passage: Passage | None) -> Spans:
    return passage.spans if passage else ()


def _first_mention(source: Source) -> Spans:
    return min((each.spans for each in source.mentions), default=())


def _order(statement: Statement) -> Spans:
    return statement.content.spans
