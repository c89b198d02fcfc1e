"""What the report's section on figures shows: what is counted, by whom, and why figures differ."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import get_args

from markupsafe import Markup

from quoth.compare.figures import Count, Counted, Difference, Row
from quoth.compare.figures.records import Reason
from quoth.export.characters import one_line
from quoth.export.compared_figures import thing_json
from quoth.export.figures_chart import NoCharts, figures_chart
from quoth.export.report.part import Part
from quoth.export.report.places import Link, Places
from quoth.export.report.rendering import rendered
from quoth.records import Span

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Value:
    """One figure from one source for one day, and every place that has it."""

    words: str
    source: str | None
    """In the document's words; None in its own voice."""
    day: str
    links: tuple[Link, ...]
    beside: str | None
    """What it is to the figure above it, and why; None for the first."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of two figures: its words, its sentence, and where it stands."""

    words: str
    sentence: str
    link: Link


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures, what they are to one another, and why."""

    one: Side
    other: Side
    why: str
    tested: tuple[tuple[str, str], ...]
    """What else could explain a conflict, and what speaks against it."""


@dataclass(frozen=True, slots=True)
class Thing:
    label: str
    values: tuple[Value, ...]
    conflicts: tuple[Pair, ...]
    explained: tuple[tuple[str, tuple[Pair, ...]], ...]
    """The other differences, by what explains them."""
    left_out: int

    @property
    def number(self) -> int:
        """Of differences that something explains."""
        return sum(len(pairs) for _, pairs in self.explained)


@dataclass(frozen=True, slots=True)
class Section:
    chart: Markup | None
    things: tuple[Thing, ...]


def section(counted: Sequence[Counted], places: Places) -> Section:
    """Each thing, its table and its differences, and a chart where one can be drawn."""
    return Section(_chart(counted), tuple(_thing(one, places) for one in counted))


def one_thing(things: Sequence[Counted], figure: tuple[str, Span], places: Places) -> Part | None:
    """What a figure counts, which stands in a document at a span; None where nothing else does."""

    def is_meant(count: Count) -> bool:
        return (count.told.key, count.figure.span) == figure

    counted = next((one for one in things if any(map(is_meant, each_count(one)))), None)
    if counted is None:
        return None
    missing = None
    try:
        chart = figures_chart([counted])
    except NoCharts as error:
        chart, missing = None, str(error)
    made = _thing(counted, places)
    given = {"thing": made, "chart": Markup(chart) if chart else None, "missing": missing}
    number = len(made.conflicts)
    words = f"{'difference' if number == 1 else 'differences'} that nothing explains"
    return Part(rendered("figure.html", given), thing_json(counted).strip(), number, words)


def each_count(one: Counted) -> Iterator[Count]:
    """All figures of a thing."""
    return (count for row in one.rows for count in row.counts)


def _chart(counted: Sequence[Counted]) -> Markup | None:
    try:
        drawn = figures_chart(counted)
    except NoCharts as error:
        log.info("the report has tables only: %s", error)
        return None
    return Markup(drawn) if drawn else None


def _thing(one: Counted, places: Places) -> Thing:
    by_reason: dict[Reason, list[Pair]] = {reason: [] for reason in get_args(Reason)}
    for difference in one.differences:
        by_reason[difference.relation.reason].append(_pair(difference, places))
    conflicts = by_reason.pop("conflict")
    by_reason.pop("agree")
    return Thing(
        label=one.label,
        values=tuple(_values(one, places)),
        conflicts=tuple(conflicts),
        explained=tuple((reason, tuple(pairs)) for reason, pairs in by_reason.items() if pairs),
        left_out=one.left_out,
    )


def _values(one: Counted, places: Places) -> Iterator[Value]:
    known = {(id(d.one), id(d.other)): d.relation for d in one.differences}
    above: Row | None = None
    for row in one.rows:
        first = row.first
        relation = known.get((id(above), id(row))) or known.get((id(row), id(above)))
        yield Value(
            words=one_line(first.words.text),
            source=one_line(first.whose.text) if first.whose.text else None,
            day=f"{(first.day.value or 'not told').replace('T', ' ')} ({first.day.how})",
            links=tuple(places.passage(count.told, count.words) for count in row.counts),
            beside=f"{relation.reason}: {relation.why}" if relation else None,
        )
        above = row


def _pair(difference: Difference, places: Places) -> Pair:
    relation = difference.relation
    one, other = (_side(row.first, places) for row in (difference.one, difference.other))
    return Pair(one, other, relation.why, relation.tested)


def _side(count: Count, places: Places) -> Side:
    link = places.passage(count.told, count.words)
    return Side(one_line(count.words.text), one_line(count.sentence.text), link)
