"""Documents on one event: `quoth event`, `quoth events`."""

from __future__ import annotations

import click

from quoth.cli.ledger_option import ledger_option
from quoth.cli.listing import format_option, limit_option, most
from quoth.cli.output import open_output, output_option
from quoth.cli.progress import Waiting
from quoth.cli.reading import screen


@click.command("event", epilog='Example: quoth event "the harbour fire" 17 pages/ "week.zip!*"')
@click.argument("name")
@click.argument("documents", metavar="DOCUMENT...", nargs=-1, required=True)
@ledger_option
@click.option("--out", is_flag=True, help="Take them out of the event again.")
def event_command(name: str, documents: tuple[str, ...], ledger: str, out: bool) -> None:
    """Put each DOCUMENT into the event NAME, which is made where there is none.

    A DOCUMENT is a number, a name, an address; or a folder, an archive, a pattern
    (*, ?) of names, as they were when they were added. A document may be in
    several events.
    """
    from quoth.ledger import open_ledger
    from quoth.ledger.naming import numbers_meant

    with open_ledger(ledger, create=False) as kept:
        numbers = dict.fromkeys(n for each in documents for n in numbers_meant(kept.store, each))
        if out:
            count = kept.take_from(name, numbers)
        else:
            count = len(kept.put_into(name, numbers).documents)
    click.echo(f"{name}: {count:,} {'document' if count == 1 else 'documents'}")


@click.command("events", epilog="Example: quoth events --ledger news.db")
@ledger_option
@limit_option
@format_option("jsonl")
@output_option
def events_command(ledger: str, limit: int | None, form: str, output: str) -> None:
    """List events, those with the latest documents first.

    Documents that are new are first put beside others that tell of the same, by
    who, where, how many and when. An event that people made (`quoth event`) is
    marked by *; what is proposed and stands in one of these is left out.
    """
    from quoth.export.events import events_json, events_view
    from quoth.ledger import open_ledger

    _group(ledger)
    with open_ledger(ledger, create=False, read_only=True) as kept, open_output(output) as out:
        found = kept.events()[: most(limit, form)]
        if form == "view":
            for piece in events_view(found, screen(out, full=True)):
                out.write(piece)
        else:
            for piece in events_json(found):
                out.data(piece)
        out.flush()


def _group(ledger: str) -> None:
    from quoth.ledger import open_ledger

    with open_ledger(ledger, create=False, read_only=True) as kept:
        wanted = len(kept.ungrouped())
    if not wanted:
        return
    with open_ledger(ledger, create=False) as kept, Waiting(wanted) as waiting:
        for number, _ in enumerate(kept.group(), 1):
            waiting.opening(number)
            with waiting.counting(aside=False):
                pass
