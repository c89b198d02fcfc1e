"""What the report's section on coverage shows: one table, one picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from quoth.compare import Coverage, Event
from quoth.compare.coverage import Row, State
from quoth.export.coverage import MARKS, MEANINGS, MOST_COLUMNS, said_words
from quoth.export.coverage_picture import coverage_picture
from quoth.export.report.places import Link, Places


@dataclass(frozen=True, slots=True)
class Cell:
    """What an outlet does with a row: a sign, in words, and where."""

    state: State
    sign: str
    words: str
    outlet: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table; the words are None for sources and kinds."""

    name: str
    theirs: bool
    """Is the name in the documents' words? That of a kind is not."""
    cue: str | None
    content: str | None
    cells: tuple[Cell, ...]
    """All of a narrow table, in a wide one those that carry it."""
    count: int


@dataclass(frozen=True, slots=True)
class Table:
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """What several outlets carry, and what one alone does, by its name."""

    outlets: tuple[str, ...]
    wide: bool
    """Are there more outlets than a table has columns for?"""
    tables: tuple[Table, ...]
    alone: tuple[tuple[str, tuple[Line, ...]], ...]
    number_alone: int
    picture: Markup


def section(event: Event, coverage: Coverage, places: Places) -> Section:
    """The table, its picture, and by outlet the statements that it alone carries."""
    wide = len(coverage.outlets) > MOST_COLUMNS
    columns = () if wide else tuple(range(len(coverage.outlets)))
    by_outlet: list[list[Line]] = [[] for _ in coverage.outlets]
    several = []
    for row in coverage.statements:
        if len(row.carried) > 1:
            several.append(_line(coverage, row, places, columns, said=True))
        else:
            [number] = row.carried
            by_outlet[number].append(_line(coverage, row, places, (number,), said=True))
    tables = [Table("Statements that several outlets carry", tuple(several))]
    sources = tuple(_line(coverage, row, places, columns) for row in coverage.sources)
    kinds = (_line(coverage, row, places, columns) for row in coverage.kinds)
    tables.append(Table("Sources", sources))
    tables.append(Table("Kinds of source", tuple(replace(line, theirs=False) for line in kinds)))
    return Section(
        outlets=tuple(outlet.name for outlet in coverage.outlets),
        wide=wide,
        tables=tuple(tables),
        alone=tuple(
            (outlet.name, tuple(lines))
            for outlet, lines in zip(coverage.outlets, by_outlet, strict=True)
            if lines
        ),
        number_alone=sum(map(len, by_outlet)),
        picture=Markup(coverage_picture(event, coverage)),
    )


def _line(
    coverage: Coverage, row: Row, places: Places, columns: Sequence[int], said: bool = False
) -> Line:
    """A row with cells for `columns`, where there are none for those who carry it."""
    cue, content = said_words(row) if said else (None, None)
    cells = []
    for number in columns or sorted(row.carried):
        state = coverage.state(row, number)
        links = tuple(places.said(one) for one in row.carried.get(number, ()))
        name = coverage.outlets[number].name
        cells.append(Cell(state, MARKS[state], MEANINGS[state], name, links))
    named = row.first.statement.source is not None
    return Line(row.name, named, cue, content, tuple(cells), len(row.carried))
