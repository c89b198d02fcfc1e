"""`quoth compare quotations`: the same utterance across documents, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

import click

from quoth.cli.comparing import comparing_options, show_events
from quoth.cli.ledger import open_to_write
from quoth.cli.output import complain, open_output
from quoth.cli.progress import Going
from quoth.cli.reading import screen

if TYPE_CHECKING:
    from quoth.compare.quotations import Group
    from quoth.ledger import Ledger

SHOWN = 20
"""Utterances of a whole ledger in the view, unless another number is asked for."""


@click.command("quotations", epilog="Example: quoth compare quotations monday/*.html")
@comparing_options
@click.option("--full", is_flag=True, help="Show long quotations whole in the view.")
@click.option(
    "--limit", type=click.IntRange(min=1), metavar="N", help="Of a whole ledger so many utterances."
)
@click.option(
    "--statement", metavar="ID", help="Of a whole ledger the utterance that 17:s12 passes on."
)
@click.pass_context
def compare_quotations_command(
    context: click.Context,
    /,
    form: str,
    full: bool,
    limit: int | None,
    statement: str | None,
    **given: Any,
) -> None:
    """Show the same utterance across documents, in any wording near it.

    Versions stand word by word against the longest one: words left out, put in or changed, marked
    or not; moved between marks and indirect speech; made of two utterances; given to another
    source; with another number or name, or without a condition or a negation. Utterances with the
    gravest change come first.

    Without FILES and --event it works on the whole ledger: documents that are new in it are
    compared with all others, the rest is not compared again, and the newest utterances come
    first, 20 in the view and all in JSON unless --limit says so. Stopped while it compares, the
    same command goes on where it was, or begins again.

    \b
    view  for people: [-gone-] {+new+}
    json  an object for each event, of a whole ledger for each utterance, one to a line

    Exit status: 0 all read, 1 some input failed, 2 wrong usage.
    """
    from quoth.compare import compare_quotations
    from quoth.export.quotations import quotations_json, quotations_view

    if not given["files"] and not given["event"]:
        _whole(given["ledger"], form, full, limit, statement, given["output"])
        return
    show_events(
        context,
        given,
        form,
        lambda event: compare_quotations(event.told),
        quotations_json,
        quotations_view,
        full=full,
    )


def _whole(
    ledger: str, form: str, full: bool, limit: int | None, statement: str | None, output: str
) -> None:
    """Compare what is new in a ledger, and show what it has."""
    from quoth.compare.many import compare_ledger
    from quoth.export.quotations import utterance_json, utterances_view
    from quoth.ledger import open_ledger

    with open_to_write(ledger) as opened, Going() as going:
        if opened.store.write:
            compare_ledger(opened, going.step)
        elif new := len(opened.uncompared()):
            complain(f"{ledger}: cannot be written, so {new:,} new documents are not compared")
    with open_ledger(ledger, read_only=True) as kept, open_output(output) as out:
        groups = _groups(kept, statement)
        if form == "json":
            for group in islice(groups, limit):
                out.data(utterance_json(group))
        else:
            for piece in utterances_view(ledger, groups, limit or SHOWN, screen(out, full)):
                out.write(piece)
        out.flush()


def _groups(kept: Ledger, statement: str | None) -> Iterator[Group]:
    """All utterances, or the one that a statement passes on."""
    from quoth.compare.many import kept_group, kept_groups

    if statement is None:
        yield from kept_groups(kept)
    elif found := kept_group(kept, kept.statement_number(statement)[1]):
        yield found.group
