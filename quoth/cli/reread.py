"""`quoth reread`: kept documents read by another model."""

from __future__ import annotations

from contextlib import ExitStack

import click

from quoth.cli.ledger_option import ledger_option
from quoth.cli.progress import Waiting
from quoth.models import MODELS


@click.command("reread", epilog="Example: quoth reread --limit 500 --ledger news.db")
@click.argument("documents", metavar="[DOCUMENT]...", nargs=-1)
@ledger_option
@click.option(
    "--model",
    type=click.Choice(MODELS),
    default=MODELS[0],
    help="standard (default), or small: faster, and less right.",
)
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Read N documents at most.")
def reread_command(documents: tuple[str, ...], ledger: str, model: str, limit: int | None) -> None:
    """Read kept documents anew where another model, or an older one, read them.

    Each DOCUMENT (a number, a name, an address) is read in any case; with none, all
    that the model has not read. People's corrections stay: they are carried over by place and
    text. What is stopped goes on; --limit does a part at a time.
    """
    from quoth.ledger import open_ledger
    from quoth.ledger.naming import document_number
    from quoth.reader import Reader

    with ExitStack() as stack:
        kept_in = stack.enter_context(open_ledger(ledger, create=False))
        reader = stack.enter_context(Reader(model))
        named = [document_number(kept_in.store, each) for each in documents]
        wanted = named or kept_in.outdated(reader.model)
        waiting = stack.enter_context(Waiting(len(wanted[:limit])))
        done = 0
        for done, _ in enumerate(kept_in.reread(reader, wanted[:limit]), 1):
            waiting.opening(done)
            with waiting.counting(aside=False):
                pass
        left = 0 if named else len(wanted) - done
    click.echo(f"{done:,} read by {reader.model}, {left:,} left")
