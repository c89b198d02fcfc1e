"""A ledger as Parquet: a folder with a file for each of its tables.

Rows stand in the order of documents. A table whose rows belong to documents without saying to which
has one column more, `document`; what came with a document without belonging to one has it too.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from quoth.errors import QuothError
from quoth.export.folders import new_folder
from quoth.export.lines import head
from quoth.ledger.rows import Rows
from quoth.ledger.tables import Table, hanging, needed, numbering, tables

VALUES = 100_000
"""Values of a table that are held before they are written."""
BYTES = 8 << 20
"""And bytes, of texts and originals."""


def write(rows: Iterable[Rows], folder: Path, whole: bool) -> None:
    """A file for each table, all or none.

    Raises QuothError where `folder` has something in it or cannot be written, or where pyarrow is
    not installed.
    """
    pyarrow()
    with new_folder(folder) as made:
        files = {each.name: _File(each, made, whole) for each in tables()}
        try:
            for each in rows:
                files[each.table].add(each)
        finally:
            for file in files.values():
                file.close()


def pyarrow() -> Any:
    """The library, which is asked for late: it is larger than all the rest.

    Raises QuothError where it is not installed.
    """
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        reason = "Parquet needs pyarrow; install it with `pip install 'quoth[parquet]'`"
        raise QuothError(reason) from None
    return pyarrow


def file_name(table: Table) -> str:
    """What the file of a table is called."""
    return f"{table.name}.parquet"


def added_column(table: Table) -> str | None:
    """The column that says with which document a row came, where no other does."""
    if numbering(table.name) or not (hanging(table.name) or needed(table.name)):
        return None
    return "of_document" if "document" in table.names else "document"


class _File:
    """One table's file while it is being written."""

    def __init__(self, table: Table, folder: Path, whole: bool) -> None:
        self._arrow = pyarrow()
        types = {
            "INTEGER": self._arrow.int64(),
            "REAL": self._arrow.float64(),
            "TEXT": self._arrow.string(),
            "BLOB": self._arrow.binary(),
        }
        fields = [
            self._arrow.field(each.name, types[each.type], not each.required)
            for each in table.columns
        ]
        self._added = added_column(table)
        if self._added:
            fields.append(self._arrow.field(self._added, types["INTEGER"]))
        about = {"quoth": json.dumps(head(whole))}
        self._schema = self._arrow.schema(fields, metadata=about)
        self._writer = self._arrow.parquet.ParquetWriter(
            folder / file_name(table), self._schema, compression="zstd"
        )
        self._rows: list[tuple[Any, ...]] = []
        self._size = 0

    def add(self, rows: Rows) -> None:
        more = (rows.document,) if self._added else ()
        self._rows += [(*row, *more) for row in rows.rows]
        self._size += sum(
            len(value) for row in rows.rows for value in row if isinstance(value, str | bytes)
        )
        if len(self._rows) * len(self._schema) > VALUES or self._size > BYTES:
            self._flush()

    def close(self) -> None:
        self._flush()
        self._writer.close()

    def _flush(self) -> None:
        if self._rows:
            columns = zip(*self._rows, strict=True)
            arrays = [
                self._arrow.array(values, field.type)
                for values, field in zip(columns, self._schema, strict=True)
            ]
            self._writer.write_table(self._arrow.Table.from_arrays(arrays, schema=self._schema))
        self._rows, self._size = [], 0
