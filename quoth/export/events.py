"""Events of a ledger, for people and as data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict

from rich.text import Text

from quoth.export.as_json import json_line
from quoth.export.characters import one_line
from quoth.export.view import Pen, Screen
from quoth.ledger.events import Event


def events_view(found: Sequence[Event], screen: Screen | None = None) -> Iterator[str]:
    """A line for each: number, days, how many documents of how many outlets, name and title."""
    pen = Pen(screen or Screen())
    if not found:
        yield pen.draw([Text("No events.")])
        return
    head = f"{'event':>6} {'first day':<10} {'last day':<10} {'documents':>9} {'outlets':>7}  event"
    yield pen.draw([Text(head, style="bold")])
    for one in found:
        line = Text(
            f"{one.number:>6} {one.first or '':<10} {one.last or '':<10}"
            f" {len(one.documents):>9,} {len(one.outlets):>7,}  {called(one)}"
        )
        line.truncate(pen.width, overflow="ellipsis")
        yield pen.draw([line])


def called(one: Event) -> str:
    """The name that people gave it, with a mark and its headline, or its headline alone."""
    return f"* {one_line(one.name)}: {one_line(one.title)}" if one.made else one_line(one.title)


def events_json(found: Sequence[Event]) -> Iterator[str]:
    """A line of JSON for each."""
    for one in found:
        yield json_line({"type": "event", **asdict(one)})
