"""`quoth verify`: every quotation of a document against what it may be taken from."""

from __future__ import annotations

from contextlib import ExitStack
from typing import Any

import click

from quoth.cli.check import NOT_MET
from quoth.cli.inputs import open_inputs
from quoth.cli.opening import opening, opening_options
from quoth.cli.output import complain, output_option
from quoth.cli.reading import Inputs, screen
from quoth.errors import UnreadableInput
from quoth.models import MODELS
from quoth.records import Document


@click.command("verify", epilog="Example: quoth verify article.html --against speech.txt")
@click.argument("files", metavar="DOCUMENT...", nargs=-1, required=True)
@click.option(
    "--against",
    "originals",
    metavar="ORIGINAL",
    multiple=True,
    required=True,
    help="A transcript, a book, a statement; several by several --against.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(("view", "json")),
    default="view",
    help="view for people (default); json for programs.",
)
@click.option("--strict", is_flag=True, help="Exit with 3 where not every word is the original's.")
@click.option(
    "--model",
    type=click.Choice(MODELS),
    default=MODELS[0],
    help="standard (default), or small: faster, and less right.",
)
@click.option("--any-language", is_flag=True, help="Read what is not English too; it means little.")
@click.option("--full", is_flag=True, help="Show long quotations whole in the view.")
@opening_options
@output_option
@click.pass_context
def verify_command(
    context: click.Context,
    /,
    files: tuple[str, ...],
    originals: tuple[str, ...],
    form: str,
    strict: bool,
    model: str,
    any_language: bool,
    full: bool,
    output: str,
    **given: Any,
) -> None:
    """Hold every quotation of each DOCUMENT against originals.

    Each is the very words, or altered and how, or made of two passages, or not found, and then the
    nearest passage is shown. What a cut takes away counts: a negation or a condition in the same
    sentence. Originals are not read for statements and may have hundreds of pages.

    \b
    view  for people: [-gone-] {+new+}
    json  an object for each document, one to a line

    Exit status: 0 all read, 1 some input failed, 2 wrong usage,
    3 with --strict where a quotation is altered or not found.
    """
    from quoth.compare import verify
    from quoth.export.verification import verification_json, verification_view

    held = _opened(originals, given)
    met = True
    with ExitStack() as stack:
        inputs = Inputs(files, model, any_language, output, given, stack)
        for reading, _ in inputs:
            found = verify(reading, held)
            met = met and all(each.kind in ("exact", "surface") for each in found)
            with inputs.waiting.counting(aside=inputs.out.terminal):
                if form == "json":
                    inputs.out.data(verification_json(reading, found, held))
                else:
                    for piece in verification_view(reading, found, screen(inputs.out, full)):
                        inputs.out.write(piece)
                inputs.out.flush()
    failed = inputs.failed or len(held) < len(originals)
    context.exit(1 if failed else NOT_MET if strict and not met else 0)


def _opened(originals: tuple[str, ...], given: dict[str, Any]) -> list[Document]:
    """The originals; a line for each that cannot be opened, and an error where none can."""
    held = []
    for item in open_inputs(originals, opening(given), lambda _: None):
        if isinstance(item, Document):
            held.append(item)
        elif isinstance(item, UnreadableInput):
            complain(str(item))
    if not held:
        raise click.ClickException("no original could be opened: nothing to verify against")
    return held
