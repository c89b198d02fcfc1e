"""The process that reads: tasks come in on standard input, answers go out, both pickled."""

from __future__ import annotations

import os
import pickle
import signal
import sys
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing, suppress
from functools import cache
from importlib import import_module
from pathlib import Path
from threading import Event, Lock, Thread
from typing import Any, BinaryIO, TypeVar

from quoth.aside.tasks import (
    Account,
    Add,
    Answer,
    Begun,
    Cancel,
    Done,
    Failed,
    Last,
    Read,
    Start,
    Task,
)
from quoth.documents.guarded import end_all
from quoth.errors import QuothError, UnreadableInput
from quoth.ledger.errors import LedgerError
from quoth.records import Document, Reading

Other = TypeVar("Other")

NICE = 5
"""By so much reading gives way to other programs."""
LONG = "has {:,} characters, more than the {:,} that are read here; add it by `quoth add`"


def serve() -> None:
    """Do what is asked until standard input closes; several tasks go on side by side."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever asks decides when it ends
    if hasattr(os, "nice"):
        os.nice(NICE)
    source = sys.stdin.buffer
    # What a library prints must not come between the answers.
    desk = _Desk(os.fdopen(os.dup(sys.stdout.fileno()), "wb"))
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    with suppress(EOFError):
        while True:
            desk.take(pickle.load(source))
    end_all()
    os._exit(0)  # without waiting for what is under way


class _Desk:
    """Takes tasks, each into a thread of its own, and hands out their answers."""

    def __init__(self, out: BinaryIO) -> None:
        self._out, self._lock = out, Lock()
        self._under_way: dict[int, Event] = {}
        self._readers: _Readers | None = None

    def take(self, message: Start | tuple[int, Task | Cancel]) -> None:
        if isinstance(message, Start):
            sys.path[:] = message.path
            self._readers = _Readers(message.reader)
            return
        number, task = message
        if isinstance(task, Cancel):
            if number in self._under_way:
                self._under_way[number].set()
            return
        cancelled = self._under_way[number] = Event()
        Thread(target=self._do, args=(number, task, cancelled), daemon=True).start()

    def _do(self, number: int, task: Task, cancelled: Event) -> None:
        assert self._readers
        self._say(number, Begun())
        try:
            with closing(_answers(task, self._readers, cancelled)) as answers:
                for answer in answers:
                    self._say(number, answer)
                    if cancelled.is_set():
                        break
            last: Last = Done()
        except QuothError as error:
            last = Failed("ledger" if isinstance(error, LedgerError) else "input", str(error))
        except Exception as error:
            last = Failed("fault", _fault(error))
        del self._under_way[number]
        self._say(number, last)

    def _say(self, number: int, answer: Begun | Answer | Last) -> None:
        with self._lock:
            pickle.dump((number, answer), self._out, 5)
            self._out.flush()


class _Readers:
    """The reader of each model, loaded when it is needed first."""

    def __init__(self, name: str) -> None:
        self._name, self._lock = name, Lock()
        self._of = cache(self._load)
        self._analysed: tuple[tuple[str, Document] | None, Any] = (None, None)

    def __call__(self, model: str) -> Any:
        with self._lock:
            return self._of(model)

    def analysis(self, model: str, document: Document) -> Any:
        """The grammar of a document. The last one is kept: people correct one document for long."""
        of, analysis = self._analysed
        if of != (model, document):
            of = model, document
            _, analysis = self(model).analysed(document)
            self._analysed = of, analysis
        return analysis

    def _load(self, model: str) -> Any:
        module, _, name = self._name.partition(":")
        return getattr(import_module(module), name)(model)


class _Careful:
    """Reads one document after the other; one that cannot be read costs none of the others."""

    def __init__(self, reader: Any, characters: int, cancelled: Event) -> None:
        self.model: str = reader.model
        self._reader, self._characters, self._cancelled = reader, characters, cancelled

    def read_each(self, items: Iterable[Document | Other]) -> Iterator[Reading | Other]:
        for item in items:
            read = self._read(item) if isinstance(item, Document) else item
            if self._cancelled.is_set():
                return
            yield read

    def _read(self, document: Document) -> Any:
        try:
            if len(document.text) > self._characters:
                raise _too_long(document, self._characters)
            return self._reader.read(document)
        except UnreadableInput as failure:
            return failure
        except Exception as error:
            return UnreadableInput(document.name, _fault(error))


def _answers(task: Task, readers: _Readers, cancelled: Event) -> Generator[Answer, None, None]:
    if isinstance(task, Add):
        return _add(task, readers, cancelled)
    return _read(task, readers) if isinstance(task, Read) else _account(task, readers)


def _add(task: Add, readers: _Readers, cancelled: Event) -> Generator[Answer, None, None]:
    from quoth.ledger import open_ledger
    from quoth.ledger.inputs import Input

    given = Input(task.name, path=Path(task.path) if task.path else None, known=task.known)
    reader = _Careful(readers(task.model), task.characters, cancelled)
    # Opened for each: the ledger may have been replaced since the last.
    with open_ledger(task.ledger, create=False) as ledger:
        yield from ledger.add(
            [given], reader, task.options, any_language=task.any_language, again=True
        )


def _read(task: Read, readers: _Readers) -> Generator[Answer, None, None]:
    from quoth.documents import open_document
    from quoth.documents.source import Source
    from quoth.export import json_document, json_lines
    from quoth.languages import refusal

    source = Source(task.name, task.data, task.declared)
    document = open_document(source, task.name, task.options)
    if not task.any_language and (failure := refusal(document)):
        raise failure
    if len(document.text) > task.characters:
        raise _too_long(document, task.characters)
    reading: Reading = readers(task.model).read(document)
    if task.told == "json":
        yield json_document(reading)
    elif task.told == "jsonl":
        yield "".join(json_lines(reading))
    else:
        from quoth.export.page import one_file

        yield one_file(reading)


def _too_long(document: Document, most: int) -> UnreadableInput:
    return UnreadableInput(document.name, LONG.format(len(document.text), most))


def _fault(error: Exception) -> str:
    return f"reading it failed ({type(error).__name__}); please report it with the file"


def _account(task: Account, readers: _Readers) -> Generator[Answer, None, None]:
    from quoth.account import unsourced
    from quoth.ledger import open_ledger

    with open_ledger(task.ledger, create=False, read_only=True) as ledger:
        reading = ledger.reading(task.number)
    # The ledger keeps no grammar; whose word a sentence is its reading says, as people see it.
    yield unsourced(reading, readers.analysis(task.model, reading.document))
