"""What a publisher changed between the versions of a document, statement by statement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from quoth.ledger.errors import NotFound
from quoth.ledger.loading import load_reading
from quoth.ledger.showing import Copy, versions
from quoth.ledger.store import Store
from quoth.ledger.writing import WORD
from quoth.records import Reading, Statement

LIKE = 0.5
"""Contents that share this much of their words, in order, are one content altered."""

ChangeKind = Literal["added", "dropped", "altered", "other_source"]
Part = Literal["content", "source", "cue", "form"]


@dataclass(frozen=True, slots=True)
class Change:
    """One statement that is not as it was: `other_source` where somebody else answers for it."""

    kind: ChangeKind
    before: Statement | None
    """None for what was added."""
    after: Statement | None
    """None for what was dropped."""
    parts: tuple[Part, ...] = ()
    """What differs; empty for what was added or dropped."""


@dataclass(frozen=True, slots=True)
class Step:
    """From one version to the next."""

    before: Copy
    after: Copy
    changes: tuple[Change, ...]
    """In the order of the newer text; what was dropped stands where it stood."""
    unchanged: int
    """Statements that are as they were."""


@dataclass(frozen=True, slots=True)
class History:
    """All versions of a document, and the steps between them."""

    versions: tuple[Copy, ...]
    steps: tuple[Step, ...]


def history(store: Store, document: int) -> History:
    """What changed from version to version of a document. Raises `NotFound`."""
    with store.snapshot():
        copies = versions(store, document)
        if not copies:
            raise NotFound(f"{document}: no such document in {store.path}; see `quoth find`")
        readings = [load_reading(store, copy.document) for copy in copies]
    pairs = zip(copies, copies[1:], readings, readings[1:], strict=False)
    return History(copies, tuple(_step(*pair) for pair in pairs))


def compared(before: Reading, after: Reading) -> tuple[tuple[Change, ...], int]:
    """The changes from one reading to another in their order, and how much stayed as it was."""
    pairs = list(_aligned(before.statements, after.statements))
    old = {statement.id: _who(statement, before) for statement in before.statements}
    new = {statement.id: _who(statement, after) for statement in after.statements}
    changes = [
        _change(b, a, old.get(b.id if b else ""), new.get(a.id if a else "")) for b, a in pairs
    ]
    told = [change for change in changes if change]
    return tuple(_in_order(told, pairs)), len(pairs) - len(told)


def _step(before: Copy, after: Copy, old: Reading, new: Reading) -> Step:
    return Step(before, after, *compared(old, new))


Pair = tuple[Statement | None, Statement | None]


def _aligned(before: Iterable[Statement], after: Iterable[Statement]) -> Iterator[Pair]:
    """The same statement before and after: first where it has the same words, then like ones."""
    left: dict[tuple[str, ...], list[Statement]] = defaultdict(list)
    for old in before:
        left[_words(old.content.text)].append(old)
    new_ones = []
    for new in after:
        same = left.get(_words(new.content.text))
        if same:
            yield same.pop(0), new
        else:
            new_ones.append(new)
    yield from _likened([old for same in left.values() for old in same], new_ones)


def _likened(before: list[Statement], after: list[Statement]) -> Iterator[Pair]:
    """Statements that have become others, the likest first; the rest went or came."""
    likeness = []
    for a, old in enumerate(before):
        for b, new in enumerate(after):
            alike = _alike(_words(old.content.text), _words(new.content.text))
            if alike >= LIKE:
                apart = abs(old.content.spans[0].start - new.content.spans[0].start)
                likeness.append((-alike, apart, a, b))
    left, right = dict(enumerate(before)), dict(enumerate(after))
    for *_, a, b in sorted(likeness):
        if a in left and b in right:
            yield left.pop(a), right.pop(b)
    yield from ((old, None) for old in left.values())
    yield from ((None, new) for new in right.values())


def _alike(before: tuple[str, ...], after: tuple[str, ...]) -> float:
    """Share of words in common and in order, from 0 to 1; 0 where it would be below `LIKE`."""
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if matcher.real_quick_ratio() < LIKE or matcher.quick_ratio() < LIKE:
        return 0.0
    return matcher.ratio()


def _change(
    before: Statement | None, after: Statement | None, old: str | None, new: str | None
) -> Change | None:
    if before is None or after is None:
        return Change("added" if after else "dropped", before, after)
    parts: list[Part] = []
    if _words(before.content.text) != _words(after.content.text):
        parts.append("content")
    if old != new:
        parts.append("source")
    if _cue(before) != _cue(after):
        parts.append("cue")
    if before.form != after.form:
        parts.append("form")
    if not parts:
        return None
    return Change("other_source" if "source" in parts else "altered", before, after, tuple(parts))


def _in_order(changes: list[Change], pairs: list[Pair]) -> list[Change]:
    """By place in the newer text; what was dropped behind what stood before it in the older."""
    kept = sorted((b.content.spans[0].start, a.content.spans[0].start) for b, a in pairs if b and a)

    def place(change: Change) -> tuple[float, int]:
        if change.after:
            return change.after.content.spans[0].start, 1
        assert change.before
        start = change.before.content.spans[0].start
        return max((a for b, a in kept if b <= start), default=-1), 0 if not kept else 2

    return sorted(changes, key=place)


def _who(statement: Statement, reading: Reading) -> str | None:
    """Who answers for it: the fullest name, else the first description, else the words here."""
    for source in reading.sources:
        if source.id == statement.source_id:
            called = source.name or next(iter(source.descriptions), None)
            if called:
                return " ".join(_words(called.text))
    return " ".join(_words(statement.source.text)) if statement.source else None


def _cue(statement: Statement) -> tuple[str, ...]:
    return _words(statement.cue.text) if statement.cue else ()


def _words(text: str) -> tuple[str, ...]:
    return tuple(WORD.findall(text.casefold()))
