"""A reading while corrections are being applied to it: what can be changed, and found again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Any, Literal, NamedTuple, TypeVar

from quoth.ledger.records import Part
from quoth.records import Document, Passage, Reading, Source, Span, Statement

Key = TypeVar("Key")

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


class Ground:
    """Where the statements and sources of a reading stand: made once, however often it is drafted.

    Nothing of it is changed; a draft puts other values in its own copies.
    """

    def __init__(self, reading: Reading) -> None:
        at, in_block, mentioned = (defaultdict[Any, list[str]](list) for _ in range(3))
        for one in reading.statements:
            at[one.content.spans].append(one.id)
            for number in blocks_in(reading.document, one.content.spans):
                in_block[number].append(one.id)
        for source in reading.sources:
            for place in places_of(source):
                mentioned[place.spans].append(source.id)
        self.at: dict[tuple[Span, ...], tuple[str, ...]] = {k: tuple(v) for k, v in at.items()}
        self.in_block: dict[int, tuple[str, ...]] = {k: tuple(v) for k, v in in_block.items()}
        self.mentioned: dict[tuple[Span, ...], tuple[str, ...]] = {
            k: tuple(v) for k, v in mentioned.items()
        }


class Draft:
    """Statements and sources by key, and what people said of them so far."""

    def __init__(
        self,
        reading: Reading,
        named: Collection[tuple[Span, ...]] = (),
        ground: Ground | None = None,
    ) -> None:
        """`named` are contents that corrections name: what has one of them is meant by no other.

        `ground` is that of `reading`, where it is at hand.
        """
        ground = ground or Ground(reading)
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
        self._at = dict(ground.at)
        self._in_block = dict(ground.in_block)
        self._mentioned = dict(ground.mentioned)

    def put(self, statement: Statement) -> None:
        """`statement` in place of the one of its key, or as a new one."""
        old = self.statements.get(statement.id)
        if old is None or old.content != statement.content:
            if old:
                self._forget(old)
                self.left[old.content.spans] = old.id
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
        numbers = blocks_in(self.document, spans)
        keys = {key for number in numbers for key in self._in_block.get(number, ())}
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
            _put(self._mentioned, place.spans, source.id)

    def _forget_source(self, source: Source) -> None:
        for place in places_of(source):
            _take(self._mentioned, place.spans, source.id)

    def _note(self, statement: Statement) -> None:
        _put(self._at, statement.content.spans, statement.id)
        for number in blocks_in(self.document, statement.content.spans):
            _put(self._in_block, number, statement.id)

    def _forget(self, statement: Statement) -> None:
        _take(self._at, statement.content.spans, statement.id)
        for number in blocks_in(self.document, statement.content.spans):
            _take(self._in_block, number, statement.id)


def blocks_in(document: Document, spans: Iterable[Span]) -> set[int]:
    """Numbers of the blocks that `spans` begin or end in."""
    block_at = document.block_at
    return {number for s in spans for number in (block_at(s.start), block_at(s.end - 1))}


def _put(places: dict[Key, tuple[str, ...]], key: Key, name: str) -> None:
    places[key] = (*places.get(key, ()), name)


def _take(places: dict[Key, tuple[str, ...]], key: Key, name: str) -> None:
    """Out with it once: a source may have its name among its mentions too."""
    names = list(places[key])
    names.remove(name)
    places[key] = tuple(names)
