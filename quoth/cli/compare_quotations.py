"""`quoth compare quotations`: the same utterance across documents, and what became of it."""

from __future__ import annotations

from contextlib import ExitStack
from typing import Any

import click

from quoth.cli.comparing import Compared, comparing_options
from quoth.cli.reading import screen


@click.command("quotations", epilog="Example: quoth compare quotations monday/*.html")
@comparing_options
@click.option("--full", is_flag=True, help="Show long quotations whole in the view.")
@click.pass_context
def compare_quotations_command(
    context: click.Context, /, form: str, full: bool, **given: Any
) -> None:
    """Show the same utterance across documents, in any wording near it.

    Versions stand word by word against the longest one: words left out, put in or changed, marked
    or not; moved between marks and indirect speech; made of two utterances; given to another
    source; with another number or name, or without a condition or a negation. Utterances with the
    gravest change come first.

    \b
    view  for people: [-gone-] {+new+}
    json  an object for each event, one to a line

    Exit status: 0 all read, 1 some input failed, 2 wrong usage.
    """
    from quoth.compare import compare_quotations
    from quoth.export.quotations import quotations_json, quotations_view

    with ExitStack() as stack:
        compared = Compared(given, stack)
        for event in compared.events():
            groups = compare_quotations(event.told)
            out = compared.out
            if form == "json":
                out.data(quotations_json(event, groups))
            else:
                for piece in quotations_view(event, groups, screen(out, full)):
                    out.write(piece)
    context.exit(1 if compared.failed else 0)
