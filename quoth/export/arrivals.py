"""Documents of a ledger and what failed, as a list for people and as data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict

from rich.text import Text

from quoth.export.as_json import json_line
from quoth.export.characters import one_line
from quoth.export.view import Pen, Screen
from quoth.ledger.arrivals import Arrival, Failure


def arrivals_view(found: Iterable[Arrival], screen: Screen | None = None) -> Iterator[str]:
    """A line for each: number, when it was added, how many statements, outlet, day, title."""
    pen = Pen(screen or Screen())
    head = f"{'number':>7} {'added':<16} {'statements':>10}  document"
    yield pen.draw([Text(head, style="bold")])
    for one in found:
        facts = ", ".join(map(one_line, filter(None, (one.outlet, one.published, standing(one)))))
        line = Text(
            f"{one.number:>7} {one.added[:16].replace('T', ' ')} {one.statements:>10,}  "
            f"{one_line(one.title or one.name)}{f' ({facts})' if facts else ''}"
        )
        line.truncate(pen.width, overflow="ellipsis")
        yield pen.draw([line])


def standing(one: Arrival) -> str | None:
    """What it is to another document; None for a first version of new words."""
    if one.version_of is not None:
        return f"version {one.version} of {one.version_of}"
    return None if one.reprint_of is None else f"the same words as {one.reprint_of}"


def failures_view(found: Iterable[Failure], screen: Screen | None = None) -> Iterator[str]:
    """A line or more for each: what, why and what to do, when."""
    pen = Pen(screen or Screen())
    none = True
    for one in found:
        none = False
        yield pen.draw([Text(f"{one.at[:16].replace('T', ' ')}  {one_line(one.name)}")])
        yield pen.draw([Text(f"  {one_line(one.reason)}")])
    if none:
        yield pen.draw([Text("Nothing failed.")])


def arrivals_json(found: Iterable[Arrival | Failure]) -> Iterator[str]:
    """A line of JSON for each."""
    for one in found:
        kind = "document" if isinstance(one, Arrival) else "failure"
        yield json_line({"type": kind, **asdict(one)})
