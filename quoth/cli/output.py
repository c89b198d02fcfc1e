"""Standard output or a file: UTF-8 everywhere, whole or not at all."""

from __future__ import annotations

import errno
import logging
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

import click

from quoth.export.characters import encodable, one_line, visible

STANDARD_OUTPUT = "-"
DATABASE = b"SQLite format 3\0"
"""How a ledger begins."""

output_option = click.option(
    "-o",
    "--output",
    metavar="FILE",
    default=STANDARD_OUTPUT,
    help="Write to FILE, which is replaced once all is written.",
)


class ClosedPipe(Exception):
    """Whoever reads the output has stopped, as `head` does."""


class Output:
    """Where results go. `standard` is standard output, `terminal` tells a person is watching."""

    def __init__(self, stream: BinaryIO, name: str, standard: bool = False) -> None:
        self._stream = stream
        self._name = name
        self.standard = standard
        self.terminal = stream.isatty()

    def data(self, text: str) -> None:
        """Write a document's words: as they are, but for what would command a terminal."""
        self.write(visible(text) if self.terminal else text)

    def write(self, text: str) -> None:
        """Write text that is fit for where it goes."""
        rest = memoryview(encodable(text).encode())
        with _blaming(self._name):
            # An unbuffered stream (PYTHONUNBUFFERED) may take only a part.
            while rest:
                rest = rest[self._stream.write(rest) :]

    def flush(self) -> None:
        """Hand on what is written so far."""
        with _blaming(self._name):
            self._stream.flush()


@contextmanager
def open_output(file: str) -> Iterator[Output]:
    """Standard output for `-`, else `file`, which keeps its old contents if anything fails."""
    if file == STANDARD_OUTPUT:
        yield Output(sys.stdout.buffer, "standard output", standard=True)
        return
    target = Path(file).resolve()
    # A device or a named pipe cannot be replaced.
    special = target.exists() and not target.is_file()
    if target.is_file() and _begins(target, DATABASE):
        raise click.ClickException(f"{file}: is a ledger, or another database; name another file")
    part = target if special else target.with_name(f".{target.name}.{os.getpid()}.part")
    with _blaming(file):
        stream = part.open("wb")
    try:
        try:
            yield Output(stream, file)
        finally:
            with _blaming(file):  # a full disk is often told only now
                stream.close()
        if not special:
            with _blaming(file):
                _replace(target, part)
    finally:
        if not special:
            part.unlink(missing_ok=True)


def complain(message: str) -> None:
    """One line on standard error."""
    click.echo(f"quoth: {one_line(message)}", err=True)


class Said(logging.Handler):
    """What was found out about an input and is not wrong, one line each on standard error."""

    def emit(self, record: logging.LogRecord) -> None:
        complain(record.getMessage())


def _begins(target: Path, with_: bytes) -> bool:
    with suppress(OSError), target.open("rb") as file:
        return file.read(len(with_)) == with_
    return False


def _replace(target: Path, part: Path) -> None:
    if target.exists():
        shutil.copymode(target, part)
    part.replace(target)


@contextmanager
def _blaming(name: str) -> Iterator[None]:
    """What goes wrong in writing is told in one line; a closed pipe is nobody's fault."""
    try:
        yield
    except OSError as error:
        # Windows reports a closed pipe as an invalid argument.
        if error.errno in (errno.EPIPE, errno.EINVAL):
            _abandon_standard_output()
            raise ClosedPipe from None
        raise click.ClickException(f"{name}: cannot write: {error.strerror}") from None


def _abandon_standard_output() -> None:
    """Keep Python from flushing into the closed pipe, and complaining, when it exits."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
