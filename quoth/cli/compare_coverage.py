"""`quoth compare coverage`: what each outlet carries of an event and leaves out."""

from __future__ import annotations

from typing import Any

import click

from quoth.cli.comparing import comparing_options, show_events


@click.command("coverage", epilog="Example: quoth compare coverage monday/*.html --picture who.svg")
@comparing_options
@click.option("--picture", metavar="FILE", help="Draw the table of one event into an SVG.")
@click.pass_context
def compare_coverage_command(
    context: click.Context, /, form: str, picture: str | None, **given: Any
) -> None:
    """Show which statements, sources and kinds of source each outlet carries and leaves out.

    Documents of one outlet are one column; two outlets of one name are told apart by the hosts of
    their addresses. What is the same utterance, or mostly the same words of the same source, is
    one statement. An outlet all of whose documents are older than a statement leaves nothing out.

    \b
    view  a table for people
    json  an object for each event, one to a line

    Exit status: 0 all read, 1 some input failed, 2 wrong usage.
    """
    from quoth.compare import compare_coverage
    from quoth.export.coverage import coverage_json, coverage_view
    from quoth.export.coverage_picture import coverage_picture

    show_events(
        context,
        given,
        form,
        lambda event: compare_coverage(event.told),
        coverage_json,
        coverage_view,
        picture=picture,
        draw=coverage_picture,
    )
