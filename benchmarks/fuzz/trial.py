"""One input read in this very process, and what is wrong with how it is read."""

from __future__ import annotations

import faulthandler
import io
import logging
import os
import re
import resource
import signal
import sys
import traceback
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from importlib import import_module
from itertools import islice
from pathlib import Path

from benchmarks.fuzz.invariants import wrong_with
from quoth.documents import Limits, Options, open_documents, opening
from quoth.documents.options import MB
from quoth.documents.source import Source
from quoth.errors import UnreadableInput

MEMORY = 2000 * MB
SECONDS = 10
"""Of processor time; an input that takes more hangs."""
OPTIONS = Options(limits=Limits(bytes=64 * MB, pages=40, seconds=SECONDS, parts=500))
DOCUMENTS = 200
"""So many documents of one input are looked at."""
FRAME = re.compile(r'File ".*?/(quoth/documents/[\w/]+\.py)", line (\d+) in (\w+)')


def guard(trace: Path) -> None:
    """From here on the process has a limit of memory, and its death leaves a trace in a file."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    file = trace.open("w")
    faulthandler.enable(file, all_threads=False)
    # The signal ends the process, whatever library it is in.
    faulthandler.register(signal.SIGPROF, file, all_threads=False, chain=True)
    logging.disable()
    setattr(opening, "parsed", unguarded)  # noqa: B010  # on purpose: no process between


def problem(data: bytes, name: str) -> str | None:
    """What is wrong with how `data` is read; None where nothing is."""
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    printed = io.StringIO()
    try:
        with redirect_stderr(printed), redirect_stdout(printed):
            outcomes = islice(open_documents(data, name, OPTIONS), DOCUMENTS)
            wrong = next((wrong for outcome in outcomes for wrong in wrong_with(outcome)), None)
        return wrong or ("something is printed" if printed.getvalue() else None)
    except Exception as error:
        return f"{type(error).__name__} {_where(traceback.extract_tb(error.__traceback__))}"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def unguarded(module: str, source: Source, options: Options) -> Iterator[object]:
    """What a module yields, as `quoth.documents.guarded.parsed`, but in this process."""
    nowhere = io.StringIO()
    try:
        read = import_module(f"quoth.documents.{module}").read
        with redirect_stderr(nowhere), redirect_stdout(nowhere):  # as the worker's are
            items = list(islice(read(source, options), DOCUMENTS))
        yield from items
    except (UnreadableInput, RecursionError) as failure:
        nested = isinstance(failure, RecursionError)  # the worker puts it in words too
        yield UnreadableInput(source.name, "nested too deeply") if nested else failure


def _where(frames: traceback.StackSummary) -> str:
    ours = [frame for frame in frames if "/quoth/documents/" in frame.filename]
    at = (ours or list(frames))[-1]
    return f"in {Path(at.filename).name}, line {at.lineno}, {at.name}"


def death(trace: Path, status: int) -> str:
    """How a process ended, from its trace and its exit status (negative: the signal)."""
    text = trace.read_text(errors="replace") if trace.exists() else ""
    frame = FRAME.search(text)
    where = f"in {frame[1]}, line {frame[2]}, {frame[3]}" if frame else "outside of quoth.documents"
    if status == -signal.SIGPROF:
        return f"takes longer than {SECONDS} s {where.split(', line')[0]}"
    how = signal.Signals(-status).name if status < 0 else f"status {status}"
    return f"ends the process ({how}) {where}"


def alone(data: bytes, name: str, folder: Path) -> str | None:
    """As `problem`, in a process forked for it, so that a death is an answer too."""
    trace, answer = folder / "trace", folder / "answer"
    child = os.fork()
    if child == 0:
        sys.stderr = open(os.devnull, "w")  # noqa: SIM115, PTH123
        guard(trace)
        answer.write_text(problem(data, name) or "")
        os._exit(0)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return death(trace, status) if status else answer.read_text() or None
