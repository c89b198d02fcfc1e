"""Who is who across documents: `quoth link`, `identities`, `names`, `same`, `differ`."""

from __future__ import annotations

from typing import Any

import click

from quoth.cli.ledger_option import ledger_option
from quoth.cli.listing import format_option, kind_option, limit_option, most
from quoth.cli.output import complain, open_output, output_option
from quoth.cli.progress import Waiting
from quoth.cli.reading import screen
from quoth.cli.who import who_option


@click.command("link", epilog="Example: quoth link --ledger news.db")
@ledger_option
def link_command(ledger: str) -> None:
    """Propose who the sources of documents are that were added or read anew.

    Sources of different documents are proposed as one by name, role and what the
    documents are about; a table of names (`quoth names`) is used first. What is
    stopped goes on where it was.
    """
    from quoth.ledger import open_ledger

    with open_ledger(ledger, create=False) as kept:
        wanted = kept.unlinked()
        with Waiting(len(wanted)) as waiting:
            for number, _ in enumerate(kept.link(wanted), 1):
                waiting.opening(number)
                with waiting.counting(aside=False):
                    pass
    click.echo(f"linked the sources of {_many(len(wanted), 'document')}")


@click.command("identities", epilog="Example: quoth identities orr --limit 5")
@click.argument("words", metavar="[WORDS]...", nargs=-1)
@ledger_option
@kind_option
@limit_option
@click.option("--decisions", is_flag=True, help="What people said with `same` and `differ`.")
@format_option("jsonl")
@output_option
def identities_command(
    words: tuple[str, ...],
    ledger: str,
    kinds: tuple[Any, ...],
    limit: int | None,
    decisions: bool,
    form: str,
    output: str,
) -> None:
    """List sources across documents by how much they are made to say.

    With WORDS only those that are called by all of them. Sources of different
    documents are one where they are linked, by `quoth link` or by people;
    `quoth sources` counts by equal name instead, so its numbers differ. `quoth
    link` finds who is who in what was added since.
    """
    from quoth.export.identities import decisions_view, identities_json, identities_view
    from quoth.ledger import open_ledger

    with open_ledger(ledger, create=False, read_only=True) as kept, open_output(output) as out:
        if decisions:
            said = kept.decisions()
            pieces = decisions_view(said, screen(out, full=True))
            data = identities_json(said)
        else:
            found = kept.identities(" ".join(words), most(limit, form), kinds)
            pieces = identities_view(found, screen(out, full=True))
            data = identities_json(found)
            if left := len(kept.unlinked()):
                complain(f"{left:,} documents are not linked yet; `quoth link` does it")
        for piece in pieces if form == "view" else data:
            (out.write if form == "view" else out.data)(piece)
        out.flush()


@click.command("identity", epilog="Example: quoth identity 5 --page 2")
@click.argument("number", type=int)
@ledger_option
@click.option("--page", type=click.IntRange(min=1), default=1, help="Page of its statements.")
@format_option("jsonl")
@output_option
def identity_command(number: int, ledger: str, page: int, form: str, output: str) -> None:
    """Show one identity: its sources, why they are linked, and all it is made to say over time."""
    from quoth.export.identities import identities_json, identity_view
    from quoth.ledger import open_ledger

    with open_ledger(ledger, create=False, read_only=True) as kept, open_output(output) as out:
        found = kept.identity(number, page)
        if form == "view":
            for piece in identity_view(found, screen(out, full=True)):
                out.write(piece)
        else:
            for piece in identities_json([found]):
                out.data(piece)
        out.flush()


@click.command("names", epilog="Example: quoth names people.csv")
@click.argument("file", metavar="FILE.csv")
@ledger_option
def names_command(file: str, ledger: str) -> None:
    """Take a table of names, which is used first when sources are linked.

    FILE.csv has the columns name, aliases (between ; or |) and identifier, in
    UTF-8. It takes the place of the last table; sources that it names and that
    were linked before are linked to its lines.
    """
    from quoth.ledger import open_ledger

    with open_ledger(ledger, create=False) as kept:
        lines, changed = kept.take_names(file)
    click.echo(f"{_many(lines, 'name')}; {_many(changed, 'source')} newly linked")


@click.command("same", epilog='Example: quoth same 5 9 --why "the same office"')
@click.argument("one")
@click.argument("other")
@ledger_option
@click.option("--why", default="", help="The reason, which is kept.")
@who_option
def same_command(one: str, other: str, ledger: str, why: str, who: str) -> None:
    """Say that two are one: identities (5) or sources (17:p3).

    It is kept beside the proposals, counts for more than what was said before,
    and can be taken back by `quoth undo`.
    """
    _decide(ledger, "same", one, other, who, why)


@click.command("differ", epilog="Example: quoth differ 17:p3")
@click.argument("one")
@click.argument("other", required=False)
@ledger_option
@click.option("--why", default="", help="The reason, which is kept.")
@who_option
def differ_command(one: str, other: str | None, ledger: str, why: str, who: str) -> None:
    """Say that two identities differ, or a source (17:p3) from the others of its identity.

    It is kept beside the proposals, counts for more than what was said before,
    and can be taken back by `quoth undo`.
    """
    _decide(ledger, "differ", one, other, who, why)


def _decide(ledger: str, action: str, one: str, other: str | None, who: str, why: str) -> None:
    from quoth.export.corrections import short_id
    from quoth.ledger import open_ledger

    with open_ledger(ledger, create=False) as kept:
        if action == "same" and other is not None:
            said = kept.same(one, other, who, why)
        else:
            said = kept.differ(one, other, who, why)
    name = short_id(said)
    click.echo(f"kept as {name}; `quoth undo {name}` takes it back")


def _many(number: int, what: str) -> str:
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"
