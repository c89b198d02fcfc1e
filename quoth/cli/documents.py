"""`quoth documents`: what was added last, and what could not be."""

from __future__ import annotations

import click

from quoth.cli.ledger_option import ledger_option
from quoth.cli.output import open_output, output_option
from quoth.cli.reading import screen

SHOWN = 20
"""Documents that are listed, unless another number is asked for."""


@click.command("documents", epilog="Example: quoth documents --limit 5 --ledger news.db")
@ledger_option
@click.option("--outlet", metavar="NAME", help="Of this outlet alone, by its whole name.")
@click.option("--failed", is_flag=True, help="What could not be read, and why, instead.")
@click.option(
    "--limit", type=click.IntRange(min=1), default=SHOWN, show_default=True, metavar="N",
    help="So many at most.",
)  # fmt: skip
@click.option(
    "--format",
    "form",
    type=click.Choice(("view", "jsonl")),
    default="view",
    help="view for people (default); jsonl for programs.",
)
@output_option
def documents_command(
    ledger: str, outlet: str | None, failed: bool, limit: int, form: str, output: str
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
        if form == "jsonl":
            found = kept.failures(limit) if failed else kept.arrivals(limit, outlet=outlet)
            for piece in arrivals_json(found.items):
                out.data(piece)
        elif failed:
            for piece in failures_view(kept.failures(limit).items, screen(out, full=True)):
                out.write(piece)
        else:
            shown = kept.arrivals(limit, outlet=outlet).items
            for piece in arrivals_view(shown, screen(out, full=True)):
                out.write(piece)
        out.flush()
