"""What the commands that read share: documents with their grammar, and the screen."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

from quoth.cli.inputs import open_inputs
from quoth.cli.opening import opening
from quoth.cli.output import Output, complain, open_output
from quoth.cli.progress import Waiting
from quoth.errors import UnreadableInput
from quoth.languages import refusal
from quoth.records import Document, Reading

if TYPE_CHECKING:
    from quoth.analysis import Analysis
    from quoth.export.view import Screen

PIPE_WIDTH = 80
"""Cells to a line of a view where there is no screen."""

WIDEST = 100
"""Cells to a line of a view at most: longer lines are hard to read."""


def in_english(item: Document | UnreadableInput) -> Document | UnreadableInput:
    """A document, or why it is not read."""
    return (refusal(item) if isinstance(item, Document) else None) or item


class Inputs:
    """What a command reads: each document with its grammar; what fails costs one line."""

    def __init__(
        self,
        files: tuple[str, ...],
        model: str,
        any_language: bool,
        output: str,
        given: dict[str, Any],
        stack: ExitStack,
    ) -> None:
        """What is opened is closed with `stack`; `given` are the options of opening."""
        from quoth.reader import Reader

        self.out = stack.enter_context(open_output(output))
        self.waiting = stack.enter_context(Waiting(len(files)))
        self._reader = stack.enter_context(Reader(model))
        opened = open_inputs(files, opening(given), self.waiting.opening)
        self._items = opened if any_language else map(in_english, opened)
        self.failed = False

    def __iter__(self) -> Iterator[tuple[Reading, Analysis]]:
        for item in self._items:
            if isinstance(item, UnreadableInput):
                self.failed = True
                with self.waiting.counting(aside=True):
                    complain(str(item))
            else:
                yield self._reader.analysed(item)


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
