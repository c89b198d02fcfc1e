"""`quoth report`: all comparisons of one event as one HTML page."""

from __future__ import annotations

from contextlib import ExitStack
from typing import Any

import click

from quoth.cli.comparing import Compared, event_options


@click.command("report", epilog="Example: quoth report --event fire monday/*.html -o fire.html")
@event_options
@click.pass_context
def report_command(context: click.Context, /, **given: Any) -> None:
    """Write all that comparing finds in one event as one HTML page.

    The page opens offline, fetches nothing, needs no script and prints. The documents stand in it
    as text, and every line of it leads to its place there, and to the original where that has an
    address. The event is one of the ledger, or FILES.

    Exit status: 0 all read, 1 some input failed, 2 wrong usage.
    """
    from quoth.export.report.page import report

    if not given["event"]:
        raise click.UsageError("name the event by --event")
    with ExitStack() as stack:
        compared = Compared(given, stack)
        [event] = compared.events()
        compared.out.write(report(event))
    context.exit(1 if compared.failed else 0)
