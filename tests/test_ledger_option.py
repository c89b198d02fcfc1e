"""Which ledger a command works on."""

from __future__ import annotations

import click
import pytest
from click.testing import CliRunner

from quoth.cli.ledger_option import ledger_option


@click.command()
@ledger_option
def tell(ledger: str) -> None:
    click.echo(ledger)


@pytest.mark.parametrize(
    ("arguments", "environment", "path"),
    [
        ([], {}, "quoth.db"),
        ([], {"QUOTH_LEDGER": ""}, "quoth.db"),
        ([], {"QUOTH_LEDGER": "week.db"}, "week.db"),
        (["--ledger", "year.db"], {"QUOTH_LEDGER": "week.db"}, "year.db"),
    ],
)
def test_named_beats_environment_beats_default(arguments, environment, path):
    clean = {"QUOTH_LEDGER": None, **environment}
    assert CliRunner().invoke(tell, arguments, env=clean).stdout == f"{path}\n"
