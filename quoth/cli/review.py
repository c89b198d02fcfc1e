"""`quoth review`: statements one by one, judged by single keys."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

import click

from quoth.cli.ledger_option import ledger_option
from quoth.cli.walk import Walk
from quoth.cli.who import who_option

if TYPE_CHECKING:
    from quoth.ledger import Ledger
    from quoth.ledger.reviewing import Item

SEEDS = 1 << 32


@click.command("review", epilog="Example: quoth review --random 100 --seed 7 --ledger news.db")
@click.argument("document", metavar="[DOCUMENT]", required=False)
@ledger_option
@click.option(
    "--least-sure",
    type=click.IntRange(min=1),
    metavar="N",
    help="The N that the model is least sure of (the default, with N 50).",
)
@click.option("--random", "drawn", type=click.IntRange(min=1), metavar="N", help="N at random.")
@click.option("--seed", type=int, metavar="NUMBER", help="Draw the same N again.")
@click.option("--find", metavar="WORDS", default="", help="Those with WORDS, as `quoth find` does.")
@click.option("--source", metavar="WORDS", default="", help="Those whose source has WORDS.")
@click.option("--sample", type=click.IntRange(min=1), metavar="ID", help="One of `quoth sample`.")
@who_option
def review_command(
    document: str | None,
    ledger: str,
    least_sure: int | None,
    drawn: int | None,
    seed: int | None,
    find: str,
    source: str,
    sample: int | None,
    who: str,
) -> None:
    """Go through statements that nobody has judged yet, of DOCUMENT or of all.

    Each is shown in its context, with lines under what the model takes for source,
    cue and content; one key says what is right or wrong, ? shows them all. What is
    said is kept at once: stop anywhere, and the same command goes on. What was
    drawn at random stays drawn: with the same --seed, what is judged is passed over.
    """
    from quoth.ledger import open_ledger

    if sum(given is not None for given in (least_sure, drawn, sample)) > 1:
        raise click.UsageError("give one of --least-sure, --random and --sample")
    if sample and (document or find or source):
        raise click.UsageError("--sample has its own statements; give it alone")
    with open_ledger(ledger, create=False) as kept:
        if sample:
            walk = _through_sample(kept, sample, who)
        else:
            walk = Walk(kept, _items(kept, document, least_sure, drawn, seed, find, source), who)
        walk.go()


def _items(
    ledger: Ledger,
    document: str | None,
    least_sure: int | None,
    drawn: int | None,
    seed: int | None,
    find: str,
    source: str,
) -> list[Item]:
    from quoth.ledger.finding import BadQuestion, Question
    from quoth.ledger.naming import document_number
    from quoth.ledger.reviewing import LEAST_SURE

    if drawn and seed is None:
        seed = secrets.randbelow(SEEDS)
        click.echo(f"to go on later: --random {drawn} --seed {seed}")
    number = None if document is None else document_number(ledger.store, document)
    question = Question(find, source)
    try:
        return ledger.to_review(least_sure or LEAST_SURE, drawn, seed or 0, number, question)
    except BadQuestion as error:
        raise click.UsageError(str(error)) from None


def _through_sample(ledger: Ledger, sample: int, who: str) -> Walk:
    """Through what nobody has judged yet of a sample."""
    from quoth.ledger.reviewing import Item

    ledger.design(sample)  # is there such a sample?
    numbers = {}
    for each in ledger.reviewed(sample):
        if each.judged is None and not each.removed:
            drawn = each.item
            key = drawn.statements[0][0] if drawn.what == "statement" else None
            numbers[Item(drawn.document, key, drawn.spans)] = drawn.number

    def done(passage: Item) -> None:
        ledger.mark_done(sample, numbers[passage], who)

    return Walk(ledger, list(numbers), who, f"sample {sample}", done)
