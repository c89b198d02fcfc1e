"""`quoth history`: what a publisher changed."""

from __future__ import annotations

import click

from quoth.cli.ledger_option import ledger_option
from quoth.cli.output import open_output, output_option
from quoth.cli.reading import screen


@click.command("history", epilog="Example: quoth history https://example.org/ferry")
@click.argument("document", metavar="DOCUMENT")
@ledger_option
@click.option(
    "--format",
    "form",
    type=click.Choice(("view", "json")),
    default="view",
    help="view for people (default); json for programs.",
)
@output_option
def history_command(document: str, ledger: str, form: str, output: str) -> None:
    """Show what changed between the versions of DOCUMENT, statement by statement.

    DOCUMENT is any of its versions: a number, a name, a path or an address. A
    statement is added, dropped, altered (in content, cue or form), or has
    another source than before. Words that went stand in [-...-], words that
    came in {+...+}. Where the words are the same in both texts and only the
    reading differs, that is counted and not shown.
    """
    from quoth.ledger import open_ledger
    from quoth.ledger.naming import document_number

    with open_ledger(ledger, create=False, read_only=True) as kept, open_output(output) as out:
        found = kept.history(document_number(kept.store, document))
        from quoth.export.history import history_json, history_view

        if form == "json":
            out.data(history_json(found))
        else:
            for piece in history_view(found, screen(out, full=True)):
                out.write(piece)
        out.flush()
