"""Broken input of every family of formats, until something gives way or the time is up.

    python -m benchmarks.fuzz [FAMILY...] [--seconds 120] [--seed 1]

The seconds are shared out among the families. An input fails when reading it raises anything,
ends the process, takes more than ten seconds of processor time or 2 GB of memory, or when what
comes of it does not hold together. What fails is cut down, kept as a case that the tests replay,
and told in a line; the status is then 1. Needs Unix.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.fuzz.child import GUIDED, keep, name_of
from benchmarks.fuzz.families import FAMILIES, Family, family_named
from benchmarks.peers import ROOT

CASES = ROOT / "tests" / "fuzz_cases"
SILENT = 60
"""Seconds after which a process that does nothing is ended."""
SHRINKING = 30
"""Seconds that go into making one case smaller."""


@dataclass
class Campaign:
    """What came of trying one family."""

    tried: int = 0
    slowest: float = 0.0
    size: int = 0
    """Bytes of the input that took longest."""


def campaign(family: Family, folder: Path, seconds: float, seed: int) -> Campaign:
    """Try broken inputs for so long; what fails stands in `folder / "found"`."""
    for inner in ("corpus", "found"):
        (folder / inner).mkdir(parents=True, exist_ok=True)
    for old in (folder / "found").iterdir():
        old.unlink()
    for number, data in enumerate(family.made()):
        (folder / "corpus" / f"sample-{number}").write_bytes(data)
    until = time.monotonic() + seconds
    result = Campaign()
    while (left := until - time.monotonic()) > 0:
        status = _watched(family, folder, left, seed)
        _add_figures(result, folder)
        if status == 0:
            break
        seed += 1
        _keep_death(family, folder, status)
    return result


def _watched(family: Family, folder: Path, seconds: float, seed: int) -> int:
    """The exit status of a process that tries inputs."""
    command = [sys.executable, "-X", "utf8", "-m", "benchmarks.fuzz.child", family.name]
    for left in ("current", "trace", "figures"):
        (folder / left).unlink(missing_ok=True)
    with (folder / "log").open("wb") as log:
        child = subprocess.Popen(
            [*command, str(folder), str(seconds), str(seed)],
            stdout=log,
            stderr=log,
            cwd=ROOT,
            env=os.environ | {"PYTHONHASHSEED": "0"},
        )
        began = time.time()
        while True:
            try:
                return child.wait(1)
            except subprocess.TimeoutExpired:
                current = folder / "current"
                last = max(current.stat().st_mtime if current.exists() else 0, began)
                if time.time() - last > SILENT:
                    child.kill()


def _add_figures(result: Campaign, folder: Path) -> None:
    if not (folder / "figures").exists():
        return
    figures = json.loads((folder / "figures").read_text())
    result.tried += figures["tried"]
    if figures["slowest"] > result.slowest:
        result.slowest, result.size = figures["slowest"], figures["size"]


def _keep_death(family: Family, folder: Path, status: int) -> None:
    from benchmarks.fuzz.trial import death

    if not (folder / "current").exists():
        sys.exit(f"{family.name}: no input could be tried:\n{(folder / 'log').read_text()}")
    data = (folder / "current").read_bytes()
    keep(folder, death(folder / "trace", status), name_of(family, data), data)


def smaller(data: bytes, name: str, wrong: str, folder: Path) -> bytes:
    """`data` without what is not needed for the same to go wrong."""
    from benchmarks.fuzz.trial import alone

    until = time.monotonic() + SHRINKING
    size = max(len(data) // 2, 1)
    while size and time.monotonic() < until:
        at = 0
        while at < len(data) and time.monotonic() < until:
            less = data[:at] + data[at + size :]
            if alone(less, name, folder) == wrong:
                data = less
            else:
                at += size
        size //= 2
    return data


def saved(family: Family, folder: Path, cases: Path) -> list[str]:
    """A line for each thing found, of which a case is kept."""
    lines = []
    for found in sorted((folder / "found").glob("*.json")):
        wrong, name = json.loads(found.read_text())
        data = smaller(found.with_suffix(".bin").read_bytes(), name, wrong, folder)
        cases.mkdir(exist_ok=True)
        number = 1 + max(
            (int(at.stem.split("-")[1]) for at in cases.glob(f"{family.name}-*")), default=0
        )
        case = cases / f"{family.name}-{number}{Path(name).suffix}"
        case.write_bytes(data)
        lines.append(f"{case.name} ({len(data):,} bytes): {wrong}")
    return lines


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.fuzz",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    names = [family.name for family in FAMILIES]
    parser.add_argument("families", nargs="*", metavar="FAMILY", help=", ".join(names))
    parser.add_argument("--seconds", type=float, default=120, help="for all of them together")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--cases", type=Path, default=CASES, help="folder for what is found")
    parser.add_argument("--corpus", type=Path, help="folder that keeps inputs for a later run")
    options = parser.parse_args()
    if unknown := set(options.families) - set(names):
        parser.error(f"no such family: {', '.join(sorted(unknown))}")
    chosen = [family_named(name) for name in options.families or names]
    chosen = [family for family in chosen if family.made()]
    if not GUIDED:
        print("not guided by coverage: Atheris is not installed here", flush=True)
    failed = False
    for family in chosen:
        with TemporaryDirectory() as passing:
            folder = (options.corpus or Path(passing)) / family.name
            began = time.monotonic()
            done = campaign(family, folder, options.seconds / len(chosen), options.seed)
            took = time.monotonic() - began
            lines = saved(family, folder, options.cases)
        print(
            f"{family.name}: {done.tried:,} inputs in {took:.0f} s, slowest {done.slowest:.1f} s "
            f"({done.size:,} bytes), {len(lines)} found",
            *lines,
            sep="\n  ",
            flush=True,
        )
        failed = failed or bool(lines)
    sys.exit(failed)


if __name__ == "__main__":
    main()
