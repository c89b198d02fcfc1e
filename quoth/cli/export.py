"""`quoth export`: the ledger, or a part of it, in a format that others read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from quoth.cli.ledger_option import ledger_option
from quoth.cli.output import STANDARD_OUTPUT, open_output, output_option

STREAMS = ("json", "jsonl", "csv")
FORMATS = (*STREAMS, "parquet", "web-annotation", "brat", "xmi", "label-studio", "html")
DESCRIBED = ("json", "jsonl", "csv", "parquet")


def _schema(context: click.Context, _option: click.Parameter, value: str | None) -> None:
    if value:
        from quoth.export.schemas import schema_text

        click.echo(schema_text(value), nl=False)
        context.exit()


@click.command("export", epilog="Example: quoth export --format parquet -o news --ledger news.db")
@click.argument("documents", metavar="[DOCUMENT]...", nargs=-1)
@ledger_option
@click.option("--format", "form", type=click.Choice(FORMATS), help="jsonl if none is said.")
@click.option("--corrections", is_flag=True, help="What people corrected, to train a model on.")
@click.option("--words", metavar="WORDS", default="", help="Only documents with these words.")
@click.option(
    "--outlet", metavar="NAME", default="", help="Of this outlet alone, by its whole name."
)
@click.option("--since", metavar="DATE", help="Published then or later: 2031, 2031-03, 2031-03-02.")
@click.option("--until", metavar="DATE", help="Published then or before.")
@click.option(
    "--no-originals", is_flag=True, help="jsonl, parquet: leave out the files that were read."
)
@click.option(
    "--spreadsheet",
    is_flag=True,
    help="csv: an apostrophe before what a spreadsheet might take for a formula.",
)
@click.option(
    "--schema",
    metavar="FORMAT",
    type=click.Choice(DESCRIBED),
    is_eager=True,
    expose_value=False,
    callback=_schema,
    help=f"Print the JSON Schema of {', '.join(DESCRIBED)}, and stop.",
)
@output_option
def export_command(
    documents: tuple[str, ...],
    ledger: str,
    form: str | None,
    corrections: bool,
    words: str,
    outlet: str,
    since: str | None,
    until: str | None,
    no_originals: bool,
    spreadsheet: bool,
    output: str,
) -> None:
    """Write the ledger, or each DOCUMENT (a number, a name, an address) of it.

    \b
    json            an object for each document, one to a line, with its text
    jsonl           the lines of `quoth read`, and all that the ledger keeps
    csv             a table of statements
    parquet         a folder with a file for each table of the ledger
    web-annotation  JSON-LD of the W3C's Web Annotation
    brat            a folder for brat, where people mark texts
    xmi             a folder of UIMA CAS XMI, for INCEpTION
    label-studio    a folder for Label Studio
    html            a folder of reading pages with an index; one document
                    makes one page where -o ends in .html

    jsonl and parquet lose nothing: `quoth import` makes the same ledger of them.
    From brat, xmi and label-studio it takes what people corrected. --corrections
    writes a folder that `python -m training` takes. What each format carries,
    docs/formats.md says.
    """
    if corrections and form:
        raise click.UsageError("--corrections is a format of its own; leave out --format")
    wanted = "training" if corrections else form or "jsonl"
    if output == STANDARD_OUTPUT and wanted not in STREAMS:
        raise click.UsageError("this is no stream; name a new file or folder by -o")
    if spreadsheet and wanted != "csv":
        raise click.UsageError("--spreadsheet is for --format csv")
    if no_originals and wanted not in ("jsonl", "parquet"):
        raise click.UsageError("--no-originals is for --format jsonl and parquet")
    from quoth.ledger import open_ledger
    from quoth.ledger.choosing import Choice
    from quoth.ledger.naming import document_number

    originals = not no_originals
    with open_ledger(ledger, create=False, read_only=True) as opened, _asking():
        numbers = tuple(document_number(opened.store, each) for each in documents)
        choice = Choice(numbers, words, outlet, since, until)
        if wanted not in STREAMS:
            opened.export(Path(output), wanted, choice, originals=originals)
            _say_what_is_left_out(wanted)
            return
        pieces = opened.exported(wanted, choice, originals=originals, spreadsheet=spreadsheet)
        with open_output(output) as out:
            for piece in pieces:
                out.data(piece)
            out.flush()


def _say_what_is_left_out(form: str) -> None:
    from quoth.export.exporting import LEFT_OUT

    if form in LEFT_OUT:
        click.echo(f"{form} has no place for {'; '.join(LEFT_OUT[form])} (docs/formats.md)")


@contextmanager
def _asking() -> Iterator[None]:
    """Words or days that cannot be asked for are wrong usage."""
    from quoth.ledger.finding import BadQuestion

    try:
        yield
    except BadQuestion as error:
        raise click.UsageError(str(error)) from None
