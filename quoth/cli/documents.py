"""`quoth documents`: what was added last, and what could not be."""

from __future__ import annotations

import click

from quoth.cli.ledger_option import ledger_option
from quoth.cli.listing import format_option, limit_option, most
from quoth.cli.output import open_output, output_option
from quoth.cli.reading import screen

MOST = 1_000_000
"""Documents that are listed where all are asked for."""


@click.command("documents", epilog="Example: quoth documents --limit 5 --ledger news.db")
@ledger_option
@click.option("--outlet", metavar="NAME", help="Of this outlet alone, by its whole name.")
@click.option("--failed", is_flag=True, help="What could not be read, and why, instead.")
@limit_option
@format_option("jsonl")
@output_option
def documents_command(
    ledger: str, outlet: str | None, failed: bool, limit: int | None, form: str, output: str
) -> None:
    """List documents, those that were added last first.

    With --failed what could not be read, each with its reason; `quoth add
    --retry-failed` tries it anew.
    """
    from quoth.export.arrivals import arrivals_json, arrivals_view, failures_view
    from quoth.ledger import open_ledger

    if failed and outlet:
        raise click.UsageError("nobody knows the outlet of what failed; leave --outlet out")
    with open_ledger(ledger, create=False, read_only=True) as kept, open_output(output) as out:
        number, sight = most(limit, form) or MOST, screen(out, full=True)
        if failed:
            failures = kept.failures(number).items
            view, data = failures_view(failures, sight), arrivals_json(failures)
        else:
            arrivals = kept.arrivals(number, outlet=outlet).items
            view, data = arrivals_view(arrivals, sight), arrivals_json(arrivals)
        for piece in view if form == "view" else data:
            (out.write if form == "view" else out.data)(piece)
        out.flush()
