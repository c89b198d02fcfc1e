"""`quoth sample`: what to review, drawn at random, to know how good readings are."""

from __future__ import annotations

import secrets
from textwrap import fill
from typing import TYPE_CHECKING

import click

from quoth.cli.ledger_option import ledger_option

if TYPE_CHECKING:
    from quoth.ledger.sampling.records import By

PARTS = ("form", "kind", "confidence")
NOTHING = "nothing"
SEEDS = 10**6
WIDTH = 80


def _parts(context: click.Context, option: click.Parameter, given: str) -> tuple[str, ...]:
    """`form,kind` taken apart."""
    names = () if given == NOTHING else tuple(dict.fromkeys(given.split(",")))
    for name in names:
        if name not in PARTS:
            raise click.BadParameter(f"{name!r} is none of {', '.join(PARTS)}, {NOTHING}")
    return names


@click.command("sample", epilog="Example: quoth sample --statements 200 --passages 60 --seed 7")
@ledger_option
@click.option(
    "--statements",
    type=click.IntRange(0, 100_000),
    default=200,
    metavar="N",
    help="Statements to draw, by which precision is measured (200).",
)
@click.option(
    "--passages",
    type=click.IntRange(0, 100_000),
    default=60,
    metavar="N",
    help="Passages to draw, by which recall is measured (60).",
)
@click.option(
    "--by",
    metavar="PARTS",
    default="form",
    callback=_parts,
    help="Draw within each form (default), kind of source, confidence: form,kind or nothing.",
)
@click.option(
    "--length",
    type=click.IntRange(1),
    default=500,
    metavar="N",
    help="Characters of a passage: as many whole blocks as make them up (500).",
)
@click.option(
    "--seed", type=click.IntRange(0), metavar="NUMBER", help="The same draws the same again."
)
def sample_command(
    ledger: str,
    statements: int,
    passages: int,
    by: tuple[By, ...],
    length: int,
    seed: int | None,
) -> None:
    """Draw statements and passages of the ledger at random, to be reviewed.

    Statements show how many of those found are right (precision), passages how many
    of those there are were found (recall). Print the sample's number and its
    design. `quoth review --sample NUMBER` goes through it, and `quoth evaluate`
    says what comes of it.
    """
    if not statements and not passages:
        raise click.UsageError("nothing to draw; give --statements or --passages more than 0")
    from quoth.export.methods import design_words
    from quoth.ledger import open_ledger

    with open_ledger(ledger, create=False) as kept_in:
        number = kept_in.sample(
            statements,
            passages,
            seed=secrets.randbelow(SEEDS) if seed is None else seed,
            by=by,
            length=length,
        )
        design = kept_in.design(number)
    click.echo(fill(f"sample {number}: {design_words(design)}", WIDTH))
    click.echo(f"`quoth review --sample {number}` goes through it.")
