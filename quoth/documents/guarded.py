"""Parsing in a process of its own, which is ended when a document takes too long or too much.

Parsers in C cannot be stopped from inside, and one that crashes takes its process with it; here it
costs one document. The process starts with the first document and serves all that follow.
"""

from __future__ import annotations

import atexit
import pickle
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from queue import Empty, Queue
from threading import Lock, Thread
from typing import BinaryIO, cast

from quoth.documents.options import Options
from quoth.documents.source import Item, Source
from quoth.errors import UnreadableInput

START = "from quoth.documents.worker import serve; serve()"
SLOW = "took longer than {:g} s to open; raise --max-seconds to wait longer"
CRASHED = "its parser ended without a word; the file may be broken, get or save it again"


def parsed(module: str, source: Source, options: Options) -> Iterator[Item]:
    """What the module's `read` yields for `source`; a parser that fails ends in a failure."""
    parser = _take()
    try:
        yield from parser.run(module, source, options)
    finally:
        _give_back(parser)


class _Parser:
    """A process that parses one source at a time."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-X", "utf8", "-c", START],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._answers: Queue[object] = Queue()
        self._listener = Thread(target=self._listen, daemon=True)
        self._listener.start()
        _running.add(self)
        self.idle = True

    def _listen(self) -> None:
        """Hand on the answers as they come; None once there are no more."""
        output = cast(BinaryIO, self._process.stdout)
        try:
            while True:
                self._answers.put(pickle.load(output))
        except Exception:  # the process has ended, perhaps in the middle of an answer
            self._answers.put(None)

    def run(self, module: str, source: Source, options: Options) -> Iterator[Item]:
        self.idle = False
        try:
            pickle.dump((module, source, options), cast(BinaryIO, self._process.stdin), 5)
            cast(BinaryIO, self._process.stdin).flush()
        except OSError:  # it ended while nobody was asking
            self.end()
            yield UnreadableInput(source.name, CRASHED)
            return
        while True:
            try:
                answer = self._answers.get(timeout=options.limits.seconds)
            except Empty:
                self.end()
                yield UnreadableInput(source.name, SLOW.format(options.limits.seconds))
                return
            if answer is None:
                self.end()
                yield UnreadableInput(source.name, CRASHED)
                return
            if isinstance(answer, str):  # the mark behind the last item
                self.idle = True
                return
            yield cast(Item, answer)

    @property
    def usable(self) -> bool:
        return self.idle and self._process.poll() is None

    def end(self) -> None:
        """End the process; what it still says is not heard."""
        _running.discard(self)
        self._process.kill()
        self._process.wait()
        self._listener.join()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):  # what was not sent cannot be sent any more
                cast(BinaryIO, pipe).close()


_running: set[_Parser] = set()
_waiting: list[_Parser] = []
_lock = Lock()


def _take() -> _Parser:
    with _lock:
        while _waiting:
            parser = _waiting.pop()
            if parser.usable:
                return parser
    return _Parser()


def _give_back(parser: _Parser) -> None:
    # One that was left in the middle of a source would go on with it.
    if not parser.usable:
        parser.end()
        return
    with _lock:
        _waiting.append(parser)


@atexit.register
def end_all() -> None:
    """End every process: a thread that still listened to one would trouble the end of ours."""
    with _lock:
        _waiting.clear()
    for parser in list(_running):
        parser.end()
