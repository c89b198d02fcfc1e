"""Options that every command has which lists something: the same names, with the same meaning."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, get_args

import click

from quoth.records import Kind

Command = TypeVar("Command", bound=Callable[..., Any])

SHOWN = 20
"""What a view lists, unless another number is asked for."""

limit_option = click.option(
    "--limit",
    type=click.IntRange(min=1),
    metavar="N",
    help=f"So many at most ({SHOWN} in the view, else all).",
)


def most(limit: int | None, form: str) -> int | None:
    """How many are listed; None for all of them."""
    return limit or (SHOWN if form == "view" else None)


def format_option(*forms: str) -> Callable[[Command], Command]:
    """`--format`: the view, or one of these."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(("view", *forms)),
        default="view",
        help=f"view for people (default); {', '.join(forms)} for programs.",
    )


def several(name: str, of: Any, told: str) -> Callable[[Command], Command]:
    """An option that takes one of a few values, and may be given several times."""
    values = click.Choice(get_args(of), case_sensitive=False)
    called = f"{name}s"
    return click.option(f"--{name}", called, type=values, multiple=True, metavar="NAME", help=told)


kind_option = several("kind", Kind, "Kind of the source; several may be given.")
