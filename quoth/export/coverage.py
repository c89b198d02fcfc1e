"""What each outlet carries and leaves out, as a table for people and as data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from quoth.compare import Coverage, Event, Told
from quoth.compare.coverage import Row, State
from quoth.export.account import grid, printed, ruled
from quoth.export.as_json import json_line
from quoth.export.characters import one_line
from quoth.export.details import Fields, passage_fields
from quoth.export.view import Screen

MARKS: dict[State, str] = {"carries": "●", "changes": "◐", "leaves out": "○", "older": "·"}
MEANINGS: dict[State, str] = {
    "carries": "carries it",
    "changes": "carries it in another sense",
    "leaves out": "leaves it out",
    "older": "all it has is older than that",
}
MOST_COLUMNS = 20
"""With more outlets a row names the numbers of those that carry it."""
MOST_ROWS = 40
"""Rows of a table that are shown; JSON has all."""
SHORT = 160
"""Characters of a statement that are shown."""


def coverage_view(event: Event, coverage: Coverage, screen: Screen | None = None) -> Iterator[str]:
    """The view of one event, piece by piece; each piece ends in a line feed."""
    screen = screen or Screen()
    return printed(_parts(event, coverage, screen), screen)


def coverage_json(event: Event, coverage: Coverage) -> str:
    """Outlets, and which of them, by number from 0, carry each row and leave it out."""
    return json_line(
        {
            "type": "coverage",
            "event": event.name,
            "number": event.number,
            "outlets": [
                {"name": outlet.name, "documents": [each.key for each in outlet.told]}
                for outlet in coverage.outlets
            ],
            "statements": [
                {
                    "source": row.name,
                    "content": passage_fields(row.first.content),
                    "since": row.since,
                    **_carried(coverage, row),
                }
                for row in coverage.statements
            ],
            "sources": [
                {"source": row.name, **_carried(coverage, row)} for row in coverage.sources
            ],
            "kinds": [{"kind": row.name, **_carried(coverage, row)} for row in coverage.kinds],
        }
    )


def summary(told: Sequence[Told], outlets: int) -> str:
    """Documents, outlets and days, in a line."""
    days = sorted({each.published[:10] for each in told if each.published})
    parts = [_counted(len(told), "document"), _counted(outlets, "outlet")]
    parts += [days[0] if len(days) == 1 else f"{days[0]} to {days[-1]}"] if days else []
    undated = sum(not each.published for each in told)
    return ", ".join(parts + ([f"{undated} without a date"] if undated else []))


def said_words(row: Row) -> tuple[str, str]:
    """Cue and content of a statement's first passage, in one line each."""
    statement = row.first.statement
    cue = one_line(statement.cue.text) if statement.cue else ""
    return cue.strip(" :"), one_line(statement.content.text)


def shared(rows: Iterable[Row]) -> list[Row]:
    """What two outlets or more carry."""
    return [row for row in rows if len(row.carried) > 1]


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _carried(coverage: Coverage, row: Row) -> Fields:
    states = [(n, coverage.state(row, n)) for n in range(len(coverage.outlets))]
    return {
        "carried": [
            {
                "outlet": number,
                "changed": number in row.bent,
                "statements": [said.key for said in some],
            }
            for number, some in sorted(row.carried.items())
        ],
        "left_out": [number for number, state in states if state == "leaves out"],
        "older": [number for number, state in states if state == "older"],
    }


def _parts(event: Event, coverage: Coverage, screen: Screen) -> Iterator[RenderableType]:
    yield ruled(one_line(event.name), screen)
    yield Text(f" {summary(event.told, len(coverage.outlets))}\n")
    legend = grid({"width": 3, "justify": "right"}, {"ratio": 1})
    for number, outlet in enumerate(coverage.outlets, 1):
        of = _counted(len(outlet.told), "document") if len(outlet.told) > 1 else ""
        legend.add_row("", str(number), Text.assemble(one_line(outlet.name), (f"  {of}", "dim")))
    key = "   ".join(f"{mark} {MEANINGS[state]}" for state, mark in MARKS.items())
    yield Group(legend, Text(f"\n {key}\n"))
    together = shared(coverage.statements)
    alone = [row for row in coverage.statements if len(row.carried) == 1]
    if len(coverage.outlets) > 1:
        yield from _table("Statements that several outlets carry", coverage, together, screen)
    yield from _table("Statements that one outlet alone carries", coverage, alone, screen)
    yield from _table("Sources", coverage, coverage.sources, screen)
    yield from _table("Kinds of source", coverage, coverage.kinds, screen)


def _table(
    title: str, coverage: Coverage, rows: Sequence[Row], screen: Screen
) -> Iterator[RenderableType]:
    yield ruled(f"{title}: {len(rows)}", screen)
    if not rows:
        yield Text()
        return
    columns = len(coverage.outlets)
    if columns <= MOST_COLUMNS:
        numbers = " ".join(str(n % 10) for n in range(1, columns + 1))
        width, head = 2 * columns - 1, Text(numbers, style="bold")
    else:
        width, head = 24, Text("carried by", style="bold")
    table = grid({"ratio": 1}, {"width": width})
    table.add_row("", "", head)
    for row in rows[:MOST_ROWS]:
        table.add_row("", _named(row, title), _marks(coverage, row))
    yield table
    if len(rows) > MOST_ROWS:
        yield Text(f" … {len(rows) - MOST_ROWS} more; --format json has all", style="dim")
    yield Text()


def _named(row: Row, title: str) -> Text:
    if not title.startswith("Statements"):
        return Text(one_line(row.name))
    cue, content = said_words(row)
    if len(content) > SHORT:
        content = content[:SHORT].rsplit(" ", 1)[0] + " …"
    return Text.assemble((one_line(row.name), "bold"), (f" {cue}", "italic"), f": {content}")


def _marks(coverage: Coverage, row: Row) -> Text:
    columns = len(coverage.outlets)
    if columns <= MOST_COLUMNS:
        return Text(" ".join(MARKS[coverage.state(row, n)] for n in range(columns)))
    carried = ", ".join(str(number + 1) for number in sorted(row.carried))
    return Text(f"{len(row.carried)} of {columns}: {carried}")
