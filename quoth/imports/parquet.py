"""A folder of Parquet files back into the rows of a ledger."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from quoth.errors import UnreadableInput
from quoth.export.parquet import added_column, file_name, pyarrow
from quoth.imports.lines import FOREIGN, check_head
from quoth.ledger.migrating import newest
from quoth.ledger.rows import Rows
from quoth.ledger.store import Row
from quoth.ledger.tables import Table, named, numbering, tables

TOGETHER = 500
"""Rows of a file that are held."""


def read(folder: Path) -> Iterator[Rows]:
    """The rows in `folder`, document by document.

    Raises UnreadableInput where it is no export of a ledger, and QuothError where pyarrow is not
    installed.
    """
    arrow = pyarrow()
    try:
        made = _File(named("documents"), folder).schema
        # An older ledger had fewer tables.
        there = (each for each in tables() if made == newest() or _path(each, folder).is_file())
        files = [_File(each, folder) for each in there]
        [documents] = [each for each in files if each.table.name == "documents"]
        while (number := documents.next) is not None:
            for each in files:
                if each.next == number:
                    yield each.take()
        for each in files:
            if each.next is not None:
                reason = f"{each.name}: the rows of document {each.next} stand apart from it"
                raise UnreadableInput(str(folder), f"{reason}; export it anew")
            while each.more:
                yield each.take()
    except (arrow.ArrowException, OSError) as error:
        raise UnreadableInput(str(folder), f"cannot be read: {error}; export it anew") from None


def _path(table: Table, folder: Path) -> Path:
    return folder / file_name(table)


class _File:
    """One table's file while it is being read."""

    def __init__(self, table: Table, folder: Path) -> None:
        """Raises UnreadableInput where there is none, or where it is no table's of a ledger."""
        self.table = table
        self.name = file_name(table)
        path = _path(table, folder)
        if not path.is_file():
            raise UnreadableInput(str(folder), f"has no {self.name}; {FOREIGN.format('parquet')}")
        self._file = pyarrow().parquet.ParquetFile(path)
        schema = self._file.schema_arrow
        about = json.loads((schema.metadata or {}).get(b"quoth", b"{}"))
        check_head(about, str(path), "parquet")
        self.schema: int = about["schema"]
        """Number of the ledger's schema that it was made from."""
        added = added_column(table)
        key = numbering(table.name) or added
        self._key = schema.names.index(key) if key in schema.names else None
        self._columns = [name for name in schema.names if name != added]
        self._rows = self._read([n for n, name in enumerate(schema.names) if name != added])
        self._ahead = next(self._rows, None)

    @property
    def more(self) -> bool:
        return self._ahead is not None

    @property
    def next(self) -> int | None:
        """The document that the next row came with; None where it came with none, or at the end."""
        return self._ahead[0] if self._ahead else None

    def take(self) -> Rows:
        """The rows that came with that document, or some of those that came with none."""
        number = self.next
        rows: list[Row] = []
        while self._ahead and self.next == number and (number or len(rows) < TOGETHER):
            rows.append(self._ahead[1])
            self._ahead = next(self._rows, None)
        return Rows(self.table.name, number, self._columns, rows)

    def _read(self, own: list[int]) -> Iterator[tuple[int | None, Row]]:
        groups = map(self._file.read_row_group, range(self._file.num_row_groups))
        for batch in (batch for group in groups for batch in group.to_batches(TOGETHER)):
            columns = [column.to_pylist() for column in batch.columns]
            keys = columns[self._key] if self._key is not None else [None] * batch.num_rows
            yield from zip(keys, zip(*(columns[n] for n in own), strict=True), strict=True)
