"""How a message reads outside a terminal: commands set as such, and no path of this machine."""

from __future__ import annotations

import os
import re
from pathlib import Path

from markupsafe import Markup, escape

COMMAND = re.compile(r"`(quoth [^`]*)`")
"""A command as our messages have it."""


def coded(words: str) -> Markup:
    """For a page: commands as code, all else escaped."""
    return Markup(COMMAND.sub(r"<code>\1</code>", str(escape(words))))


def plain(words: str) -> str:
    """For programs, and for scripts that put it on a page as it is: commands without marks."""
    return COMMAND.sub(r"\1", words)


def by_name(words: str, path: str) -> str:
    """The ledger at `path` by its file's name alone: where it lies is nobody's business."""
    for each in (os.path.abspath(path), path):  # noqa: PTH100 - as a ledger has it
        words = words.replace(each, Path(path).name)
    return words
