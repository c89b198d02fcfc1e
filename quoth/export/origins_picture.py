"""Who leans on whom as one picture: SVG, readable on light and on dark.

Documents stand in one column in the order of time, the sources outside of them on their left. What
leads from document to document runs on the right, each line in a lane of its own, so that no line
crosses a name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from html import escape

from quoth.compare import Event
from quoth.compare.origins import Edge, How, Node, Origins
from quoth.export import origins_layout as layout
from quoth.export.characters import one_line, shortened
from quoth.export.coverage import summary
from quoth.export.templating import asset

_MARGIN, _SOURCE, _GAP, _BOX, _LANE = 16, 230, 110, 270, 16
"""Widths of the margin, of sources, of the room between, of documents and lanes, in pixels."""
_MOST_DOCUMENTS, _MOST_SOURCES = 40, 40
"""That are drawn: those that most leads to and from; the table has all."""
_NAME, _CALLED = 34, 32
"""Characters of names that are drawn."""
_CONTROL = dict.fromkeys((*range(32), 127))

LINES: dict[How, tuple[str, str]] = {
    "cites": ("cites", "cites or names it"),
    "link": ("link", "links to it"),
    "agency mark": ("mark", "bears its mark"),
    "reprint": ("reprint", "reprints it"),
    "rewrite": ("rewrite", "rewrites it"),
    "quotation": ("quotation", "quotes its words"),
    "withdraws": ("withdraws", "withdraws it"),
}
"""The style of each kind's line, and what it means. Of several kinds one is drawn, as they stand in
`Edge.kinds`."""


def origins_picture(event: Event, origins: Origins) -> str:
    """One SVG; of many documents and sources those are drawn that most leads to and from."""
    documents = layout.chosen(origins.documents, origins.edges, _MOST_DOCUMENTS)
    shown = {node.key for node in documents}
    seen = [edge for edge in origins.edges if edge.start in shown]
    called = {edge.end for edge in seen}
    sources = [node for node in origins.sources if node.key in called]
    sources = layout.chosen(sources, seen, _MOST_SOURCES)
    between = [edge for edge in seen if edge.end in shown]
    outside = [edge for edge in seen if edge.end in {node.key for node in sources}]
    boxes = layout.boxes(documents, between)
    places = layout.places(sources, outside, boxes)
    lanes = layout.lanes(between, boxes)
    left = _MARGIN + (_SOURCE + _GAP if sources else 0)
    right = left + _BOX
    width = max(right + _LANE * (max(lanes.values(), default=0) + 2) + _MARGIN, 740)
    bottom = max(
        [
            layout.HEAD,
            *(b.top + b.height for b in boxes.values()),
            *(y + layout.ROW // 2 for y in places.values()),
        ]
    )
    inside = {key for circle in origins.circles for key in circle}
    drawn = [_text_at("Documents, the oldest first", left, layout.HEAD - 14, "soft")]
    if sources:
        drawn.append(_text_at("Sources outside", _MARGIN, layout.HEAD - 14, "soft"))
    drawn += _outside(outside, origins, boxes, places, left)
    drawn += _between(between, origins, boxes, lanes, right)
    for node in sources:
        drawn += _source(node, places[node.key])
    for key, box in boxes.items():
        drawn += _document(box, left, key in inside)
    drawn += _key(bottom + 30, bool(inside))
    height = bottom + 30 + 26 * 3 + _MARGIN
    hidden = (len(origins.documents) - len(documents), len(origins.sources) - len(sources))
    if any(hidden):
        words = f"{hidden[0]} more documents and {hidden[1]} more sources are in the table"
        drawn.append(_text_at(words, _MARGIN, height - 8, "soft"))
        height += 14
    outlets = len({node.name for node in origins.documents})
    told = _text(f"{event.name}: {summary(event.told, outlets)}", 200)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="origins" width="{width}" '
        f'height="{height}" viewBox="0 0 {width} {height}" role="img" '
        'aria-labelledby="origins-name origins-told">\n'
        '<title id="origins-name">Who leans on whom</title>\n'
        f'<desc id="origins-told">{told}. Each line leads from a document to what it has matter '
        f"from: {_text('; '.join(_said(e, origins) for e in between), 2000)}</desc>\n"
        f"<style>{asset('origins.css').rstrip()}</style>\n{chr(10).join(drawn)}\n</svg>\n"
    )


def _between(
    between: Sequence[Edge],
    origins: Origins,
    boxes: dict[str, layout.Box],
    lanes: dict[tuple[str, str], int],
    right: int,
) -> Iterator[str]:
    """The lines from document to document, in lanes on the right."""
    order = {key: n for n, key in enumerate(boxes)}
    lines: dict[str, list[tuple[int, int, Edge]]] = defaultdict(list)
    for edge in between:
        lane = lanes[edge.start, edge.end]
        up = order[edge.end] < order[edge.start]
        # Lines that go up meet a box at its top, those of near lanes first: so they do not cross.
        for key, rises in ((edge.start, up), (edge.end, not up)):
            lines[key].append((0 if rises else 1, lane, edge))
    ports: dict[tuple[str, Edge], int] = {}
    for key, ends in lines.items():
        ordered = sorted(ends, key=lambda e: (e[0], e[1] if e[0] == 0 else -e[1], e[2].start))
        for _, _, edge in ordered:
            ports[key, edge] = boxes[key].port(len(ends))
    for edge in between:
        x = right + _LANE * (lanes[edge.start, edge.end] + 1)
        y, to = ports[edge.start, edge], ports[edge.end, edge]
        bend = 6 if to > y else -6
        path = (
            f"M {right} {y} H {x - 6} Q {x} {y} {x} {y + bend} "
            f"V {to - bend} Q {x} {to} {x - 6} {to} H {right + 8}"
        )
        yield _line(edge, origins, path)
        yield f'<path class="head" d="M {right} {to} l 9 -4 v 8 z"/>'


def _outside(
    outside: Sequence[Edge],
    origins: Origins,
    boxes: dict[str, layout.Box],
    places: dict[str, int],
    left: int,
) -> Iterator[str]:
    """The lines from documents to sources outside, on the left."""
    calls: dict[str, list[Edge]] = defaultdict(list)
    for edge in outside:
        calls[edge.start].append(edge)
    for key, edges in calls.items():
        box = boxes[key]
        for n, edge in enumerate(sorted(edges, key=lambda e: places[e.end]), 1):
            y, to = box.top + box.height * n // (len(edges) + 1), places[edge.end]
            x = _MARGIN + _SOURCE
            middle = (x + left) // 2
            path = f"M {left} {y} C {middle} {y} {middle} {to} {x + 8} {to}"
            yield _line(edge, origins, path)
            yield f'<path class="head" d="M {x} {to} l 9 -4 v 8 z"/>'


def _line(edge: Edge, origins: Origins, path: str) -> str:
    style = LINES[edge.kinds[0]][0]
    return (
        f'<path class="{style}" d="{path}"><title>{_text(_said(edge, origins), 200)}</title></path>'
    )


def _said(edge: Edge, origins: Origins) -> str:
    start, end = origins.nodes[edge.start].name, origins.nodes[edge.end].name
    return f"{start} from {end} ({', '.join(edge.kinds)})"


def _document(box: layout.Box, left: int, round_about: bool) -> Iterator[str]:
    node = box.node
    told = node.told
    kind = ' class="round"' if round_about else ""
    yield f'<rect{kind} x="{left}" y="{box.top}" width="{_BOX}" height="{box.height}" rx="4"/>'
    y = box.top + box.height // 2
    yield _text_at(node.name, left + 10, y - 3, "name", _NAME)
    below = [told.published.replace("T", " ") if told and told.published else "no date"]
    below += [told.key] if told and told.key != node.name else []
    yield _text_at("  ·  ".join(below), left + 10, y + 15, "soft", 40)


def _source(node: Node, y: int) -> Iterator[str]:
    half = (layout.ROW - 8) // 2
    yield (
        f'<rect class="source" x="{_MARGIN}" y="{y - half}" width="{_SOURCE}" '
        f'height="{2 * half}" rx="{half}"/>'
    )
    yield _text_at(node.name, _MARGIN + 12, y + 4, "", _CALLED)


def _key(y: int, circles: bool) -> Iterator[str]:
    """What lines and shapes mean, below the picture."""
    x = _MARGIN
    for style, words in LINES.values():
        if x > 560:
            x, y = _MARGIN, y + 24
        yield f'<path class="{style}" d="M {x} {y} h 36"/>'
        yield _text_at(words, x + 44, y + 4, "soft")
        x += 180
    x, y = _MARGIN, y + 24
    yield f'<rect x="{x}" y="{y - 8}" width="36" height="16" rx="3"/>'
    yield _text_at("a document", x + 44, y + 4, "soft")
    yield f'<rect class="source" x="{x + 180}" y="{y - 8}" width="36" height="16" rx="8"/>'
    yield _text_at("a source outside", x + 224, y + 4, "soft")
    if circles:
        yield f'<rect class="round" x="{x + 360}" y="{y - 8}" width="36" height="16" rx="3"/>'
        yield _text_at("in a circle", x + 404, y + 4, "soft")


def _text_at(words: str, x: int, y: int, kind: str, longest: int = 200) -> str:
    style = f' class="{kind}"' if kind else ""
    full = one_line(words)
    more = f"<title>{_text(full, 400)}</title>" if len(full) > longest else ""
    return f'<text{style} x="{x}" y="{y}">{_text(full, longest)}{more}</text>'


def _text(words: str, longest: int) -> str:
    plain = one_line(words).translate(_CONTROL)
    return escape(shortened(plain, longest))
