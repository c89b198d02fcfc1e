"""`quoth text`: the text that all spans point into, its structure, or the article alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click

from quoth.cli.inputs import open_input
from quoth.cli.opening import opening, opening_options
from quoth.cli.output import open_output, output_option
from quoth.documents.roles import shown
from quoth.records import BODY, Document


@click.command("text", epilog="Example: quoth text report.pdf -o report.txt")
@click.argument("file", metavar="FILE")
@click.option("--blocks", "form", flag_value="blocks", help="A line for each block: kind, words.")
@click.option("--body", "form", flag_value="body", help="The blocks of the article's body alone.")
@opening_options
@output_option
def text_command(file: str, form: str | None, output: str, **given: Any) -> None:
    """Print the text of FILE that all spans point into.

    A FILE of - is standard input. Spans count the text's characters (Unicode code points) from 0.
    Nothing is added or left out, not even a line end; only on a terminal control characters show
    as symbols.

    --blocks shows the structure instead: each block's number, kind and words, its lines joined;
    --body prints headings, paragraphs, quotations and list items, parted by blank lines.
    """
    document = open_input(file, opening(given))
    with open_output(output) as out:
        for piece in _pieces(document, form):
            out.data(piece)
        out.flush()


def _pieces(document: Document, form: str | None) -> Iterator[str]:
    if form is None:
        yield document.text
        return
    between = ""
    for number, block in enumerate(document.blocks):
        words = shown(document.text, block)
        if form == "blocks":
            yield f"{number}\t{block.kind}\t{words}\n"
        elif block.kind in BODY:
            yield f"{between}{words}\n"
            between = "\n"
