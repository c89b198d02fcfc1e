"""Which ledger a command works on."""

from __future__ import annotations

from pathlib import Path

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


@pytest.mark.parametrize(
    "command", [("export",), ("find", "ferry"), ("sources",), ("read", "a.txt")]
)
def test_no_output_takes_the_place_of_a_ledger(quoth, command):
    Path("a.txt").write_text("The ferry had sunk, said Ann Marsh.")
    quoth("add", "a.txt")

    result = quoth(*command, "-o", "quoth.db")

    assert result.exit_code == 1
    assert result.stderr == "quoth: quoth.db: is a ledger, or another database; name another file\n"
    assert quoth("ledger", "check").exit_code == 0
