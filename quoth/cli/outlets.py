"""`quoth outlets`: who published what the ledger holds."""

from __future__ import annotations

import click

from quoth.cli.ledger_option import ledger_option
from quoth.cli.listing import format_option, limit_option, most
from quoth.cli.output import open_output, output_option
from quoth.cli.reading import screen

MOST = 1_000_000
"""Outlets that are listed where all are asked for."""


@click.command("outlets", epilog='Example: quoth outlets --name "The Post"')
@click.argument("words", metavar="[WORDS]...", nargs=-1)
@ledger_option
@click.option("--name", metavar="NAME", help="One outlet, and the sources that it leans on.")
@limit_option
@format_option("jsonl")
@output_option
def outlets_command(
    words: tuple[str, ...], ledger: str, name: str | None, limit: int | None, form: str, output: str
) -> None:
    """List outlets by how many documents there are of each, as these say themselves.

    With WORDS only those whose name holds them all; with --name one of them,
    with the kinds of source and the sources that it lets speak most.
    """
    from quoth.export.outlets import outlet_json, outlet_view, outlets_json, outlets_view
    from quoth.ledger import open_ledger
    from quoth.ledger.errors import NotFound

    with open_ledger(ledger, create=False, read_only=True) as kept, open_output(output) as out:
        census = kept.census()
        if name is not None:
            found = census.outlet(name)
            if found is None:
                raise NotFound(f"{name}: no such outlet; `quoth outlets` lists them")
            given = (found, census.kinds_of(name), census.leans_on(name))
            pieces = (
                outlet_view(*given, screen(out, full=True))
                if form == "view"
                else [outlet_json(*given)]
            )
        else:
            number = most(limit, form) or MOST
            listed = census.outlets(" ".join(words), limit=number).items
            pieces = (
                outlets_view(listed, screen(out, full=True))
                if form == "view"
                else outlets_json(listed)
            )
        for piece in pieces:
            (out.write if form == "view" else out.data)(piece)
        out.flush()
