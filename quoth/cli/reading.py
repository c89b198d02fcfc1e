"""What the commands that read share: documents with their grammar, and the screen."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from quoth.cli.output import Output
from quoth.errors import UnreadableInput
from quoth.languages import refusal
from quoth.records import Document, Reading

if TYPE_CHECKING:
    from quoth.analysis import Analysis
    from quoth.export.view import Screen
    from quoth.reader import Reader

PIPE_WIDTH = 80
"""Cells to a line of a view where there is no screen."""

WIDEST = 100
"""Cells to a line of a view at most: longer lines are hard to read."""


def in_english(item: Document | UnreadableInput) -> Document | UnreadableInput:
    """A document, or why it is not read."""
    return (refusal(item) if isinstance(item, Document) else None) or item


def analysed(
    reader: Reader, items: Iterable[Document | UnreadableInput]
) -> Iterator[tuple[Reading, Analysis] | UnreadableInput]:
    """Each document read, with its grammar, or why it cannot be."""
    for item in items:
        yield item if isinstance(item, UnreadableInput) else reader.analysed(item)


def screen(out: Output, full: bool) -> Screen:
    """The screen that a view is made for."""
    from rich.console import Console

    from quoth.export.view import Screen

    width, styled = PIPE_WIDTH, False
    if out.standard:
        # Rich knows the conventions: NO_COLOR, FORCE_COLOR, TERM=dumb, old Windows consoles.
        console = Console(file=sys.stdout)
        styled = console.color_system is not None and not console.legacy_windows
        width = min(console.width, WIDEST) if out.terminal else PIPE_WIDTH
    return Screen(width, styled, full)
