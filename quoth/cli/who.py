"""The option of every command that keeps who did it."""

from __future__ import annotations

import getpass

import click


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no name, as in some containers
        return "unknown"


who_option = click.option(
    "--who",
    metavar="NAME",
    envvar="QUOTH_WHO",
    default=_login,
    show_default=False,
    help="Who says so; else QUOTH_WHO, else the login name.",
)
"""Gives the command a parameter `who`."""
