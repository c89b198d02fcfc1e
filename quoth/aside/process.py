"""The other side of the process that reads: it is started, asked, and ended where it must be."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Event, Lock, Thread
from typing import BinaryIO, cast

from quoth.aside.tasks import Answer, Begun, Cancel, Done, Failed, Last, Start, Task
from quoth.errors import QuothError

START = "from quoth.aside.worker import serve; serve()"
GLANCE = 0.25
"""Seconds after which whoever waits looks whether to go on."""
FAREWELL = 1.0
"""Seconds that the process has to end by itself."""
SLOW = "took longer than {:g} s to read; split it, or add it by `quoth add`"
CRASHED = "what read it ended without a word; the file may be hostile, or memory too small"
CLOSED = Failed("closed", "reading has ended here; try again")
PATIENCE = 60.0
"""Seconds until the process has begun."""


class NotRead(QuothError):
    """Something could not be read; `why` says whose fault that is."""

    def __init__(self, failed: Failed) -> None:
        super().__init__(failed.reason)
        self.why = failed.why


class Aside:
    """One process at a time; it must be closed. Tasks may be given from any thread."""

    def __init__(self, reader: str) -> None:
        self._reader, self._lock = reader, Lock()
        self._process: _Process | None = None
        self._closed = False

    def ask(self, task: Task, patience: float, stop: Event | None = None) -> Iterator[Answer]:
        """The answers to a task; they end early where `stop` is set.

        Raises `NotRead`, also where `patience` seconds pass without an answer.
        """
        with self._lock:
            if self._closed:
                raise NotRead(CLOSED)
            if not (self._process and self._process.usable):
                self._process = _Process(self._reader)
            process = self._process
        yield from process.ask(task, patience, stop)

    def close(self) -> None:
        """End the process; who waits for an answer is told."""
        with self._lock:
            self._closed = True
        if self._process:
            self._process.close()


class _Process:
    """A process, and who waits for its answers."""

    def __init__(self, reader: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-X", "utf8", "-c", START],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            # Ctrl-C in the terminal is for the room, which ends this one and its parsers.
            start_new_session=sys.platform != "win32",
        )
        self._lock = Lock()
        self._waiting: dict[int, SimpleQueue[Begun | Answer | Last]] = {}
        self._last = 0
        self._why = Failed("input", CRASHED)
        Thread(target=self._listen, daemon=True).start()
        self._say(Start(tuple(sys.path), reader))

    @property
    def usable(self) -> bool:
        return self._process.poll() is None

    def ask(self, task: Task, patience: float, stop: Event | None) -> Iterator[Answer]:
        answers: SimpleQueue[Begun | Answer | Last] = SimpleQueue()
        with self._lock:
            self._last += 1
            number = self._last
            self._waiting[number] = answers
        self._say((number, task))
        try:
            yield from self._answers(answers, patience, stop)
        finally:
            with self._lock:
                del self._waiting[number]
            self._say((number, Cancel()))

    def _answers(
        self, answers: SimpleQueue[Begun | Answer | Last], patience: float, stop: Event | None
    ) -> Iterator[Answer]:
        end = time.monotonic() + PATIENCE
        while not (stop and stop.is_set()):
            try:
                answer = answers.get(timeout=GLANCE)
            except Empty:
                if not self.usable:
                    raise NotRead(self._why) from None
                if time.monotonic() > end:
                    self._kill()
                    raise NotRead(Failed("input", SLOW.format(patience))) from None
                continue
            if isinstance(answer, Failed):
                raise NotRead(answer)
            if isinstance(answer, Done):
                return
            if not isinstance(answer, Begun):
                yield answer
            end = time.monotonic() + patience

    def close(self) -> None:
        self._why = CLOSED
        with suppress(OSError, ValueError):
            cast(BinaryIO, self._process.stdin).close()
        try:
            self._process.wait(FAREWELL)
        except subprocess.TimeoutExpired:
            self._kill()

    def _say(self, message: Start | tuple[int, Task | Cancel]) -> None:
        stdin = cast(BinaryIO, self._process.stdin)
        with self._lock, suppress(OSError, ValueError):  # it has ended; who waits will see
            pickle.dump(message, stdin, 5)
            stdin.flush()

    def _listen(self) -> None:
        with cast(BinaryIO, self._process.stdout) as output, suppress(Exception):
            while True:
                number, answer = pickle.load(output)
                with self._lock:
                    if number in self._waiting:
                        self._waiting[number].put(answer)
        self._process.wait()  # it has ended, perhaps in the middle of an answer
        with self._lock, suppress(OSError):  # what was not sent cannot be sent any more
            cast(BinaryIO, self._process.stdin).close()

    def _kill(self) -> None:
        """End it with the parsers that it has started."""
        with suppress(OSError):
            if sys.platform == "win32":
                self._process.kill()
            else:
                os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
