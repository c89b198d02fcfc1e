"""The option of every command that works on a ledger."""

from __future__ import annotations

import click

DEFAULT = "quoth.db"
"""The ledger in the working folder, where neither option nor environment names one."""

ledger_option = click.option(
    "--ledger",
    metavar="FILE",
    envvar="QUOTH_LEDGER",
    default=DEFAULT,
    help=f"The ledger; else the one that QUOTH_LEDGER names, else {DEFAULT} in this folder.",
)
"""Gives the command a parameter `ledger`, a path for `quoth.open_ledger`."""
