"""`quoth add`: documents into the ledger."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, BinaryIO, cast

import click

from quoth.cli.inputs import STANDARD_INPUT, source_of
from quoth.cli.ledger_option import ledger_option
from quoth.cli.opening import opening, opening_options
from quoth.cli.output import complain
from quoth.cli.progress import Waiting
from quoth.models import MODELS

if TYPE_CHECKING:
    from quoth.documents import Options
    from quoth.ledger import Ledger
    from quoth.ledger.inputs import Input

SAID = {
    "added": "added",
    "version": "changed, kept as next version",
    "known": "known already",
    "removed": "passed over, since removed before",
    "failed": "failed",
}
"""What became of documents, in the order in which it is summed up."""


@click.command("add", epilog="Example: quoth add pages/ week.zip --ledger news.db")
@click.argument("inputs", metavar="INPUT...", nargs=-1)
@ledger_option
@click.option(
    "--model",
    type=click.Choice(MODELS),
    default=MODELS[0],
    help="standard (default), or small: faster, and less right.",
)
@click.option("--any-language", is_flag=True, help="Read what is not English too; it means little.")
@click.option(
    "--no-originals", is_flag=True, help="Keep only the hash of each file, not its bytes."
)
@click.option("--event", metavar="NAME", help="Put all of it into the event of this name.")
@click.option("--retry-failed", is_flag=True, help="Try anew what failed, in INPUT or anywhere.")
@opening_options
@click.pass_context
def add_command(
    context: click.Context,
    /,
    inputs: tuple[str, ...],
    ledger: str,
    model: str,
    any_language: bool,
    no_originals: bool,
    event: str | None,
    retry_failed: bool,
    **given: Any,
) -> None:
    """Read each INPUT and keep it in the ledger.

    An INPUT is whatever `quoth read` takes: a document, a folder, an archive, a
    mailbox, a table; - is standard input. The same bytes are never read twice. A
    document that has changed under its address, or its path, is kept as the next
    version. Stopped anywhere, the same command goes on where it was. What cannot
    be read is kept with its reason and not tried again without --retry-failed.
    With --event what is known already is put into the event too.

    Exit status: 0 all kept, 1 some input failed, 2 wrong usage.
    """
    from quoth.ledger import open_ledger
    from quoth.reader import Reader

    if not inputs and not retry_failed:
        raise click.UsageError("name what to add, or --retry-failed")
    options = opening(given)
    counts: Counter[str] = Counter()
    statements = 0
    with ExitStack() as stack:
        kept_in = stack.enter_context(open_ledger(ledger))
        wanted = _wanted(kept_in, inputs, retry_failed, options)
        waiting = stack.enter_context(Waiting(len(wanted)))
        reader = stack.enter_context(Reader(model))
        for kept in kept_in.add(
            _counted(wanted, waiting),
            reader,
            options,
            any_language=any_language,
            keep_originals=not no_originals,
            again=retry_failed,
            event=event,
        ):
            counts[kept.state] += 1
            statements += kept.statements
            with waiting.counting(aside=kept.state == "failed"):
                if kept.state == "failed":
                    complain(f"{kept.name}: {kept.reason}")
    click.echo(_summary(counts, statements, ledger))
    context.exit(1 if counts["failed"] else 0)


def _wanted(ledger: Ledger, inputs: tuple[str, ...], retry: bool, options: Options) -> list[str]:
    """The files to open: those given, of which only the failed ones where these are retried."""
    from quoth.ledger.inputs import absolute, failed_inputs, files_of

    files = files_of(ledger.store, inputs, options)
    if not retry:
        return files
    failed = dict.fromkeys(failed_inputs(ledger.store))
    return [file for file in files if absolute(file) in failed] if inputs else list(failed)


def _counted(files: list[str], waiting: Waiting) -> Iterator[Input]:
    from quoth.ledger.inputs import Input

    for number, file in enumerate(files, 1):
        waiting.opening(number)
        if file == STANDARD_INPUT:
            stream, name = source_of(file)
            yield Input(name, cast(BinaryIO, stream))
        else:
            yield Input(file)


def _summary(counts: Counter[str], statements: int, ledger: str) -> str:
    parts = [f"{counts[state]:,} {said}" for state, said in SAID.items() if counts[state]]
    whole = ", ".join(parts) or "nothing to add"
    return f"{whole}; {statements:,} statements new in {ledger}"
