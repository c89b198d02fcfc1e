"""`quoth compare figures`: what is counted in several documents, and why figures differ."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import Any

import click

from quoth.cli.comparing import Compared, comparing_options
from quoth.cli.output import complain, open_output
from quoth.cli.reading import screen


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

    if picture and Path(picture) == Path("-"):
        raise click.UsageError("--picture needs the name of a file")
    with ExitStack() as stack:
        compared = Compared(given, stack)
        events = list(compared.events()) if picture else compared.events()
        if isinstance(events, list) and len(events) != 1:
            raise click.UsageError("--picture draws one event; name it by --event")
        out = compared.out
        for event in events:
            things = compare_figures(event.told)
            if form == "json":
                out.data(figures_json(event, things))
            else:
                for piece in figures_view(event, things, screen(out, full=False)):
                    out.write(piece)
            if picture:
                _draw(picture, things)
    context.exit(1 if compared.failed else 0)


def _draw(file: str, things: Any) -> None:
    from quoth.export.figures_chart import figures_chart

    drawn = figures_chart(things)
    if drawn is None:
        complain("no chart: no thing has figures of two days or sources whose day is known")
        return
    with open_output(file) as out:
        out.write(drawn)
