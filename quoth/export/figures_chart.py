"""What is counted, over time and by source: SVG lines of points, each named where it stands."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import datetime
from html import escape
from typing import Any
from zlib import crc32

from quoth.compare.figures import Counted, Row
from quoth.errors import QuothError
from quoth.export.characters import one_line, shortened
from quoth.export.compared_figures import outlet, rows_of, source, value

MARKERS = "osD^vPX*<>ph"
"""One for each source, so that colour says nothing that shape does not say too."""
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#c040a8", "#3a8fb7", "#8a6d00", "#808080")
"""After Okabe and Ito, told apart by people who see few colours; all are seen on light and dark."""
_INK, _GRID = "#000000", "#7f7f7f"
MOST = 4
"""Panels of a picture."""
LONGEST = 46
"""Characters of a point's name."""
_STYLED = re.compile(r' style="([^"]*)"')
_WIDTH, _PANEL, _TALL = 3.9, 2.4, 0.22
"""Inches: the picture's width, which a phone has, and the heights of a panel and a point's name."""


class NoCharts(QuothError):
    """The library that draws is missing."""

    def __init__(self) -> None:
        super().__init__("a chart needs matplotlib: pip install 'quoth[charts]'")


def figures_chart(things: Sequence[Counted]) -> str | None:
    """One SVG of the things with two figures whose days are known; None where there is none.

    The same things give the same bytes. Raises `NoCharts`.
    """
    drawn = [thing for thing in things if len({_height(row) for row in rows_of(thing)}) > 1][:MOST]
    if not drawn:
        return None
    try:
        import matplotlib as mpl
        from matplotlib.figure import Figure
    except ImportError:
        raise NoCharts from None
    settings = {
        "svg.hashsalt": "quoth",
        "svg.fonttype": "none",
        "font.family": "sans-serif",
        "font.size": 10,
        "text.parse_math": False,
    }
    with mpl.rc_context(settings):
        heights = [h for thing in drawn for h in (_PANEL, _TALL * (len(rows_of(thing)) + 1))]
        figure = Figure(figsize=(_WIDTH, sum(heights)), layout="constrained")
        panels = figure.subplots(len(heights), 1, height_ratios=heights)
        for panel, names, thing in zip(panels[::2], panels[1::2], drawn, strict=True):
            _panel(panel, names, thing)
        paper = io.StringIO()
        nothing = dict.fromkeys(("Date", "Creator", "Format", "Type"))
        figure.savefig(paper, format="svg", metadata=nothing)
    return _told(paper.getvalue(), drawn)


def _panel(panel: Any, names: Any, thing: Counted) -> None:
    from matplotlib.ticker import MaxNLocator

    rows = rows_of(thing)
    points = [(_moment(row), _height(row)) for row in rows]
    heights = [height for _, height in points]
    reach = (max(heights) - min(heights)) or abs(max(heights)) or 1.0
    sources = list(dict.fromkeys(_source(row) for row in rows))
    for number, each in enumerate(sources):
        mine = [n for n, row in enumerate(rows) if _source(row) == each]
        colour = COLOURS[number % len(COLOURS)]
        panel.plot(
            [points[n][0] for n in mine],
            [points[n][1] for n in mine],
            color=colour,
            marker=MARKERS[number % len(MARKERS)],
            markersize=6,
            linewidth=1,
            linestyle="-" if len(mine) > 1 else "none",
        )
        for n in mine:
            _bound(panel, rows[n], points[n], reach, colour)
    _names(names, rows, points, sources)
    panel.set_title(shortened(one_line(thing.label), LONGEST), loc="left", fontweight="bold")
    panel.spines[["top", "right"]].set_visible(False)
    panel.grid(axis="y", color=_GRID, alpha=0.4, linewidth=0.6)
    panel.set_axisbelow(True)
    panel.margins(x=0.06, y=0.12)
    panel.yaxis.set_major_locator(MaxNLocator(6, integer=all(map(float.is_integer, heights))))
    panel.yaxis.set_major_formatter("{x:,.10g}")
    _days(panel)


