"""A disk that fails at the n-th write: an SQLite VFS, and Python's own changes of files.

Counted are SQLite's writes, syncs, truncations, deletions and new files, and Python's renames,
deletions and opening of files to write, of whatever lies in one folder. The index of the log that
SQLite keeps in memory it shares (`-shm`) is no file to lose: it is made anew from the log.
"""

from __future__ import annotations

import errno
import os
import random
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, NoReturn

import apsw

Kind = Literal["error", "full", "torn", "killed", "cut", "power"]
"""The write returns an error; says that the disk is full; is done by half and returns an error;
ends the process before it; ends the process when half of it is done; ends the process and loses
every other write that was not synced, as when the power fails."""

ENDING: frozenset[Kind] = frozenset(("killed", "cut", "power"))
KILLED = 137
"""Exit status of a process that was killed: 128 + SIGKILL."""

BASE = apsw.vfs_names()[0]


@dataclass(frozen=True)
class Fault:
    """What happens at write number `at`, from 1, and `lasting` at all behind it."""

    kind: Kind
    at: int
    lasting: bool = False


@dataclass
class Disk:
    """Counts the writes to what lies in `folder` and lets one fail."""

    folder: Path
    fault: Fault | None = None
    writes: int = 0
    files: dict[str, _File] = field(default_factory=dict)

    def strikes(self) -> Kind | None:
        """Count a write; what is wrong with it."""
        self.writes += 1
        fault = self.fault
        if fault is None or self.writes < fault.at:
            return None
        return fault.kind if fault.lasting or self.writes == fault.at else None

    def end(self, kind: Kind) -> NoReturn:
        """The process is over, whatever would still have been done."""
        if kind == "power":
            draw = random.Random(self.writes)
            for each in self.files.values():
                each.lose(draw)
            for index in self.folder.rglob("*-shm"):  # memory
                index.unlink()
        os._exit(KILLED)

    def start(self) -> None:
        """From now on in this process; there is no way back."""
        self._vfs = _Vfs(self)
        sys.addaudithook(self._hear)

    def _hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        writes = event in ("os.rename", "os.remove", "os.truncate") or (
            event == "open" and arguments[2] & (os.O_WRONLY | os.O_RDWR)
        )
        if not writes or not self._holds(arguments[0]):
            return
        kind = self.strikes()
        if kind in ENDING:
            self.end(kind)
        if kind:
            raise OSError(errno.ENOSPC if kind == "full" else errno.EIO, "put there by a test")

    def _holds(self, name: object) -> bool:
        return isinstance(name, str | Path) and Path(name).absolute().is_relative_to(self.folder)


class _Vfs(apsw.VFS):
    """Every connection of the process goes through it."""

    def __init__(self, disk: Disk) -> None:
        super().__init__("faulty", BASE, makedefault=True)
        self._disk = disk

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> _File:
        path = name.filename() if isinstance(name, apsw.URIFilename) else name
        made = flags[0] & apsw.SQLITE_OPEN_CREATE and path and not Path(path).exists()
        if made and (kind := self._disk.strikes()):
            if kind in ENDING:
                self._disk.end(kind)
            raise apsw.exception_for(apsw.SQLITE_CANTOPEN)
        file = _File(self._disk, name, flags)
        if path:
            self._disk.files[path] = file
        return file

    def xDelete(self, name: str, sync: bool) -> None:
        kind = self._disk.strikes()
        if kind in ENDING:
            self._disk.end(kind)
        if kind:
            raise apsw.exception_for(apsw.SQLITE_IOERR_DELETE)
        self._disk.files.pop(name, None)
        super().xDelete(name, sync)


class _File(apsw.VFSFile):
    """Knows what it held when it was synced last, and each write since."""

    def __init__(self, disk: Disk, name: str | apsw.URIFilename | None, flags: list[int]) -> None:
        super().__init__(BASE, name, flags)
        self._disk = disk
        self._name = name.filename() if isinstance(name, apsw.URIFilename) else name
        self._keep()

    def xWrite(self, data: bytes, offset: int) -> None:
        def half() -> None:
            super(_File, self).xWrite(data[: len(data) // 2], offset)

        self._strike(apsw.SQLITE_IOERR_WRITE, half)
        super().xWrite(data, offset)
        self._since.append((offset, data))

    def xTruncate(self, size: int) -> None:
        self._strike(apsw.SQLITE_IOERR_TRUNCATE)
        super().xTruncate(size)
        self._since.append((size, None))

    def xLock(self, level: int) -> None:
        try:
            super().xLock(level)
        except apsw.IOError:  # read-only; SQLite itself minds that as little as another's lock
            raise apsw.exception_for(apsw.SQLITE_BUSY) from None

    def xSync(self, flags: int) -> None:
        self._strike(apsw.SQLITE_IOERR_FSYNC)
        super().xSync(flags)
        self._keep()

    def lose(self, draw: random.Random) -> None:
        """Write down what may be left of this file when the power fails."""
        if not self._name or not self._since or not Path(self._name).exists():
            return
        left = bytearray(self._synced)
        for offset, data in self._since:
            if draw.random() < 0.5:
                continue
            if data is None:
                del left[offset:]
            else:
                left.extend(bytes(max(0, offset + len(data) - len(left))))
                left[offset : offset + len(data)] = data
        Path(self._name).write_bytes(left)

    def _keep(self) -> None:
        self._since: list[tuple[int, bytes | None]] = []
        loses = self._disk.fault and self._disk.fault.kind == "power"
        size = self.xFileSize() if loses else 0
        self._synced = self.xRead(size, 0) if size else b""

    def _strike(self, code: int, half: Callable[[], None] = lambda: None) -> None:
        kind = self._disk.strikes()
        if kind in ("torn", "cut"):
            half()
        if kind in ENDING:
            self._disk.end(kind)
        if kind:
            raise apsw.exception_for(apsw.SQLITE_FULL if kind == "full" else code)
