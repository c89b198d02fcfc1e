"""`quoth formats`: what is read."""

from __future__ import annotations

import click

from quoth.documents.formats import FORMATS


@click.command("formats", epilog="Example: quoth formats")
def formats_command() -> None:
    """List the formats that are read.

    Which one a file has is found out from its bytes.
    """
    for form in FORMATS:
        click.echo(form.name)
