"""The command that gives in the terminal what a page shows."""

from __future__ import annotations

import shlex

from quoth.web.asked import Asked


def command(
    asked: Asked,
    *words: str,
    **options: str | bool | int | tuple[str, ...] | None,
) -> str:
    """`quoth find ferry --kind person --ledger news.db`: options without a value are left out."""
    parts = ["quoth", *words]
    for name, value in options.items():
        option = f"--{name.replace('_', '-')}"
        if value is True:
            parts.append(option)
        elif isinstance(value, tuple):
            parts += [part for each in value for part in (option, each)]
        elif value:
            parts += [option, str(value)]
    return shlex.join([*parts, "--ledger", asked.settings.ledger])
