"""`quoth account`: the whole of a document, sentence by sentence, and whose word it is."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import Any

import click

from quoth.cli.opening import opening_options
from quoth.cli.output import Output, open_output, output_option
from quoth.cli.reading import Inputs, screen
from quoth.models import MODELS


@click.command("account", epilog="Example: quoth account essay.txt --picture essay.svg")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option(
    "--format",
    "form",
    type=click.Choice(("view", "json")),
    default="view",
    help="view for people (default); json for programs.",
)
@click.option("--picture", metavar="FILE", help="Draw the shares by source and kind into an SVG.")
@click.option(
    "--model",
    type=click.Choice(MODELS),
    default=MODELS[0],
    help="standard (default), or small: faster, and less right.",
)
@click.option("--any-language", is_flag=True, help="Read what is not English too; it means little.")
@click.option("--full", is_flag=True, help="Show long sentences whole in the view.")
@opening_options
@output_option
@click.pass_context
def account_command(
    context: click.Context,
    /,
    files: tuple[str, ...],
    form: str,
    picture: str | None,
    model: str,
    any_language: bool,
    full: bool,
    output: str,
    **given: Any,
) -> None:
    """Show whose word each sentence of each FILE is.

    Every sentence in order, with whoever answers for it; then what the document says in its own
    voice and gives no source for: charges, figures, causes, motives. That is no verdict on them.
    Then how much of the text is whose word: by source, by kind of source, by act.

    \b
    view  for people; long sentences are shortened
    json  an object for each document, one to a line

    Exit status: 0 all read, 1 some input failed, 2 wrong usage.
    """
    from quoth.account import account

    drawn = []
    with ExitStack() as stack:
        inputs = Inputs(files, model, any_language, output, given, stack)
        for outcome in inputs:
            made = account(*outcome)
            if picture:
                drawn.append(made)
            with inputs.waiting.counting(aside=inputs.out.terminal):
                _write(inputs.out, form, made, full)
        if picture:
            _draw(picture, drawn)
    context.exit(1 if inputs.failed else 0)


def _write(out: Output, form: str, made: Any, full: bool) -> None:
    if form == "json":
        from quoth.export.account_json import account_json

        out.data(account_json(made))
    else:
        from quoth.export.account import account_view

        for piece in account_view(made, screen(out, full)):
            out.write(piece)
    out.flush()


def _draw(file: str, accounts: list[Any]) -> None:
    from quoth.export.picture import picture

    if Path(file) == Path("-"):
        raise click.UsageError("--picture needs the name of a file")
    with open_output(file) as out:
        out.write(picture(accounts))
