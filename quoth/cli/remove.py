"""`quoth remove`: documents out of the ledger for good."""

from __future__ import annotations

import click

from quoth.cli.ledger_option import ledger_option
from quoth.cli.output import complain
from quoth.cli.who import who_option


@click.command("remove", epilog='Example: quoth remove 17 --why "asked by the person named"')
@click.argument("documents", metavar="DOCUMENT...", nargs=-1, required=True)
@ledger_option
@click.option("--why", required=True, help="The reason, which stays in the ledger.")
@who_option
@click.option("--yes", is_flag=True, help="Do not ask.")
def remove_command(documents: tuple[str, ...], ledger: str, why: str, who: str, yes: bool) -> None:
    """Take each DOCUMENT (a number, a name, an address) out of the ledger for good.

    Its text is gone from the file, from its index, and from backups made from now on; a line that
    says so is left, and it is not added again by mistake. Other versions of it stay unless they
    are named too. It cannot be undone; copies made before are not touched.
    """
    from quoth.export.characters import one_line
    from quoth.ledger import open_ledger
    from quoth.ledger.naming import document_number

    with open_ledger(ledger, create=False) as kept_in:
        numbers = [document_number(kept_in.store, each) for each in documents]
        names = ", ".join(f"{n} ({kept_in.document(n).name})" for n in numbers)
        if not yes:
            click.confirm(f"Remove {one_line(names)} for good?", abort=True)
        whole = kept_in.remove(numbers, who, why)
    click.echo(f"removed: {', '.join(map(str, numbers))}")
    if not whole:
        complain(
            f"{ledger}: another program still reads what was removed; "
            "end it and run `quoth ledger check`"
        )
