"""A copy of a ledger in another file, whole and checked, or none: `quoth ledger backup`."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

import apsw

from quoth.ledger.errors import DAMAGED, LedgerError, speaking
from quoth.ledger.integrity import wrong_in_file
from quoth.ledger.store import Store


def copy(store: Store, target: str | os.PathLike[str]) -> Path:
    """The ledger as it is at this moment, in `target`, which is replaced once all is written.

    Others may write meanwhile. What was removed from the ledger is not in the copy, not even in
    pages that are free. Raises `LedgerError` where the copy cannot be made or is not sound.
    """
    path = Path(target).absolute()
    _refuse(store, path)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        _remove(part)
        _vacuum(store, part, path)
        _hold(part, path)
        shutil.copymode(store.place, part)  # no one else reads it than could before
        with part.open("rb+") as stream:
            os.fsync(stream.fileno())
        part.replace(path)
    except OSError as error:
        raise LedgerError(str(path), f"cannot be written: {error.strerror}") from None
    finally:
        with suppress(OSError):  # what went wrong before is what counts
            _remove(part)
    return path


def _refuse(store: Store, path: Path) -> None:
    if not path.parent.is_dir():
        raise LedgerError(str(path), "no such folder; make it first")
    if path.is_dir():
        raise LedgerError(str(path), "is a folder; name a file")
    if path.exists() and path.samefile(store.place):
        raise LedgerError(str(path), "is the ledger itself; name another file")
    log = Path(f"{path}-wal")
    if log.exists() and log.stat().st_size:
        # SQLite would take the old file's log for the new one's.
        raise LedgerError(str(path), "is a ledger in use; name another file, or end what uses it")


def _vacuum(store: Store, part: Path, path: Path) -> None:
    with speaking(str(path)):
        try:
            store.connection.execute("VACUUM INTO ?", (str(part),)).fetchall()
        except apsw.CorruptError:
            raise LedgerError(store.path, DAMAGED) from None


def _hold(part: Path, path: Path) -> None:
    with Store(part, write=False) as made:
        for line in wrong_in_file(made):
            raise LedgerError(
                str(path), f"the copy is not sound ({line}); see `quoth ledger check`"
            )


def _remove(part: Path) -> None:
    for behind in ("", "-journal"):
        Path(f"{part}{behind}").unlink(missing_ok=True)
