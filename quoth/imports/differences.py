"""What somebody changed in an annotation tool, as corrections: no more than it takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from quoth.errors import QuothError
from quoth.imports.assembly import excerpt
from quoth.imports.index import INDEX
from quoth.imports.marked import confirmed_by, marked_of, named, reading_from
from quoth.imports.pairing import paired
from quoth.imports.pieces import joined, same_text
from quoth.imports.records import Marked, MarkedStatement, Spans
from quoth.imports.whose import Whose
from quoth.ledger.corrections import Corrected, apply, statement_at, words_of
from quoth.ledger.records import (
    Add,
    Change,
    Confirm,
    Correction,
    Edit,
    Part,
    Reject,
    StatementAt,
    Words,
)
from quoth.records import GAP, Document, Passage, Reading

PARTS: tuple[Part, ...] = ("source", "cue", "content")
"""The content last: it is what the other changes find the statement by."""


@dataclass(frozen=True)
class Compared:
    """A file held against the reading that it was made from."""

    changes: tuple[Change, ...]
    """What is to be done to the reading, in this order."""
    left_out: tuple[str, ...]
    """What the file says otherwise and no correction can say, one line each."""


def differences(
    reading: Reading, marked: Marked, corrections: Iterable[Correction] = ()
) -> tuple[Change, ...]:
    """What makes `reading` say what `marked` does; nothing where nobody changed the file.

    `corrections` are worked into `reading` already: they tell what was confirmed before.

    Where the file was made from another reading, it is compared with what was exported then.
    Raises QuothError where that is not kept, for what the two readings differ in would pass for
    what a person did, and where the file is of another text.
    """
    return compared(reading, marked, corrections).changes


def compared(reading: Reading, marked: Marked, corrections: Iterable[Correction] = ()) -> Compared:
    """As `differences`, with what no correction can say."""
    document = reading.document
    if not same_text(marked.text, document.text):
        raise QuothError(f"{marked.file}: its text is not that of {document.name}; export it anew")
    corrections = tuple(corrections)
    known, base = marked_of(reading, corrections), reading
    if marked.made_from and marked.made_from != known.made_from:
        if marked.exported is None or marked.exported.made_from != marked.made_from:
            raise QuothError(
                f"{marked.file}: made from another reading of {document.name}, or before later "
                f"corrections; put {INDEX} of its export beside it, or export it anew"
            )
        known, base = marked.exported, reading_from(marked.exported, document)
    known, seen = (plain(replace(each, text=document.text)) for each in (known, marked))
    pairs = paired(known.statements, seen.statements)
    left_out = (*_unsaid(known, seen, pairs), *_mentions_unsaid(known, seen))
    changes, unfit = _changes(base, known, seen, pairs)
    if base is not reading:
        changes = _still_new(reading, corrections, changes)
    return Compared(changes, (*left_out, *unfit))


def _still_new(
    reading: Reading, corrections: Iterable[Correction], changes: Iterable[Change]
) -> tuple[Change, ...]:
    """Those of `changes` that `reading` does not show yet: a file may be taken twice."""
    confirmed = confirmed_by(corrections)
    kept: list[Change] = []
    for change in changes:
        now, then = _after(reading, kept), _after(reading, [*kept, change])
        if isinstance(change, Confirm):
            new = named(change.statement) not in confirmed
        elif then.conflicts:
            new = not isinstance(change, Reject)  # what is not there is rejected
        else:
            new = marked_of(now.reading) != marked_of(then.reading)
        kept += [change] if new else []
    return tuple(kept)


def _changes(
    reading: Reading, known: Marked, seen: Marked, pairs: Mapping[int, int]
) -> tuple[tuple[Change, ...], tuple[str, ...]]:
    """Each step sees the reading as those before leave it."""
    keys = frozenset(source.id for source in reading.sources)
    changes, now = _of_statements(reading, known, seen, pairs)
    changes += Whose(_after(reading, changes).reading, seen, keys).regrouped()
    changes += Whose(_after(reading, changes).reading, seen, keys).answering(now)
    whose = Whose(_after(reading, changes).reading, seen, keys)
    for number, at in now.items():
        one = seen.statements[number]
        before = known.statements[pairs[number]].verdict if number in pairs else None
        if one.verdict == "confirmed" and before != "confirmed":
            changes += filter(None, [whose.confirmed(number, at)])
    result = _after(reading, changes)
    conflicts = {int(one.correction, 16): one.reason for one in result.conflicts}
    fit = tuple(change for number, change in enumerate(changes) if number not in conflicts)
    whose = Whose(result.reading, seen, keys)
    wrong = [
        f"{at.key or excerpt(at.content.text)}: who answers for it could not be set as in the file"
        for number, at in now.items()
        if not whose.right(number, at)
    ]
    return fit, (*conflicts.values(), *wrong)


def _of_statements(
    reading: Reading, known: Marked, seen: Marked, pairs: Mapping[int, int]
) -> tuple[list[Change], dict[int, StatementAt]]:
    """Changes to statements, and how those of the file stand after them, by their numbers."""
    changes: list[Change] = []
    now: dict[int, StatementAt] = {}
    statements = {each.id: each for each in reading.statements}
    numbers = {i: j for j, i in pairs.items()}
    for i, before in enumerate(known.statements):
        at = statement_at(statements[before.key or ""])
        j = numbers.get(i)
        if j is None or seen.statements[j].verdict == "rejected":
            changes.append(Reject(at))
            continue
        for edit in _edits(reading.document, at, before, seen.statements[j]):
            changes.append(edit)
            at = _edited(at, edit)
        now[j] = at
    for j, one in enumerate(seen.statements):
        if j not in pairs and one.verdict != "rejected":
            source, cue, content = (_words(reading.document, getattr(one, p)) for p in PARTS)
            assert content  # every reader sees to that
            changes.append(Add(content, source, cue, one.form))
            now[j] = StatementAt("", content, source, cue)
    return changes, now


def _edits(
    document: Document, at: StatementAt, before: MarkedStatement, after: MarkedStatement
) -> Iterator[Edit]:
    for part in PARTS:
        if getattr(after, part) != getattr(before, part):
            edit = Edit(at, part, _words(document, getattr(after, part)))
            yield edit
            at = _edited(at, edit)


def _edited(at: StatementAt, edit: Edit) -> StatementAt:
    changed: dict[str, Any] = {edit.part: edit.words}
    return replace(at, **changed)


def _after(reading: Reading, changes: Sequence[Change]) -> Corrected:
    """`reading` as `changes` leave it."""
    log = [Correction(f"{n:032x}", 0, change, "", "") for n, change in enumerate(changes)]
    return apply(reading, log)


def _unsaid(known: Marked, seen: Marked, pairs: Mapping[int, int]) -> Iterator[str]:
    """What the file says of a statement in ways that no correction has."""
    for j, i in sorted(pairs.items()):
        before, after = known.statements[i], seen.statements[j]
        if after.verdict == "rejected":
            continue
        for name in ("form", "act", "stance", "polarity"):
            old, new = getattr(before, name), getattr(after, name)
            if new is not None and new != old:
                yield f"{before.key}: the {name} is {new} in the file; no correction says so"
        outer = None if after.within is None else pairs.get(after.within)
        if outer != before.within:
            yield f"{before.key}: it lies in another statement in the file; that follows contents"
        if before.verdict == "confirmed" and after.verdict is None:
            yield f"{before.key}: no longer confirmed in the file; undo the confirmation instead"


def _mentions_unsaid(known: Marked, seen: Marked) -> Iterator[str]:
    """Mentions that come and go without a statement of theirs."""
    before = {spans for each in known.sources for spans in each.mentions}
    after = {spans for each in seen.sources for spans in each.mentions}
    sources = {one.source for one in (*known.statements, *seen.statements)}
    for spans in sorted((before ^ after) - sources):
        what = "no mention any more" if spans in before else "a mention"
        words = excerpt(GAP.join(known.text[span.start : span.end] for span in spans))
        yield f"{words} at {spans[0].start} is {what} in the file; no correction says so"


def plain(marked: Marked) -> Marked:
    """`marked` with each passage in the pieces that every format keeps apart."""

    def pieces(spans: Spans) -> Spans:
        return joined(marked.text, spans)

    return replace(
        marked,
        statements=tuple(
            replace(
                one, content=pieces(one.content), source=pieces(one.source), cue=pieces(one.cue)
            )
            for one in marked.statements
        ),
        sources=tuple(
            replace(one, mentions=tuple(map(pieces, one.mentions))) for one in marked.sources
        ),
    )


def _words(document: Document, spans: Spans) -> Words | None:
    return words_of(Passage(document, spans)) if spans else None
