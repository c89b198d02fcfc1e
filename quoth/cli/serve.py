"""`quoth serve`: the reading room, in a browser on this machine."""

from __future__ import annotations

import webbrowser
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from click.core import ParameterSource

from quoth.cli.inputs import STANDARD_INPUT
from quoth.cli.ledger_option import ledger_option
from quoth.cli.output import complain
from quoth.cli.who import who_option
from quoth.errors import UnreadableInput
from quoth.listening import LOCAL, PORT
from quoth.models import MODELS


@click.command("serve", epilog="Example: quoth serve --open --ledger news.db")
@click.argument("files", metavar="[FILE]...", nargs=-1)
@ledger_option
@click.option("--port", type=click.IntRange(0, 65535), default=PORT, show_default=True)
@click.option("--open", "shown", is_flag=True, help="Open it in the browser.")
@click.option(
    "--host",
    metavar="ADDRESS",
    default=LOCAL,
    help=f"Listen at another address than {LOCAL}; who enters then needs a token.",
)
@click.option(
    "--token",
    "asks",
    is_flag=True,
    help="Ask for a token here too, as where others have accounts on this machine.",
)
@click.option(
    "--model",
    type=click.Choice(MODELS),
    default=MODELS[0],
    help="What reads documents that are added: standard (default), or small.",
)
@who_option
@click.pass_context
def serve_command(
    context: click.Context,
    files: tuple[str, ...],
    ledger: str,
    port: int,
    shown: bool,
    host: str,
    asks: bool,
    model: str,
    who: str,
) -> None:
    """Open a ledger as pages, at an address on this machine alone.

    Read documents with their sources beside them, correct what is wrong, search, add
    documents. Each page has its JSON at the same address with .json behind it. Ctrl-C ends it.

    One that cannot be written, as on a medium that is read only, is shown without that.

    With FILEs, whatever `quoth read` takes, these are read into a ledger of their own, which
    goes when the room is closed.
    """
    from quoth.ledger import open_ledger
    from quoth.ledger.errors import READ_ONLY, LedgerError
    from quoth.web import Settings
    from quoth.web.guard import LOCAL_HOSTS
    from quoth.web.serving import serve
    from quoth.web.tokens import hashed, new_token

    with ExitStack() as stack:
        called = ledger
        if files:
            if context.get_parameter_source("ledger") is ParameterSource.COMMANDLINE:
                raise click.UsageError("FILE goes without --ledger; to keep it, use `quoth add`")
            if not any(each == STANDARD_INPUT or Path(each).exists() for each in files):
                raise UnreadableInput(_called(files), "no such file; check the path")
            folder = TemporaryDirectory(prefix="quoth-", ignore_cleanup_errors=True)
            ledger = str(Path(stack.enter_context(folder), "read.db"))
            called = _called(files)
        writable, new = True, not (files or Path(ledger).exists())
        try:
            with open_ledger(ledger):  # one line now, if it cannot be opened
                pass
        except LedgerError as error:
            if error.reason != READ_ONLY:
                raise
            with open_ledger(ledger, read_only=True):
                writable = False
        token = new_token() if asks or host != LOCAL else None

        def opened(address: str) -> None:
            told = f"{address}?token={token}" if token else address
            complain(f"{called} is open at {told} (Ctrl-C ends)")
            if new:
                complain("the ledger is new and empty: add documents there, or by `quoth add`")
            if not writable:
                complain("the ledger cannot be written: nothing is added or corrected")
            if token:
                complain("its token is told this once; who has it can read and correct everything")
            if host not in LOCAL_HOSTS:
                complain("all goes over the network as it is: be sure that you can trust it")
            if shown:  # without the token: other users see with what a program was started
                webbrowser.open(address)

        digest = hashed(token) if token else None
        kept = not files
        settings = Settings(
            ledger, host, port, who, model, digest, kept=kept, files=files, writable=writable
        )
        serve(settings, opened)


def _called(files: tuple[str, ...]) -> str:
    """What a room over files is called."""
    return files[0] if len(files) == 1 else f"{files[0]} and {len(files) - 1} more"
