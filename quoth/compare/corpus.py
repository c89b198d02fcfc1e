"""Documents to compare, from a ledger or from readings that nobody keeps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from itertools import takewhile
from pathlib import Path
from tempfile import TemporaryDirectory

from quoth.compare.outlets import day_of, outlet_of
from quoth.compare.records import Told
from quoth.ledger import Ledger, open_ledger
from quoth.records import Reading


def from_ledger(ledger: Ledger, numbers: Iterable[int]) -> tuple[Told, ...]:
    """The documents with these numbers. Raises `NotFound`."""
    told = []
    for number in numbers:
        reading = ledger.reading(number)
        document = reading.document
        told.append(
            Told(
                key=str(number),
                reading=reading,
                outlet=outlet_of(document),
                published=day_of(document),
                whose=ledger.identities_in(number),
                original=partial(ledger.original, number),
            )
        )
    return tuple(told)


def from_readings(readings: Iterable[Reading]) -> tuple[Told, ...]:
    """Readings side by side, each called by its document's name, their sources linked.

    Linking takes a ledger; this one is gone when it is done. The folder that all lie in is left out
    of their keys; of documents with one name the second is called `name#2`.
    """
    given = tuple(readings)
    with TemporaryDirectory() as folder, open_ledger(Path(folder) / "compared.db") as ledger:
        numbers = [ledger.keep(reading) for reading in given]
        for _ in ledger.link():
            pass
        told = from_ledger(ledger, numbers)
        return tuple(
            replace(each, key=key, reading=reading, original=partial(_original, reading))
            for each, key, reading in zip(told, _keys(given), given, strict=True)
        )


def _original(reading: Reading) -> bytes | None:
    return reading.document.original


def _keys(readings: Iterable[Reading]) -> list[str]:
    names = [reading.document.name for reading in readings]
    folder = _folder(names)
    met: Counter[str] = Counter()
    keys = []
    for name in names:
        met[name] += 1
        key = name[len(folder) :]
        keys.append(key if met[name] == 1 else f"{key}#{met[name]}")
    return keys


def _folder(names: list[str]) -> str:
    """The folder that all documents lie in, which tells none of them from another."""
    levels = zip(*(name.split("/")[:-1] for name in names), strict=False)
    shared = takewhile(lambda level: len(set(level)) == 1, levels)
    return "".join(f"{level[0]}/" for level in shared)
