"""`quoth find`: statements in the ledger."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from quoth.cli.ledger_option import ledger_option
from quoth.cli.listing import SHOWN, format_option, limit_option, most, several
from quoth.cli.output import open_output, output_option
from quoth.cli.reading import screen
from quoth.records import Act, Form, Kind

if TYPE_CHECKING:
    from quoth.export.view import Screen
    from quoth.ledger import Ledger
    from quoth.ledger.finding import Question

_SYNTAX = re.compile(r'["“”„«»*]|\b(?:OR|AND|NOT)\b|(?:^|\s)-')
"""What is not there for words alone."""


@click.command("find", epilog='Example: quoth find "call for help" --source harbour --since 2031')
@click.argument("words", metavar="[WORDS]...", nargs=-1)
@ledger_option
@click.option("--source", metavar="WORDS", default="", help="Words of the source or its name.")
@several("kind", Kind, "Kind of the source; as with --act and --form, several may be given.")
@several("act", Act, "What the source does: deny, accuse, promise ...")
@several("form", Form, "direct, indirect or mixed.")
@click.option("--outlet", metavar="WORDS", default="", help="Words of the outlet's name.")
@click.option("--since", metavar="DATE", help="Published then or later: 2031, 2031-03, 2031-03-02.")
@click.option("--until", metavar="DATE", help="Published then or before.")
@click.option("--figure", metavar="TEST", help="With a figure that meets '>100', '10..50', '>5%'.")
@click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    default=0.0,
    metavar="SHARE",
    help="Leave out statements less sure than this, from 0 to 1.",
)
@click.option("--texts", is_flag=True, help="Find documents by their whole text instead.")
@click.option("--best", is_flag=True, help="Best first; else newest first.")
@limit_option
@format_option("jsonl", "csv")
@click.option("--full", is_flag=True, help="Show long contents whole in the view.")
@output_option
def find_command(
    words: tuple[str, ...],
    ledger: str,
    texts: bool,
    best: bool,
    limit: int | None,
    form: str,
    full: bool,
    output: str,
    **asked: Any,
) -> None:
    """Find statements by their words, and by whose they are.

    \b
    quoth find ferry list          contents with both words
    quoth find "struck out"        a phrase
    quoth find 'overload*'         words that begin so
    quoth find ferry OR boat       one of them
    quoth find -- ferry -harbour   without a word

    Case and accents make no difference; what is no word is passed over. --source
    and --outlet take the same, in one argument: --source "harbour official", both
    words. Counts say how many there are in all, and how many
    where reprints of one text and versions of one document count once. Of more
    than 10,000 it is only said that there are more; the best are taken from the
    newest 2,000.

    --texts finds the documents whose text holds the words, be they anybody's or
    the document's own, the last added first; --since and --until go with it.
    """
    from quoth.ledger import open_ledger
    from quoth.ledger.finding import BadQuestion, Question

    question = Question(" ".join(map(_phrase, words)), **asked)
    times = Question(question.words, since=question.since, until=question.until)
    if texts and (best or question != times):
        raise click.UsageError("--texts goes with words, --since and --until alone")
    with open_ledger(ledger, create=False, read_only=True) as kept, open_output(output) as out:
        pieces = _texts if texts else _hits
        try:
            for piece in pieces(kept, question, best, most(limit, form), form, screen(out, full)):
                # The view is fit for a terminal as it is.
                out.write(piece) if form == "view" else out.data(piece)
        except BadQuestion as error:
            raise click.UsageError(str(error)) from None
        out.flush()


def _phrase(argument: str) -> str:
    """Words that a shell was given as one argument, unless they are more than words."""
    plain = len(argument.split()) > 1 and not _SYNTAX.search(argument)
    return f'"{argument}"' if plain else argument


def _hits(
    ledger: Ledger, question: Question, best: bool, limit: int | None, form: str, sight: Screen
) -> Iterator[str]:
    if form == "view":
        from quoth.export.hits import hits_view

        return hits_view(ledger.find(question, limit or SHOWN, best), sight)
    from quoth.export.hits_data import hits_csv, hits_json

    hits = ledger.hits(question, limit, best)
    return hits_csv(hits) if form == "csv" else hits_json(ledger.count(question), hits)


def _texts(
    ledger: Ledger, question: Question, _: bool, limit: int | None, form: str, sight: Screen
) -> Iterator[str]:
    texts = ledger.texts(question.words, question.since, question.until, limit)
    if form == "view":
        from quoth.export.hits import texts_view

        return texts_view(texts, sight)
    from quoth.export.hits_data import texts_csv, texts_json

    return texts_csv(texts) if form == "csv" else texts_json(texts)
