"""What a figure means nothing without: machine, commit, data."""

from __future__ import annotations

import hashlib
import os
import platform
import subprocess
from pathlib import Path

from benchmarks.peers import ROOT


def setting(data: Path | None = None) -> list[str]:
    """Lines that name the machine, the commit and the data."""
    lines = [f"Machine: {_machine()}", f"Commit: {_commit()}"]
    return [*lines, f"Data: {_named(data)}"] if data else lines


def _machine() -> str:
    system = f"{platform.system()} {platform.machine()}"
    return f"{_processor()}, {os.cpu_count()} cores, {system}, Python {platform.python_version()}"


def _processor() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        for line in cpuinfo.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or "unknown processor"


def _commit() -> str:
    git = ["git", "describe", "--always", "--dirty=, with changes not committed"]
    try:
        done = subprocess.run(git, cwd=ROOT, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return f"unknown (no git repository); version {_version()}"
    return done.stdout.strip()


def _version() -> str:
    import quoth

    return quoth.__version__


def _named(data: Path) -> str:
    """Number of texts, and a hash that changes when any of them or their marks change."""
    texts = sum(path.parent.name == "text" for path in data.rglob("*") if path.is_file())
    kind = "/".join(data.resolve().parts[-2:])
    return f"{kind}, {texts} articles, SHA-256 {fingerprint(data)}"


def fingerprint(folder: Path) -> str:
    """A hash of the names and bytes of all files of a folder."""
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]
