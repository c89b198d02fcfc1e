"""What corrections say of the statements that were drawn: which are right, and which were missed.

The log of corrections is the only truth; nothing is judged beside it. A statement that was drawn
is held against what the corrections make of it, also after the document was read anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from quoth.ledger.corrections import apply
from quoth.ledger.corrections.forms import form_of
from quoth.ledger.records import Confirm, Correction, Edit, SetSource, StatementAt, Words
from quoth.ledger.sampling.records import NOBODY, Fault, Missed
from quoth.records import Document, Passage, Reading, Span, Statement

UNKNOWN = "unspecified"
"""The kind of a source of which people said no more."""


@dataclass(frozen=True, slots=True)
class Judgements:
    """What people say of the statements of one document that were drawn."""

    faults: dict[str, frozenset[Fault]]
    """By key; those that nobody judged are not in it."""
    missed: tuple[tuple[Span, Missed], ...]
    """Statements that were not among the drawn ones, and where they begin."""


def judge(drawn: Reading, log: Sequence[Correction]) -> Judgements:
    """What `log` says of `drawn`: a document's statements as they were, with its sources."""
    corrected = apply(drawn, log)
    unfit = {conflict.correction for conflict in corrected.conflicts}
    others = _others(drawn.document, [each for each in log if each.id in unfit])
    if others:
        # People also judged what a later reading has and the drawn one had not.
        corrected = apply(replace(drawn, statements=(*drawn.statements, *others)), log)
    now = {statement.id: statement for statement in corrected.reading.statements}
    before = {statement.id: statement for statement in drawn.statements}
    faults: dict[str, frozenset[Fault]] = {
        key: frozenset(_faults(statement, now[key]))
        for key, statement in before.items()
        if key in corrected.verdicts
    }
    faults |= {key: frozenset({"no_statement"}) for key in corrected.rejected if key in before}
    kinds = {source.id: source.kind for source in corrected.reading.sources}
    missed = [
        (now[key].content.spans[0], Missed(now[key].form, _kind(now[key], kinds)))
        for key in corrected.verdicts
        if key not in before
    ]
    return Judgements(faults, tuple(missed))


def _faults(drawn: Statement, now: Statement) -> Iterator[Fault]:
    if drawn.content != now.content:
        yield "content"
    if drawn.cue != now.cue:
        yield "cue"
    if drawn.source != now.source:
        yield "source"
    elif drawn.source_id != now.source_id:
        yield "identity"


def _kind(statement: Statement, kinds: Mapping[str, str]) -> str:
    if statement.source_id is None:
        return NOBODY
    return kinds.get(statement.source_id, UNKNOWN)


def _others(document: Document, log: Sequence[Correction]) -> list[Statement]:
    """What people saw where the drawn reading has nothing, each content once."""
    seen: dict[tuple[Span, ...], StatementAt] = {}
    for correction in log:
        if isinstance(correction.change, Confirm | Edit | SetSource):
            at = correction.change.statement
            seen.setdefault(at.content.spans, at)
    return [_statement(document, f"x{n}", at) for n, at in enumerate(seen.values())]


def _statement(document: Document, key: str, at: StatementAt) -> Statement:
    content = Passage(document, at.content.spans)
    cue = _passage(document, at.cue)
    return Statement(
        key,
        _passage(document, at.source),
        cue,
        content,
        form_of(content, cue),
        within=None,
        confidence=1.0,
    )


def _passage(document: Document, words: Words | None) -> Passage | None:
    return Passage(document, words.spans) if words else None
