"""What became of a document since somebody saw it: the pieces of its page that are others now."""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from threading import Lock
from typing import Any

from quoth.account import OwnVoice
from quoth.export.corrections import correction_fields, told
from quoth.export.page import rows
from quoth.ledger import Ledger
from quoth.ledger.corrections import Touched, touched
from quoth.ledger.records import Logged
from quoth.ledger.state import Moved
from quoth.records import Reading, Span

KEPT = 32
"""Changes that are remembered: each is told to all who look at the document."""
AT_ONCE = 40
"""Rows that are sent with a change, those nearest to what it is of; the others are asked for."""


class Changes:
    """Tells changes as data for the page; the same one is worked out once."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._told: OrderedDict[tuple[int, str, str], dict[str, Any]] = OrderedDict()

    def between(self, ledger: Ledger, document: int, moved: Moved) -> dict[str, Any]:
        """`since` and `state`, what was `said`, and the rows (`blocks`) that are to be put in the
        place of the old ones; those of `later` are asked for; `whole` is to be loaded anew."""
        key = document, str(moved.since), str(moved.state)
        with self._lock:
            if key in self._told:
                return self._told[key]
        made = _change(ledger, document, moved)
        with self._lock:
            self._told[key] = made
            while len(self._told) > KEPT:
                self._told.popitem(last=False)
        return made


def anew(document: int, moved: Moved) -> dict[str, Any]:
    """The same where the pieces cannot be told: the page is to be loaded anew."""
    none: dict[str, Any] = {"statements": [], "sources": [], "blocks": {}, "later": []}
    return {**_said(document, moved), "whole": True, **none}


def _said(document: int, moved: Moved) -> dict[str, Any]:
    return {
        "document": document,
        "since": str(moved.since),
        "state": str(moved.state),
        "said": [said_fields(each) for each in moved.said],
        "conflicts": [[each.correction, each.reason] for each in moved.now.conflicts],
    }


def _change(ledger: Ledger, document: int, moved: Moved) -> dict[str, Any]:
    if moved.then is None:
        return anew(document, moved)
    differing = touched(moved.then, moved.now)
    blocks = _nearest_first(moved, differing)
    return {
        **_said(document, moved),
        "whole": False,
        "statements": sorted(differing.statements),
        "sources": sorted(differing.sources),
        "blocks": rows_of(ledger, document, moved.now.reading, blocks[:AT_ONCE]),
        "later": blocks[AT_ONCE:],
    }


def _nearest_first(moved: Moved, differing: Touched) -> list[int]:
    """The blocks, those first that are near to the statements that differ themselves."""
    reading = moved.now.reading
    starts = [s.content.spans[0].start for s in reading.statements if s.id in differing.statements]
    middle = reading.document.block_at(min(starts)) if starts else 0
    return sorted(differing.blocks, key=lambda number: abs(number - middle))


def rows_of(
    ledger: Ledger,
    document: int,
    reading: Reading,
    numbers: Sequence[int],
    unsourced: Sequence[OwnVoice] = (),
) -> dict[str, str]:
    """Rows of the page by the numbers of their blocks; of what stood on nobody's word there that
    is marked which does still."""
    if not numbers:
        return {}
    around = _around(reading, numbers)
    own = tuple(still_own(unsourced, around, numbers))
    made = rows(around, ledger.beside(document), own, numbers=numbers)
    return {str(number): str(row) for number, row in made}


def _around(reading: Reading, numbers: Sequence[int]) -> Reading:
    """The reading with those statements alone that such rows have to do with: with words there,
    what they stand in or hold, and those that name their sources first, where anchors stand. A long
    document has thousands of others."""
    spans = [span for number in numbers for span in reading.document.blocks[number].spans]
    first, last = min(span.start for span in spans), max(span.end for span in spans)
    wanted = {
        one.id
        for one in reading.statements
        for part in (one.content, one.source, one.cue)
        if part and part.spans[0].start < last and part.spans[-1].end > first
    }
    within = {one.id: one.within for one in reading.statements}
    outer = set(wanted)
    for key in wanted:
        at = within[key]
        while at is not None and at not in outer:
            outer.add(at)
            at = within.get(at)
    met: dict[str, str] = {}
    for one in reading.statements:
        if one.source and one.source_id:
            met.setdefault(one.source_id, one.id)
    outer |= set(met.values())
    kept = tuple(s for s in reading.statements if s.id in outer or s.within in outer)
    return replace(reading, statements=kept)


def still_own(
    unsourced: Sequence[OwnVoice], reading: Reading, numbers: Sequence[int]
) -> Iterator[OwnVoice]:
    """What of it stands in these blocks, and in no statement by now."""
    blocks = [span for number in numbers for span in reading.document.blocks[number].spans]
    said = [span for statement in reading.statements for span in statement.content.spans]
    for one in unsourced:
        if not any(_meet(one.sentence, span) for span in blocks):
            continue
        inside = [span for span in said if _meet(one.sentence, span)]
        words = tuple(w for w in one.words if not any(_meet(w[1], span) for span in inside))
        if words:
            carried = {label for label, _ in words}
            labels = tuple(label for label in one.labels if label in carried)
            yield OwnVoice(one.sentence, labels, words)


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def said_fields(logged: Logged) -> dict[str, Any]:
    """A line of the log as JSON has it, with what it says in words."""
    return {**correction_fields(logged), "told": told(logged.correction)}


def as_text(value: Any) -> str:
    """JSON as it is sent."""
    return json.dumps(value, ensure_ascii=False)
