"""What corrections do to one statement: confirm, reject, edit, add."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from quoth.ledger.corrections.draft import ADDED, Draft, Gone, Keys, Unfit
from quoth.ledger.corrections.finding import OTHERWISE, find_source, find_statement, located, same
from quoth.ledger.corrections.forms import form_after, form_of
from quoth.ledger.corrections.overlap import MOSTLY, length, shared
from quoth.ledger.corrections.whose import answering, set_source
from quoth.ledger.records import Add, Confirm, Edit, Part, Reject, SetSource, StatementAt, Words
from quoth.passages import passage_at, spans_of
from quoth.records import Form, Passage, Span, Statement


def confirm(draft: Draft, change: Confirm, new: Keys) -> None:
    """Have the statement as the person saw it, also where another reading has it otherwise."""
    at = change.statement
    seen: dict[Part, Words | None] = {"content": at.content, "cue": at.cue, "source": at.source}
    known = change.source and find_source(draft, change.source)
    key = _found(draft, at, new)
    wanted = {part: _wanted(draft, key, part, words, words) for part, words in seen.items()}
    for part, spans in wanted.items():
        _put(draft, key, part, spans, new)
    if change.source and (known is None or known != draft.statements[key].source_id):
        set_source(draft, key, change.source, None, new.source)
    draft.judge(key, "confirmed")


def reject(draft: Draft, change: Reject) -> None:
    """Take the statement out; one that is out already, or was not read again, stays out."""
    at = change.statement
    content = located(draft.document, at.content)
    out = (one for one in draft.rejected.values() if one.content.spans == content)
    if not any(same(one.cue, at.cue) and same(one.source, at.source) for one in out):
        with suppress(Gone):
            draft.reject(find_statement(draft, at, closely=True))


def edit(draft: Draft, change: Edit, new: Keys) -> None:
    """Have a part of the statement stand elsewhere."""
    at, part = change.statement, change.part
    meant = located(draft.document, change.words) if change.words else ()
    key = _found(draft, at, new, meant if part == "content" else ())
    seen = {"source": at.source, "cue": at.cue, "content": at.content}[part]
    _put(draft, key, part, _wanted(draft, key, part, seen, change.words), new)
    draft.judge(key, "edited")


def reassign(draft: Draft, change: SetSource, new: Keys) -> None:
    """Have somebody else answer for the statement."""
    if change.source and change.source.mention:
        located(draft.document, change.source.mention)
    key = _found(draft, change.statement, new)
    set_source(draft, key, change.source, change.kind, new.source)
    draft.judge(key, "source set")


def add(draft: Draft, change: Add, new: Keys) -> None:
    """A statement of its own, or the words of one that the reading has by now."""
    given: dict[Part, Words | None] = {"source": change.source, "cue": change.cue}
    content = located(draft.document, change.content)
    parts = {p: located(draft.document, words) for p, words in given.items() if words}
    known = [one for one in draft.at(content) if _by_same(one, parts.get("cue", ()))]
    if known:
        for part, spans in parts.items():
            _put(draft, known[0].id, part, spans, new)
        draft.judge(known[0].id, "confirmed")
        return
    _make(draft, content, parts.get("source", ()), parts.get("cue", ()), new, change.form)
    draft.judge(new.statement, "added")


def _found(draft: Draft, at: StatementAt, new: Keys, meant: tuple[Span, ...] = ()) -> str:
    """Key of the statement; one that a model read and a person looked at is kept without a model.

    Raises Unfit where something else is read in its place, or it came by a correction itself.
    """
    try:
        return find_statement(draft, at, meant)
    except Gone:
        if at.key.startswith(ADDED):
            raise
    content, source, cue = (
        located(draft.document, words) if words else () for words in (at.content, at.source, at.cue)
    )
    for one in draft.near(content):
        both = shared(content, one.content.spans)
        apart = both < MOSTLY * min(length(content), length(one.content.spans))
        if (both and apart) or shared(cue, spans_of(one.cue)):
            raise Unfit(OTHERWISE)
    _make(draft, content, source, cue, new)
    return new.statement


def _make(
    draft: Draft,
    content: tuple[Span, ...],
    source: tuple[Span, ...],
    cue: tuple[Span, ...],
    new: Keys,
    form: Form | None = None,
) -> None:
    said, by = Passage(draft.document, content), passage_at(draft.document, cue)
    made = Statement(
        new.statement,
        passage_at(draft.document, source),
        by,
        said,
        form or form_of(said, by),
        within=None,
        confidence=1.0,
    )
    draft.put(replace(made, source_id=answering(draft, made, new.source)))


def _by_same(statement: Statement, cue: tuple[Span, ...]) -> bool:
    return not cue or not statement.cue or bool(shared(cue, statement.cue.spans))


def _wanted(
    draft: Draft, key: str, part: Part, seen: Words | None, words: Words | None
) -> tuple[Span, ...]:
    """Where the part is to stand; Unfit where an earlier correction that was not seen differs."""
    spans = located(draft.document, words) if words else ()
    if part == "content" and not spans:
        raise Unfit("a statement cannot be without content; reject it instead")
    now = spans_of(getattr(draft.statements[key], part))
    if now != spans and (key, part) in draft.edited and now != (seen.spans if seen else ()):
        raise Unfit(f"edited twice: an earlier correction has its {part} elsewhere")
    return spans


def _put(draft: Draft, key: str, part: Part, spans: tuple[Span, ...], new: Keys) -> None:
    """Have a part stand at `spans`, and all that hangs on it follow."""
    old = draft.statements[key]
    draft.edited.add((key, part))
    if spans_of(getattr(old, part)) == spans:
        return
    passage = passage_at(draft.document, spans)
    if part == "source":
        moved = replace(old, source=passage)
        draft.put(replace(moved, source_id=answering(draft, moved, new.source)))
        return
    moved = (
        replace(old, content=passage)
        if part == "content" and passage
        else replace(old, cue=passage)
    )
    # What was worked out of other words altogether says nothing of these.
    if not shared(spans, spans_of(getattr(old, part))):
        moved = replace(moved, certainty=None, cued=old.cued if part == "content" else None)
    form = form_after(old, moved.content, moved.cue)
    draft.put(replace(moved, form=form))
