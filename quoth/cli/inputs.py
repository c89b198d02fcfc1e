"""From the names on the command line to readings, in the order they were given."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator

from quoth.documents import Options, open_document, open_documents
from quoth.documents.opening import Input
from quoth.errors import UnreadableInput
from quoth.records import Document

STANDARD_INPUT = "-"
_CALLED = "standard input"


def open_input(file: str, options: Options) -> Document:
    """The document in `file`, or on standard input for `-`. Raises `UnreadableInput`."""
    source, name = source_of(file)
    return open_document(source, name, options)


def open_inputs(
    files: Iterable[str], options: Options, begin: Callable[[int], None]
) -> Iterator[Document | UnreadableInput]:
    """The documents in `files`, in their order, or the reasons why they cannot be opened.

    `begin` is told the number of each file, from 1, before it is opened.
    """
    for number, file in enumerate(files, 1):
        begin(number)
        try:
            source, name = source_of(file)
        except UnreadableInput as failure:
            yield failure
        else:
            yield from open_documents(source, name, options)


def source_of(file: str) -> tuple[Input, str]:
    if file != STANDARD_INPUT:
        return file, file
    # Python has none where a shell (`<&-`) or a service closed it.
    if not sys.stdin:
        raise UnreadableInput(_CALLED, "it is closed; give it a file or a pipe to read")
    return sys.stdin.buffer, _CALLED
