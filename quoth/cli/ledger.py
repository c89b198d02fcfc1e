"""`quoth ledger`: the file itself: what it holds, whether it is whole, a copy of it."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from quoth.cli.ledger_option import ledger_option
from quoth.cli.output import complain
from quoth.cli.progress import Going
from quoth.export.characters import one_line

if TYPE_CHECKING:
    from quoth.ledger import Ledger
    from quoth.ledger.info import Info

WRONG = 3
"""Exit status where something is wrong."""


@click.group("ledger", epilog="Example: quoth ledger check --ledger news.db")
def ledger_group() -> None:
    """Look after the file that `quoth add` keeps readings in."""


@ledger_group.command("info", epilog="Example: quoth ledger info --ledger news.db")
@ledger_option
@click.option(
    "--format",
    "form",
    type=click.Choice(("view", "json")),
    default="view",
    help="view for people (default); json for programs.",
)
def info_command(ledger: str, form: str) -> None:
    """Say what the ledger holds: how many documents, statements, sources, ..."""
    from quoth.export.as_json import json_line
    from quoth.ledger import open_ledger

    with open_ledger(ledger, read_only=True) as opened:
        found = opened.info()
    if form == "json":
        click.echo(json_line(asdict(found)), nl=False)
    else:
        for line in _lines(found):
            click.echo(line)


@ledger_group.command("check", epilog="Example: quoth ledger check --ledger news.db")
@ledger_option
@click.pass_context
def check_command(context: click.Context, ledger: str) -> None:
    """Check that all of the ledger is whole and belongs together.

    The file as SQLite sees it, the indexes of words, the bytes of originals,
    and every span against its text. A line for each thing that is wrong.

    Exit status: 0 all is well, 1 it could not be opened, 3 something is wrong.
    """
    sound = True
    with open_to_write(ledger) as opened, Going() as going:
        for line in opened.check(going.step):
            sound = False
            with going.aside():
                click.echo(one_line(line))
        if not opened.store.write:
            complain(f"{ledger}: cannot be written, so words in its indexes were not compared")
    if not sound:
        context.exit(WRONG)
    click.echo(f"{ledger}: nothing wrong")


@ledger_group.command("backup", epilog="Example: quoth ledger backup monday.db --ledger news.db")
@click.argument("file", metavar="FILE")
@ledger_option
def backup_command(file: str, ledger: str) -> None:
    """Write the ledger as it is now to FILE, open it and check it.

    Others may go on writing meanwhile. FILE is replaced once all is written and
    sound. Documents that were removed are not in it.
    """
    from quoth.ledger import open_ledger

    with open_ledger(ledger, read_only=True) as opened:
        opened.backup(file)
    click.echo(f"{file}: written and checked")


@ledger_group.command("merge", epilog="Example: quoth ledger merge monday.db --ledger news.db")
@click.argument("others", metavar="OTHER...", nargs=-1, required=True)
@ledger_option
def merge_command(others: tuple[str, ...], ledger: str) -> None:
    """Put all that each OTHER ledger keeps into the ledger.

    Rows get new numbers where theirs are taken. A document that is here already
    stays as it is, with the corrections of both; one that was removed from either
    is taken out or does not come. Versions follow each other by when they were
    added. Stopped anywhere, the same command goes on where it was. OTHER is not
    changed.
    """
    from quoth.cli.import_ import summed_up
    from quoth.ledger import open_ledger

    for other in others:
        with open_ledger(other, read_only=True) as given, open_ledger(ledger) as into:
            click.echo(f"{other}: {summed_up(into.merge(given), ledger)}")


def open_to_write(ledger: str) -> Ledger:
    """The ledger open for writing where the file can be written, else for reading."""
    from quoth.ledger import open_ledger
    from quoth.ledger.errors import LedgerError

    try:
        return open_ledger(ledger, create=False)
    except LedgerError:
        return open_ledger(ledger, read_only=True)


def _lines(found: Info) -> list[str]:
    rows = {
        "ledger": found.path,
        "size": f"{found.size:,} bytes",
        "schema": str(found.schema),
        "SQLite": found.sqlite,
        **{name: f"{number:,}" for name, number in found.counts.items()},
        **{f"read by {model}": f"{number:,}" for model, number in found.models.items()},
    }
    width = max(map(len, rows))
    return [f"{name:<{width}}  {value}" for name, value in rows.items()]
