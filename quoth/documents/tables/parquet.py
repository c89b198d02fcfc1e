"""Parquet tables: a document for each row. Needs the extra `quoth[parquet]`."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from quoth.documents.options import Options
from quoth.documents.source import Source, Stream
from quoth.documents.tables.columns import Row
from quoth.documents.tables.rows import documents
from quoth.errors import UnreadableInput

MISSING = "Parquet needs one more library; install it with: pip install 'quoth[parquet]'"
BROKEN = "this Parquet file is broken or cut off; get or save it again"
ROWS = 64
"""Rows in memory at a time."""


def items(stream: Stream, options: Options) -> Iterator[Source | UnreadableInput]:
    """The documents in the rows of the table; raises `UnreadableInput`."""
    try:
        import pyarrow
        from pyarrow.parquet import ParquetFile
    except ImportError:
        raise UnreadableInput(stream.name, MISSING) from None
    # The table of its columns stands at the end of the file.
    file: Any = stream.path or io.BytesIO(stream.whole(options.limits).data)

    def rows() -> Iterator[Row | UnreadableInput]:
        try:
            with ParquetFile(file) as table:
                for batch in table.iter_batches(ROWS):
                    yield from batch.to_pylist()
        except (pyarrow.ArrowException, OSError, ValueError):
            raise UnreadableInput(stream.name, BROKEN) from None

    yield from documents(rows(), stream, options)
