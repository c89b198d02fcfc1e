"""What one person says of one document at a time, by the keys and words that people see."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence

from quoth.errors import QuothError
from quoth.ledger.corrections import Corrected, Ground, apply, source_at, statement_at
from quoth.ledger.errors import NotFound
from quoth.ledger.pointing import Pointed, point, point_at_source
from quoth.ledger.records import (
    Add,
    Change,
    Confirm,
    Correction,
    Edit,
    Merge,
    Part,
    Reject,
    SetSource,
    SourceAt,
    Split,
    Words,
)
from quoth.ledger.values import now
from quoth.passages import blocks_of
from quoth.records import Form, Kind, Reading, Statement


class Unfitting(QuothError):
    """What somebody says does not fit the reading; its text says why, and nothing is kept of it."""


class Sitting:
    """What one person says of one document, kept together when the sitting ends.

    Keys and words are those of the reading that people see now, with what was said before.
    """

    def __init__(
        self,
        document: int,
        machine: Reading,
        log: list[Correction],
        corrected: Corrected,
        who: str,
        why: str,
        ground: Ground | None = None,
    ) -> None:
        """`corrected` is what comes of `machine` and `log`, `ground` that of `machine`."""
        self.document, self.who, self.why = document, who, why
        self.machine, self.log, self.corrected = machine, log, corrected
        self._ground = ground or Ground(machine)
        self.said: list[Correction] = []

    def confirm(self, key: str) -> None:
        """Statement `key` is right as it is."""
        statement = self.statement(key)
        self.say(Confirm(statement_at(statement), self._answering(statement)))

    def reject(self, key: str) -> None:
        """There is no such statement."""
        self.say(Reject(statement_at(self.statement(key))))

    def edit(self, key: str, part: Part, words: Pointed | None) -> None:
        """A part of the statement stands elsewhere; None takes source or cue away."""
        statement = self.statement(key)
        found = None if words is None else self._point(words, statement)
        self.say(Edit(statement_at(statement), part, found))

    def set_source(self, key: str, called: str | None, kind: Kind | None = None) -> None:
        """Whoever is called so answers for the statement; nobody for None."""
        statement = self.statement(key)
        source = None if called is None else self._source(called, statement)
        self.say(SetSource(statement_at(statement), source, kind))

    def merge_sources(self, called: Sequence[str]) -> None:
        """Sources are one; the first gives its name."""
        sources = tuple(self._source(each) for each in called)
        if len({source.key for source in sources}) < 2:
            raise Unfitting(f"document {self.document}: name two sources or more")
        self.say(Merge(sources))

    def split_source(
        self, called: str, mentions: Iterable[Pointed], kind: Kind | None = None
    ) -> None:
        """Some mentions of a source mean somebody else, who is of that kind."""
        source = self._source(called)
        places = next((s.mentions for s in self.reading.sources if s.id == source.key), ())
        blocks = {self.reading.document.block_at(place.spans[0].start) for place in places}
        words = tuple(point(self.reading.document, each, blocks) for each in mentions)
        self.say(Split(source, words, kind))

    def add_statement(
        self,
        content: Pointed,
        source: Pointed | None = None,
        cue: Pointed | None = None,
        form: Form | None = None,
    ) -> None:
        """There is a statement that the reading lacks."""
        document = self.reading.document
        words = point(document, content)
        blocks = {document.block_at(span.start) for span in words.spans}
        who, by = (
            each if each is None else point(document, each, blocks) for each in (source, cue)
        )
        for each in self.reading.statements:
            if each.content.spans == words.spans:
                raise Unfitting(f"{self.document}:{each.id} is there already; correct that one")
        self.say(Add(words, who, by, form))

    def say(self, *changes: Change) -> None:
        """Anything, in order; all of it or nothing.

        Raises `Unfitting`.
        """
        said = [
            Correction(uuid.uuid4().hex, self.document, change, self.who, now(), self.why)
            for change in changes
        ]
        corrected = apply(self.machine, [*self.log, *said], self._ground)
        new = {each.id for each in said}
        for conflict in corrected.conflicts:
            if conflict.correction in new:
                raise Unfitting(f"document {self.document}: {conflict.reason}")
        self.corrected = corrected
        self.log = [*self.log, *said]
        self.said += said

    @property
    def reading(self) -> Reading:
        """What people see now."""
        return self.corrected.reading

    def statement(self, key: str) -> Statement:
        """Raises `NotFound`."""
        for statement in self.reading.statements:
            if statement.id == key:
                return statement
        raise NotFound(f"{self.document}:{key}: no such statement; see `quoth show`")

    def _answering(self, statement: Statement) -> SourceAt | None:
        near = statement.content.spans[0].start
        for source in self.reading.sources:
            if source.id == statement.source_id:
                return source_at(source, self.corrected.names.get(source.id), near)
        return None

    def _point(self, words: Pointed, statement: Statement) -> Words:
        return point(self.reading.document, words, blocks_of(statement))

    def _source(self, called: str, statement: Statement | None = None) -> SourceAt:
        return point_at_source(self.reading, called, statement, dict(self.corrected.names))
