"""`quoth import`: what was exported, or marked in an annotation tool, into the ledger."""

from __future__ import annotations

from collections import Counter

import click

from quoth.cli.ledger_option import ledger_option

FORMATS = ("jsonl", "parquet")
SAID = {
    "added": "added",
    "known": "known already",
    "removed": "passed over, since removed before",
}
"""What became of documents, in the order in which it is summed up."""


@click.command("import", epilog="Example: quoth import week.jsonl --format jsonl --ledger news.db")
@click.argument("target", metavar="TARGET")
@ledger_option
@click.option("--format", "form", type=click.Choice(FORMATS), required=True, help="What TARGET is.")
def import_command(target: str, ledger: str, form: str) -> None:
    """Put into the ledger what `quoth export` wrote to TARGET.

    \b
    jsonl, parquet  documents with all that was kept of them; those that
                    are here already stay as they are

    Rows get new numbers where theirs are taken. What is stopped goes on when it is run again.
    """
    from quoth.ledger import open_ledger

    counts: Counter[str] = Counter()
    with open_ledger(ledger) as opened:
        for taken in opened.take(target, form):
            counts[taken.state] += 1
    parts = [f"{counts[state]:,} {said}" for state, said in SAID.items() if counts[state]]
    click.echo(f"{', '.join(parts) or 'no documents in it'}; in {ledger}")
