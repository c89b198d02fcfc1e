"""`quoth compare figures`: what is counted in several documents, and why figures differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from quoth.cli.comparing import comparing_options, show_events
from quoth.cli.output import complain

if TYPE_CHECKING:
    from quoth.compare import Event


@click.command("figures", epilog="Example: quoth compare figures monday/*.html --picture toll.svg")
@comparing_options
@click.option("--picture", metavar="FILE", help="Draw one event's figures over time into an SVG.")
@click.pass_context
def compare_figures_command(
    context: click.Context, /, form: str, picture: str | None, **given: Any
) -> None:
    """Show what several documents count, on whose word, and why two figures differ.

    Figures are joined by what they count: the dead of one attack, not the injured nor the dead of
    another. A difference is sorted: later count, other bound, other unit, other source, or a
    conflict, which is shown only where none of these explains it.

    \b
    view  a table of each thing for people, and why each row differs from the one above it
    json  an object for each event, one to a line, with all differences

    Exit status: 0 all read, 1 some input failed, 2 wrong usage.
    """
    from quoth.compare import compare_figures
    from quoth.export.compared_figures import figures_json, figures_view

    show_events(
        context,
        given,
        form,
        lambda event: compare_figures(event.told),
        figures_json,
        figures_view,
        picture=picture,
        draw=_drawn,
    )


def _drawn(_: Event, things: Any) -> str | None:
    from quoth.export.figures_chart import figures_chart

    drawn = figures_chart(things)
    if drawn is None:
        complain("no chart: no thing has figures of two days or sources whose day is known")
    return drawn
