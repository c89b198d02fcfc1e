"""`quoth serve`: the reading room, in a browser on this machine."""

from __future__ import annotations

import click

from quoth.cli.ledger_option import ledger_option
from quoth.cli.who import who_option
from quoth.models import MODELS

PORT = 8000


@click.command("serve", epilog="Example: quoth serve --open --ledger news.db")
@ledger_option
@click.option("--port", type=click.IntRange(0, 65535), default=PORT, show_default=True)
@click.option("--open", "shown", is_flag=True, help="Open it in the browser.")
@click.option(
    "--model",
    type=click.Choice(MODELS),
    default=MODELS[0],
    help="What reads documents that are added: standard (default), or small.",
)
@who_option
def serve_command(ledger: str, port: int, shown: bool, model: str, who: str) -> None:
    """Open a ledger as pages, at an address on this machine alone.

    Read documents with their sources beside them, correct what is wrong, search, add
    documents. Each page has its JSON at the same address with .json behind it. Ctrl-C ends it.
    """
    from quoth.ledger import open_ledger
    from quoth.web import Settings
    from quoth.web.serving import serve

    with open_ledger(ledger):  # one line now, if it cannot be opened
        pass
    serve(Settings(ledger, port=port, who=who, model=model), shown)
