"""`quoth sources`: who is made to say how much."""

from __future__ import annotations

from typing import Any

import click

from quoth.cli.ledger_option import ledger_option
from quoth.cli.listing import format_option, kind_option, limit_option, most
from quoth.cli.output import open_output, output_option
from quoth.cli.reading import screen


@click.command("sources", epilog="Example: quoth sources harbour --kind government")
@click.argument("words", metavar="[WORDS]...", nargs=-1)
@ledger_option
@kind_option
@limit_option
@format_option("jsonl", "csv")
@output_option
def sources_command(
    words: tuple[str, ...],
    ledger: str,
    kinds: tuple[Any, ...],
    limit: int | None,
    form: str,
    output: str,
) -> None:
    """List sources by how many statements they are made to answer for.

    With WORDS only those whose name, or description, holds them all. Sources of
    different documents stand in one line where they have the same name, whoever
    that is; `quoth identities` counts by who is linked as one, so its numbers
    differ. What has no name stands in brackets, by how it is described.
    """
    from quoth.export.voices import voices_csv, voices_json, voices_view
    from quoth.ledger import open_ledger

    with open_ledger(ledger, create=False, read_only=True) as kept, open_output(output) as out:
        found = kept.sources(" ".join(words), kinds, most(limit, form))
        if form == "view":
            for piece in voices_view(found, screen(out, full=True)):
                out.write(piece)
        else:
            for piece in voices_json(found) if form == "jsonl" else voices_csv(found):
                out.data(piece)
        out.flush()
