"""What several documents count and why figures differ, as a table for people and as data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from quoth.compare import Event
from quoth.compare.figures import Count, Counted, Difference, Row
from quoth.compare.figures.units import MEASURED
from quoth.export import wording
from quoth.export.account import grid, printed, ruled
from quoth.export.as_json import json_line
from quoth.export.characters import excerpt, one_line
from quoth.export.coverage import summary
from quoth.export.details import Fields, number, passage_fields
from quoth.export.view import Screen

MOST_THINGS, MOST_ROWS = 30, 40
"""Things, and rows of one, that are shown; JSON has all."""
SHORT = 150
"""Characters of a passage that are shown."""
OWN = "own voice"
_BOUNDS = {
    "exact": "{}",
    "about": "about {}",
    "nearly": "nearly {}",
    "just_over": "just over {}",
    "at_least": "at least {}",
    "more_than": "over {}",
    "at_most": "at most {}",
    "less_than": "under {}",
    "range": "{}",
}


def figures_view(
    event: Event, things: Sequence[Counted], screen: Screen | None = None
) -> Iterator[str]:
    """The view of one event, piece by piece; each piece ends in a line feed."""
    screen = screen or Screen()
    return printed(_parts(event, things, screen), screen)


def figures_json(event: Event, things: Sequence[Counted]) -> str:
    """Each thing with its rows, and every two rows that differ, by their number from 0."""
    return json_line(
        {
            "type": "figures",
            "event": event.name,
            "number": event.number,
            "things": [_thing(each) for each in things],
        }
    )


def thing_json(thing: Counted) -> str:
    """One of them alone."""
    return json_line(_thing(thing))


def value(count: Count) -> str:
    """The number with its bound and unit, in few characters."""
    figure = count.figure
    if figure.bound == "vague":
        return one_line(count.told.reading.document.text[figure.span.start : figure.span.end])
    as_told = figure if count.amount.measure in MEASURED else count.amount
    ends = [f"{end:,.12g}" for end in (as_told.low, as_told.high) if end is not None]
    told = "–".join(ends if ends[0] != ends[-1] else ends[:1])
    unit = count.amount.unit if count.amount.measure != "age" else None
    words = f"{told}{'' if unit == '%' else ' '}{unit}" if unit and unit != "?" else told
    return _BOUNDS[figure.bound].format(words)


def source(count: Count) -> str:
    """On whose word, in the document's own words."""
    return one_line(count.whose.text) if count.whose.text else OWN


def day(count: Count) -> str:
    """The day and, where it is known, the hour."""
    return (count.day.value or "no date")[:16].replace("T", " ")


def outlet(count: Count) -> str:
    return one_line(count.told.outlet or count.told.key)


def _thing(thing: Counted) -> Fields:
    numbers = {id(row): n for n, row in enumerate(thing.rows)}
    return {
        "label": thing.label,
        "rows": [[_count(count) for count in row.counts] for row in thing.rows],
        "differences": [
            {
                "one": numbers[id(each.one)],
                "other": numbers[id(each.other)],
                "relation": each.relation.reason,
                "why": each.relation.why,
                "tested": dict(each.relation.tested),
                "passages": [passage_fields(row.first.sentence) for row in (each.one, each.other)],
            }
            for each in thing.differences
        ],
        "left_out": thing.left_out,
    }


def _count(count: Count) -> Fields:
    figure, statement = count.figure, count.told.statements.get(count.figure.statement or "")
    chain = []
    while statement is not None:
        chain.append(statement.source.text if statement.source else None)
        statement = count.told.statements.get(statement.within or "")
    return {
        "document": count.told.key,
        "outlet": count.told.outlet,
        "statement": figure.statement,
        "words": passage_fields(count.words),
        "sentence": passage_fields(count.sentence),
        "low": number(figure.low),
        "high": number(figure.high),
        "bound": figure.bound,
        "measure": count.amount.measure,
        "unit": count.amount.unit,
        "source": count.whose.text,
        "on_whose_word": chain,
        "date": count.day.value,
        "date_is": count.day.how,
    }


def _parts(event: Event, things: Sequence[Counted], screen: Screen) -> Iterator[RenderableType]:
    yield ruled(one_line(event.name), screen)
    outlets = len({each.outlet or each.key for each in event.told})
    yield Text(f" {summary(event.told, outlets)}\n")
    if not things:
        yield Text(" No figure of one thing in two documents.")
    for thing in things[:MOST_THINGS]:
        yield ruled(one_line(thing.label), screen)
        yield from _table(thing)
        yield from _differences(thing)
    if len(things) > MOST_THINGS:
        yield Text(f" … {len(things) - MOST_THINGS} more; --format json has all", style="dim")


def _table(thing: Counted) -> Iterator[RenderableType]:
    table = grid({"width": 16}, {"width": 13}, {"ratio": 5}, {"ratio": 4}, {"width": 8})
    table.add_row("", *(Text(t, "dim") for t in ("date", "figure", "source", "outlet", "place")))
    for row in thing.rows[:MOST_ROWS]:
        first = row.first
        others = len({count.told.key for count in row.counts}) - 1
        more = f" and {others} more" if others else ""
        table.add_row(
            "",
            day(first),
            Text(value(first), "bold"),
            source(first),
            outlet(first) + more,
            wording.place(first.words.places),
        )
    yield table
    if len(thing.rows) > MOST_ROWS:
        yield Text(f" … {len(thing.rows) - MOST_ROWS} more; --format json has all", style="dim")
    yield Text()


def _differences(thing: Counted) -> Iterator[RenderableType]:
    """Conflicts first, then what each row is to the one above it."""
    conflicts = [each for each in thing.differences if each.relation.reason == "conflict"]
    following = {(id(a), id(b)) for a, b in zip(thing.rows, thing.rows[1:], strict=False)}
    explained = [
        each
        for each in thing.differences
        if each not in conflicts and (id(each.one), id(each.other)) in following
    ]
    for each in (*conflicts, *explained[:MOST_ROWS]):
        for indent, text in _difference(each):
            yield Padding(text, (0, 0, 0, indent))
    shown = len(conflicts) + len(explained[:MOST_ROWS])
    if shown < len(thing.differences):
        rest = len(thing.differences) - shown
        yield Text(f" {rest} more differences, all explained: --format json", style="dim")
    yield Text()


def _difference(each: Difference) -> Iterator[tuple[int, Text]]:
    """What two figures are to one another, both passages, what was tried; each with its indent."""
    one, other = each.one.first, each.other.first
    conflict = each.relation.reason == "conflict"
    yield (
        1,
        Text.assemble(
            (each.relation.reason, "bold red" if conflict else "bold"),
            f"  {value(one)} → {value(other)}: {one_line(each.relation.why)}",
        ),
    )
    for count in (one, other):
        yield 3, Text.assemble((f"{outlet(count)}: ", "dim"), f"“{_short(count)}”")
    for reason, against in each.relation.tested:
        yield 3, Text(f"not {reason}: {one_line(against)}", "dim")


def _short(count: Count) -> str:
    """The sentence, or of a long one what stands around the figure."""
    words = one_line(count.sentence.text)
    if len(words) <= SHORT:
        return words
    first, last = count.sentence.spans[0].start, count.sentence.spans[-1].end
    text, figure = count.sentence.document.text[first:last], count.figure.span
    return excerpt(text, figure.start - first, figure.end - first, SHORT)


def rows_of(thing: Counted) -> tuple[Row, ...]:
    """The rows of a thing that hold for a day that is known, in order of time."""
    return tuple(row for row in thing.rows if row.first.day.value)
