"""`quoth export`: a ledger, or a part of it, in a format that others read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from quoth.errors import QuothError
from quoth.export import brat, label_studio, lines, parquet, training_data, web_annotation, xmi
from quoth.export.as_csv import csv_header, csv_rows
from quoth.export.as_json import json_document, json_lines
from quoth.export.characters import encodable
from quoth.export.files import new_file
from quoth.export.kept import LEDGER_COLUMNS, Kept
from quoth.export.page.written import Given
from quoth.export.page.written import write as write_pages
from quoth.imports.marked import marked_of
from quoth.ledger.beside import beside
from quoth.ledger.choosing import ALL, Choice, chosen
from quoth.ledger.correcting import Corrections
from quoth.ledger.corrections import Corrected, apply
from quoth.ledger.facts import load_facts
from quoth.ledger.loading import load_reading
from quoth.ledger.records import Correction
from quoth.ledger.rows import Walk
from quoth.ledger.store import Store
from quoth.records import Reading


@dataclass(frozen=True, slots=True)
class Part:
    """What of a ledger is exported, and how."""

    store: Store
    numbers: list[int]
    whole: bool
    originals: bool
    spreadsheet: bool

    def readings(self) -> Iterator[tuple[int, Reading]]:
        return ((number, load_reading(self.store, number)) for number in self.numbers)

    def said(self) -> Iterator[tuple[Reading, list[Correction]]]:
        """Readings as people see them, each with what was said of it."""
        log = Corrections(self.store).log
        return ((reading, log(number)) for number, reading in self.readings())

    def kept(self) -> Iterator[tuple[Reading, Kept]]:
        return ((each, Kept(load_facts(self.store, number))) for number, each in self.readings())


def part(
    store: Store, choice: Choice = ALL, originals: bool = True, spreadsheet: bool = False
) -> Part:
    """The documents that fit `choice`. Raises QuothError where it fits none."""
    numbers = chosen(store, choice)
    if not numbers and choice != ALL:
        raise QuothError(f"{store.path}: no document fits; nothing is exported")
    return Part(store, numbers, choice == ALL, originals, spreadsheet)


def plain_lines(store: Store, choice: Choice = ALL) -> Iterator[str]:
    """Lines of documents and their statements alone, as `quoth read --format jsonl` gives them.

    Raises `NotFound` for a number, `BadQuestion`; where no document fits there is no line.
    """
    numbers = chosen(store, choice)
    return (
        line
        for each in Part(store, numbers, False, False, False).kept()
        for line in json_lines(*each)
    )


def _jsonl(part: Part) -> Iterator[str]:
    return lines.ledger_lines(part.store, part.numbers, part.whole, part.originals)


def _json(part: Part) -> Iterator[str]:
    return (json_document(reading, kept) for reading, kept in part.kept())


def _csv(part: Part) -> Iterator[str]:
    yield csv_header(LEDGER_COLUMNS)
    for reading, kept in part.kept():
        yield from csv_rows(reading, kept, part.spreadsheet)


def _parquet(part: Part, target: Path) -> None:
    walk = Walk(part.store, part.originals)
    rows = (rows for number in part.numbers for rows in walk.document(number))
    parquet.write(walk.all(part.numbers) if part.whole else rows, target, part.whole)


def _web_annotation(part: Part, target: Path) -> None:
    web_annotation.write(part.said(), target)


def _label_studio(part: Part, target: Path) -> None:
    label_studio.write(part.said(), target)


def _brat(part: Part, target: Path) -> None:
    brat.write((marked_of(*each) for each in part.said()), target)


def _xmi(part: Part, target: Path) -> None:
    xmi.write((marked_of(*each) for each in part.said()), target)


def _html(part: Part, target: Path) -> None:
    corrections = Corrections(part.store)

    def given(number: int, reading: Reading) -> Given:
        return Given(
            reading, beside(part.store, number, lambda: corrections.corrected(number).names)
        )

    write_pages((given(*each) for each in part.readings()), target)


def _training(part: Part, target: Path) -> None:
    if not any(training_data.judged(*each) for each in _judged(part)):
        reason = "there is no block of text in which people judged every statement"
        raise QuothError(f"{part.store.path}: {reason}; see `quoth review`")
    training_data.write(_judged(part), target)


def _judged(part: Part) -> Iterator[tuple[Reading, Corrected]]:
    """What the model read in documents that people corrected, and what they made of it."""
    log = Corrections(part.store).log
    for number in part.numbers:
        if load_facts(part.store, number).reading == "corrected":
            machine = load_reading(part.store, number, "model")
            yield machine, apply(machine, log(number))


STREAMS: dict[str, Callable[[Part], Iterator[str]]] = {
    "json": _json,
    "jsonl": _jsonl,
    "csv": _csv,
}
"""Formats that are one stream of text, by name."""
WRITERS: dict[str, Callable[[Part, Path], None]] = {
    "parquet": _parquet,
    "web-annotation": _web_annotation,
    "brat": _brat,
    "xmi": _xmi,
    "label-studio": _label_studio,
    "training": _training,
    "html": _html,
}
"""What writes a format that is a folder of files, or one file as a whole."""
LEFT_OUT: dict[str, tuple[str, ...]] = {
    "web-annotation": web_annotation.LEAVES_OUT,
    "brat": brat.LEAVES_OUT,
    "xmi": xmi.LEAVES_OUT,
    "label-studio": label_studio.LEAVES_OUT,
}
"""What formats of other programs do not keep of a reading."""


def pieces(part: Part, form: str) -> Iterator[str]:
    """The text of a format that is a stream, piece by piece, from one state of the ledger."""
    with part.store.snapshot():
        yield from STREAMS[form](part)


def export(part: Part, form: str, target: Path) -> None:
    """Write a file, or a new folder of files, from one state of the ledger.

    Raises QuothError where `target` cannot be written, or where a folder has something in it.
    """
    if form in WRITERS:
        with part.store.snapshot():
            WRITERS[form](part, target)
    else:
        with new_file(target) as stream:
            for piece in pieces(part, form):
                stream.write(encodable(piece).encode())
