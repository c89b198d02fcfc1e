"""What another ledger exported, into this one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from quoth.errors import UnreadableInput
from quoth.imports import lines, parquet
from quoth.ledger.rows import Rows
from quoth.ledger.store import Store
from quoth.ledger.taking import Misfit, Taken, take

READERS: dict[str, Callable[[Path], Iterator[Rows]]] = {
    "jsonl": lines.read,
    "parquet": parquet.read,
}
"""Formats that have all that a ledger keeps."""


def take_from(store: Store, path: Path, form: str) -> Iterator[Taken]:
    """Put the rows at `path` into the ledger and say of each document what became of it.

    Raises UnreadableInput where that is no export of a ledger.
    """
    try:
        yield from take(store, READERS[form](path))
    except Misfit as misfit:
        raise UnreadableInput(str(path), f"{misfit}; export it anew") from None
