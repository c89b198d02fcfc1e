"""Outlets of a ledger, for people and as data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict

from rich.text import Text

from quoth.export.as_json import json_line
from quoth.export.characters import one_line
from quoth.export.view import Pen, Screen
from quoth.ledger.census import Heard, Outlet, Share


def outlets_view(found: Sequence[Outlet], screen: Screen | None = None) -> Iterator[str]:
    """A line for each: documents, statements, share of own voice, first and last day, name."""
    pen = Pen(screen or Screen())
    if not found:
        yield pen.draw([Text("Nothing found.")])
        return
    head = (
        f"{'documents':>9} {'statements':>10} {'own voice':>9}  {'first':<10} {'last':<10} outlet"
    )
    yield pen.draw([Text(head, style="bold")])
    for one in found:
        line = Text(
            f"{one.documents:>9,} {one.statements:>10,} {own(one):>9}"
            f"  {one.first or '':<10} {one.last or '':<10} {one_line(one.name)}"
        )
        line.truncate(pen.width, overflow="ellipsis")
        yield pen.draw([line])


def outlet_view(
    one: Outlet, kinds: Iterable[Share], sources: Iterable[Heard], screen: Screen | None = None
) -> Iterator[str]:
    """An outlet with the kinds of source, and the sources, that it lets speak most."""
    pen = Pen(screen or Screen())
    yield from outlets_view([one], screen)
    for each in kinds:
        yield pen.draw([Text(f"{each.statements:>9,} {each.kind}")])
    for heard in sources:
        voice = heard.voice
        name = one_line(voice.name) if voice.named else f"({one_line(voice.name)})"
        line = Text(f"{voice.statements:>9,} {voice.kind:<13} {name}, as {heard.source}")
        line.truncate(pen.width, overflow="ellipsis")
        yield pen.draw([line])


def own(one: Outlet) -> str:
    """Its own voice as a share, empty where nobody knows."""
    return "" if one.own_voice is None else f"{100 * one.own_voice:.0f} %"


def outlets_json(found: Iterable[Outlet]) -> Iterator[str]:
    """A line of JSON for each."""
    for one in found:
        yield json_line({"type": "outlet", **asdict(one)})


def outlet_json(one: Outlet, kinds: Iterable[Share], sources: Iterable[Heard]) -> str:
    """One object, with the kinds of source, and the sources, that it lets speak most."""
    return json_line(
        {
            "type": "outlet",
            **asdict(one),
            "kinds": {each.kind: each.statements for each in kinds},
            "sources": [{**asdict(each.voice), "source": each.source} for each in sources],
        }
    )
