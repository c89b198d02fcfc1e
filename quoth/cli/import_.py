"""`quoth import`: what was exported, or marked in an annotation tool, into the ledger."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quoth.cli.ledger_option import ledger_option
from quoth.cli.output import complain
from quoth.cli.progress import Waiting
from quoth.cli.who import who_option
from quoth.errors import UnreadableInput

if TYPE_CHECKING:
    from quoth.ledger.taking import State, Taken

LEDGERS = ("jsonl", "parquet")
MARKS = ("brat", "xmi", "label-studio")
SAID: dict[State, str] = {
    "added": "added",
    "known": "known already",
    "removed": "passed over, since removed before",
}
"""What became of documents, in the order in which it is summed up."""


@click.command("import", epilog="Example: quoth import marked --format brat --ledger news.db")
@click.argument("target", metavar="TARGET")
@ledger_option
@click.option(
    "--format",
    "form",
    type=click.Choice((*LEDGERS, *MARKS)),
    required=True,
    help="What TARGET is.",
)
@click.option(
    "--any-reading",
    is_flag=True,
    help="Also what was made from another reading: all that differs counts as corrected.",
)
@who_option
@click.pass_context
def import_command(
    context: click.Context, target: str, ledger: str, form: str, any_reading: bool, who: str
) -> None:
    """Put into the ledger what `quoth export` wrote to TARGET.

    \b
    jsonl, parquet           documents with all that was kept of them
    brat, xmi, label-studio  what people corrected in documents of the ledger

    Documents that are here stay as they are, with the corrections of both
    ledgers. Rows get new numbers where theirs are taken. Stopped anywhere, the
    same command goes on where it was.

    Exit status: 0 all taken, 1 some file was not, 2 wrong usage.
    """
    if form in LEDGERS:
        from quoth.ledger import open_ledger

        if not Path(target).exists():  # before a ledger is made for nothing
            raise UnreadableInput(target, "no such file or folder; check the path")
        with open_ledger(ledger) as opened:
            click.echo(summed_up(opened.take(target, form), ledger))
    elif not _hear(target, ledger, form, who, any_reading):
        context.exit(1)


def summed_up(taken: Iterable[Taken], ledger: str) -> str:
    """What became of documents that go into `ledger`, in numbers; a bar while they go."""
    counts: Counter[State] = Counter()
    with Waiting(1) as waiting:
        for each in taken:
            with waiting.counting(aside=False):
                counts[each.state] += 1
    parts = [f"{counts[state]:,} {said}" for state, said in SAID.items() if counts[state]]
    return f"{', '.join(parts) or 'no documents in it'}; in {ledger}"


def _hear(target: str, ledger: str, form: str, who: str, any_reading: bool) -> bool:
    """Was all of it taken?"""
    from quoth.ledger import open_ledger

    corrections = documents = failed = 0
    with open_ledger(ledger, create=False) as opened:
        for heard in opened.hear(target, form, who=who, any_reading=any_reading):
            for line in (heard.reason, *heard.left_out):
                if line:
                    complain(f"{heard.file}: {line}")
            corrections += heard.corrections
            documents += heard.document is not None
            failed += heard.document is None
    said = f"{corrections:,} corrections from {documents:,} files"
    click.echo(f"{said}, {failed:,} failed; in {ledger}" if failed else f"{said}; in {ledger}")
    return not failed
