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
    """Counts inputs on a bar while they are read; nothing unless standard error is a terminal."""

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

    @contextmanager
    def counting(self, aside: bool) -> Iterator[None]:
        """Count one input; `aside` clears the bar away while its result goes to the terminal."""
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
        from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

        self._progress = Progress(
            TextColumn("reading"),
            BarColumn(),
            TextColumn("{task.completed} of {task.fields[inputs]}"),
            TimeElapsedColumn(),
            console=Console(stderr=True),
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
        )
        # How far one document is cannot be told: for a single one the bar only moves.
        self._task = self._progress.add_task("", total=total if total > 1 else None, inputs=total)

    def show(self) -> None:
        self._progress.start()

    def hide(self) -> None:
        self._progress.stop()

    def advance(self) -> None:
        self._progress.advance(self._task)
