"""`quoth compare claims`: who asserts what, and who denies or confirms it."""

from __future__ import annotations

from typing import Any

import click

from quoth.cli.comparing import comparing_options, show_events


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

    meaning = Meaning()
    show_events(
        context,
        given,
        form,
        lambda event: compare_claims(event.told, meaning),
        claims_json,
        claims_view,
    )
