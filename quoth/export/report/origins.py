"""What the report's section on origins shows: who leans on whom, and who stands behind what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from quoth.compare.origins.records import Carried, Node, Origins
from quoth.export.characters import one_line
from quoth.export.report.places import Link, Places

MOST_PLACES = 3
"""Places of one edge that are shown."""


@dataclass(frozen=True, slots=True)
class Name:
    """What a document or a source is called."""

    text: str
    theirs: bool
    """Is it in the documents' words? The name of an outlet is not."""


@dataclass(frozen=True, slots=True)
class Lean:
    """One place that shows it."""

    how: str
    words: str
    link: Link


@dataclass(frozen=True, slots=True)
class Edge:
    start: Name
    href: str
    """The way to the document."""
    end: Name
    leans: tuple[Lean, ...]
    more: int
    """Places that are not shown."""


@dataclass(frozen=True, slots=True)
class Behind:
    """A source outside, and the documents that lean on it."""

    name: Name
    kind: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """What several carry, and the sources that stand behind it."""

    words: str
    link: Link
    independent: int
    origins: tuple[Name, ...]
    carriers: tuple[tuple[str, Link, tuple[Name, ...]], ...]
    """Outlet, place, and what it has it from."""
    circle: tuple[Name, ...]
    withdrawn: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Section:
    picture: Markup
    behind: tuple[Behind, ...]
    """Sources on which several documents lean, those of most documents first."""
    edges: tuple[Edge, ...]
    statements: tuple[Statement, ...]
    circles: tuple[tuple[Name, ...], ...]


def section(found: Origins, picture: str, places: Places) -> Section:
    """The graph as a table, the statements with their sources, and the circles."""
    names = {key: _name(node, places) for key, node in found.nodes.items()}
    return Section(
        Markup(picture),
        tuple(_behind(found, names, places)),
        tuple(_edges(found, names, places)),
        tuple(_statement(each, names, places) for each in found.statements),
        tuple(tuple(names[key] for key in circle) for circle in found.circles),
    )


def _name(node: Node, places: Places) -> Name:
    if node.told:
        return Name(places.outlet(node.told), theirs=False)
    return Name(one_line(node.name), theirs=True)


def _behind(found: Origins, names: Mapping[str, Name], places: Places) -> Iterator[Behind]:
    leaning: dict[str, list[Link]] = defaultdict(list)
    for edge in found.edges:
        told = found.nodes[edge.start].told
        if told and found.nodes[edge.end].told is None:
            leaning[edge.end].append(places.passage(told, edge.leans[0].passage))
    for key, links in sorted(leaning.items(), key=lambda each: -len(each[1])):
        if len(links) > 1:
            yield Behind(names[key], found.nodes[key].kind, tuple(links))


def _edges(found: Origins, names: Mapping[str, Name], places: Places) -> Iterator[Edge]:
    for edge in found.edges:
        told = found.nodes[edge.start].told
        assert told  # only documents lean
        leans = (
            Lean(lean.how, one_line(lean.passage.text), places.passage(told, lean.passage))
            for lean in edge.leans[:MOST_PLACES]
        )
        more = max(len(edge.leans) - MOST_PLACES, 0)
        href = places.document(told)
        yield Edge(names[edge.start], href, names[edge.end], tuple(leans), more)


def _statement(each: Carried, names: Mapping[str, Name], places: Places) -> Statement:
    return Statement(
        words=one_line(each.what.text),
        link=places.passage(each.first, each.carriers[0].passages[0]),
        independent=each.independent,
        origins=_called((origin.key for origin in each.origins), names),
        carriers=tuple(
            (
                places.outlet(carrier.told),
                places.passage(carrier.told, carrier.passages[0]),
                _called((key for key in carrier.leans_on if key != carrier.told.key), names),
            )
            for carrier in each.carriers
        ),
        circle=_called(each.circle, names),
        withdrawn=_called(each.withdrawn, names),
    )


def _called(keys: Iterable[str], names: Mapping[str, Name]) -> tuple[Name, ...]:
    return tuple(names[key] for key in keys)
