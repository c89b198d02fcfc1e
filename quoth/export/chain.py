"""The view of on whose word: a tree from the document down to whoever spoke last.

Every statement hangs under the one in whose content it stands, and those that stand in no other
under the document itself.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text
from rich.tree import Tree

from quoth.export import wording
from quoth.export.characters import one_line
from quoth.export.view import Screen
from quoth.records import Document, Reading, Source, Statement

CONTENT_LINES = 3
"""Longer contents are cut to about this many lines, unless all is asked for."""
_BARS = {"direct": "┃ ", "mixed": "┆ ", "indirect": ""}
_INSET = 4
"""Cells by which a statement is set in under the one that holds it."""
_NARROWEST = 24
"""Cells that the deepest statement has at least."""


def chain(reading: Reading, screen: Screen | None = None) -> Iterator[str]:
    """The tree of one reading, in one piece that ends in an empty line."""
    screen = screen or Screen()
    depths = _depths(reading.statements)
    width = max(screen.width, _INSET * (1 + max(depths.values(), default=0)) + _NARROWEST)
    sources = {source.id: source for source in reading.sources}
    nodes = {}
    for one in reading.statements:
        room = width - _INSET * (1 + depths[one.id])
        most = None if screen.full else CONTENT_LINES * room
        nodes[one.id] = Tree(_label(one, sources.get(one.source_id or ""), most))
    top = [one for one in reading.statements if one.within not in nodes]
    for one in reading.statements:
        if one.within in nodes:
            nodes[one.within].children.append(nodes[one.id])
    root = Tree(_head(reading.document), guide_style="dim")
    root.children += [nodes[one.id] for one in top]
    if not top:
        root.add(Text("no statement of anybody else", style="dim"))
    yield _drawn(root, width, screen.styled)


def _depths(statements: Iterable[Statement]) -> dict[str, int]:
    """How many statements each one stands in."""
    outer = {one.id: one.within for one in statements}
    depths: dict[str, int] = {}
    for name in outer:
        way: list[str] = []
        at: str | None = name
        while at in outer and at not in depths and at not in way:
            way.append(at)
            at = outer[at]
        above = depths.get(at or "", -1)
        for number, one in enumerate(reversed(way), 1):
            depths[one] = above + number
    return depths


def _head(document: Document) -> Text:
    """The document, and whose it says it is."""
    known = document.metadata
    makers = [found.value for found in (*known.authors, known.outlet) if found]
    head = Text(one_line(document.name), style="bold")
    if makers:
        head.append(f"  {one_line(', '.join(makers))}", style="not bold")
    return head


def _label(statement: Statement, source: Source | None, most: int | None) -> Text:
    """Source, cue, form and place in one line, the content under it, of `most` characters."""
    label = Text()
    if statement.source is None:
        label.append("(no source)", style="dim")
    else:
        label.append(one_line(statement.source.text), style="bold")
    if known := wording.who(statement, source):
        label.append(" → ", style="dim").append(one_line(known.text))
    if statement.cue:
        label.append("  ").append(one_line(statement.cue.text), style="italic")
    where = wording.place(statement.content.places)
    label.append(f"  {statement.form}, {where}\n", style="dim")
    if statement.cited:
        label.append(f"cites {one_line(statement.cited.text)}\n", style="dim")
    content = one_line(statement.content.text)
    if most is not None and len(content) > most:
        content = content[: most - 1].rstrip() + "…"
    return label.append(_BARS[statement.form], style="magenta").append(content)


def _drawn(tree: Tree, width: int, styled: bool) -> str:
    paper = io.StringIO()
    console = Console(
        file=paper,
        width=width,
        force_terminal=styled,
        force_jupyter=False,
        color_system="standard" if styled else None,
        legacy_windows=False,
    )
    console.print(tree)
    return "".join(f"{line.rstrip()}\n" for line in paper.getvalue().splitlines()) + "\n"
