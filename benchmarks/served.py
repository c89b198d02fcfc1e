"""`quoth serve` over a ledger, in a process of its own, for what is measured from outside."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import Self


class Room:
    """The room at `address`, without a slash at the end; a context manager that closes it."""

    def __init__(self, ledger: Path | str, *options: str) -> None:
        command = [sys.executable, "-m", "quoth", "serve", "--port", "0", "--ledger", str(ledger)]
        self._process = subprocess.Popen([*command, *options], stderr=subprocess.PIPE, text=True)
        assert self._process.stderr
        told = self._process.stderr.readline()
        if " is open at " not in told:
            raise SystemExit(f"the room did not open: {told}")
        self.address = told.partition(" is open at ")[2].split()[0].rstrip("/")
        # Whatever else it says must not fill the pipe.
        threading.Thread(target=self._process.stderr.read, daemon=True).start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.terminate()
        self._process.wait()

    def kill(self) -> None:
        """SIGKILL: nothing is told to it."""
        self._process.kill()
        self._process.wait()

    def memory(self) -> float:
        """MiB that it has in memory, with what it shares; 0 where the system does not tell."""
        status = Path(f"/proc/{self._process.pid}/status")
        lines = status.read_text("utf-8").splitlines() if status.exists() else []
        return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")), 0)
