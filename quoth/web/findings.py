"""What the process that compares works with: a ledger of its own, and the event of last time."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from markupsafe import Markup

from quoth.compare import Event, from_ledger
from quoth.errors import QuothError
from quoth.export.report.figures import one_thing
from quoth.export.report.findings import Findings, part
from quoth.export.report.part import Part
from quoth.export.report.places import InRoom
from quoth.ledger import Ledger, open_ledger
from quoth.web.parts import DOCUMENTS, Wrong
from quoth.web.telling import by_name

FIGURE = re.compile(r"figure (\d+):f(\d+)")
"""The part that is about what one figure counts."""
_STYLE = re.compile(r"<style>.*?</style>\s*", re.S)
"""Of pictures; the room has these rules among its own."""


@dataclass(frozen=True, slots=True)
class _Opened:
    key: str
    ledger: Ledger
    findings: Findings


_last: _Opened | None = None


def part_of(path: str, event: int, name: str) -> Part | Wrong | None:
    """A part of an event by name, as the room shows it; None where there is nothing to show."""
    try:
        found = _findings(path, event)
        figure = FIGURE.fullmatch(name)
        made = _figure(found, figure[1], int(figure[2])) if figure else part(found, name)
    except QuothError as error:
        return Wrong(by_name(str(error), path))
    return made and replace(made, html=Markup(_STYLE.sub("", made.html)))


def _figure(found: Findings, document: str, number: int) -> Part | None:
    told = next((each for each in found.event.told if each.key == document), None)
    if told is None or number >= len(told.reading.figures):
        return None
    span = told.reading.figures[number].span
    return one_thing(found.things, (document, span), found.places)


def _findings(path: str, number: int) -> Findings:
    """Kept from one part of an event to the next."""
    global _last
    ledger = open_ledger(path, create=False, read_only=True)
    try:
        event = ledger.event(str(number))
        key = f"{path} {number} {ledger.state_of(event)}"
        if _last and _last.key == key:
            ledger.close()
            return _last.findings
        told = from_ledger(ledger, event.documents[:DOCUMENTS])
    except BaseException:
        ledger.close()
        raise
    if _last:
        _last.ledger.close()
    _last = _Opened(key, ledger, Findings(Event(event.name, told, number), InRoom))
    return _last.findings
