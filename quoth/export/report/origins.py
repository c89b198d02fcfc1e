"""What the report's section on origins shows: who leans on whom, and who stands behind what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from quoth.compare.origins.records import Carried, Node, Origins
from quoth.export.report.places import Link, Places


@dataclass(frozen=True, slots=True)
class Lean:
    """One place that shows it."""

    how: str
    words: str
    link: Link


@dataclass(frozen=True, slots=True)
class Edge:
    start: str
    document: int
    end: str
    leans: tuple[Lean, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """What several carry, and the sources that stand behind it."""

    words: str
    link: Link
    independent: int
    origins: tuple[str, ...]
    carriers: tuple[tuple[str, Link, tuple[str, ...]], ...]
    """Outlet, place, and what it has it from."""
    circle: tuple[str, ...]
    withdrawn: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    picture: Markup | None
    edges: tuple[Edge, ...]
    statements: tuple[Statement, ...]
    circles: tuple[tuple[str, ...], ...]


def section(found: Origins, picture: str | None, places: Places) -> Section:
    """The graph as a table, the statements with their sources, and the circles."""
    names = {key: _name(node, places) for key, node in found.nodes.items()}
    return Section(
        Markup(picture) if picture else None,
        tuple(_edges(found, names, places)),
        tuple(_statement(each, names, places) for each in found.statements),
        tuple(tuple(names[key] for key in circle) for circle in found.circles),
    )


def _name(node: Node, places: Places) -> str:
    return places.outlet(node.told) if node.told else node.name


def _edges(found: Origins, names: dict[str, str], places: Places) -> Iterator[Edge]:
    for edge in found.edges:
        told = found.nodes[edge.start].told
        assert told  # only documents lean
        leans = (
            Lean(lean.how, lean.passage.text, places.passage(told, lean.passage))
            for lean in edge.leans
        )
        yield Edge(names[edge.start], places.number(told), names[edge.end], tuple(leans))


def _statement(each: Carried, names: dict[str, str], places: Places) -> Statement:
    return Statement(
        words=each.what.text,
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


def _called(keys: Iterable[str], names: dict[str, str]) -> tuple[str, ...]:
    return tuple(names.get(key, key) for key in keys)
