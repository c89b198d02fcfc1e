"""`quoth compare origins`: who leans on whom, and on how many a statement rests."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import Any

import click

from quoth.cli.comparing import Compared, comparing_options
from quoth.cli.output import open_output
from quoth.cli.reading import screen


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

    if picture and Path(picture) == Path("-"):
        raise click.UsageError("--picture needs the name of a file")
    with ExitStack() as stack:
        compared = Compared(given, stack)
        events = list(compared.events()) if picture else compared.events()
        if isinstance(events, list) and len(events) != 1:
            raise click.UsageError("--picture draws one event; name it by --event")
        out = compared.out
        for event in events:
            found = compare_origins(event.told)
            if form == "json":
                out.data(origins_json(event, found))
            else:
                for piece in origins_view(event, found, screen(out, full=False)):
                    out.write(piece)
            if picture:
                with open_output(picture) as drawing:
                    drawing.write(origins_picture(event, found))
    context.exit(1 if compared.failed else 0)
