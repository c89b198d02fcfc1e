"""Who asserts what and who denies or confirms it, as a view for people and as data."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from rich.console import Group, RenderableType
from rich.text import Text

from quoth.compare import Event, Said
from quoth.compare.claims import Charge, Claims, Pair, Position, Proposition
from quoth.export.account import grid, printed, ruled
from quoth.export.as_json import json_line
from quoth.export.characters import one_line
from quoth.export.coverage import summary
from quoth.export.details import Fields, passage_fields
from quoth.export.view import Screen

MOST = 30
"""Propositions, and charges, that are shown; JSON has all."""
SHORT = 130
"""Characters of a passage that are shown."""
UNDATED = "no date"


def claims_view(event: Event, claims: Claims, screen: Screen | None = None) -> Iterator[str]:
    """The view of one event, piece by piece; each piece ends in a line feed."""
    screen = screen or Screen()
    return printed(_parts(event, claims, screen), screen)


def claims_json(event: Event, claims: Claims) -> str:
    """Propositions with their sides and pairs, and charges with their answers."""
    return json_line(
        {
            "type": "claims",
            "event": event.name,
            "number": event.number,
            "propositions": [
                {
                    "asserted": [_position(each) for each in one.asserted],
                    "denied": [_position(each) for each in one.denied],
                    "pairs": [_pair(each) for each in one.pairs],
                }
                for one in claims.propositions
            ],
            "charges": [_charge(each) for each in claims.charges],
        }
    )


def _position(position: Position) -> Fields:
    return {
        "statement": position.key,
        "source": source_of(position.said),
        "content": passage_fields(position.content),
        "day": position.day,
        "recalled": position.recalled,
    }


def _pair(pair: Pair) -> Fields:
    return {
        "label": pair.label,
        "claim": _position(pair.claim),
        "answer": _position(pair.answer),
        "likelihood": pair.likelihood,
        "why": list(pair.why),
    }


def _charge(charge: Charge) -> Fields:
    return {
        "statement": charge.said.key,
        "source": source_of(charge.said),
        "content": passage_fields(charge.said.content),
        "accused": passage_fields(charge.accused),
        "answer": charge.answer.key if charge.answer else None,
        "denies": charge.denies,
        "asked": charge.asked,
    }


def source_of(said: Said) -> str:
    """Whose statement it is: the source's name, or the words that stand for it."""
    source = said.source
    name = source.name.text if source and source.name else None
    if name is None and said.statement.source:
        name = said.statement.source.text
    return one_line(name or "somebody")


def answer_of(charge: Charge) -> str:
    """Whether the document that carries a charge carries the answer, in words."""
    if charge.answer:
        return "denies it there" if charge.denies else "is heard otherwise"
    return "was asked, gave none" if charge.asked else "no answer in it"


def role(position: Position, one: Proposition) -> str:
    """What somebody does to a proposition: `asserts`, `confirms` or `denies`."""
    if position in one.denied:
        return "denies"
    if position in one.asserted[:1]:
        return "asserts"
    answers = {pair.answer.key for pair in one.pairs if pair.label == "confirms"}
    return "confirms" if position.key in answers else "asserts"


def _parts(event: Event, claims: Claims, screen: Screen) -> Iterator[RenderableType]:
    outlets = len({each.outlet or each.key for each in claims.told})
    yield ruled(one_line(event.name), screen)
    yield Text(f" {summary(claims.told, outlets)}\n")
    if not claims.propositions:
        yield Text(" No two statements that deny or confirm one another.\n")
    for number, one in enumerate(claims.propositions[:MOST], 1):
        yield _proposition(number, one)
    yield from _more(len(claims.propositions), "propositions")
    if claims.charges:
        yield ruled("Charges", screen)
        yield Group(*(_charged(each) for each in claims.charges[:MOST]), Text())
        yield from _more(len(claims.charges), "charges")


def _more(count: int, noun: str) -> Iterator[Text]:
    if count > MOST:
        yield Text(f" {count - MOST} more {noun}: --format json\n", style="dim")


def _proposition(number: int, one: Proposition) -> Group:
    table = grid({"width": 2, "justify": "right"}, {"width": 8}, {"ratio": 1})
    positions = (*one.asserted, *one.denied)
    for n, position in enumerate(positions):
        does = role(position, one)
        style = {"denies": "bold red", "confirms": "green"}.get(does, "bold")
        table.add_row(
            "",
            f"{number}" if n == 0 else "",
            Text(does, style=style),
            Text.assemble(
                (source_of(position.said), "bold"), f", {_place(position)}\n", _words(position)
            ),
        )
    why = next(iter(one.pairs)).why
    return Group(table, Text(f"   why: {'; '.join(why)}\n", style="dim"))


def _charged(charge: Charge) -> RenderableType:
    table = grid({"ratio": 1}, {"width": 20})
    words = _short(charge.said.content.text)
    table.add_row(
        "",
        Text.assemble(
            (one_line(charge.accused.text), "bold"),
            f", charged by {source_of(charge.said)}, {_key(charge.said)}\n“{words}”",
        ),
        answer_of(charge) + (f"\n{_key(charge.answer)}" if charge.answer else ""),
    )
    return table


def _place(position: Position) -> str:
    day = position.day or UNDATED
    before = "before " if position.recalled and position.day else ""
    return f"{before}{day}, {_key(position.said)}"


def _key(said: Said) -> str:
    """A statement's key, of a file by its name without the folder."""
    name = said.told.key
    return f"{PurePath(name).name or name}:{said.statement.id}"


def _words(position: Position) -> str:
    return f"“{_short(position.content.text)}”"


def _short(words: str) -> str:
    words = one_line(words).strip("\"“”‘’',")
    return words if len(words) <= SHORT else words[:SHORT].rsplit(" ", 1)[0] + " …"
