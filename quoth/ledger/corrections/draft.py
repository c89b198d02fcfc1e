"""A reading while corrections are being applied to it: what can be changed, and found again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Literal, NamedTuple

from quoth.ledger.records import Part
from quoth.records import Passage, Reading, Source, Span, Statement

Verdict = Literal["confirmed", "source set", "edited", "added"]
"""What people did with a statement that stands."""

STRENGTH: tuple[Verdict, ...] = ("confirmed", "source set", "edited", "added")
"""Of several verdicts on one statement the last of these is told."""


class Unfit(Exception):
    """A correction does not fit the reading; its text is the reason, in one line."""


class Gone(Unfit):
    """The reading has nothing of the kind where a correction says that something stands."""


class Keys(NamedTuple):
    """What a correction calls the statement or the source that it brings, if it does."""

    statement: str
    source: str


ADDED = "a"
"""How keys of statements begin that came by a correction."""


def places_of(source: Source) -> tuple[Passage, ...]:
    """Where the document means `source`, its fullest name first."""
    return (source.name, *source.mentions) if source.name else source.mentions


class Draft:
    """Statements and sources by key, and what people said of them so far."""

    def __init__(self, reading: Reading, named: Collection[tuple[Span, ...]] = ()) -> None:
        """`named` are contents that corrections name: what has one of them is meant by no other."""
        self.named = named
        self.document = reading.document
        self.statements = {one.id: one for one in reading.statements}
        self.sources = {one.id: one for one in reading.sources}
        self.names: dict[str, str] = {}
        """Names by key of a source, where a person gave one that the document does not."""
        self.verdicts: dict[str, Verdict] = {}
        self.rejected: dict[str, Statement] = {}
        self.edited: set[tuple[str, Part]] = set()
        """Parts that a correction has put where they stand."""
        self.left: dict[tuple[Span, ...], str] = {}
        """Contents that corrections have put elsewhere, and whose they were."""
        self.moved: set[str] = set()
        """Statements that may stand in others now, or have others in them."""
        self._at: dict[tuple[Span, ...], list[str]] = defaultdict(list)
        for one in reading.statements:
            self._at[one.content.spans].append(one.id)
        self._in_block: dict[int, set[str]] | None = None
        self._mentioned: dict[tuple[Span, ...], list[str]] = defaultdict(list)
        for source in reading.sources:
            self._note_source(source)

    def put(self, statement: Statement) -> None:
        """`statement` in place of the one of its key, or as a new one."""
        old = self.statements.get(statement.id)
        if old is None or old.content != statement.content:
            if old:
                self._forget(old)
                self.left[old.content.spans] = old.id
            self._at[statement.content.spans].append(statement.id)
            self._note(statement)
        if old is None or (old.content, old.cue) != (statement.content, statement.cue):
            self.moved.add(statement.id)
        self.statements[statement.id] = statement

    def reject(self, key: str) -> None:
        """Take a statement out."""
        self.rejected[key] = self.statements.pop(key)
        self._forget(self.rejected[key])
        self.moved.discard(key)
        self.verdicts.pop(key, None)

    def judge(self, key: str, verdict: Verdict) -> None:
        """Keep what a person did with a statement."""
        old = self.verdicts.get(key, verdict)
        self.verdicts[key] = max(old, verdict, key=STRENGTH.index)

    def at(self, content: tuple[Span, ...]) -> list[Statement]:
        """Statements with exactly this content."""
        return [self.statements[key] for key in self._at.get(content, ())]

    def near(self, spans: Iterable[Span]) -> Iterator[Statement]:
        """Statements whose contents have words in a block of `spans`, in order of their keys."""
        if self._in_block is None:
            self._in_block = defaultdict(set)
            for one in self.statements.values():
                self._note(one)
        keys = {key for number in self._blocks(spans) for key in self._in_block.get(number, ())}
        return (self.statements[key] for key in sorted(keys))

    def put_source(self, source: Source) -> None:
        """`source` in place of the one of its key, or as a new one."""
        if source.id in self.sources:
            self._forget_source(self.sources[source.id])
        self.sources[source.id] = source
        self._note_source(source)

    def drop_source(self, key: str) -> None:
        self._forget_source(self.sources.pop(key))

    def mentioned(self, spans: tuple[Span, ...], key: str | None = None) -> str | None:
        """Key of the source that has a mention at `spans`; of several `key`, else the first."""
        found = self._mentioned.get(spans)
        if not found:
            return None
        return key if key in found else found[0]

    def _note_source(self, source: Source) -> None:
        for place in places_of(source):
            self._mentioned[place.spans].append(source.id)

    def _forget_source(self, source: Source) -> None:
        for place in places_of(source):
            self._mentioned[place.spans].remove(source.id)

    def _note(self, statement: Statement) -> None:
        if self._in_block is not None:
            for number in self._blocks(statement.content.spans):
                self._in_block[number].add(statement.id)

    def _forget(self, statement: Statement) -> None:
        self._at[statement.content.spans].remove(statement.id)
        if self._in_block is not None:
            for number in self._blocks(statement.content.spans):
                self._in_block[number].discard(statement.id)

    def _blocks(self, spans: Iterable[Span]) -> set[int]:
        """Numbers of the blocks that `spans` begin or end in."""
        block_at = self.document.block_at
        return {number for s in spans for number in (block_at(s.start), block_at(s.end - 1))}
