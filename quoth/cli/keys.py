"""Single keys from a terminal, or from whatever else is standard input."""

from __future__ import annotations

import sys

import click


class Keys:
    """Keys and lines that a person gives; None when there are no more."""

    def key(self) -> str | None:
        """One key; line ends between keys that are piped in are passed over."""
        if sys.stdin.isatty():
            try:
                return click.getchar()
            except EOFError:
                return None
        key = sys.stdin.read(1)
        while key in ("\n", "\r"):
            key = sys.stdin.read(1)
        return key or None

    def line(self, prompt: str) -> str | None:
        """One line, after `prompt`; an empty one where nothing was given."""
        click.echo(prompt, nl=False)
        line = sys.stdin.readline()
        if not sys.stdin.isatty():
            click.echo(line.rstrip("\n"))
        return line.strip() if line else None
