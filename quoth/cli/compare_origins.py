"""`quoth compare origins`: who leans on whom, and on how many a statement rests."""

from __future__ import annotations

from typing import Any

import click

from quoth.cli.comparing import comparing_options, show_events


@click.command("origins", epilog="Example: quoth compare origins monday/*.html --picture who.svg")
@comparing_options
@click.option("--picture", metavar="FILE", help="Draw who leans on whom, of one event, as an SVG.")
@click.pass_context
def compare_origins_command(
    context: click.Context, /, form: str, picture: str | None, **given: Any
) -> None:
    """Show which document has its matter from which, and how many sources stand behind what.

    A document leans on another where it cites it by name or description, links to it, bears its
    mark, or has its words. Behind a statement reprints and common origins count once, a circle
    counts nothing, and who saw it for himself counts.

    \b
    view  documents in the order of time, then what several carry
    json  nodes, edges and statements: an object for each event, one to a line

    Exit status: 0 all read, 1 some input failed, 2 wrong usage.
    """
    from quoth.compare import compare_origins
    from quoth.export.compared_origins import origins_json, origins_view
    from quoth.export.origins_picture import origins_picture

    show_events(
        context,
        given,
        form,
        lambda event: compare_origins(event.told),
        origins_json,
        origins_view,
        picture=picture,
        draw=origins_picture,
    )
