"""A user's table of names: who goes by what, and by which identifier."""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from quoth.errors import QuothError
from quoth.ledger.identities.profile import Profile
from quoth.ledger.identities.wording import name_words

COLUMNS = ("name", "aliases", "identifier")
BETWEEN = re.compile(r"[;|]")


class NamesError(QuothError):
    """A table of names that cannot be used; says which line is wrong."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One person or body of the table."""

    name: str
    aliases: tuple[str, ...] = ()
    identifier: str | None = None


class Names:
    """Entries, found by name."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self.entries = tuple(entries)
        self._by_words = {
            name_words(name): entry
            for entry in self.entries
            for name in (*entry.aliases, entry.name)
        }

    def words(self) -> Iterable[tuple[str, ...]]:
        """Every name and alias, as words."""
        return self._by_words.keys()

    def of(self, profile: Profile) -> Entry | None:
        """Who a source is by this table: its fullest name counts before others."""
        found = (self._by_words.get(words) for words in profile.names)
        return next((entry for entry in found if entry), None)


def read_names(file: str | os.PathLike[str]) -> tuple[Entry, ...]:
    """The entries of a CSV file (UTF-8) with columns `name`, `aliases` and `identifier`.

    Aliases stand between `;` or `|`; `name` alone must be there. Raises `NamesError`.
    """
    shown = os.fspath(file)
    try:
        text = Path(file).read_text("utf-8-sig")
    except OSError as error:
        raise NamesError(f"{shown}: cannot read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise NamesError(f"{shown}: is not UTF-8; save it as CSV in UTF-8") from None
    try:
        return tuple(_entries(shown, text))
    except csv.Error as error:
        raise NamesError(f"{shown}: is no CSV: {error}") from None


def _entries(file: str, text: str) -> Iterator[Entry]:
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    header = [cell.strip().casefold() for cell in next(rows, [])]
    if "name" not in header:
        wanted = ",".join(COLUMNS)
        raise NamesError(f"{file}, line 1: no column called name; begin the table with {wanted}")
    if twice := next((c for c in COLUMNS if header.count(c) > 1), None):
        raise NamesError(f"{file}, line 1: two columns are called {twice}; keep one")
    seen: dict[tuple[str, ...], tuple[str, int]] = {}
    known: dict[str, int] = {}
    for row in rows:
        line = rows.line_num
        if not any(cell.strip() for cell in row):
            continue
        cells = dict(zip(header, (" ".join(cell.split()) for cell in row), strict=False))
        entry = _entry(file, line, cells)
        for name in (entry.name, *entry.aliases):
            other, at = seen.setdefault(name_words(name), (entry.name, line))
            if at != line:
                raise NamesError(
                    f"{file}, line {line}: {name} is a name of {other} (line {at}) too; "
                    "take it out of one of them"
                )
        if entry.identifier and (at := known.setdefault(entry.identifier, line)) != line:
            raise NamesError(
                f"{file}, line {line}: identifier {entry.identifier} is that of line {at} too; "
                "put both names into one line"
            )
        yield entry


def _entry(file: str, line: int, cells: dict[str, str]) -> Entry:
    name = cells.get("name", "")
    if not name_words(name):
        raise NamesError(f"{file}, line {line}: no name; fill it in or take the line out")
    aliases = (alias.strip() for alias in BETWEEN.split(cells.get("aliases", "")))
    return Entry(
        name,
        tuple(dict.fromkeys(alias for alias in aliases if name_words(alias) and alias != name)),
        cells.get("identifier") or None,
    )
