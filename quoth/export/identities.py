"""Identities of a ledger, for people and as data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict

from rich.text import Text

from quoth.export.as_json import json_line
from quoth.export.characters import one_line
from quoth.export.view import Pen, Screen
from quoth.ledger.identifying import Decision, Known, Page


def identities_view(found: Sequence[Known], screen: Screen | None = None) -> Iterator[str]:
    """A line for each: number, how much it is made to say, in how many documents, what it is."""
    pen = Pen(screen or Screen())
    if not found:
        yield pen.draw([Text("Nothing found.")])
        return
    head = f"{'identity':>8} {'statements':>10} {'documents':>10}  {'kind':<13} source"
    yield pen.draw([Text(head, style="bold")])
    for one in found:
        line = Text(
            f"{one.number:>8} {one.statements:>10,} {one.documents:>10,}  {one.kind:<13} "
            + called(one)
        )
        line.truncate(pen.width, overflow="ellipsis")
        yield pen.draw([line])


def called(one: Known) -> str:
    """Its name, or in brackets how it is described, and the user's identifier."""
    name = one_line(one.name) if one.name else f"({one_line(one.described or 'not described')})"
    return f"{name} [{one_line(one.identifier)}]" if one.identifier else name


def identity_view(page: Page, screen: Screen | None = None) -> Iterator[str]:
    """Who it is, the sources that are linked to it and why, and what it is made to say."""
    pen = Pen(screen or Screen())
    one = page.known
    yield pen.draw([Text(f"{one.number}  {called(one)}, {one.kind}", style="bold")])
    for source in page.sources:
        why = "said by people" if source.said else "; ".join(source.reasons) or "new here"
        name = one_line(source.name or "no name")
        day = source.published or "no date"
        sure = f"{100 * source.confidence:.0f} %"
        yield pen.draw([Text(f"  {source.source}  {name}, {day}, {sure}: {one_line(why)}")])
    yield pen.draw([Text(f"Statements, page {page.page} of {page.pages}", style="bold")])
    for made in page.statements:
        cue = f"{one_line(made.cue)}: " if made.cue else ""
        day = made.published or "no date"
        yield pen.draw([Text(f"  {made.id}  {day}  {cue}{one_line(made.content)}")])


def decisions_view(found: Sequence[Decision], screen: Screen | None = None) -> Iterator[str]:
    """A line for each thing that people said of identities."""
    pen = Pen(screen or Screen())
    for one in found:
        undone = " (taken back)" if one.undone else ""
        why = f": {one_line(one.why)}" if one.why else ""
        text = f"{one.id[:8]}  {told_decision(one)}{undone}, {one_line(one.who)}, {one.at}{why}"
        yield pen.draw([Text(text)])


def told_decision(said: Decision) -> str:
    """What a decision says, in short: `5 is the same as 9`."""
    placed = "differs; it is" if ":" in said.one else "differs from"
    return f"{said.one} {'is the same as' if said.action == 'same' else placed} {said.other}"


def identities_json(found: Sequence[Known | Page | Decision]) -> Iterator[str]:
    """A line of JSON for each."""
    for one in found:
        kind = "decision" if isinstance(one, Decision) else "identity"
        yield json_line({"type": kind, **asdict(one)})
