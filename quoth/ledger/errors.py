"""What can be wrong with a ledger, each in one line that says what to do."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager

import apsw

from quoth.errors import QuothError

DAMAGED = "is damaged; take a backup made by `quoth ledger backup`, or see `quoth ledger check`"

LOCKED = "another program keeps it locked; end that, or try again later"
READ_ONLY = "cannot be written; change its rights, or copy it elsewhere"


class LedgerError(QuothError):
    """Something about a ledger as a file: missing, foreign, damaged, locked, full, too new."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class NotFound(QuothError):
    """A ledger has no such document, statement, source or correction."""


@contextmanager
def speaking(path: str) -> Iterator[None]:
    """Turns what SQLite says into a `LedgerError`; a fault of our own SQL goes through."""
    try:
        yield
    except apsw.Error as error:
        reason = _reason(error)
        if reason is None:
            raise
        raise LedgerError(path, reason) from None
    except UnicodeDecodeError:  # SQLite keeps texts without looking at them
        raise LedgerError(path, DAMAGED) from None


@contextmanager
def sound(path: str, what: str) -> Iterator[None]:
    """Rows that are no longer what was written, though SQLite can read them, are told as damage."""
    try:
        yield
    except (ValueError, KeyError, TypeError, IndexError, AssertionError, zlib.error) as error:
        said = f"{what} {DAMAGED} ({type(error).__name__}: {error})"
        raise LedgerError(path, said) from None


def _reason(error: apsw.Error) -> str | None:
    reasons: tuple[tuple[type[apsw.Error], str], ...] = (
        (apsw.NotADBError, "is no ledger, nor any SQLite file; check the path"),
        (apsw.CorruptError, DAMAGED),
        (apsw.FormatError, DAMAGED),
        (apsw.FullError, "the disk is full; make room, nothing was lost, and go on"),
        (apsw.ReadOnlyError, READ_ONLY),
        (apsw.CantOpenError, "cannot be opened; check the path and the rights of its folder"),
        (apsw.PermissionsError, "no permission to open it; change its rights"),
        (apsw.BusyError, LOCKED),
        (apsw.LockedError, LOCKED),
        (apsw.IOError, f"could not be read or written ({error}); check the disk, then go on"),
        (apsw.NoMemError, "there is not enough memory; end other programs, and go on"),
        (apsw.TooBigError, "a text is too large for SQLite; leave that document out"),
    )
    return next((reason for kind, reason in reasons if isinstance(error, kind)), None)
