"""`quoth check`: documents held against house rules."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

import click

from quoth.cli.opening import opening_options
from quoth.cli.output import Output, output_option
from quoth.cli.reading import Inputs, screen
from quoth.models import MODELS

if TYPE_CHECKING:
    from quoth.account.checks import Finding
    from quoth.records import Reading

NOT_MET = 3
"""Exit status where a rule is not met, and 1 is not called for."""


@click.command("check", epilog="Example: quoth check article.html --rules rules.toml")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--rules", metavar="FILE", help="House rules in TOML; the defaults otherwise.")
@click.option(
    "--format",
    "form",
    type=click.Choice(("view", "json")),
    default="view",
    help="view for people (default); json for programs.",
)
@click.option(
    "--model",
    type=click.Choice(MODELS),
    default=MODELS[0],
    help="standard (default), or small: faster, and less right.",
)
@click.option("--any-language", is_flag=True, help="Read what is not English too; it means little.")
@opening_options
@output_option
@click.pass_context
def check_command(
    context: click.Context,
    /,
    files: tuple[str, ...],
    rules: str | None,
    form: str,
    model: str,
    any_language: bool,
    output: str,
    **given: Any,
) -> None:
    """Hold each FILE against house rules.

    \b
    unnamed_share   greatest share of statements whose source has no name (0.25)
    unnamed_reason  each unnamed source comes with the reason why (true)
    figures_share   greatest share of figures without a source (0.5)
    least_sources   fewest sources that an article rests on (2)
    accused_answer  whoever is accused by name is heard, or said to
                    have given no answer (true)

    --rules names a TOML file that sets these keys; false switches a rule off.
    Each rule follows published newsroom codes, which it names.

    Exit status: 0 all rules met, 1 some input failed, 2 wrong usage or rules,
    3 a rule is not met.
    """
    from quoth.account import account
    from quoth.account.checks import check
    from quoth.account.rules import BadRules, Rules, read_rules

    try:
        asked = read_rules(rules) if rules else Rules()
    except BadRules as error:
        raise click.UsageError(str(error), context) from None
    met = True
    with ExitStack() as stack:
        inputs = Inputs(files, model, any_language, output, given, stack)
        for reading, analysis in inputs:
            findings = check(account(reading, analysis), analysis, asked)
            met = met and all(one.met for one in findings)
            with inputs.waiting.counting(aside=inputs.out.terminal):
                _write(inputs.out, form, reading, findings)
    context.exit(1 if inputs.failed else 0 if met else NOT_MET)


def _write(out: Output, form: str, reading: Reading, findings: tuple[Finding, ...]) -> None:
    if form == "json":
        from quoth.export.account_json import check_json

        out.data(check_json(reading, findings))
    else:
        from quoth.export.checks import check_view

        for piece in check_view(reading, findings, screen(out, full=True)):
            out.write(piece)
    out.flush()
