"""What one process costs, start to end.

Only the standard library is imported, and nothing large: on Linux a process's peak memory counts
from its fork, so a heavy parent would show in the figures of a light child.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.peers import ROOT

THREADS = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
"""One thread for every library that lets itself be told; waiting threads would burn CPU-seconds.

Libraries with a setting of their own, ONNX Runtime among them, do as their caller says: what
their threads use is in the CPU-seconds all the same.
"""


@dataclass(frozen=True)
class Cost:
    """Of a whole process: seconds on the clock, CPU-seconds (user and system), peak in MB."""

    seconds: float
    cpu: float
    memory: float
    lines: int
    """What it printed, to see that it did its work."""


def cost(command: list[str]) -> Cost:
    """Run `command` in the repository's root; raises CalledProcessError where it fails."""
    if not hasattr(os, "wait4"):
        sys.exit("processes cannot be measured on this system: it has no wait4")
    with tempfile.TemporaryFile() as out:
        begin = time.perf_counter()
        process = subprocess.Popen(command, cwd=ROOT, stdout=out, env=os.environ | THREADS)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, command)
        out.seek(0)
        lines = sum(1 for _ in out)
    # Kilobytes on Linux, bytes on macOS.
    unit = 1e6 if sys.platform == "darwin" else 1e6 / 1024
    return Cost(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit, lines)


def words_in(folder: Path) -> int:
    """Words of all texts in `folder`, counted by white space."""
    return sum(
        len(path.read_bytes().decode("utf-8").split())
        for path in folder.iterdir()
        if path.is_file()
    )
