"""The notes in the margin: one for each statement, beside the block in which its content begins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quoth.export import wording
from quoth.export.characters import one_line
from quoth.export.corrections import lines
from quoth.export.facts import Fact, Facts
from quoth.export.page.blocks import Blocks
from quoth.export.page.hues import hue
from quoth.records import Reading, Span, Statement

if TYPE_CHECKING:
    from quoth.ledger.beside import Beside  # late: a page of one document needs no database


IN_SHORT = ("source", "cue", "form")
"""Facts that a note has in its first line."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The same utterance in another document of the ledger."""

    statement: str
    """`18:s4`."""
    href: str
    title: str
    told: str
    """Outlet and date, as far as they are known."""


@dataclass(frozen=True, slots=True)
class Note:
    """What stands beside a statement: in short, then every further fact."""

    id: str
    block: int
    who: str | None
    """The source's words here, one line as all words; None without a source."""
    known: str | None
    """Who that is, where the words here do not say it."""
    called: str | None
    """What people call it that the document does not call so."""
    cue: str | None
    form: str
    marks: tuple[str, ...]
    """A word each for what is not plainly said."""
    source: str | None
    kind: str | None
    act: str | None
    confidence: float
    hue: int
    depth: int
    """How many statements it stands in."""
    verdict: str | None
    facts: tuple[Fact, ...]
    identity: int | None
    same: tuple[Elsewhere, ...]
    said: tuple[str, ...]
    """What people said of it, a line each."""


class Margin:
    """The notes of one reading; `beside` is what a ledger knows besides."""

    def __init__(self, reading: Reading, beside: Beside | None = None) -> None:
        self._facts = Facts(reading)
        self._beside = beside
        self._statements = Blocks(reading.document).of(
            (each, (_beginning(each),)) for each in reading.statements
        )

    def notes(self, block: int) -> list[Note]:
        """The notes beside a block, in the order of their statements."""
        return [self._note(each, block) for each in self._statements.get(block, ())]

    def _note(self, statement: Statement, block: int) -> Note:
        source, beside = self._facts.source(statement), self._beside
        known = wording.who(statement, source)
        called = beside.names.get(source.id) if beside and source else None
        key = statement.id
        return Note(
            id=key,
            block=block,
            who=one_line(statement.source.text) if statement.source else None,
            known=one_line(known.text) if known else None,
            called=one_line(called) if called else None,
            cue=one_line(statement.cue.text) if statement.cue else None,
            form=statement.form,
            marks=tuple(wording.marks(statement)),
            source=source.id if source else None,
            kind=source.kind if source else None,
            act=statement.cued.act if statement.cued else None,
            confidence=statement.confidence,
            hue=hue(source.id if source else None),
            depth=sum(1 for _ in self._facts.chain(statement)),
            verdict=beside.facts.verdicts.get(key) if beside else None,
            facts=tuple(_further(self._facts.of(statement))),
            identity=beside.identities.get(source.id) if beside and source else None,
            same=tuple(_elsewhere(beside, key)) if beside else (),
            said=tuple(_said(beside, key)) if beside else (),
        )


def _beginning(statement: Statement) -> Span:
    start = statement.content.spans[0].start
    return Span(start, start + 1)


def _further(facts: Iterable[Fact]) -> Iterator[Fact]:
    """The facts without what the note says in short: only what goes on from that is left."""
    label = ""
    for fact in facts:
        if fact.label in IN_SHORT:
            label = fact.label
        else:
            yield Fact(label, fact.parts) if label and not fact.label else fact
            label = ""


def _elsewhere(beside: Beside, key: str) -> Iterator[Elsewhere]:
    for each in beside.same.get(key, ()):
        copy = each.copy
        document, _, statement = each.statement.partition(":")
        yield Elsewhere(
            each.statement,
            f"/documents/{document}#{statement}",
            one_line(copy.title or copy.name),
            ", ".join(filter(None, (copy.outlet, copy.published))),
        )


def _said(beside: Beside, key: str) -> Iterator[str]:
    for logged in beside.said.get(key, ()):
        yield " ".join(line.strip() for line in lines(logged))
