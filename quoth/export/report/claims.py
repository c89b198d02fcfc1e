"""What the report's section on claims shows: who asserts, who denies, who is accused."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from quoth.compare.claims.records import Charge, Claims, Pair, Position, Proposition
from quoth.export.characters import one_line
from quoth.export.report.places import Link, Places


@dataclass(frozen=True, slots=True)
class Side:
    """A statement that takes a side: who, by which word, what, and where."""

    name: str
    theirs: bool
    """Is the name in the document's words? Where the text names nobody it is not."""
    cue: str
    content: str
    day: str
    recalled: bool
    link: Link


@dataclass(frozen=True, slots=True)
class Answer:
    """A denial or confirmation of a claim, and why it is one."""

    label: str
    claim: Side
    answer: Side
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matter:
    """One proposition, with those on either side."""

    asserted: tuple[Side, ...]
    denied: tuple[Side, ...]
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Accused:
    """Somebody accused in a document, and what that document has of an answer."""

    name: str
    charge: Side
    answer: Side | None
    asked: bool


@dataclass(frozen=True, slots=True)
class Section:
    matters: tuple[Matter, ...]
    accused: tuple[Accused, ...]

    @property
    def denials(self) -> int:
        return sum(each.label == "denies" for one in self.matters for each in one.answers)


def section(claims: Claims, places: Places) -> Section:
    """Each proposition that somebody denies or confirms, and each accusation."""
    return Section(
        tuple(_matter(one, places) for one in claims.propositions),
        tuple(_accused(one, places) for one in claims.charges),
    )


def _matter(one: Proposition, places: Places) -> Matter:
    return Matter(
        _sides(one.asserted, places),
        _sides(one.denied, places),
        tuple(_answer(pair, places) for pair in one.pairs),
    )


def _sides(positions: Iterable[Position], places: Places) -> tuple[Side, ...]:
    return tuple(_side(each, places) for each in positions)


def _answer(pair: Pair, places: Places) -> Answer:
    return Answer(pair.label, _side(pair.claim, places), _side(pair.answer, places), pair.why)


def _side(position: Position, places: Places) -> Side:
    statement = position.said.statement
    return Side(
        name=one_line(statement.source.text) if statement.source else "no source",
        theirs=statement.source is not None,
        cue=one_line(statement.cue.text).strip(" :") if statement.cue else "",
        content=one_line(position.content.text),
        day=(position.day or "no date")[:10],
        recalled=position.recalled,
        link=places.passage(position.said.told, position.content),
    )


def _accused(charge: Charge, places: Places) -> Accused:
    def side(position: Position) -> Side:
        return _side(position, places)

    answer = charge.answer
    return Accused(
        name=one_line(charge.accused.text),
        charge=side(Position(charge.said, charge.said.content, charge.said.told.published, False)),
        answer=side(Position(answer, answer.content, answer.told.published, False))
        if answer
        else None,
        asked=charge.asked,
    )
