"""The ledger's methods by which it is handed on, and takes in what others hand on."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from quoth.ledger.choosing import ALL, Choice
from quoth.ledger.merging import merge
from quoth.ledger.store import Store
from quoth.ledger.taking import Taken

if TYPE_CHECKING:
    from quoth.imports.marks import Heard


class Exchanged:
    """A ledger as far as it is exported and imported.

    What knows the formats is loaded when it is asked for: it stands on the ledger, not below it.
    """

    store: Store

    def exported(
        self, form: str, choice: Choice = ALL, *, originals: bool = True, spreadsheet: bool = False
    ) -> Iterator[str]:
        """The text of an export that is one stream (json, jsonl, csv), piece by piece.

        Raises QuothError where no document fits `choice`.
        """
        from quoth.export.exporting import part, pieces

        return pieces(part(self.store, choice, originals, spreadsheet), form)

    def lines(self, choice: Choice = ALL) -> Iterator[str]:
        """Lines of JSON of documents and their statements, as `quoth read` gives them, one by one.

        Raises `NotFound` for a number, `BadQuestion`.
        """
        from quoth.export.exporting import plain_lines

        return plain_lines(self.store, choice)

    def export(
        self,
        target: str | os.PathLike[str],
        form: str,
        choice: Choice = ALL,
        *,
        originals: bool = True,
        spreadsheet: bool = False,
    ) -> None:
        """Write the documents that fit `choice` to `target`: a file or, as for Parquet, a folder.

        Raises QuothError where none fits, or `target` cannot be written; then nothing of it stays.
        """
        from quoth.export.exporting import export, part

        export(part(self.store, choice, originals, spreadsheet), form, Path(target))

    def take(self, target: str | os.PathLike[str], form: str) -> Iterator[Taken]:
        """Put in what another ledger exported as jsonl or parquet, and say what became of it.

        Nothing happens until the result is iterated over. Raises QuothError where it is no export.
        """
        from quoth.imports.taking import take_from

        return take_from(self.store, Path(target), form)

    def merge(self, other: Exchanged) -> Iterator[Taken]:
        """Put in all that another ledger keeps, and say what became of each document.

        Nothing happens until the result is iterated over. A document that both have stays as it is
        here, with the corrections of both; what either has removed is kept no longer.
        """
        return merge(self.store, other.store)

    def hear(
        self,
        target: str | os.PathLike[str],
        form: str,
        *,
        who: str,
        any_reading: bool = False,
    ) -> Iterator[Heard]:
        """Keep what people corrected in brat, INCEpTION (xmi) or Label Studio, file by file.

        Nothing happens until the result is iterated over. `any_reading` takes files that were made
        from another reading too: all in which they differ is then a correction. Raises QuothError
        where `target` is none of that format's.
        """
        from quoth.imports.marks import hear

        return hear(self.store, Path(target), form, who, any_reading)
