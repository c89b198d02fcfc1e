"""The sources of a ledger, for people and as data."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from quoth.export.as_csv import csv_row
from quoth.export.as_json import json_line
from quoth.export.characters import one_line
from quoth.export.view import Pen, Screen
from quoth.ledger.voices import Voice

COLUMNS = ("name", "named", "kind", "statements", "documents")


def voices_view(voices: list[Voice], screen: Screen | None = None) -> Iterator[str]:
    """A line for each: how much it is made to say, in how many documents, and what it is."""
    pen = Pen(screen or Screen())
    if not voices:
        yield pen.draw([Text("Nothing found.")])
        return
    yield pen.draw(
        [Text(f"{'statements':>10} {'documents':>10}  {'kind':<13} source", style="bold")]
    )
    for voice in voices:
        facts = f"{voice.statements:>10,} {voice.documents:>10,}  {voice.kind:<13} "
        name = one_line(voice.name) if voice.named else f"({one_line(voice.name)})"
        line = Text(facts + name)
        line.truncate(pen.width, overflow="ellipsis")
        yield pen.draw([line])


def voices_json(voices: list[Voice]) -> Iterator[str]:
    """A line of JSON for each."""
    for voice in voices:
        yield json_line({"type": "source", **{name: getattr(voice, name) for name in COLUMNS}})


def voices_csv(voices: list[Voice]) -> Iterator[str]:
    """The names of the columns, then a row for each."""
    yield csv_row(COLUMNS)
    for voice in voices:
        named = "true" if voice.named else "false"
        yield csv_row((voice.name, named, voice.kind, voice.statements, voice.documents))
