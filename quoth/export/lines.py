"""A ledger as JSON Lines that lose nothing.

The lines of `quoth read --format jsonl` for each document, and behind them, as lines of the type
`rows`, the rows of the ledger's tables that they were made of. `quoth import` reads the latter.
"""

from __future__ import annotations

import math
from base64 import b64encode
from collections.abc import Iterator, Sequence
from typing import Any

import quoth
from quoth.errors import UnreadableInput
from quoth.export.as_json import failure_line, json_line, json_lines
from quoth.export.kept import Kept
from quoth.ledger.facts import load_facts
from quoth.ledger.loading import load_reading
from quoth.ledger.migrating import newest
from quoth.ledger.rows import Rows, Walk
from quoth.ledger.store import Store

FORMAT = "quoth-ledger"


def ledger_lines(
    store: Store, numbers: Sequence[int], whole: bool, originals: bool = True
) -> Iterator[str]:
    """Lines for these documents, and for all that hangs from none where the `whole` ledger goes."""
    yield json_line(head(whole))
    walk = Walk(store, originals)
    for number in numbers:
        yield from json_lines(load_reading(store, number), Kept(load_facts(store, number)))
        yield from map(_rows_line, walk.document(number))
    if whole:
        yield from _failures(store)
        yield from map(_rows_line, walk.rest())
    yield json_line({"type": "end", "documents": len(numbers)})


def head(whole: bool) -> dict[str, Any]:
    """What a file of rows says of itself; `schema` is the number of the ledger's."""
    return {
        "type": "ledger",
        "format": FORMAT,
        "schema": newest(),
        "quoth": quoth.__version__,
        "whole": whole,
    }


def _failures(store: Store) -> Iterator[str]:
    for name, reason in store.rows("SELECT name, reason FROM failures ORDER BY name"):
        yield failure_line(UnreadableInput(name, reason))


def _rows_line(rows: Rows) -> str:
    return json_line(
        {
            "type": "rows",
            "table": rows.table,
            "document": rows.document,
            "columns": rows.columns,
            "rows": [[_plain(value) for value in row] for row in rows.rows],
        }
    )


def _plain(value: Any) -> Any:
    """JSON has neither bytes nor numbers without end."""
    if isinstance(value, bytes):
        return b64encode(value).decode()
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    return value
