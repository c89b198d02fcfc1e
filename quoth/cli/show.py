"""`quoth show`: a statement of the ledger, or a document."""

from __future__ import annotations

import click

from quoth.cli.ledger_option import ledger_option
from quoth.cli.output import open_output, output_option
from quoth.cli.reading import screen


@click.command("show", epilog="Example: quoth show 17:s12")
@click.argument("ident", metavar="ID")
@ledger_option
@click.option(
    "--format",
    "form",
    type=click.Choice(("view", "json")),
    default="view",
    help="view for people (default); json for programs.",
)
@click.option("--full", is_flag=True, help="Show long contents whole in a document's view.")
@output_option
def show_command(ident: str, ledger: str, form: str, full: bool, output: str) -> None:
    """Show a statement (17:s12) in its context, or a document (17) as it is read.

    Of a statement all that is known is shown: its source, cue, figures and dates,
    on whose word it stands, what people said of it, and in which other documents
    of the ledger the same text stands. A document may also be given by its name,
    its path or its address.
    """
    from quoth.ledger import open_ledger

    with open_ledger(ledger, create=False, read_only=True) as kept, open_output(output) as out:
        shown = kept.show(ident)
        if form == "json":
            from quoth.export import json_document
            from quoth.export.shown import shown_json

            out.data(shown_json(shown) if shown.statement else json_document(shown.reading))
        else:
            from quoth.export.shown import shown_view
            from quoth.export.view import view

            sight = screen(out, full)
            pieces = shown_view(shown, sight) if shown.statement else view(shown.reading, sight)
            for piece in pieces:
                out.write(piece)
        out.flush()
