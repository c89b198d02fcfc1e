"""`quoth correct`, `undo`, `corrections`: what people say of readings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast, get_args

import click

from quoth.cli.ledger_option import ledger_option
from quoth.cli.listing import format_option
from quoth.cli.output import complain, open_output, output_option
from quoth.cli.who import who_option
from quoth.records import Kind

if TYPE_CHECKING:
    from quoth.ledger import Ledger
    from quoth.ledger.records import Part
    from quoth.ledger.sitting import Sitting

PARTS = {"content": "content", "cue": "cue", "source_words": "source"}
"""Options that put a part elsewhere, and the part."""


@click.command(
    "correct", epilog='Example: quoth correct 17:s12 --source "Ida Orr" --why "see photo"'
)
@click.argument("names", metavar="NAME...", nargs=-1, required=True)
@ledger_option
@click.option("--confirm", is_flag=True, help="The statement is right as it is.")
@click.option("--reject", is_flag=True, help="There is no such statement.")
@click.option("--content", metavar="WORDS", help="What is said.")
@click.option("--cue", metavar="WORDS", help='The words that attribute it; "" for none.')
@click.option(
    "--source-words", metavar="WORDS", help='The words that name the source; "" for none.'
)
@click.option(
    "--source", metavar="WHO", help='Who answers for it: a name, p3, words; "" for nobody.'
)
@click.option("--merge", is_flag=True, help="The sources named are one; the first gives its name.")
@click.option("--split", metavar="WORDS", multiple=True, help="Mentions that mean another source.")
@click.option("--add", metavar="WORDS", help="The content of a statement that is missing.")
@click.option("--kind", type=click.Choice(get_args(Kind)), help="What the source is.")
@click.option("--why", default="", metavar="TEXT", help="The reason, which is kept.")
@who_option
def correct_command(
    names: tuple[str, ...],
    ledger: str,
    confirm: bool,
    reject: bool,
    merge: bool,
    split: tuple[str, ...],
    add: str | None,
    source: str | None,
    kind: Kind | None,
    why: str,
    who: str,
    **words: str | None,
) -> None:
    """Say what is right and wrong in a reading; nothing of it is lost.

    \b
    quoth correct 17:s12 17:s14 --reject      statements, by their numbers
    quoth correct 17:s12 --content "the ferry had carried" --cue said
    quoth correct 17:p3 17:p5 --merge         two sources of a document are one
    quoth correct 17:p3 --split he --kind person
    quoth correct 17 --add "the list was wrong" --cue said --source "Ida Orr"

    WORDS are given as they stand in the text, where that is clear: once in the paragraph, else
    once in the document. Else as START:END in characters of the text, or START:END,START:END.
    What people see is the reading with all that was said of it; the model's own stays beside it.
    All of one command is kept, or nothing.
    """
    from quoth.export.corrections import short_id, told
    from quoth.ledger import open_ledger

    given = {PARTS[name]: text for name, text in words.items() if text is not None}
    actions = [confirm, reject, bool(given) or source is not None, merge, bool(split)]
    if add is not None:
        actions = [True, confirm, reject, merge, bool(split)]
    if sum(actions) != 1:
        raise click.UsageError(
            "say one thing: --confirm, --reject, --content, --source, --merge, --split or --add"
        )
    if len(names) > 1 and not (confirm or reject or merge):
        raise click.UsageError("name one at a time, but for --confirm, --reject and --merge")
    with open_ledger(ledger, create=False) as kept:
        document, keys = _named(kept, names, add is not None)
        with kept.sitting(document, who, why) as sitting:
            for key in keys if confirm else ():
                sitting.confirm(key)
            for key in keys if reject else ():
                sitting.reject(key)
            if merge:
                sitting.merge_sources(keys)
            if split:
                sitting.split_source(keys[0], split, kind)
            if add is not None:
                cue, mention = given.get("cue") or None, given.get("source") or None
                _add(sitting, add, cue, mention, source, kind)
            elif given or source is not None:
                _edit(sitting, keys[0], given, source, kind)
    for correction in sitting.said:
        click.echo(f"{short_id(correction)}  {told(correction)}")


def _named(ledger: Ledger, names: Sequence[str], whole: bool) -> tuple[int, list[str]]:
    """The document that all of `names` are of, and their keys; the `whole` of it has none."""
    from quoth.ledger.correcting import split_name
    from quoth.ledger.naming import document_number

    if whole:
        return document_number(ledger.store, names[0]), []
    pairs = [split_name(name) for name in names]
    documents = {document_number(ledger.store, document) for document, _ in pairs}
    if len(documents) > 1:
        raise click.UsageError("name statements or sources of one document at a time")
    return documents.pop(), [key for _, key in pairs]


def _edit(
    sitting: Sitting, key: str, given: dict[str, str], source: str | None, kind: Kind | None
) -> None:
    for part, text in given.items():
        sitting.edit(key, cast("Part", part), text or None)
    if source is not None:
        sitting.set_source(key, source or None, kind)


def _add(
    sitting: Sitting,
    content: str,
    cue: str | None,
    mention: str | None,
    source: str | None,
    kind: Kind | None,
) -> None:
    known = {each.id for each in sitting.reading.statements}
    sitting.add_statement(content, mention, cue)
    if source is not None:
        [made] = [each.id for each in sitting.reading.statements if each.id not in known]
        sitting.set_source(made, source or None, kind)


@click.command("undo", epilog="Example: quoth undo 3f2a91c0")
@click.argument("called", metavar="[ID]", required=False)
@ledger_option
@click.option("--why", default="", metavar="TEXT", help="The reason, kept with a correction.")
@who_option
def undo_command(called: str | None, ledger: str, why: str, who: str) -> None:
    """Take back what `correct`, `review`, `same` or `differ` kept, and say which.

    It is the one whose id begins with ID, else what was said last. It stays in
    its list (`quoth corrections`, `quoth identities --decisions`), marked as taken back.
    """
    from quoth.export.corrections import short_id, undone_line
    from quoth.ledger import open_ledger
    from quoth.ledger.records import Logged

    with open_ledger(ledger, create=False) as kept:
        undone = kept.undo(called, who=who, why=why)
        document = undone.correction.document if isinstance(undone, Logged) else None
        conflicts = [c for c in kept.conflicts() if c.correction.document == document]
    click.echo(undone_line(undone))
    for each in conflicts:
        complain(f"{short_id(each.correction)} does not fit now: {each.conflict}")


@click.command("corrections", epilog="Example: quoth corrections --conflicts")
@click.argument("document", metavar="[DOCUMENT]", required=False)
@ledger_option
@click.option("--conflicts", is_flag=True, help="Only what does not fit the readings as they are.")
@format_option("jsonl")
@output_option
def corrections_command(
    document: str | None, ledger: str, conflicts: bool, form: str, output: str
) -> None:
    """List what people said of DOCUMENT (a number, a name, an address), or of all.

    Each with who, when and why, whether it was undone, and why it does not fit
    if it does not: read anew, a document may have nothing left that it is said of.
    """
    from quoth.export.corrections import correction_line, lines
    from quoth.ledger import open_ledger
    from quoth.ledger.naming import document_number

    with open_ledger(ledger, create=False, read_only=True) as kept, open_output(output) as out:
        number = None if document is None else document_number(kept.store, document)
        logged = kept.conflicts() if conflicts else kept.corrections(number)
        for each in logged:
            if number is not None and each.correction.document != number:
                continue
            if form == "jsonl":
                out.data(correction_line(each))
            else:
                out.write("".join(lines(each)))
        out.flush()
