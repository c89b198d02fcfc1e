"""What the report's section on figures shows: what is counted, by whom, and why figures differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from quoth.account.shares import OWN
from quoth.compare.figures import Counted, Difference, Row
from quoth.export.report.places import Link, Places


@dataclass(frozen=True, slots=True)
class Value:
    """One figure from one source for one day, and every place that has it."""

    words: str
    source: str | None
    """In the document's words; None in its own voice."""
    day: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures side by side, what they are to one another, and why."""

    reason: str
    why: str
    one: Link
    one_words: str
    other: Link
    other_words: str
    tested: tuple[tuple[str, str], ...]
    """What else could explain a conflict, and what speaks against it."""


@dataclass(frozen=True, slots=True)
class Thing:
    label: str
    chart: Markup | None
    values: tuple[Value, ...]
    conflicts: tuple[Pair, ...]
    pairs: tuple[Pair, ...]
    """The other differences."""
    left_out: int


@dataclass(frozen=True, slots=True)
class Section:
    things: tuple[Thing, ...]
    single: int
    """Things for which the documents have one figure only; they are not shown."""
    conflicts: int


def section(counted: Sequence[Counted], charts: Iterable[str | None], places: Places) -> Section:
    """Each thing with several figures, its table and its differences; `charts` are SVG."""
    several = [
        (one, chart) for one, chart in zip(counted, charts, strict=True) if len(one.rows) > 1
    ]
    things = tuple(_thing(one, chart, places) for one, chart in several)
    conflicts = sum(len(one.conflicts) for one in things)
    return Section(things, len(counted) - len(things), conflicts)


def _thing(one: Counted, chart: str | None, places: Places) -> Thing:
    pairs = [_pair(each, places) for each in one.differences if each.relation.reason != "agree"]
    return Thing(
        label=one.label,
        chart=Markup(chart) if chart else None,
        values=tuple(_values(one.rows, places)),
        conflicts=tuple(pair for pair in pairs if pair.reason == "conflict"),
        pairs=tuple(pair for pair in pairs if pair.reason != "conflict"),
        left_out=one.left_out,
    )


def _values(rows: Iterable[Row], places: Places) -> Iterator[Value]:
    for row in rows:
        first = row.first
        day = (first.day.value or "not told").replace("T", " ")
        links = tuple(places.passage(count.told, count.words) for count in row.counts)
        yield Value(first.words.text, first.whose.text, f"{day} ({first.day.how})", links)


def _pair(difference: Difference, places: Places) -> Pair:
    one, other = difference.one.first, difference.other.first
    relation = difference.relation
    return Pair(
        reason=relation.reason,
        why=relation.why,
        one=places.passage(one.told, one.words),
        one_words=one.sentence.text,
        other=places.passage(other.told, other.words),
        other_words=other.sentence.text,
        tested=relation.tested,
    )
