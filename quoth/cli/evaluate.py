"""`quoth evaluate`: what a reviewed sample says of the whole ledger."""

from __future__ import annotations

import click

from quoth.cli.ledger_option import ledger_option
from quoth.cli.output import open_output, output_option


@click.command("evaluate", epilog="Example: quoth evaluate 3 --format csv -o quality.csv")
@click.argument("sample", type=click.IntRange(1), required=False)
@ledger_option
@click.option(
    "--format",
    "form",
    type=click.Choice(("view", "json", "csv")),
    default="view",
    help="view for people (default); json, csv for programs.",
)
@output_option
def evaluate_command(sample: int | None, ledger: str, form: str, output: str) -> None:
    """Say how good the readings of the ledger are, by the review of a SAMPLE.

    Without SAMPLE the last one is taken. Every correction counts that was made to
    what was drawn, in the review or elsewhere. Precision, recall, F1 and errors are
    given by form and kind of source, each with its 95 % interval and the number of
    statements that it rests on, and a paragraph for a methods section; fewer than
    10 judged give no figure.
    """
    from quoth.export.evaluation import evaluation_csv, evaluation_json, evaluation_view
    from quoth.ledger import open_ledger

    with open_ledger(ledger, create=False, read_only=True) as kept_in:
        evaluation = kept_in.evaluate(sample)
    pieces = {
        "view": evaluation_view,
        "json": lambda each: [evaluation_json(each)],
        "csv": evaluation_csv,
    }[form](evaluation)
    with open_output(output) as out:
        for piece in pieces:
            out.write(piece)
