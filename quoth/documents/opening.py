"""From a path, a pipe or bytes to documents: containers are opened until none is left."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import BinaryIO

from quoth.documents.archives.folders import files_in
from quoth.documents.formats import Format, format_named, format_of
from quoth.documents.guarded import parsed
from quoth.documents.layouts import within
from quoth.documents.metadata import merged
from quoth.documents.options import DEFAULTS, Options
from quoth.documents.source import Item, Source, Stream, buffered, stream_at, stream_of, too_large
from quoth.errors import UnreadableInput
from quoth.records import Document

Input = str | os.PathLike[str] | bytes | BinaryIO | Source
Outcome = Document | UnreadableInput

SEVERAL = "it holds several documents; give it to `quoth read`, or name one of them"
NONE = "it holds no document; check that it is what you meant to give"

WITHIN = re.compile(r"!/|#")
"""What parts the name of a container from that of a document in it."""
TOO_DEEP = "too many containers in one another; raise --max-depth to open it"


def open_documents(
    source: Input, name: str | None = None, options: Options = DEFAULTS
) -> Iterator[Outcome]:
    """The documents in a file, a folder, an open binary file, or bytes, in their order.

    A `Source` is bytes of which is known, say, the encoding that a header claims.

    Whatever cannot be opened takes its place in the order as the reason why, and the rest goes on.
    `name` is what the input is called in results; for a path it is the path as given. Bytes are
    taken only as they are needed: an endless stream of records yields documents without end.
    """
    try:
        if isinstance(source, bytes):
            yield from _opened(Source(name or "bytes", source), options)
        elif isinstance(source, Source):
            yield from _opened(source, options)
        elif isinstance(source, str | os.PathLike):
            yield from _at(source, name or os.fspath(source), options)
        else:
            yield from _opened(buffered(source, name or "stream"), options)
    except UnreadableInput as failure:
        yield failure


def open_document(source: Input, name: str | None = None, options: Options = DEFAULTS) -> Document:
    """The one document in a file or in bytes; an empty file is a document without blocks.

    Raises `UnreadableInput`, also where there are several.
    """
    outcomes = open_documents(source, name, options)
    first = next(outcomes, None)
    called = name or (os.fspath(source) if isinstance(source, str | os.PathLike) else "bytes")
    if first is None:
        raise UnreadableInput(called, NONE)
    if isinstance(first, UnreadableInput):
        raise first
    if next(outcomes, None) is not None:
        raise UnreadableInput(called, SEVERAL)
    return first


def _at(path: str | os.PathLike[str], name: str, options: Options) -> Iterator[Outcome]:
    if os.fspath(path) and Path(path).is_dir():
        empty = True
        for file in files_in(Path(path), options):
            empty = False
            yield from open_documents(file, None, options)
        if empty:
            yield UnreadableInput(name, "this folder holds no text; check the path")
        return
    container = _container(os.fspath(path))
    if container:
        yield from _named_in(container, os.fspath(path), options)
        return
    stream = stream_at(path, name)
    with stream.file:
        yield from _opened(stream, options)


def _container(path: str) -> str | None:
    """The file that holds what `path` names: `week.zip!/day/page.html`, `list.mbox#3`."""
    if not Path(path).exists():
        for mark in WITHIN.finditer(path):
            if Path(path[: mark.start()]).is_file():
                return path[: mark.start()]
    return None


def _named_in(container: str, name: str, options: Options) -> Iterator[Outcome]:
    """The document of that name, or all that it holds if it is a container itself."""
    missing = True
    for each in open_documents(container, None, options):
        if each.name == name or each.name.startswith((f"{name}!/", f"{name}#")):
            missing = False
            yield each
    if missing:
        yield UnreadableInput(name, f"{container} holds nothing of that name; check it")


def _opened(item: Source | Stream, options: Options) -> Iterator[Outcome]:
    """The documents in `item`, with what its containers know of them."""
    forced = item.format if isinstance(item, Source) else None
    try:
        form = format_named(forced) if forced else format_of(item.opening, item.name)
    except OSError as error:
        raise UnreadableInput(item.name, f"{error.strerror or error}; check the file") from None
    if item.depth + form.streamed > options.limits.depth:
        raise UnreadableInput(item.name, TOO_DEEP)
    for inner in _inside(item, form, options):
        if isinstance(inner, Document):
            yield _placed(inner, item)
        elif isinstance(inner, UnreadableInput):
            yield inner
        else:
            try:
                yield from _opened(inner, options)
            except UnreadableInput as failure:
                yield failure


def _inside(item: Source | Stream, form: Format, options: Options) -> Iterable[Item]:
    if not form.streamed:
        whole = item if isinstance(item, Source) else item.whole(options.limits)
        if len(whole.data) > options.limits.bytes:
            raise UnreadableInput(item.name, too_large(options.limits))
        return (_with_original(each, whole) for each in parsed(form.module, whole, options))
    stream = item if isinstance(item, Stream) else stream_of(item)
    items: Iterable[Item] = import_module(f"quoth.documents.{form.module}").items(stream, options)
    return items


def _with_original(item: Item, whole: Source) -> Item:
    return replace(item, original=whole.data) if isinstance(item, Document) else item


def _placed(document: Document, item: Source | Stream) -> Document:
    known = item.known if isinstance(item, Source) else None
    metadata = merged(document.metadata, known) if known else document.metadata
    layout = within(document.layout, item.record, item.part)
    if metadata is document.metadata and layout is document.layout:
        return document
    return replace(document, metadata=metadata, layout=layout)
