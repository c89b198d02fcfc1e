"""What a publisher changed between the versions of a document, statement by statement.

A reader is not always of one mind: where the words of a statement stand in both texts, what differs
is the reading, not the text, and it is counted apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from quoth.ledger.errors import NotFound
from quoth.ledger.keeping.documents import WORD
from quoth.ledger.loading import load_reading
from quoth.ledger.showing import Copy, versions
from quoth.ledger.store import Store
from quoth.passages import parts_of
from quoth.records import Passage, Reading, Statement

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
    otherwise: int
    """Statements that are only read otherwise: their words stand in both texts."""


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


def compared(before: Reading, after: Reading) -> tuple[tuple[Change, ...], int, int]:
    """The changes from one reading to another in their order, and how much stayed as it was.

    Last how many statements are read otherwise, though their words stand in both texts.
    """
    old, new = _Version(before), _Version(after)
    pairs = list(_aligned(before.statements, after.statements))
    changes = [change for pair in pairs if (change := _change(*pair, old, new))]
    told = [change for change in changes if not _is_readers(change, old, new)]
    return _in_order(told, pairs), len(pairs) - len(changes), len(changes) - len(told)


class _Version:
    """A reading, and what its statements are compared by."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.document.text
        self._words = f" {' '.join(_words(self._text))} "
        self._sources = {source.id: source for source in reading.sources}

    def holds(self, stretch: str) -> bool:
        """Do these words stand in the text, one after the other?"""
        return f" {stretch} " in self._words

    def stretch(self, statement: Statement) -> str:
        """The words from the first to the last of source, cue and content."""
        spans = [span for part in parts_of(statement) for span in part.spans]
        start, end = min(span.start for span in spans), max(span.end for span in spans)
        return " ".join(_words(self._text[start:end]))

    def name(self, statement: Statement) -> frozenset[str]:
        """The words of the proper name of whoever answers for it."""
        source = self._sources.get(statement.source_id or "")
        return frozenset(_words(source.name.text)) if source and source.name else frozenset()


def _is_readers(change: Change, old: _Version, new: _Version) -> bool:
    """Is the text as it was, so that only the reading differs?"""
    before, after = change.before, change.after
    if before and after and change.kind == "other_source" and "source" not in change.parts:
        return False  # the same "she", who is somebody else now
    return (before is None or new.holds(old.stretch(before))) and (
        after is None or old.holds(new.stretch(after))
    )


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
    before: Statement | None, after: Statement | None, old: _Version, new: _Version
) -> Change | None:
    if before is None or after is None:
        return Change("added" if after else "dropped", before, after)
    compared: tuple[tuple[Part, Passage | None, Passage | None], ...] = (
        ("content", before.content, after.content),
        ("source", before.source, after.source),
        ("cue", before.cue, after.cue),
    )
    parts = [name for name, a, b in compared if _worded(a) != _worded(b)]
    if before.form != after.form:
        parts.append("form")
    other = not _same_source(before, after, old, new)
    if not parts and not other:
        return None
    return Change("other_source" if other else "altered", before, after, tuple(parts))


def _same_source(before: Statement, after: Statement, old: _Version, new: _Version) -> bool:
    """By their names where both have one; else by the words here, of which one may have more."""
    names = old.name(before), new.name(after)
    sides = names if all(names) else (set(_worded(before.source)), set(_worded(after.source)))
    return sides[0] <= sides[1] or sides[1] <= sides[0] if all(sides) else sides[0] == sides[1]


def _in_order(changes: list[Change], pairs: list[Pair]) -> tuple[Change, ...]:
    """By place in the newer text; what was dropped behind what stood before it in the older."""
    kept = sorted((b.content.spans[0].start, a.content.spans[0].start) for b, a in pairs if b and a)

    def place(change: Change) -> tuple[float, int]:
        if change.after:
            return change.after.content.spans[0].start, 1
        assert change.before
        start = change.before.content.spans[0].start
        return max((a for b, a in kept if b <= start), default=-1), 0 if not kept else 2

    return tuple(sorted(changes, key=place))


def _worded(passage: Passage | None) -> tuple[str, ...]:
    return _words(passage.text) if passage else ()


def _words(text: str) -> tuple[str, ...]:
    return tuple(WORD.findall(text.casefold()))
