"""Who leans on whom and on whom statements rest, as a view for people and as data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from quoth.account.shares import shortened
from quoth.compare import Event
from quoth.compare.origins import Carried, Edge, Node, Origins
from quoth.export.account import grid, printed, ruled
from quoth.export.as_json import json_line
from quoth.export.characters import one_line
from quoth.export.coverage import summary
from quoth.export.details import Fields, passage_fields
from quoth.export.view import Screen

MOST = 40
"""Documents, and statements, that are shown; JSON has all."""
SHORT = 110
"""Characters of a passage that are shown."""
UNDATED = "no date"


def origins_view(event: Event, origins: Origins, screen: Screen | None = None) -> Iterator[str]:
    """The view of one event, piece by piece; each piece ends in a line feed."""
    screen = screen or Screen()
    return printed(_parts(event, origins, screen), screen)


def origins_json(event: Event, origins: Origins) -> str:
    """Nodes, edges with their places, circles, and statements with those behind them."""
    return json_line(
        {
            "type": "origins",
            "event": event.name,
            "number": event.number,
            "nodes": [_node(node) for node in origins.nodes.values()],
            "edges": [
                {
                    "from": edge.start,
                    "to": edge.end,
                    "kinds": list(edge.kinds),
                    "places": [
                        {"kind": lean.how, **passage_fields(lean.passage)} for lean in edge.leans
                    ],
                }
                for edge in origins.edges
            ],
            "circles": [list(circle) for circle in origins.circles],
            "statements": [_statement(each) for each in origins.statements],
        }
    )


def _node(node: Node) -> Fields:
    if node.told:
        return {
            "key": node.key,
            "document": node.told.key,
            "name": node.name,
            "published": node.told.published,
        }
    called = {
        key: [passage_fields(passage) for passage in passages]
        for key, passages in node.called.items()
    }
    return {
        "key": node.key,
        "document": None,
        "name": node.name,
        "kind": node.kind,
        "called": called,
    }


def _statement(each: Carried) -> Fields:
    return {
        "content": passage_fields(each.what),
        "first": each.first.key,
        "independent": each.independent,
        "origins": [
            {"node": origin.key, "documents": list(origin.documents)} for origin in each.origins
        ],
        "circle": list(each.circle),
        "withdrawn": list(each.withdrawn),
        "carried": [
            {
                "document": carrier.told.key,
                "passages": [passage_fields(passage) for passage in carrier.passages],
                "from": list(carrier.leans_on),
            }
            for carrier in each.carriers
        ],
    }


def called(origins: Origins, key: str, of: str | None = None) -> str:
    """What a document or a source is called in a view; `itself` for the document `of`."""
    if key == of:
        return "itself"
    node = origins.nodes.get(key)
    return shortened(one_line(node.name)) if node else key


def _parts(event: Event, origins: Origins, screen: Screen) -> Iterator[RenderableType]:
    outlets = len({node.name for node in origins.documents})
    yield ruled(one_line(event.name), screen)
    yield Text(f" {summary(event.told, outlets)}\n")
    yield ruled("Who leans on whom", screen)
    yield Group(_documents(origins), Text())
    if origins.circles:
        yield ruled("Circles", screen)
        yield Text("".join(f" {_round(origins, each)}\n" for each in origins.circles))
    yield ruled("What several carry, and on whom it rests", screen)
    if not origins.statements:
        yield Text(" Nothing that two of them tell alike was found.")
    for each in origins.statements[:MOST]:
        yield Group(_carried(origins, each), Text())
    left = len(origins.statements) - MOST
    if left > 0:
        yield Text(f" … {left} more; --format json has all", style="dim")


def _documents(origins: Origins) -> Table:
    """Each document in the order of time, with what it leans on and the places that show it."""
    table = grid({"width": 10}, {"ratio": 1})
    for node in origins.documents[:MOST]:
        told = node.told
        day = (told.published or UNDATED)[:10] if told else ""
        name = one_line(node.name)
        key = one_line(told.key) if told else ""
        table.add_row("", Text(day, style="dim"), Text.assemble((name, "bold"), _key(name, key)))
        mine = [edge for edge in origins.edges if edge.start == node.key]
        documents = [edge for edge in mine if origins.nodes[edge.end].told or _is_marked(edge)]
        for edge in documents:
            kinds = ", ".join(edge.kinds)
            head = Text.assemble("← ", called(origins, edge.end), (f"  {kinds}", "dim"))
            table.add_row("", "", head)
            table.add_row("", "", Text(f"    “{_short(edge.leans[0].passage.text)}”"))
        sources = [called(origins, edge.end) for edge in mine if edge not in documents]
        if sources:
            table.add_row("", "", Text.assemble(("sources: ", "dim"), "; ".join(sources)))
        if not mine:
            table.add_row("", "", Text("leans on nobody that is named", style="dim"))
    left = len(origins.documents) - MOST
    if left > 0:
        table.add_row("", "", Text(f"… {left} more; --format json has all", style="dim"))
    return table


def _is_marked(edge: Edge) -> bool:
    return "agency mark" in edge.kinds


def _key(name: str, key: str) -> tuple[str, str]:
    return (f"  {key}" if key != name else "", "dim")


def _round(origins: Origins, circle: Sequence[str]) -> str:
    return "two or more that lean on each other: " + ", ".join(
        called(origins, key) for key in circle
    )


def _carried(origins: Origins, each: Carried) -> Table:
    """A statement with its count, those behind it, and who carries it from whom."""
    table = grid({"width": 3, "justify": "right"}, {"ratio": 1})
    table.add_row(
        "", Text(str(each.independent), style="bold"), Text(f"“{_short(each.what.text)}”")
    )
    table.add_row("", "", Text(why(origins, each), style="italic"))
    for carrier in each.carriers:
        behind = [called(origins, key, carrier.told.key) for key in carrier.leans_on]
        line = f"{one_line(origins.nodes[carrier.told.key].name)}"
        source = _from(behind)
        table.add_row("", "", Text.assemble("· ", (line, "bold"), f"  {source}"))
    return table


def _from(behind: Sequence[str]) -> str:
    if not behind:
        return "from media that it does not name"
    if list(behind) == ["itself"]:
        return "by itself"
    return "from " + ", ".join(behind)


def why(origins: Origins, each: Carried) -> str:
    """In a sentence why a statement rests on so many sources."""
    count = f"{len(each.carriers)} documents"
    parts = [
        f"{called(origins, origin.key)} ({_of(origin.documents, origin.key)})"
        for origin in each.origins
    ]
    said = f"{count}, {_sources(each.independent)}"
    said += f": {'; '.join(parts)}" if parts else ""
    if each.circle:
        names = ", ".join(called(origins, key) for key in each.circle)
        said += f"; {names} have it from one another"
    if each.withdrawn:
        names = ", ".join(called(origins, key) for key in each.withdrawn)
        said += f"; taken back by {names}"
    return f"{said}; first in {called(origins, each.first.key)}"


def _of(documents: Iterable[str], origin: str) -> str:
    found = list(documents)
    if found == [origin]:
        return "itself"
    return f"behind {len(found)}" if len(found) > 1 else "behind one"


def _sources(number: int) -> str:
    if not number:
        return "no source"
    return "one source" if number == 1 else f"{number} sources"


def _short(words: str) -> str:
    words = one_line(words).strip('“”"')
    return words if len(words) <= SHORT else words[:SHORT].rsplit(" ", 1)[0] + " …"
