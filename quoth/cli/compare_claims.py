"""`quoth compare claims`: who asserts what, and who denies or confirms it."""

from __future__ import annotations

from contextlib import ExitStack
from typing import Any

import click

from quoth.cli.comparing import Compared, comparing_options
from quoth.cli.reading import screen


@click.command("claims", epilog="Example: quoth compare claims monday/*.html")
@comparing_options
@click.pass_context
def compare_claims_command(context: click.Context, /, form: str, **given: Any) -> None:
    """Show who asserts what, and who denies or confirms it.

    Statements about one proposition stand together: who did what to whom, where and when. Another
    day, place or party is another proposition; a question, a condition and "no comment" are no
    answers, and nobody confirms himself, nor his body its spokesman. Then who is charged, and
    whether the document that says so has the answer. Only pairs that are likely are shown.

    Words are compared by the model, which is loaded for documents of a ledger too.

    \b
    view  propositions that somebody denies first, then charges
    json  sides, pairs with why they are pairs, charges: an object for each event, one to a line

    Exit status: 0 all read, 1 some input failed, 2 wrong usage.
    """
    from quoth.compare import compare_claims
    from quoth.compare.claims import Meaning
    from quoth.export.compared_claims import claims_json, claims_view

    with ExitStack() as stack:
        compared = Compared(given, stack)
        events = compared.events()
        meaning = Meaning()
        out = compared.out
        for event in events:
            found = compare_claims(event.told, meaning)
            if form == "json":
                out.data(claims_json(event, found))
            else:
                for piece in claims_view(event, found, screen(out, full=False)):
                    out.write(piece)
    context.exit(1 if compared.failed else 0)