def _bound(panel: Any, row: Row, point: tuple[datetime, float], reach: float, colour: str) -> None:
    """An arrow where one side is open, a bar where there are two ends."""
    amount = row.first.figure
    if amount.low is None or amount.high is None:
        panel.errorbar(
            [point[0]], [point[1]], yerr=reach * 0.09, color=colour, linewidth=1.2, capsize=3,
            lolims=amount.high is None, uplims=amount.low is None,
        )  # fmt: skip
    elif amount.low != amount.high:
        half = (amount.high - amount.low) / 2
        panel.errorbar([point[0]], [point[1]], yerr=half, color=colour, linewidth=1.2, capsize=3)


def _names(
    paper: Any, rows: Sequence[Row], points: Sequence[tuple[datetime, float]], sources: list[str]
) -> None:
    """The name of each point in a list under the panel, the highest first, with its mark."""
    order = sorted(range(len(rows)), key=lambda n: (points[n][1], points[n][0]))
    paper.set(xlim=(0, 1), ylim=(-1, len(order)))  # with a line free below
    paper.set_axis_off()
    for place, n in enumerate(order):
        number = sources.index(_source(rows[n]))
        paper.plot(
            [0.02],
            [place + 0.5],
            clip_on=False,
            color=COLOURS[number % len(COLOURS)],
            marker=MARKERS[number % len(MARKERS)],
            markersize=6,
        )
        name = paper.text(0.07, place + 0.5, _name(rows[n]), verticalalignment="center")
        name.set_in_layout(False)  # who shows it has letters of other widths


def _name(row: Row) -> str:
    first = row.first
    who = source(first) if first.whose.text else outlet(first)
    return shortened(f"{value(first)} · {who}", LONGEST)


def _days(panel: Any) -> None:
    from matplotlib.dates import AutoDateLocator, ConciseDateFormatter

    locator = AutoDateLocator(minticks=2, maxticks=5)
    panel.xaxis.set_major_locator(locator)
    panel.xaxis.set_major_formatter(ConciseDateFormatter(locator))


def _moment(row: Row) -> datetime:
    """The day or the hour; of a month or a year its beginning."""
    told = row.first.day.value or ""
    whole = told if len(told) >= 10 else f"{told}-01-01"[:10]
    try:
        return datetime.fromisoformat(whole[:19]).replace(tzinfo=None)
    except ValueError:
        return datetime.fromisoformat(whole[:10])


def _height(row: Row) -> float:
    figure = row.first.figure
    ends = [end for end in (figure.low, figure.high) if end is not None]
    return sum(ends) / len(ends)


def _source(row: Row) -> str:
    """What a source's points have in common."""
    first = row.first
    if first.whose.text is None:
        return f"own {outlet(first)}"
    return " ".join(sorted(first.whose.words)) or source(first)


def _attributes(style: re.Match[str]) -> str:
    """Properties as attributes, which also a page shows whose policy forbids styles in it."""
    pairs = (each.partition(":") for each in style[1].split(";"))
    return "".join(f' {name.strip()}="{value.strip()}"' for name, _, value in pairs)


def _told(svg: str, things: Sequence[Counted]) -> str:
    """The picture with what it shows in words, for who does not see it."""
    told = ". ".join(
        f"{one_line(thing.label)}: "
        + "; ".join(f"{(row.first.day.value or '')[:10]}, {_name(row)}" for row in rows_of(thing))
        for thing in things
    )
    svg = svg[svg.index("<svg") :]
    svg = re.sub(r"\s*<(metadata|style)\b.*?</\1>", "", svg, flags=re.S)
    svg = _STYLED.sub(_attributes, svg)
    svg = svg.replace(_INK, "currentColor")
    own = f"f{crc32(told.encode()):08x}"  # several pictures may stand in one page
    svg = re.sub(r'(\bid="|url\(#|href="#)', rf"\g<1>{own}-", svg)
    head, tail = svg.split(">", 1)
    return (
        f'{head} fill="currentColor" stroke-linejoin="round" stroke-linecap="butt" role="img" '
        f'aria-labelledby="{own}-name {own}-told">\n'
        f'<title id="{own}-name">Figures over time, by source</title>\n'
        f'<desc id="{own}-told">{escape(told)}.</desc>{tail}'
    )
