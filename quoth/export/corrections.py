"""What people said of readings: as lines for people, and as data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quoth.export.as_json import json_line
from quoth.export.characters import one_line
from quoth.export.details import Fields
from quoth.export.facts import Part
from quoth.export.identities import told_decision
from quoth.ledger.corrections import action_of, fields_of
from quoth.ledger.identifying import Decision
from quoth.ledger.records import (
    Add,
    Change,
    Confirm,
    Correction,
    Edit,
    Logged,
    Merge,
    Reject,
    SetSource,
    Split,
    Words,
)

DIGITS = 8
"""Digits of an id that people are shown; more are asked for where two begin alike."""
LONGEST = 60
"""Characters of quoted words in a line."""


def short_id(said: Correction | Decision) -> str:
    """What people call a correction or decision by."""
    return said.id[:DIGITS]


def undone_line(undone: Logged | Decision) -> str:
    """What was taken back: `3f2a91c0  undone: 5 is the same as 9`."""
    said = undone.correction if isinstance(undone, Logged) else undone
    words = told(said) if isinstance(said, Correction) else told_decision(said)
    return f"{short_id(said)}  undone: {words}"


def told(correction: Correction) -> str:
    """What a correction says, in one line: `17:s12 rejected: “the ferry had carried…”`."""
    return "".join(part.text for part in told_parts(correction))


def told_parts(correction: Correction) -> Iterator[Part]:
    """The same; what is a document's, or a name that somebody gave, stands apart."""
    change, document = correction.change, correction.document
    if isinstance(change, Merge):
        yield Part(f"{document} one source: ")
        yield from _joined(each.name for each in change.sources)
    elif isinstance(change, Split):
        yield Part(f"{document} not ")
        yield Part(one_line(change.source.name), theirs=True)
        yield Part(" but another source: ")
        yield from _joined(map(_quoted, change.mentions))
    elif isinstance(change, Add):
        yield Part(f"{document}:a{short_id(correction)} added: ")
        yield Part(_quoted(change.content), theirs=True)
    else:
        yield Part(f"{document}:{change.statement.key} ")
        yield from _of_statement(change)


def lines(logged: Logged) -> Iterator[str]:
    """A correction with who, when and why, and how it stands; each line ends in a line feed."""
    correction, undoing = logged.correction, logged.undoing
    inset = " " * (DIGITS + 2)
    yield f"{short_id(correction)}  {one_line(told(correction))}\n"
    yield f"{inset}{_signed(correction.who, correction.at, correction.why)}\n"
    if undoing:
        yield f"{inset}undone: {_signed(undoing.who, undoing.at, undoing.why)}\n"
    elif logged.conflict:
        yield f"{inset}does not fit: {one_line(logged.conflict)}\n"


def correction_line(logged: Logged) -> str:
    """The line of JSON Lines for a correction."""
    return json_line({"type": "correction", **correction_fields(logged)})


def correction_fields(logged: Logged) -> Fields:
    """A correction as JSON has it; `value` is read back by `change_of`."""
    correction, undoing = logged.correction, logged.undoing
    return {
        "id": correction.id,
        "document": correction.document,
        "action": action_of(correction.change),
        "value": fields_of(correction.change),
        "who": correction.who,
        "at": correction.at,
        "why": correction.why,
        "undone": undoing and {"who": undoing.who, "at": undoing.at, "why": undoing.why},
        "conflict": logged.conflict,
    }


def _of_statement(change: Change) -> Iterator[Part]:
    match change:
        case Confirm():
            yield Part("confirmed: ")
            yield Part(_quoted(change.statement.content), theirs=True)
        case Reject():
            yield Part("rejected: ")
            yield Part(_quoted(change.statement.content), theirs=True)
        case Edit():
            yield Part(f"{change.part}: {'' if change.words else 'none'}")
            if change.words:
                yield Part(_quoted(change.words), theirs=True)
        case SetSource():
            yield Part(f"answered for by {'' if change.source else 'nobody'}")
            if change.source:
                yield Part(change.source.name, theirs=change.source.mention is not None)
        case _:
            raise TypeError(change)


def _joined(names: Iterable[str]) -> Iterator[Part]:
    for number, name in enumerate(names):
        if number:
            yield Part(", ")
        yield Part(name, theirs=True)


def _signed(who: str, at: str, why: str) -> str:
    reason = f": {why}" if why else ""
    return one_line(f"{who}, {at[:16].replace('T', ' ')}{reason}")


def _quoted(words: Words) -> str:
    text = one_line(words.text)
    return f"“{text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + '…'}”"
