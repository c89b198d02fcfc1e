"""`quoth text`: the text that all spans point into."""

from __future__ import annotations

import click

from quoth.cli.inputs import open_input
from quoth.cli.output import open_output, output_option


@click.command("text", epilog="Example: quoth text report.pdf -o report.txt")
@click.argument("file", metavar="FILE")
@output_option
def text_command(file: str, output: str) -> None:
    """Print the text of FILE that all spans point into.

    A FILE of - is standard input. Spans count the text's characters (Unicode code points) from 0.
    Nothing is added or left out, not even a line end; only on a terminal control characters show
    as symbols.
    """
    document = open_input(file)
    with open_output(output) as out:
        out.data(document.text)
        out.flush()
