"""`quoth read`: every statement of a document, with its source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from typing import Any

import click

from quoth.cli.inputs import open_inputs
from quoth.cli.opening import opening, opening_options
from quoth.cli.output import Output, complain, open_output, output_option
from quoth.cli.pages import Pages
from quoth.cli.progress import Waiting
from quoth.cli.reading import in_english, screen
from quoth.errors import UnreadableInput
from quoth.models import MODELS
from quoth.records import Reading

FORMATS = ("view", "jsonl", "json", "csv", "html")


@click.command("read", epilog="Example: quoth read article.html report.pdf --format jsonl")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="view",
    help="view for people (default), html a page; jsonl, json, csv for programs.",
)
@click.option(
    "--model",
    type=click.Choice(MODELS),
    default=MODELS[0],
    help="standard (default), or small: faster, and less right.",
)
@click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    default=0.0,
    metavar="SHARE",
    help="Leave out statements less sure than this, from 0 to 1.",
)
@click.option("--any-language", is_flag=True, help="Read what is not English too; it means little.")
@click.option("--full", is_flag=True, help="Show long contents whole in the view.")
@click.option("--chain", is_flag=True, help="View on whose word each statement stands, as a tree.")
@opening_options
@output_option
@click.pass_context
def read_command(
    context: click.Context,
    /,
    files: tuple[str, ...],
    form: str,
    model: str,
    min_confidence: float,
    any_language: bool,
    full: bool,
    chain: bool,
    output: str,
    **given: Any,
) -> None:
    """Show who says what in each FILE.

    A FILE may be a document, a folder, or an archive, a mailbox, a table that
    hold many (`quoth formats` lists them all); - is standard input. Every statement
    comes with its source, the words that attribute it, its content, its form and
    its place: line, page, element of a web page, paragraph, record or part.

    \b
    view   for people; long contents are shortened
    jsonl  a line for each document and for each statement
    json   an object for each document, one to a line, with its text
    csv    a table of statements, words unaltered: not even a leading "="
           is defused for spreadsheets, which may take it for a formula
    html   a page for a browser, offline, in one file: the text with its
           statements marked, sources beside it, and what rests on nobody's
           word. Of several documents -o names a folder, which gets an index

    Exit status: 0 all read, 1 some input failed, 2 wrong usage.
    """
    from quoth.reader import Reader

    if chain and form != "view":
        raise click.UsageError('--chain is a view; data have it under the key "within"')
    failed = False
    with ExitStack() as stack:
        waiting = Waiting(len(files))
        opened = open_inputs(files, opening(given), waiting.opening)
        wanted = opened if any_language else map(in_english, opened)
        if form == "html":
            with waiting, Reader(model, min_confidence=min_confidence) as reader:
                pages = Pages(wanted, reader, waiting)
                pages.write(output)
            context.exit(1 if pages.failed else 0)
        out = stack.enter_context(open_output(output))
        stack.enter_context(waiting)
        reader = stack.enter_context(Reader(model, min_confidence=min_confidence))
        _write_opening(out, form)
        for outcome in reader.read_each(wanted):
            if isinstance(outcome, UnreadableInput):
                failed = True
                with waiting.counting(aside=True):
                    _write_failure(out, form, outcome)
            else:
                with waiting.counting(aside=out.terminal):
                    _write_reading(out, form, outcome, full, chain)
    context.exit(1 if failed else 0)


def _write_opening(out: Output, form: str) -> None:
    from quoth.export import csv_header

    if form == "csv":
        out.data(csv_header())


def _write_failure(out: Output, form: str, failure: UnreadableInput) -> None:
    from quoth.export import failure_line

    if form == "jsonl":
        out.data(failure_line(failure))
    complain(str(failure))


def _write_reading(out: Output, form: str, reading: Reading, full: bool, chain: bool) -> None:
    if form == "view":
        for piece in _view(out, reading, full, chain):
            out.write(piece)
    else:
        for piece in _data(form, reading):
            out.data(piece)
    out.flush()


def _data(form: str, reading: Reading) -> Iterable[str]:
    from quoth.export import csv_rows, json_document, json_lines

    if form == "jsonl":
        return json_lines(reading)
    if form == "json":
        return [json_document(reading)]
    return csv_rows(reading)


def _view(out: Output, reading: Reading, full: bool, chain: bool) -> Iterator[str]:
    from quoth.export.chain import chain as tree
    from quoth.export.view import view

    yield from (tree if chain else view)(reading, screen(out, full))
