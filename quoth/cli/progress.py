"""A bar on standard error for reading that takes longer than a second."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock, Timer
from types import TracebackType
from typing import Self

PATIENCE = 1.0
"""Seconds before the bar appears."""


class Waiting:
    """Shows how far reading is on a bar; nothing unless standard error is a terminal.

    An input may hold many documents: the bar moves with the inputs, and the documents are counted.
    """

    def __init__(self, total: int) -> None:
        self._lock = Lock()
        self._bar = _Bar(total) if sys.stderr.isatty() else None
        self._timer = Timer(PATIENCE, self._show)
        self._timer.daemon = True
        self._late = False

    def __enter__(self) -> Self:
        if self._bar:
            self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._timer.cancel()
        with self._lock:
            self._late = False
            if self._bar:
                self._bar.hide()

    def _show(self) -> None:
        with self._lock:
            self._late = True
            if self._bar:
                self._bar.show()

    def opening(self, number: int) -> None:
        """Input `number`, from 1, is being opened."""
        with self._lock:
            if self._bar:
                self._bar.opening(number)

    @contextmanager
    def counting(self, aside: bool) -> Iterator[None]:
        """Count one document; `aside` clears the bar away while its result goes to the terminal."""
        if not self._bar:
            yield
            return
        with self._lock:
            if aside:
                self._bar.hide()
            yield
            self._bar.advance()
            if aside and self._late:
                self._bar.show()


class _Bar:
    def __init__(self, total: int) -> None:
        from rich.console import Console
        from rich.progress import (
            BarColumn,
            Progress,
            TextColumn,
            TimeElapsedColumn,
            TimeRemainingColumn,
        )

        self._progress = Progress(
            TextColumn("reading"),
            BarColumn(),
            TextColumn("{task.fields[documents]} read{task.fields[inputs]}"),
            TimeElapsedColumn(),
            *([TextColumn("left:"), TimeRemainingColumn()] if total > 1 else []),
            console=Console(stderr=True),
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
        )
        self._inputs = total
        self._documents = 0
        # How far a single input is cannot be told: for one the bar only moves.
        self._task = self._progress.add_task(
            "", total=total if total > 1 else None, documents=0, inputs=""
        )

    def opening(self, number: int) -> None:
        where = f", input {number} of {self._inputs}" if self._inputs > 1 else ""
        self._progress.update(self._task, completed=number - 1, inputs=where)

    def show(self) -> None:
        self._progress.start()

    def hide(self) -> None:
        self._progress.stop()

    def advance(self) -> None:
        self._documents += 1
        self._progress.update(self._task, documents=self._documents)


class Going:
    """Shows what is being done and how far it is; nothing unless standard error is a terminal."""

    def __init__(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TimeElapsedColumn(),
            console=Console(stderr=True),
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
            disable=not sys.stderr.isatty(),
        )
        self._task = self._progress.add_task("")

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._progress.stop()

    def step(self, what: str, done: int, total: int) -> None:
        """So much of `what` is done."""
        self._progress.update(self._task, description=what, completed=done, total=total)

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Clears the bar away while something goes to the terminal."""
        self._progress.stop()
        yield
        self._progress.start()
