"""The process in which parsers run: sources come in, documents go out, both pickled."""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module

from quoth.documents.language import recognised
from quoth.documents.options import MB, Options
from quoth.documents.source import Item, Source
from quoth.errors import UnreadableInput
from quoth.records import Document

DONE = "done"
MEMORY = 6000 * MB
"""Address space of the process; a page that needs more is refused, and the machine stays alive."""


def serve() -> None:
    """Answer requests from standard input until it closes."""
    source = sys.stdin.buffer
    # What a library prints must not come between the answers.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    with suppress(EOFError, KeyboardInterrupt, BrokenPipeError):
        while True:
            module, given, options = pickle.load(source)
            for item in items(module, given, options):
                pickle.dump(item, answers, 5)
            pickle.dump(DONE, answers, 5)
            answers.flush()


def items(module: str, source: Source, options: Options) -> Iterator[Item]:
    """What the module yields; whatever goes wrong in it becomes a failure of `source`."""
    try:
        for item in import_module(f"quoth.documents.{module}").read(source, options):
            yield recognised(item) if isinstance(item, Document) else item
    except UnreadableInput as failure:
        yield failure
    except MemoryError:
        yield UnreadableInput(source.name, "too large to open in memory; split it first")
    except RecursionError:
        yield UnreadableInput(source.name, "nested too deeply to be read; get or save it again")
    except Exception as error:  # a parser's own mistake costs one document, never the others
        reason = f"its parser failed ({type(error).__name__}: {str(error)[:100]})"
        yield UnreadableInput(source.name, f"{reason}; please report it with the file")
