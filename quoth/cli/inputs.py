"""From the names on the command line to readings, in the order they were given."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator

from quoth.documents import open_document
from quoth.errors import UnreadableInput
from quoth.records import Document, Reading

STANDARD_INPUT = "-"
_CALLED = "standard input"

ReadMany = Callable[[Iterable[Document]], Iterator[Reading]]


def open_input(file: str) -> Document:
    """The document in `file`, or on standard input for `-`. Raises `UnreadableInput`."""
    if file == STANDARD_INPUT:
        return open_document(_standard_input(), name=_CALLED)
    return open_document(file)


def _standard_input() -> bytes:
    try:
        # Python has none where a shell (`<&-`) or a service closed it.
        data = sys.stdin.buffer.read() if sys.stdin else None
    except OSError as error:
        why = error.strerror or "cannot be read"
        raise UnreadableInput(_CALLED, f"{why}; give it a file or a pipe to read") from None
    if data is None:
        raise UnreadableInput(_CALLED, "it is closed; give it a file or a pipe to read")
    return data


def outcomes(files: Iterable[str], read_many: ReadMany) -> Iterator[Reading | UnreadableInput]:
    """A reading or the reason why there is none, for each of `files`, in their order."""
    # The reader may ask for documents ahead: failures wait here until it is their turn.
    turns: deque[UnreadableInput | None] = deque()

    def documents() -> Iterator[Document]:
        for file in files:
            try:
                document = open_input(file)
            except UnreadableInput as failure:
                turns.append(failure)
            else:
                turns.append(None)
                yield document

    for reading in read_many(documents()):
        while (failure := turns.popleft()) is not None:
            yield failure
        yield reading
    yield from (failure for failure in turns if failure)
